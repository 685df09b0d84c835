"""The profiles with the keywords of their documents, which are remembered from build to build."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from cache import Memory, Task, fingerprint, key_of
from core.lexicon import Lexicon
from core.model import Content, Facts, Profiles
from core.relations import Keywords
from profiles import compile_profiles, keywords_of, relate, wordings_of

ROOT = Path(__file__).parent


def compile_related(
    content: Content, facts: Sequence[Facts], lexicon: Lexicon, *, memory: Memory
) -> Profiles:
    """The profiles of all facts, with what their documents speak of, and which are read beside which."""
    held = compile_profiles(content, facts, lexicon)
    code = fingerprint([ROOT / "profiles" / "keywords.py", ROOT / "core"], packages=["jieba", "msgspec"])
    task = Task(partial(keywords_of, lexicon=lexicon), Keywords, "keywords", key_of(code, lexicon))
    return replace(held, relations=relate(held, memory.map(task, tuple(wordings_of(held)))))
