"""Keywords of documents, remembered from build to build, and which documents belong together."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from msgspec.structs import replace

from cache import Memory, Task, fingerprint, key_of
from core.lexicon import Lexicon
from core.model import Profiles
from core.relations import Keywords
from profiles import keywords_of, relate, wordings_of

ROOT = Path(__file__).parent


def with_relations(profiles: Profiles, lexicon: Lexicon, *, memory: Memory) -> Profiles:
    """The profiles with what their documents speak of, and which are read beside which."""
    code = fingerprint([ROOT / "profiles" / "keywords.py", ROOT / "core"], packages=["jieba", "msgspec"])
    task = Task(partial(keywords_of, lexicon=lexicon), Keywords, "keywords", key_of(code, lexicon))
    return replace(profiles, relations=relate(profiles, memory.map(task, tuple(wordings_of(profiles)))))
