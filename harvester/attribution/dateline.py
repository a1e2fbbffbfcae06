"""Datelines: "PARIS, May 3 (Reuters) -" at the start of the first paragraph."""

import re
from typing import Final

from harvester.attribution.lexicon import Lexicon, packaged_lexicon
from harvester.attribution.tidy import key, tidy
from harvester.parts import Dateline

_HEAD: Final = 200
"""Characters of a paragraph that are looked at."""
_DASH: Final = r"(?:\s*[.:]?\s*[-–—−―]{1,2}|\.-)"
_BRACKETED: Final = re.compile(
    rf"(?P<front>[^()\[\]]{{0,90}}?)\s*[(\[](?P<agency>[^()\[\]]{{2,40}})[)\]](?P<dash>\s*\.?{_DASH}|\.|\s*:)(?=\s|\w|[«\"“„]|$)"
)
_SLASHED: Final = re.compile(
    rf"(?P<front>[^/]{{3,60}}?)\s*/(?P<agency>[^/\s][^/]{{1,20}})/(?P<dash>\s*\.?{_DASH}|\.)?(?=\s)"
)
_PLAIN: Final = re.compile(rf"(?P<front>[^()–—]{{3,70}}?)(?P<dash>\s+[–—]{{1,2}}|\s+--|\s+-)\s")
_XINHUA: Final = re.compile(
    r"[（(]?(?P<agency>新华社|新華社|中新社|中新网|中央社|人民网|新华网|本报|法新社|路透社|美联社)(?:记者\S{2,10}?)?(?P<place>\D{2,8}?)(?P<date>(?:\d{1,2}月)?\d{1,2}日)电[）)]?"
)
_JAPANESE: Final = re.compile(
    r"[【［\[(（](?P<front>[^】］\])）=＝]{1,24}?)[\s＝=　]*(?P<agency>共同|時事|ロイター|AFP|AFP=時事|AP|ＡＦＰ|ＡＰ)[】］\])）]"
)
_KOREAN: Final = re.compile(
    r"[(\[【（](?P<front>[^=)\]】]{1,20})=(?P<agency>[^)\]】]{2,15})[)\]】](?:\s*[^=]{2,30}기자\s*=)?"
)
_DATE: Final = re.compile(r"(?:^|[,.\s])\s*(?P<date>[^,]*\d[^,]*)$")


def parse_dateline(paragraph_text: str, lexicon: Lexicon | None = None) -> Dateline | None:
    """Return the dateline that opens ``paragraph_text``, or ``None``."""
    words = lexicon or packaged_lexicon()
    text = tidy(paragraph_text[: _HEAD * 2])[:_HEAD]
    for reader in (_asian, _bracketed, _slashed, _plain):
        dateline = reader(text, words)
        if dateline:
            return dateline
    return None


def dateline_names(dateline: Dateline) -> str:
    """Return what stands for the agency in the dateline, as printed: "KNA/iz", "dpo"."""
    inner = re.search(r"[(\[]([^()\[\]]{2,40})[)\]]\W*$", dateline.raw)
    return inner[1] if inner else dateline.agency or ""


def _asian(text: str, lexicon: Lexicon) -> Dateline | None:
    chinese = _XINHUA.match(text)
    if chinese:
        return Dateline(
            chinese.group(), chinese["place"], chinese["date"], _agency(chinese["agency"], lexicon)
        )
    for pattern in (_JAPANESE, _KOREAN):
        match = pattern.match(text)
        if match and (pattern is _JAPANESE or lexicon.agencies.knows(match["agency"])):
            place, date = _place_and_date(match["front"], lexicon)
            return Dateline(match.group(), place, date, _agency(match["agency"], lexicon))
    return None


def _agency(text: str, lexicon: Lexicon) -> str | None:
    """Return the first known agency of "KNA/iz"; an unknown one as printed; ``None`` for satire and initials."""
    whole = lexicon.agencies.find(text)
    if whole:
        return None if whole.satire else text
    for part in re.split(r"[/,]", text):
        if lexicon.agencies.knows(part.strip()):
            return part.strip()
    return None


def _bracketed(text: str, lexicon: Lexicon) -> Dateline | None:
    match = _BRACKETED.match(text)
    if not match or not _is_front(match["front"]):
        return None
    place, date = _place_and_date(match["front"], lexicon)
    agency = _agency(match["agency"], lexicon)
    known = agency is not None or lexicon.agencies.find(match["agency"]) is not None
    if not known and not _is_believable(match, place, date, lexicon):
        return None
    if not known and re.fullmatch(r"[^\W\d_]{2,6}", match["agency"]) is None:
        return None
    if match["dash"].strip() in (".", ":") and not known:
        return None
    return Dateline(match.group().strip(), place, date, agency)


def _is_believable(match: re.Match[str], place: str | None, date: str | None, lexicon: Lexicon) -> bool:
    """Return whether a bracket with an unknown word opens a dateline: a place in capitals, a date, small letters."""
    if place is None:
        return False
    return place.isupper() or date is not None or (match["agency"].islower() and key(place) in lexicon.places)


def _is_front(front: str) -> bool:
    """Return whether the words before the bracket may be place and date: few, none a small one."""
    words = front.replace("/", " ").split()
    small = [w for w in words if w[0].islower() and len(w) > 3 and not any(c.isdigit() for c in w)]  # noqa: PLR2004
    return len(words) <= 10 and len(small) <= 2  # noqa: PLR2004


def _place_and_date(front: str, lexicon: Lexicon) -> tuple[str | None, str | None]:
    """Split "SEOUL, Aug. 20" into place and date."""
    text = front.strip(" ,.-–—")
    parts = re.split(r",\s*|\.\s+(?=\d)|\s+(?=\d)", text)
    for index, part in enumerate(parts):
        if any(c.isdigit() for c in part):
            place = text[: text.find(part)].strip(" ,.") if index else ""
            return place or None, text[text.find(part) :]
    return text or None, None


def _slashed(text: str, lexicon: Lexicon) -> Dateline | None:
    match = _SLASHED.match(text)
    if match and lexicon.agencies.knows(match["agency"]) and _is_front(match["front"]):
        place, date = _place_and_date(match["front"], lexicon)
        return Dateline(match.group().strip(), place, date, match["agency"])
    return None


def _plain(text: str, lexicon: Lexicon) -> Dateline | None:
    """Read "CITY —": capitals, a known place or a date."""
    match = _PLAIN.match(text)
    if not match or not _is_front(match["front"]):
        return None
    place, date = _place_and_date(match["front"], lexicon)
    head = (place or "").split(",")[0]
    if not head.isupper() or len(head) < 3 or key(head) in _SHOUTS or head.count(" ") > 3:  # noqa: PLR2004
        return None
    return Dateline(match.group().strip(), place, date, None)


_SHOUTS: Final = frozenset(
    "breaking live update updated exclusive video watch opinion analysis correction editorial explainer note who sport sports review news new photos poll "
    "listen podcast fact check eilmeldung ticker kommentar achtung urgent directo vivo último minuto última hora esclusiva diretta live blog".split()
)
