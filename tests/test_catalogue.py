"""The English catalogue holds what the pages say, and nothing that no page says any more."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.problems import ContentError
from translate import CATALOGUE
from translate.catalogue import NAMES, PLACE, read_catalogue

ROOT = Path(__file__).parent.parent
HAN = re.compile(r"[㐀-䶿一-鿿]")
WORDS = re.compile(r"[^㐀-䶿一-鿿]+")
SPEAKING = ("pages", "charts", "core", "profiles", "publish", "sources", "extract")
MARKS = "，；：、（） "
SHORTEST, PARTS = 1, 2
PLACES = re.compile(r"\{[^}]*\}|</?\d+>")
COMPOSED = {  # words of templates that a value of the page completes to what the catalogue holds
    "”的分栏，看文章说到了什么，能推算出什么，什么没有人报道。",
    "与园区",
    "中文",
    "其中国家级",
    "园区；这个园区",
    "是",
    "没有变化",
    "的级别未知",
    "相比",
    "篇来源日期未知",
    "这项考评只对",
}
OPENING = "这项考评只对"  # three messages that a page puts together of three parts
SENTENCES = re.compile(r"(?<=[。！？])|\n")

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def template_texts() -> Iterator[str]:
    for path in sorted((ROOT / "templates").glob("*.html")):
        yield re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)


def code_texts(folder: str) -> Iterator[str]:
    """Every string of the code but docstrings."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
                yield node.value


def spoken() -> str:
    """All words that may come upon a page: of templates, code and the lists that are shipped."""
    lists = [
        path.read_text("utf-8") for path in sorted(ROOT.glob("*/**/*.yaml")) if "golden" not in path.parts
    ]
    return "\n".join([*template_texts(), *(text for each in SPEAKING for text in code_texts(each)), *lists])


def is_said(piece: str, words: str, parts: int = PARTS) -> bool:
    """Whether words stand in the texts, whole or in a few parts that a page puts together."""
    if piece in words:
        return True
    cuts = range(len(piece) - SHORTEST, 0, -1) if parts > 1 else ()
    return any(piece[:cut] in words and is_said(piece[cut:], words, parts - 1) for cut in cuts)


def test_every_message_is_still_said_somewhere():
    words = spoken()

    gone = [
        text
        for context, text in read_catalogue(CATALOGUE).texts()
        if context != NAMES and not text.startswith(OPENING)
        if not all(is_said(piece, words) for piece in WORDS.split(PLACE.sub(" ", text)) if piece)
    ]

    assert gone == []


def test_every_word_of_a_template_has_its_english():
    messages = [text for _, text in read_catalogue(CATALOGUE).texts()]
    known = {piece for text in messages for piece in pieces_of(text)}

    missing = set()
    for text in template_texts():
        bare = re.sub(r"<code[^>]*data-en.*?</code>|\{[{%].*?[}%]\}|<[^>]*>", "\n", text, flags=re.DOTALL)
        missing |= {each.strip(MARKS) for each in SENTENCES.split(bare) if HAN.search(each)} - known

    assert missing == COMPOSED
    assert all(any(each in text for text in messages) for each in missing)


def pieces_of(message: str) -> Iterator[str]:
    """What stands between the places of a message, whole and sentence by sentence."""
    for piece in PLACES.split(message):
        yield piece.strip(MARKS)
        yield from (each.strip(MARKS) for each in SENTENCES.split(piece))


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ('msgid "园区"\nmsgstr ""\n', "'园区' is not translated"),
        ('msgid "{1} 篇"\nmsgstr "{2} sources"\n', "the translation of '{1} 篇' has a place '2'"),
        ('msgid "见<1>政策</1>"\nmsgstr "see <2>Policies</2>"\n', "has a place '2'"),
        ('msgid "{1} 篇"\nmsgid_plural "{1} 篇"\nmsgstr[0] "{1} source"\nmsgstr[1] ""\n', "not translated"),
    ],
)
def test_a_message_that_cannot_be_used_names_its_line(tmp_path, entry, told):
    path = tmp_path / "en.po"
    path.write_text(HEAD + entry, "utf-8")

    with pytest.raises(ContentError) as caught:
        read_catalogue(path)

    assert "en.po:5" in str(caught.value)
    assert told in str(caught.value)


def test_a_file_that_is_no_catalogue_is_refused(tmp_path):
    path = tmp_path / "en.po"
    path.write_text('msgid "园区\n', "utf-8")

    with pytest.raises(ContentError, match=r"en\.po"):
        read_catalogue(path)
