"""Who answers for the site: what the settings say, as the foot of every page shows it."""

from __future__ import annotations

from core.model import Settings
from pages.views import Imprint, Link


def imprint(settings: Settings) -> Imprint:
    """The imprint of the site."""
    licence = settings.licence
    return Imprint(
        publisher=settings.publisher,
        contact=Link(_address(settings.contact), settings.contact) if settings.contact else None,
        licence=licence.name if licence else None,
        licence_url=licence.url if licence else None,
        edition=settings.edition,
        icp=settings.icp,
        report=settings.report,
    )


def _address(contact: str) -> str:
    """Where an e-mail address, a web address or a telephone number leads."""
    if contact.startswith(("http://", "https://")):
        return contact
    if "@" in contact:
        return f"mailto:{contact}"
    return "tel:" + "".join(character for character in contact if character in "+0123456789")
