"""Whether twice the text takes twice the time, whatever its shape.

`python -m benchmarks.linear [SIZE] [SHAPE...]`; a ratio of about 2 is linear, of about 4 quadratic.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import count, cycle, islice, product

from benchmarks.extraction import ROOT, seconds
from core.gazetteer import gazetteer
from core.lexicon import Lexicon
from core.model import Document, Metadata
from extract import extract_facts
from sources import read_lexicon

SIZE = 20_000  # characters, and then twice as many
Shape = Callable[[int], str]

HAN = "云泽高新区深入推进制造业转型升级持续优化营商环境着力打造现代产业体系"
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"


def up_to(size: int, parts: Iterator[str]) -> str:
    """Parts one after another, cut at so many characters."""
    found, length = [], 0
    while length < size:
        found.append(next(parts))
        length += len(found[-1])
    return "".join(found)[:size]


def again(words: str) -> Shape:
    """The same words again and again."""
    return lambda size: up_to(size, cycle([words]))


def numbered(pattern: str) -> Shape:
    """A pattern filled with one number after another."""
    return lambda size: up_to(size, (pattern.format(number) for number in count(1)))


def named(pattern: str) -> Shape:
    """A pattern filled with one made-up name after another."""
    names = ("".join(letters) for letters in product(SURNAMES, SURNAMES, SURNAMES))
    filled = [pattern.format(name) for name in islice(names, 20_000)]
    return lambda size: up_to(size, cycle(filled))


def placed(pattern: str) -> Shape:
    """A pattern filled with the name of one place after another."""
    return lambda size: up_to(size, cycle([pattern.format(place) for place in sorted(gazetteer())]))


def nested(opening: str, closing: str) -> Shape:
    """Brackets within brackets, down to the middle and up again."""
    return lambda size: opening * (size // 2) + closing * (size - size // 2)


SENTENCE = "{0}年前，云泽高新区第{0}期工程完成投资{0}.5亿元，增长{0}%，其中工业投资{0}亿元；新增企业{0}家。"
ARTICLE = "云泽高新区 第{0}则新闻\n\n本报讯 近日，企业达{0}家。\n记者 某某\n\n"
SHAPES: Mapping[str, Shape] = {
    "sentences in lines": numbered(SENTENCE + "\n"),
    "sentences in one line": numbered(SENTENCE),
    "one sentence": numbered(SENTENCE.replace("。", "；")),
    "numbers in one sentence": numbered("{0}亿元、"),
    "bare numbers": numbered("{0} "),
    "numbers in lines": numbered("产值{0}亿元\n"),
    "numbers without marks": numbered("产值{0}亿元"),
    "times": numbered("202{0}年1—{0}月"),
    "ranks": numbered("居全省第{0}位，"),
    "ranges": numbered("{0}—{0}亿元，"),
    "changes": numbered("由{0}家增至{0}家，"),
    "respective": numbered("产值、税收分别增长{0}%、{0}%，"),
    "Han without marks": again(HAN),
    "park suffixes": again("高新区"),
    "parks, one name": again("云泽高新区、"),
    "parks, many names": placed("{0}高新区、"),
    "parks in lines": placed("{0}经开区实现产值30亿元。\n"),
    "companies": named("{0}科技有限公司、"),
    "companies in lines": named("宁州{0}光电科技有限公司投资3亿元。\n"),
    "company suffixes": again("有限公司"),
    "projects": named("{0}光电基地项目总投资3亿元，"),
    "projects in lines": named("{0}光电基地项目总投资3亿元，已开工。\n"),
    "titles": named("《{0}高新区若干政策措施》"),
    "terms": named("推行“{0}计划”，"),
    "honours": named("获评“{0}示范园区”，"),
    "industries": named("{0}产业、"),
    "articles": numbered(ARTICLE),
    "undated articles": numbered(ARTICLE),
    "undated sentences": numbered(SENTENCE + "\n"),
    "broken lines": numbered("云泽高新区推进第{0}项工作的半导体研\n\n"),
    "digits": again("7"),
    "full-width digits": again("７"),
    "thousands": again("123,"),
    "points": again("1."),
    "dashes": again("1-"),
    "slashes": again("1/2"),
    "Chinese digits": again("一"),
    "ten thousands": again("万"),
    "hundred millions": again("亿"),
    "hundreds": again("百"),
    "years": again("年"),
    "ordinals": again("第"),
    "tops": again("居"),
    "enumeration commas": again("、"),
    "commas": again("，"),
    "full stops": again("。"),
    "per cents": again("%"),
    "opening titles": again("《"),
    "nested titles": nested("《", "》"),
    "nested quotes": nested("“", "”"),
    "nested brackets": nested("（", "）"),
    "brackets in one sentence": numbered("产值（{0}亿元）"),
    "letters": again("a"),
    "markup": again("<b>"),
    "newlines": again("\n"),
    "Windows lines": numbered("产值{0}亿元。\r\n"),
    "vertical tabs": numbered("产值{0}亿元。\v"),
    "spaces": again(" "),
    "wide spaces": again("\u3000"),
    "spaces between": again("产 "),
    "zero width": again("产\u200b"),
    "bidi": again("\u202e产\u202c"),
    "rare characters": again("𠮷"),
    "combining": again("e\u0301"),
}


def read(text: str, *, published: str | None = "2023-05") -> object:
    """All facts of a text that is one document."""
    return extract_facts(Document("d", "d", text, 0, Metadata(published=published)), (), lexicon())


@cache
def lexicon() -> Lexicon:
    return read_lexicon(ROOT / "extract" / "lexicon", None)


def measured(text: str, name: str) -> float:
    """Seconds to read a text of a shape; an undated one has to find its date in its own words."""
    published = None if name.startswith("undated") else "2023-05"
    return seconds(lambda: read(text, published=published))


def main() -> None:
    """Print for each shape the characters a second at two sizes and how much longer twice the text takes."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else SIZE
    read(SENTENCE.format(1))  # loads jieba's dictionary
    print(
        f"{'shape':26} {size:>10,} {2 * size:>10,} characters, each read at so many a second; ratio of times"
    )
    for name in sys.argv[2:] or SHAPES:
        once, twice = (measured(SHAPES[name](length), name) for length in (size, 2 * size))
        print(f"{name:26} {size / once:10,.0f} {2 * size / twice:10,.0f} {twice / once:6.1f}", flush=True)


if __name__ == "__main__":
    main()
