"""What a program keeps in mind that goes on and builds again: results that are made of the same as before."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any, TypeVar

T = TypeVar("T")


class Keeping:
    """Results by name, each as long as it is made of the same bytes. This one keeps none: it makes anew."""

    def get(self, name: str, made_of: Callable[[], bytes], make: Callable[[], T]) -> T:
        """The result of `make`; a name stands for one kind of result, and `make` is pure."""
        return make()


class InMind(Keeping):
    """Keeps the newest result of every name."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[bytes, Any]] = {}

    def get(self, name: str, made_of: Callable[[], bytes], make: Callable[[], T]) -> T:
        """The result kept under the name, if it was made of the same; else a fresh one."""
        digest = sha256(made_of()).digest()
        known = self._known.get(name)
        if known is None or known[0] != digest:
            known = self._known[name] = (digest, make())
        result: T = known[1]
        return result


FORGETTING = Keeping()
