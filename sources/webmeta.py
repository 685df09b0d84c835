"""What a web page states of its article: meta tags (GB/T and Open Graph names), JSON-LD, canonical links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from msgspec import Struct

from sources.bylines import NO_PUBLISHER, SITE_SUFFIX, find_title
from sources.credits import names_of
from sources.frontmatter import is_date
from sources.markup import tidy

CHINA = timezone(timedelta(hours=8))
LONGEST = 300  # characters of what a tag may say
TITLES = ("articletitle", "og:title", "twitter:title")
SOURCES = ("contentsource", "source", "mediaid", "article:source", "copyright:source")
SOURCE_CLASSES = frozenset(("source", "article-source", "article_source", "media-name", "laiyuan"))
SITES = ("sitename", "og:site_name", "application-name")
DATES = (
    *("pubdate", "article:published_time", "publishdate", "publish_date", "publish-date", "publishtime"),
    *("datepublished", "og:release_date", "og:published_time", "weibo:article:create_at"),
    *("bytedance:published_time", "firstpublishedtime", "dc.date"),
)
AUTHORS = ("author", "article:author", "og:article:author", "contentauthor")
ADDRESSES = ("og:url", "url")
OFFICES = tuple("网报局区会部委办社站室处院县市台")  # 高新区, 金融办: no author
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟"
    "谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易"
    "乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管"
    "某"
)
SOURCE_LABEL = re.compile(r"^(?:文章|稿件|信息)?来\s?源\s*[:：]?\s*")
DAY = re.compile(r"(?P<year>(?:19|20)\d{2})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})")
COMPACT_DAY = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:\d{4,6})?")
WITH_ZONE = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})")
WECHAT_TIME = re.compile(r"\bct\s*=\s*[\"'](\d{10})[\"']")
SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
PUBLISHER = re.compile(r"[\w·（）()\-]{2,24}")
ADDRESS = re.compile(r"https?://[^\s/<>\"']\S*")


class Stated(Struct, frozen=True):
    """What the page says; `site` and `maybe_published` stand in where its dateline is silent."""

    titles: tuple[str, ...] = ()  # the surest first
    window: str | None = None  # <title>, mostly with the site's name behind
    source: str | None = None
    site: str | None = None
    published: str | None = None
    maybe_published: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()

    def title_among(self, headings: Sequence[str]) -> str | None:
        """The headline: what a meta tag and a heading agree on, else a heading that <title> begins with."""
        known = (*self.titles, self.window or "")
        agreed = [each for each in headings if _long(each) and any(each in title for title in known)]
        if agreed:
            return max(agreed, key=len)
        for title in known:
            if _long(bare := SITE_SUFFIX.sub("", title)):
                return bare
        return next(filter(_long, headings), None) or find_title(headings)


def read_stated(root: Any, page: str) -> Stated:
    """Read before scripts are taken out of the tree: some of it is said in them."""
    tags = _tags(root)
    linked = list(_linked_data(root))
    said = [value for each in linked for value in _dates(each)]
    return Stated(
        titles=_titles(tags, linked),
        window=tidy(root.findtext(".//title") or "")[:LONGEST] or None,
        source=next(filter(_names_publisher, [*_values(tags, SOURCES), *_by_class(root)]), None),
        site=next(
            (name for name in (*_by_id(root, "js_name"), *_values(tags, SITES)) if len(name) <= 30), None
        ),
        published=_first_date([*_values(tags, DATES), *said, *_wechat(page)]),
        maybe_published=_first_date([each.get("datetime") or "" for each in root.iter("time")]),
        url=_address(root, tags, page),
        authors=next(filter(None, map(_people, _values(tags, AUTHORS))), ()),
    )


def _long(title: str) -> bool:
    return len(title) >= 5 and len(title) <= 100 and find_title([title]) is not None


def _tags(root: Any) -> dict[str, str]:
    tags: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop") or ""
        value = tidy(element.get("content") or "")
        if value:
            tags.setdefault(name.strip().lower(), value[:LONGEST])
    return tags


def _values(tags: dict[str, str], names: Sequence[str]) -> list[str]:
    return [SOURCE_LABEL.sub("", tags[name]) for name in names if name in tags]


def _titles(tags: dict[str, str], linked: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    headlines = [each["headline"] for each in linked if isinstance(each.get("headline"), str)]
    return tuple(tidy(title)[:LONGEST] for title in [*_values(tags, TITLES), *headlines])


def _names_publisher(name: str) -> bool:
    return bool(PUBLISHER.fullmatch(name)) and not NO_PUBLISHER.match(name)


def _people(text: str) -> tuple[str, ...]:
    """Names of people: sites write their own name there, too."""
    names = names_of(text)
    return names if all(name[0] in SURNAMES and not name.endswith(OFFICES) for name in names) else ()


def _by_id(root: Any, name: str) -> list[str]:
    return [tidy("".join(each.itertext())) for each in root.xpath("//*[@id=$name]", name=name)]


def _by_class(root: Any) -> Iterator[str]:
    """Short texts of elements whose class says that they name the source."""
    for element in root.iter("a", "span", "em", "i", "p", "div"):
        if not SOURCE_CLASSES.isdisjoint((element.get("class") or "").lower().split()):
            yield SOURCE_LABEL.sub("", tidy("".join(element.itertext())))


def _linked_data(root: Any) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD, those in lists and graphs too."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            todo = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while todo:
            each = todo.pop()
            if isinstance(each, list):
                todo += reversed(each)
            elif isinstance(each, dict):
                yield each
                todo.append(each.get("@graph"))


def _dates(linked: dict[str, Any]) -> Iterator[str]:
    for name in ("datePublished", "pubDate"):
        if isinstance(value := linked.get(name), str):
            yield value


def _wechat(page: str) -> Iterator[str]:
    if match := WECHAT_TIME.search(page):
        yield datetime.fromtimestamp(int(match[1]), UTC).isoformat()


def _first_date(values: Sequence[str]) -> str | None:
    return next(filter(None, map(as_day, values)), None)


def as_day(value: str) -> str | None:
    """The day in China of a date as pages write it: 2023-05-06 10:11, 20230506, 2023-05-05T22:11:00Z."""
    value = value.strip()
    if WITH_ZONE.fullmatch(value):
        try:
            return datetime.fromisoformat(value).astimezone(CHINA).date().isoformat()
        except (ValueError, OverflowError):
            return None
    match = DAY.search(value) or COMPACT_DAY.fullmatch(value)
    if not match or not is_date(*match.group("year", "month", "day")):
        return None
    return "-".join(part.zfill(2) for part in match.group("year", "month", "day"))


def _address(root: Any, tags: dict[str, str], page: str) -> str | None:
    canonical = [each.get("href") or "" for each in root.iter("link") if each.get("rel") == "canonical"]
    saved = SAVED_FROM.findall(page[:4096])
    for value in (*canonical, *_values(tags, ADDRESSES), *saved):
        if match := ADDRESS.fullmatch(value.strip()):
            return str(match[0])
    return None
