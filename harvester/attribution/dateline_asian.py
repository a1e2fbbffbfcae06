"""Datelines of East Asia: "新华社北京11月17日电", "【ワシントン共同】", "(서울=연합뉴스)"."""

import re
from typing import Final

from harvester.attribution.lexicon import Lexicon
from harvester.parts import Dateline

_CHINESE: Final = re.compile(
    r"[（(]?(?P<agency>[\u4e00-\u9fff]{2,5}?[社网報报網])(?:记者|記者)?(?P<place>[^\d\s，。,.]{2,12}?)"
    r"(?P<date>(?:\d{1,2}月)?\d{1,2}日)(?:\([^)]{1,12}\))?(?:综合)?[电電][）)]?"
)
_JAPANESE: Final = re.compile(
    r"[【［\[(（](?P<front>[^】］\])）=＝]{1,24}?)[\s＝=]{0,2}(?P<agency>[^\s\d】］\])）=＝]{2,8})[】］\])）]"
)
_KOREAN: Final = re.compile(
    r"[(\[【（](?P<place>[^=＝)\]】]{1,20})[=＝](?P<agency>[^)\]】]{2,15})[)\]】](?:\s?[^=.]{2,30}(?:기자|특파원)\s?=)?"
)
_DATED: Final = re.compile(r"(?P<place>\D+?)?[\s,]?(?P<date>(?:\d{1,2}月)?\d{1,2}日)?\s?$")


def read_asian(text: str, lexicon: Lexicon) -> Dateline | None:
    """Return the dateline that opens ``text``: of an agency that the lexicon knows, or a paper's own."""
    for pattern in (_CHINESE, _KOREAN, _JAPANESE):
        match = pattern.match(text)
        if match is None:
            continue
        if pattern is _JAPANESE:
            return _japanese(match, lexicon)
        known = lexicon.agencies.knows(match["agency"])
        if known or pattern is _CHINESE:
            groups = match.groupdict()
            agency = match["agency"] if known else None
            place = _behind_reporter(match, lexicon)
            return Dateline(match.group(), place, groups.get("date"), agency)
    return None


def _behind_reporter(match: re.Match[str], lexicon: Lexicon) -> str:
    """Return the place of "中央社記者李明台北3日電": what a reporter's name leaves of a known one."""
    place = match["place"]
    if "者" not in match.group():
        return place
    ends = (place[start:] for start in range(2, len(place) - 1))
    return next((end for end in ends if lexicon.has("places", end)), place)


def _japanese(match: re.Match[str], lexicon: Lexicon) -> Dateline | None:
    """Read "【ワシントン共同】": the agency's name is glued to the place."""
    inner = match.group()[1:-1].replace("　", " ")
    for length in range(len(inner) - 1, 1, -1):
        agency = inner[-length:]
        if lexicon.agencies.knows(agency):
            front = _DATED.match(inner[:-length].rstrip(" =＝"))
            place, date = (front["place"], front["date"]) if front else (None, None)
            return Dateline(match.group(), place, date, agency)
    return None
