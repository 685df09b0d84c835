PYTHON ?= python3
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
SITE_READY := $(VENV)/.requirements
DEV_READY := $(VENV)/.requirements-dev

.DEFAULT_GOAL := help
.PHONY: help site test check serve golden clean

help: ## list the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 16

site: $(SITE_READY) ## build the site of content/ under output/; ARGS='--base-url https://…' adds options
	$(BIN)/python build.py $(ARGS)

test: $(DEV_READY) ## run all tests
	$(BIN)/python -m pytest -n auto

check: $(DEV_READY) ## lint, format, types and the fast tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q -n auto -m "not slow and not browser"

serve: $(SITE_READY) ## show the site at http://127.0.0.1:8000 while you write; ARGS='--port 8080' adds options
	$(BIN)/python build.py serve $(ARGS)

golden: $(DEV_READY) ## rewrite tests/golden/site, to be reviewed as a diff
	$(BIN)/python -m tests.golden

clean: ## delete what is built: output/, .cache/ and the caches of the tools
	rm -rf output .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'Parkbrief needs Python 3.11 or newer; $(PYTHON) is' "$$($(PYTHON) --version 2>&1)."; \
	  echo 'Name another one: make PYTHON=python3.12 $(MAKECMDGOALS)'; exit 1; } >&2
	$(PYTHON) -m venv $(VENV)

$(SITE_READY): requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

# The development requirements contain those of the site.
$(DEV_READY): requirements-dev.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $(SITE_READY) $@
