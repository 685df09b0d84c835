"""Memory of earlier work: results that are pure functions of their inputs, kept under a hash of these."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import PackageNotFoundError, version
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from core.keeping import FORGETTING, Keeping

T = TypeVar("T")
A = TypeVar("A")

FEW = 24  # so many misses are worked off here: workers take a second to start and to load a dictionary


class Store:
    """A folder of results, which may be deleted at any time; what it cannot read is computed again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str, kind: type[T]) -> T | None:
        """The result kept under a key; None where there is none, or a damaged one."""
        try:
            digest, _, payload = self._path(key).read_bytes().partition(b"\n")
            if digest != _digest(payload):
                return None
            return msgspec.msgpack.decode(payload, type=kind)
        except (OSError, msgspec.MsgspecError):
            return None

    def has(self, key: str) -> bool:
        """Whether there is a result under a key, which may be damaged."""
        return self._path(key).is_file()

    def put(self, key: str, value: object) -> None:
        """Keep a result. Readers see the old file or the new one, never half of one."""
        path = self._path(key)
        payload = msgspec.msgpack.encode(value)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
            with os.fdopen(descriptor, "wb") as file:
                file.write(_digest(payload) + b"\n" + payload)
            Path(temporary).replace(path)
        except OSError:
            return

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


Watch = Callable[[Iterator[Any], str, int], Iterator[Any]]  # results, what they are of, how many


def unwatched(results: Iterator[Any], _name: str, _total: int) -> Iterator[Any]:
    """Shows no progress."""
    return results


class Task(msgspec.Struct, Generic[A, T], frozen=True):
    """A pure function that a worker can be sent, the type it returns, and what its results hang on."""

    function: Callable[[A], T]
    returns: type[T]
    name: str  # what the values are, for the watcher
    salt: str  # a fingerprint of all that a result depends on besides its value


class Memory(msgspec.Struct, frozen=True):
    """How work is done: what of it is remembered, by how many workers the rest, and who watches."""

    store: Store | None
    jobs: int = 1
    watch: Watch = unwatched
    keeping: Keeping = FORGETTING  # what of it stays in mind, in a program that goes on and builds again

    def map(self, task: Task[A, T], values: Sequence[A]) -> Iterator[T]:
        """The results in the order of the values, each as soon as it is known."""
        return self.watch(self._each(task, values), task.name, len(values))

    def _each(self, task: Task[A, T], values: Sequence[A]) -> Iterator[T]:
        keys = [key_of(task.salt, value) for value in values]
        known = [self.store is not None and self.store.has(key) for key in keys]
        missing = [value for value, here in zip(values, known, strict=True) if not here]
        computed = _compute(task.function, missing, self.jobs)
        for key, value, here in zip(keys, values, known, strict=True):
            # one at a time: a thousand PDFs are not held in memory at once
            result = self.store.get(key, task.returns) if self.store and here else None
            if result is None:
                result = task.function(value) if here else next(computed)  # a damaged one is made here
                if self.store:
                    self.store.put(key, result)
            yield result


def _compute(function: Callable[[A], T], values: Sequence[A], jobs: int) -> Iterator[T]:
    if jobs == 1 or len(values) <= FEW:
        yield from map(function, values)
        return
    jobs = min(jobs, len(values))
    # Never a plain fork: the parent may run threads, such as the one that draws the progress.
    start = get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")
    with ProcessPoolExecutor(jobs, mp_context=start, initializer=_prepare, initargs=(function,)) as pool:
        try:
            yield from pool.map(_call, values, chunksize=max(1, len(values) // (jobs * 8)))
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


_prepared: list[Callable[[Any], Any]] = []  # a worker's function: sent once, not with each value


def key_of(*inputs: object) -> str:
    """The hash of values that msgspec can encode."""
    return hashlib.sha256(msgspec.msgpack.encode(inputs)).hexdigest()


def fingerprint(paths: Iterable[Path], *, packages: Sequence[str] = ()) -> str:
    """The hash of files, of those under folders, of the versions of packages and of Python's."""
    digest = hashlib.sha256(sys.version.encode())
    for package in packages:
        digest.update(f"{package} {_version(package)}\n".encode())
    for root in sorted(paths):
        files = [path for path in root.rglob("*") if path.is_file()] if root.is_dir() else [root]
        for path in sorted(path for path in files if "__pycache__" not in path.parts):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(root.parent)} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"


def _digest(payload: bytes) -> bytes:
    return hashlib.sha256(payload).hexdigest().encode()


def _prepare(function: Callable[[Any], Any]) -> None:
    _prepared[:] = [function]


def _call(value: Any) -> Any:
    return _prepared[0](value)
