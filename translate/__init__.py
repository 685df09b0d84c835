"""The English edition: rendered Chinese pages become English ones. See translate/pages.py."""

from __future__ import annotations

from pathlib import Path

from core.editions import ENGLISH
from core.lexicon import Lexicon
from core.model import Content, Profiles
from translate.catalogue import read_catalogue
from translate.names import names_of
from translate.pages import Translator

__all__ = ["CATALOGUE", "Translator", "english_translator"]

CATALOGUE = Path(__file__).with_name("en.po")


def english_translator(content: Content, profiles: Profiles, lexicon: Lexicon) -> Translator | None:
    """Says pages and charts in English, where the settings ask for an English edition.

    Raises ContentError if the catalogue cannot be read.
    """
    if ENGLISH not in content.settings.languages:
        return None
    stated = {each.id: each for source in profiles.sources for each in source.facts.observations}
    return Translator(read_catalogue(CATALOGUE), names_of(content, profiles, lexicon), stated)
