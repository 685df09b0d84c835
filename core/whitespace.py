"""Text without white space: what a column or a line break parts is found all the same."""

from __future__ import annotations


def squeezed(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())
