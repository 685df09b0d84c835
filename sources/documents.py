"""Articles as documents: which files are read, and what each of them is."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from core.model import Document, Metadata
from core.problems import ContentError, Problem
from core.slugs import RESERVED, slug
from sources.bylines import find_title, read_credits
from sources.decoding import decode, place, read_bytes, require_chinese
from sources.frontmatter import read_front_matter

ENDINGS = (".txt", ".md", ".html", ".htm", ".pdf", ".docx")
SUPPORTED = f"supported: {', '.join(ENDINGS)}"
SAVE_AS = f"save the article as {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}"
PAGE_PARTS = ("_files", ".files", "_文件")  # folders that browsers save beside a page


class Shelf(Struct, frozen=True):
    """What folders and files hold: the documents, what is wrong, and which files were passed over."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]
    where: dict[str, str] = {}  # of each document by its id: the file, as problems print it


def read_document(path: Path) -> Document:
    """One article. Raises ContentError with every mistake in it."""
    where, ending = place(path), path.suffix.lower()
    if ending not in ENDINGS and path.is_file():
        raise ContentError([Problem(where, f"is not read; {SUPPORTED}", SAVE_AS)])
    content = read_bytes(path)
    read = _read_text if ending in (".txt", ".md") else _read_file
    text, body, metadata = read(content, ending, where)
    require_chinese(text[body:], where=where)
    metadata = _completed(metadata, text[body:])
    return Document(document_id(path), Path(where).name, text, body, metadata)


def _read_text(content: bytes, ending: str, where: str) -> tuple[str, int, Metadata]:
    """The file as it is, the offset at which the article begins, and what its front matter states."""
    text = decode(content, where=where)
    metadata, body, problems = read_front_matter(text, where=where, required=ending == ".md")
    if not text[body:].strip():
        what = "has no text after the front matter" if body else "is empty"
        problems.append(Problem(where, what, "write the article into it, or take the file away"))
    if problems:
        raise ContentError(problems)
    return text, body, metadata


def _read_file(content: bytes, ending: str, where: str) -> tuple[str, int, Metadata]:
    """The main text of a web page, PDF or Word file, and what the file states of it."""
    # Not at the top of the file: texts need none of these.
    from sources.printed import read_pdf
    from sources.webpages import read_page
    from sources.wordfiles import read_word

    readers = {".pdf": read_pdf, ".docx": read_word}
    text, metadata = readers.get(ending, read_page)(content, where=where)
    if not text.strip():
        raise ContentError([Problem(where, "holds no text", "take the file away")])
    return text, 0, metadata


def read_shelf(places: Sequence[Path]) -> Shelf:
    """All articles of folders and files, in order of their paths; each file once."""
    documents: dict[Path, Document] = {}
    problems: list[Problem] = []
    notices: list[Problem] = []
    seen: set[str] = set()
    for each in places:
        passed_over: list[Path] = []
        for path in _files(each, problems):
            if path.is_file() and path.suffix.lower() not in ENDINGS and path != each:
                passed_over.append(path)
            elif (real := os.path.realpath(path)) not in seen:
                seen.add(real)
                try:
                    documents[path] = read_document(path)
                except ContentError as error:
                    problems += error.problems
        notices += _passed_over(each, passed_over)
    problems += _shared_ids(documents)
    where = {document.id: place(path) for path, document in documents.items()}
    return Shelf(tuple(documents.values()), tuple(problems), tuple(notices), where)


def document_id(path: Path) -> str:
    """The file's name as part of a URL: lower-case ASCII letters, digits and hyphens."""
    stem = Path(place(path)).stem
    name = slug(stem)
    if name and name not in RESERVED:
        return name
    return "article-" + (name or hashlib.sha256(stem.encode()).hexdigest()[:8])


def _files(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """The files to look at: the path itself if it is none but a folder; hidden ones are left out."""
    if not folder.is_dir():
        yield folder
        return
    visited: set[str] = set()

    def unreadable(error: OSError) -> None:
        where = place(Path(error.filename))
        problems.append(Problem(where, f"cannot be read: {error.strerror}", "check its permissions"))

    for parent, folders, names in os.walk(folder, onerror=unreadable, followlinks=True):
        visited.add(os.path.realpath(parent))
        articles = [name for name in folders if name.lower().endswith(ENDINGS)]
        # In place: os.walk descends into what is left. A folder seen before is a loop of links.
        folders[:] = sorted(
            name
            for name in folders
            if name not in articles
            and not name.startswith(".")
            and not name.endswith(PAGE_PARTS)
            and os.path.realpath(Path(parent, name)) not in visited
        )
        yield from (Path(parent, name) for name in sorted(names + articles) if not name.startswith("."))


def _completed(metadata: Metadata, body: str) -> Metadata:
    """Front matter wins; the rest is read from the text. A digest is ours: its text credits nobody."""
    if metadata.kind == "digest":
        return msgspec.structs.replace(metadata, title=metadata.title or find_title(body.split("\n")))
    read = read_credits(body)
    return msgspec.structs.replace(
        metadata,
        title=metadata.title or read.title,
        publisher=metadata.publisher or read.publisher,
        published=metadata.published or read.published,
        authors=metadata.authors or read.authors,
    )


def _shared_ids(documents: dict[Path, Document]) -> Iterator[Problem]:
    first: dict[str, Path] = {}
    for path, document in documents.items():
        if (other := first.setdefault(document.id, path)) != path:
            what = f"gets the page sources/{document.id}.html, as {place(other)} does"
            yield Problem(place(path), what, "rename one of the two files")


def _passed_over(folder: Path, paths: Sequence[Path]) -> Iterator[Problem]:
    if paths:
        names = ", ".join(place(path.relative_to(folder)) for path in paths[:5]) + (" …" if paths[5:] else "")
        count = f"{len(paths)} file{'s are' if paths[1:] else ' is'} not read"
        fix = f"{SAVE_AS}; keep other files elsewhere"
        yield Problem(place(folder), f"{count}: {names} ({SUPPORTED})", fix)
