"""Where pages stand, and how one links to another: relative links that name the file."""

from __future__ import annotations

from functools import lru_cache
from posixpath import dirname, join, normpath, relpath
from urllib.parse import quote, unquote

HOME = "index.html"
PARKS = "parks/index.html"
PROJECTS = "projects/index.html"
SOURCES = "sources/index.html"
POLICIES = "policies/index.html"
INDUSTRIES = "industries/index.html"
INDICATORS = "indicators/index.html"
COMPANIES = "companies/index.html"
REGIONS = "regions/index.html"
HONOURS = "honours/index.html"
TIMELINE = "timeline/index.html"
COMPARE = "compare/index.html"
CONFLICTS = "conflicts/index.html"
PROMISES = "promises/index.html"
CHANGES = "changes/index.html"
CHANGES_FEED = "changes/feed.xml"
SEARCH = "search/index.html"
DATA = "data/index.html"
FACTS = "data/facts.json"
METHOD = "method/index.html"
EDITION = "edition.pdf"
NOT_FOUND = "404.html"
SCRIPT = "static/site.js"
FEED = "feed.xml"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
PICTURE = "card.png"


def park_url(park_id: str) -> str:
    """The page of one park, from the root of the site."""
    return f"parks/{park_id}/index.html"


def park_feed_url(park_id: str) -> str:
    """The feed of the newest articles that speak of one park."""
    return f"parks/{park_id}/feed.xml"


def project_url(project_id: str) -> str:
    """The page of one project, from the root of the site."""
    return f"projects/{project_id}.html"


def brief_url(park_id: str, kind: str, *, suffix: str = ".html") -> str:
    """A brief of one park: kind is "investment" or "policy", suffix ".html" or ".pdf"."""
    return f"parks/{park_id}/{kind}{suffix}"


def scorecard_url(park_id: str) -> str:
    """The park laid out in the blocks of the official evaluation of its kind."""
    return f"parks/{park_id}/scorecard.html"


def policy_url(policy_id: str) -> str:
    """The page of one policy, from the root of the site."""
    return f"policies/{policy_id}.html"


def industry_url(industry_id: str) -> str:
    """The page of one industry, from the root of the site."""
    return f"industries/{industry_id}.html"


def indicator_url(indicator_id: str) -> str:
    """The page of one indicator, from the root of the site."""
    return f"indicators/{indicator_id}.html"


def company_url(company_id: str) -> str:
    """The page of one company, from the root of the site."""
    return f"companies/{company_id}.html"


def source_url(document_id: str) -> str:
    """The page of one document, from the root of the site."""
    return f"sources/{document_id}.html"


def search_url(word: str) -> str:
    """The page for the search, asked for a word."""
    return anchor(SEARCH, f"q={word}")


def evidence_url(document_id: str) -> str:
    """The script that tells what stands on each mark of one document, from the root of the site."""
    return f"sources/{document_id}.evidence.js"


def anchor(url: str, fragment: str) -> str:
    """A place on a page: anchor("sources/a.html", "q412") is "sources/a.html#q412"."""
    return f"{url}#{fragment}"


def relative(here: str, there: str) -> str:
    """The link from page `here` to `there`, both from the root of the site, percent-encoded.

    Works on any host, under any sub-path and from file://.
    """
    path, mark, fragment = there.partition("#")
    return _link(dirname(here), path) + mark + quote(fragment, safe="=/")


@lru_cache(maxsize=100_000)  # every page has the links of the navigation, and of what it shares with others
def _link(start: str, path: str) -> str:
    return quote(relpath(path, start) if start else path)


def absolute(base_url: str, url: str) -> str:
    """The address of a page under the site's base URL."""
    path, mark, fragment = url.partition("#")
    return base_url.rstrip("/") + "/" + quote(path) + mark + quote(fragment)


def report_url(template: str, page: str, fact: str = "") -> str:
    """The address at which a figure is reported: {page} and {fact} of the template filled in, encoded."""
    address = quote(template, safe=":/?#[]@!$&'()*+,;=%{}~")
    return address.replace("{page}", quote(page, safe="")).replace("{fact}", quote(fact, safe=""))


def resolve(here: str, link: str) -> tuple[str, str]:
    """Where a relative link on page `here` leads: path from the root of the site, and fragment.

    A path that leaves the site begins with "../".
    """
    path, _, fragment = link.partition("#")
    return _target(dirname(here), unquote(path)) if path else here, unquote(fragment)


@lru_cache(maxsize=100_000)
def _target(start: str, path: str) -> str:
    return normpath(join(start, path))
