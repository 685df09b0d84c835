"""The English edition: rendered Chinese pages become English ones. See translate/pages.py."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from core.editions import ENGLISH, FOLDER, Edition
from core.lexicon import Lexicon
from core.model import Content, Profiles
from translate.names import names_of

__all__ = ["CATALOGUE", "english_editions"]

CATALOGUE = Path(__file__).with_name("en.po")


def english_editions(content: Content, profiles: Profiles, lexicon: Lexicon) -> Sequence[Edition]:
    """The English edition, where the settings ask for one.

    Raises ContentError if the catalogue cannot be read.
    """
    if ENGLISH not in content.settings.languages:
        return ()
    from translate.catalogue import read_catalogue  # its library is needed by nobody else
    from translate.pages import Translator

    stated = {each.id: each for source in profiles.sources for each in source.facts.observations}
    translator = Translator(read_catalogue(CATALOGUE), names_of(content, profiles, lexicon), stated)
    return (Edition(ENGLISH, FOLDER, translator.translate, translator.problems),)
