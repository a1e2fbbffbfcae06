"""What a listing page or a rail says of an article beside its address: one reader for both."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from harvester.attribution import split_label
from harvester.pages.railing.dating import date_apart, is_date
from harvester.pages.railing.phrases import Phrase, spoken_by
from harvester.pages.railing.titles import Title, title_of
from harvester.pages.railing.wording import is_no_label, opens_byline, said_by, width
from harvester.pages.walk import Element
from harvester.parts import Teaser
from harvester.urls import absolute

_LABEL: Final = 40
_SUMMARY: Final = 40
_SENTENCE: Final = 25
_WIDE_SENTENCE: Final = 10
_SENTENCE_ENDS: Final = (".", "!", "?", "…", "。", "！", "？", "؟", "।")
_BYLINE: Final = 80
_RANK = re.compile(r"#?([1-9]|[1-4]\d|50)[.)]?")
_NO_LABEL = re.compile(
    r"author|byline|autor(?![a-z])|comment|credit|caption|copyright|duration|share|count|icon"
)
_PERSON = re.compile(
    r"/(?:authors?|autor\w*|auteurs?|profiles?|profil|people|persons?|personen|staff|by|journalists?|redakteure?|columnists?|contributors?|reporters?)/"
)
_BETWEEN = re.compile(r"\s+[/|·•]\s+")
_IMAGE_HOLDERS: Final = ("data-src", "data-original", "data-lazy-src", "src")


def read_teaser(  # noqa: PLR0913 - what a cell has
    parts: tuple[Element, ...],
    links: Iterable[Element],
    url: str,
    base: str,
    *,
    unread: str | None = None,
    head: Element | None = None,
) -> Teaser:
    """Return what some elements say of the article at ``url``.

    Args:
        parts: the elements of the teaser and of no other, in reading order.
        links: those of its links that lead to the article.
        url: the article's address, absolute.
        base: the address that relative ones of pictures refer to.
        unread: a text in the parts that is none of the teaser's: the heading over it.
        head: what prints the title where no link does.
    """
    spoken = spoken_by(parts, unread, head)
    ordered = tuple(links)
    own = frozenset(ordered if head is None else (*ordered, head))
    title = title_of(spoken, own)
    beside = _beside(spoken.phrases, title)
    date, labels = _date(
        spoken.clocks, [*title.dates, *(phrase.text for phrase in beside if not phrase.is_duration)]
    )
    beside = [phrase for phrase in beside if not _is_dated(phrase, date)]
    return Teaser(
        title=title.text or _shown(spoken.pictures, ordered),
        url=url,
        summary=_summary(beside, title, own),
        labels=_labels(beside, title, labels),
        date_raw=date,
        image_url=_image(spoken.pictures, base),
        rank=_rank(spoken.phrases[: title.start + 1]),
    )


def _beside(phrases: Sequence[Phrase], title: Title) -> list[Phrase]:
    """Return the phrases outside of the title, each text once."""
    said = {title.text, title.kicker}
    found: dict[str, Phrase] = {}
    for at, phrase in enumerate(phrases):
        is_outside = not title.start <= at < title.stop
        if phrase.text and is_outside and phrase.text not in said:
            found.setdefault(phrase.text, phrase)
    return list(found.values())


def _summary(beside: Iterable[Phrase], title: Title, links: frozenset[Element]) -> str | None:
    """Return what sums the article up: in its title's link, in another link to it, else beside."""
    if title.summary and _sums_up(title.summary):
        return title.summary
    found = [phrase for phrase in beside if _sums_up(phrase.text) and not _is_long_byline(phrase.text)]
    linked = (phrase for phrase in found if phrase.link is not None and phrase.link in links)
    first = next(linked, found[0] if found else None)
    return first.text if first else None


def _is_long_byline(text: str) -> bool:
    return len(text) <= _BYLINE and not text.endswith(_SENTENCE_ENDS) and is_no_label(text)


def _sums_up(text: str) -> bool:
    """Tell whether a text is a summary: long, or a sentence."""
    if len(text) >= _SUMMARY:
        return True
    is_wide = not text.isascii() and text[0] >= "\u2e80"
    return len(text) >= (_WIDE_SENTENCE if is_wide else _SENTENCE) and text.endswith(_SENTENCE_ENDS)


def _is_dated(phrase: Phrase, date: str | None) -> bool:
    """Tell whether a phrase is the date, or has it in it beside labels."""
    if phrase.element.tag == "time" or phrase.text == date:
        return True
    return date is not None and date in phrase.text and date_apart(phrase.text)[0] == date


def _labels(beside: Sequence[Phrase], title: Title, dated: Sequence[str]) -> tuple[str, ...]:
    """Return the kicker, those printed beside the date, and the other short texts that say something."""
    kicker = (*title.labels, *((title.kicker,) if title.kicker else ()), *dated)
    before = ("", *(phrase.text for phrase in beside))
    found = (
        phrase.text
        for phrase, label in zip(beside, before, strict=False)
        if _is_label(phrase) and not opens_byline(label)
    )
    return tuple(dict.fromkeys(part for text in (*kicker, *found) for part in _parted(text)))


def _parted(label: str) -> Sequence[str]:
    """Return the labels that one text holds: "Opinion / Harbour"."""
    parts = [part.strip() for part in _BETWEEN.split(label)]
    is_several = all(part[:1].isalpha() and len(part) <= _SENTENCE for part in parts)
    return parts if is_several and not any(map(is_no_label, parts)) else [label]


def _is_label(phrase: Phrase) -> bool:
    text = phrase.text
    if len(text) > _LABEL or _sums_up(text) or is_date(text) or is_no_label(text):
        return False
    if said_by(text) == "related" or _is_credit(text):
        return False
    link = phrase.link
    if link is not None and (link.get("rel") == "author" or _PERSON.search(link.get("href") or "")):
        return False
    return not _NO_LABEL.search(phrase.name)


def _is_credit(text: str) -> bool:
    """Tell whether a short text says whose the picture is."""
    return text.startswith("©") or (":" in text and split_label(text).kind == "photo")


def _date(clocks: Iterable[Element], texts: Iterable[str]) -> tuple[str | None, tuple[str, ...]]:
    """Return the date as a clock or a short text gives it, and the labels in that text."""
    parted = next((found for found in map(date_apart, texts) if found[0]), (None, ()))
    for clock in clocks:
        raw = clock.get("datetime") or " ".join("".join(clock.itertext()).split())
        if raw:
            return raw, ()
    return parted


def _rank(before: Iterable[Phrase]) -> int | None:
    """Return the number that stands alone before the title."""
    ranks = (_RANK.fullmatch(phrase.text) for phrase in before if phrase.text)
    return next((int(rank[1]) for rank in ranks if rank), None)


def _shown(pictures: Iterable[Element], links: Sequence[Element]) -> str | None:
    """Return what a picture that is the whole link says instead of a title, else the link's attributes."""
    texts = (picture.get("alt") for picture in pictures if any(up in links for up in picture.iterancestors()))
    said = (link.get(name) for name in ("aria-label", "title") for link in links)
    found = (" ".join(text.split()) for text in (*texts, *said) if text)
    return next((text for text in found if width(text) >= _SENTENCE), None)


def _image(pictures: Iterable[Element], base: str) -> str | None:
    for picture in pictures:
        for holder in _IMAGE_HOLDERS:
            source = picture.get(holder) or ""
            if source and not source.startswith("data:") and picture.tag in ("img", "amp-img"):
                return absolute(base, source)
    return None
