"""The shape of an address: what its path says to someone who knows no site and no language."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final, Literal
from urllib.parse import unquote

from harvester.urls.identity import identity_key

_DATA: Final = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))
Family = Literal["article", "topic", "archive", "media", "service"]
_FAMILIES: Final = {
    family: frozenset(_DATA[family]) for family in ("article", "topic", "archive", "media", "service")
}
_LISTING_SEGMENTS: Final = _FAMILIES["topic"] | _FAMILIES["service"] | _FAMILIES["archive"]
_SERVICE_WORDS: Final = frozenset(_DATA["service_words"])
_PARAMETERS: Final = {family: frozenset(names) for family, names in _DATA["parameters"].items()}
_FILES: Final = frozenset(_DATA["files"]["file"])
_PAGES: Final = frozenset(_DATA["files"]["page"])

_MONTH: Final = r"(?:0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_YEAR: Final = r"(?:19[89]\d|20[0-4]\d)"
_DATE = re.compile(
    rf"(?<!\d){_YEAR}([/._-]){_MONTH}(?:\1(?:0?[1-9]|[12]\d|3[01]))?(?=[/._-]|$)"
    rf"|(?<!\d)(?:0?[1-9]|[12]\d|3[01])([/._-]){_MONTH}\2{_YEAR}(?=[/._-]|$)"
    rf"|(?<!\d){_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?=\D|$)",
)
_YEAR_ALONE = re.compile(rf"/{_YEAR}(?=/|$)")
_ENDS_IN_DATE = re.compile(
    rf"/(?:{_YEAR}(?:[/-]{_MONTH}(?:[/-](?:0?[1-9]|[12]\d|3[01]))?)?|{_YEAR}\d{{2}}(?:\d{{2}})?)(?:/(?:page|p)?/?\d{{1,3}})?$"
)
_NUMBER = re.compile(r"(?<!\d)\d{5,}(?!\d)")
_SHORT_NUMBER = re.compile(r"(?<!\d)\d{3,4}(?!\d)")
_CODE = re.compile(r"(?=[a-z]*\d)(?=\d*[a-z])(?=(?:[a-z]*\d){2})[a-z0-9]{8,}")
_MIXED = re.compile(r"/(?=[A-Za-z]*\d)(?=[A-Za-z0-9]*[a-z][A-Z0-9])(?=[a-z0-9]*[A-Z])[A-Za-z0-9]{5,}$")
"""A last segment that mixes capitals, small letters and digits."""
_PAGE_NUMBER = re.compile(r"/(?:page|p|seite|pagina|strona|sayfa|sida|side|pg)?[-_/]?\d{1,3}$")
_SHORT: Final = 2
_COUNTED = re.compile(r"[-_]?\d+$")
"""The number in "profile-671": the word before it counts."""
_SPLIT = re.compile(r"[-_+,~\s.:!'’]+")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Shape:
    """What the path and the query of an address say."""

    depth: int
    """Segments of the path."""
    words: int
    """Of the slug: runs of letters between hyphens; letters of scripts without spaces count by twos."""
    date: Literal["none", "year", "inside", "end"]
    """A date among the segments or at their end, where archives have it."""
    number: Literal["none", "short", "long"]
    """Digits as of a database: 3 to 4, or more."""
    bare_number: bool
    """The last segment is a number and nothing else."""
    code: bool
    """Letters mixed with digits, as no word is."""
    extension: str
    families: frozenset[Family]
    """Of which families of words segments are."""
    page_number: bool
    query: Literal["none", "article", "listing", "service"]

    @property
    def is_file(self) -> bool:
        """True for pictures, sounds, documents and data."""
        return self.extension in _FILES


@lru_cache(maxsize=4096)
def shape_of(url: str) -> Shape:
    """Return the shape of an absolute address."""
    path, query = _parts(url)
    slug, day = _without_last_day(path)
    segments = _segments(slug)
    stem, extension = _stem(segments[-1] if segments else "")
    plain = "/" + "/".join([*segments[:-1], stem]) if segments else ""
    number = _number(plain)
    code = _is_code(segments, stem, slug)
    return Shape(
        depth=len(segments),
        words=_words(segments[:-1], stem, has_number=number == "long" or code),
        date="inside" if day else _date(plain),
        number=number,
        bare_number=number == "long" and stem.isdigit(),
        code=code,
        extension=extension,
        families=_families([*segments[:-1], stem]),
        page_number=_PAGE_NUMBER.search(plain) is not None,
        query=_query(query),
    )


def _parts(url: str) -> tuple[str, str]:
    """Return path and query of the address's key, so that tracking and AMP forms have the article's shape."""
    front, _, query = identity_key(url).partition("#")[0].partition("?")
    _, slash, path = front.partition("/")
    return slash + path, query


def _without_last_day(path: str) -> tuple[str, bool]:
    """Cut the day that some systems put after the slug; tell whether there was one."""
    ending = _ENDS_IN_DATE.search(path)
    if ending and _count(path[: ending.start()].rpartition("/")[2]) > _SHORT:
        return path[: ending.start()], True
    return path, False


def _is_code(segments: list[str], stem: str, path: str) -> bool:
    tokens = _SPLIT.split("-".join([*segments[-2:-1], stem]))
    return any(_CODE.fullmatch(token) for token in tokens) or _MIXED.search(path) is not None


def _segments(path: str) -> list[str]:
    return [_plain(segment) for segment in unquote(path).split("/") if segment]


def _plain(segment: str) -> str:
    """Return a segment in lower case without accents, which addresses drop or keep as they like."""
    if segment.isascii():
        return segment.lower()
    decomposed = unicodedata.normalize("NFKD", segment.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _stem(segment: str) -> tuple[str, str]:
    stem, dot, extension = segment.rpartition(".")
    known = dot and (extension in _FILES or extension in _PAGES)
    return (stem, extension) if known else (segment, "")


def _words(before: list[str], stem: str, *, has_number: bool) -> int:
    """Count the words of the slug: of the last segment, or of the one before where the last is a number.

    A last segment of one or two words may be a code of letters alone; then the one before counts nearly.
    """
    count = _count(stem)
    if not before or count > _SHORT:
        return count
    earlier = max(map(_count, before[-2:] if has_number else before[-1:]))
    is_code = has_number or (count < _SHORT and any(char.isdigit() for char in stem))
    return max(count, earlier if is_code else earlier - 1)


def _count(segment: str) -> int:
    unspaced = len(_UNSPACED.findall(segment))
    if unspaced:
        return unspaced // 2
    return sum(1 for token in _SPLIT.split(segment) if _LETTERS.search(token) and not _CODE.fullmatch(token))


def _date(path: str) -> Literal["none", "year", "inside", "end"]:
    if _ENDS_IN_DATE.search(path):
        return "end"
    if _DATE.search(path):
        return "inside"
    return "year" if _YEAR_ALONE.search(path) else "none"


def _number(path: str) -> Literal["none", "short", "long"]:
    undated = _YEAR_ALONE.sub("/", _DATE.sub("", path))
    if _NUMBER.search(undated):
        return "long"
    return "short" if _SHORT_NUMBER.search("/".join(undated.split("/")[-2:])) else "none"


def _families(segments: list[str]) -> frozenset[Family]:
    bare = [_COUNTED.sub("", segment) for segment in segments]
    found = {family for family, words in _FAMILIES.items() if not words.isdisjoint(bare)}
    tokens = _SPLIT.split(segments[-1]) if segments else []
    if len(tokens) <= 4 and not _SERVICE_WORDS.isdisjoint(tokens):  # noqa: PLR2004 - a headline is longer
        found.add("service")
    return frozenset(found)  # type: ignore[arg-type]


def is_service_text(text: str) -> bool:
    """Tell whether a link's text is the name of a page about the site: "Impressum", "Contact us"."""
    words = "-".join(_SPLIT.split(_plain(text.strip())))
    return words in _FAMILIES["service"] or words in _FAMILIES["media"]


def _query(query: str) -> Literal["none", "article", "listing", "service"]:
    found: set[str] = set()
    for parameter in query.split("&") if query else ():
        name, _, value = parameter.lower().partition("=")
        for family, names in _PARAMETERS.items():
            if name in names and (family != "article" or any(char.isdigit() for char in value)):
                found.add(family)
    return next((family for family in ("service", "article", "listing") if family in found), "none")


def is_listing_segment(segment: str) -> bool:
    """Tell whether a segment of a path, in lower case, is one of lists, persons or pages about the site."""
    return segment in _LISTING_SEGMENTS
