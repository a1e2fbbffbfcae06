"""Dates that are not for the eye: data, meta elements, the address, the link that led here."""

import re
from collections.abc import Iterator
from datetime import datetime, time
from typing import Final
from urllib.parse import urlsplit

from harvester.pages.date_words import month_of
from harvester.pages.dating.claims import Claim, Of, Setting
from harvester.pages.dating.marks import marks
from harvester.pages.document import Document
from harvester.pages.moments import Moment
from harvester.parts import Method

_METHODS: Final[dict[str, Method]] = {"feed": "feed", "sitemap": "sitemap", "listing": "markup"}
_DATA: Final = 3.0
_OPEN: Final = 2.6
_META: Final = 2.0
_GENERIC: Final = 1.5
_WEAK: Final = 1.0
_WITNESS: Final = 0.25
_YEAR: Final = r"(?P<year>(?:19[89]|20[0-4])\d)"
_IN_PATH: Final = re.compile(
    rf"(?:^|[/_.-]){_YEAR}(?P<cut>[/_.-]?)(?P<month>0?[1-9]|1[0-2]|[a-z]{{3}})(?P=cut)"
    r"(?P<day>0[1-9]|[12]\d|3[01]|[1-9](?=/))(?!\d)"
)
_BACKWARDS: Final = re.compile(
    rf"(?:^|[/_-])(?P<day>0[1-9]|[12]\d|3[01])(?P<cut>[/_.-])(?P<month>0[1-9]|1[0-2])(?P=cut){_YEAR}(?!\d)"
)


def structured_claims(document: Document, setting: Setting) -> Iterator[Claim]:
    """Yield what JSON-LD or microdata say of the page's own article."""
    article = document.structured.article
    if article is None:
        return
    said: tuple[tuple[Of, str | None, str, float], ...] = (
        ("published", article.date_published, "datePublished", _DATA),
        ("published", article.date_created, "dateCreated", _WEAK),
        ("modified", article.date_modified, "dateModified", _DATA),
    )
    for of, raw, key, weight in said:
        yield from _claim(of, raw, (article.method, key, weight), setting)


def meta_claims(document: Document, setting: Setting) -> Iterator[Claim]:
    """Yield what meta elements say, best first; the first counts, the others witness."""
    metas, ranks = document.metas, marks().metas
    seen: set[Of] = set()
    for name in sorted(metas.keys() & ranks.keys(), key=lambda name: ranks[name][1]):
        of, raw = ranks[name][0], metas[name][0]
        method: Method = "opengraph" if name.startswith(("og:", "article:")) else "meta"
        weight = _WITNESS if of in seen else _weight_of(name)
        for claim in _claim(of, raw, (method, name, weight), setting):
            yield claim
            seen.add(of)


def unread(document: Document, of: Of) -> Iterator[str]:
    """Yield what data and head have in the place of a date, whether it is one or not."""
    article = document.structured.article
    raw = (article.date_published if of == "published" else article.date_modified) if article else None
    if raw:
        yield raw
    ranks = marks().metas
    for name, values in document.metas.items():
        if name in ranks and ranks[name][0] == of:
            yield values[0]


def _weight_of(name: str) -> float:
    if name in marks().generic:
        return _GENERIC
    return _OPEN if name.startswith(("og:", "article:")) else _META


def address_claims(document: Document, setting: Setting) -> Iterator[Claim]:
    """Yield the day in the page's address."""
    path = urlsplit(document.url).path.lower()[:500]
    for match in (*_IN_PATH.finditer(path), *_BACKWARDS.finditer(path)):
        month = match["month"] if match["month"].isdigit() else str(month_of(match["month"], "en") or 0)
        moment = setting.read(f"{match['year']}-{month.zfill(2)}-{match['day'].zfill(2)}")
        if moment:
            yield Claim("published", match[0].strip("/_.-"), moment, "url", "path", _WEAK)
            return


def announced_claims(document: Document) -> Iterator[Claim]:
    """Yield what the feed, sitemap or listing says that led here."""
    link = document.evidence.announced
    if link is None:
        return
    said: tuple[tuple[Of, datetime | None, str | None], ...] = (
        ("published", link.published, link.published_raw),
        ("modified", link.modified, None),
    )
    for of, value, printed in said:
        if value is not None:
            raw = printed or value.isoformat()
            is_day = value.time() == time() and ":" not in raw
            moment = Moment(value, "day", "unknown") if is_day else Moment(value, "second", "explicit")
            yield Claim(of, raw, moment, _METHODS[link.found_in], link.found_in, _GENERIC)


def _claim(of: Of, raw: str | None, source: tuple[Method, str, float], setting: Setting) -> Iterator[Claim]:
    moment = setting.read(raw) if raw else None
    if raw and moment:
        yield Claim(of, raw, moment, *source)
