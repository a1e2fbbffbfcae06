"""What a harvester recorded beside what the newspaper printed: the differences, each as a sentence.

``differences(expected, article)`` takes an ``Expected`` of the newspaper and an ``Article`` or ``Record``.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from harvester.article import Article
from harvester.newspaper import Expected
from harvester.parts import Image, Rail

Pair = tuple[str, Any, Any]
"""Name of a field, what was recorded, what was printed."""

LABELS = ("Photo: ", "Fotoğraf: ", "تصوير: ")
"""Words before a credit that may be kept, as they are printed, or left out."""


def differences(expected: Expected, article: Article) -> tuple[str, ...]:
    """What is recorded otherwise than it was printed; empty for a perfect record."""
    pairs = (*_words(expected, article), *_facts(expected, article), *_around(expected, article))
    return tuple(f"{name}: {got!r}, printed {want!r}" for name, got, want in pairs if got != want)


def _words(expected: Expected, article: Article) -> Iterator[Pair]:
    yield "headline", article.headline, expected.headline
    yield "standfirst", article.standfirst, expected.standfirst
    printed = [(block.kind, block.text) for block in expected.paragraphs]
    recorded = [(paragraph.kind, " ".join(paragraph.text.split())) for paragraph in article.paragraphs]
    yield from _paragraphs(recorded, printed)


def _paragraphs(recorded: list[tuple[str, str]], printed: list[tuple[str, str]]) -> Iterator[Pair]:
    """The first paragraph that differs, and their number: one fault is not to be told ten times."""
    yield "number of paragraphs", len(recorded), len(printed)
    yield from (
        (f"paragraph {n}", *both)
        for n, both in enumerate(zip(recorded, printed, strict=False))
        if both[0] != both[1]
    )


def _facts(expected: Expected, article: Article) -> Iterator[Pair]:
    yield "byline", article.byline, expected.byline
    yield "authors", tuple(author.name for author in article.authors), expected.authors
    yield "dateline", article.dateline.raw if article.dateline else None, expected.dateline
    yield "published", article.published, expected.published
    yield "language", (article.language or "").partition("-")[0], expected.language
    yield "source line", article.source_line, expected.source_line
    if expected.sources:
        parties = tuple((party.name, party.role, party.location, party.generic) for party in article.sources)
        printed = tuple((party.name, party.role, party.location, party.generic) for party in expected.sources)
        yield "sources", parties[: len(printed)], printed
    notes = tuple(note.text for note in article.corrections)
    yield "corrections", notes, (expected.correction,) if expected.correction else ()


def _around(expected: Expected, article: Article) -> Iterator[Pair]:
    pictures = [image for image in article.images if image.caption]
    printed = [expected.photo] if expected.photo else []
    yield (
        "captions",
        [_bare(image.caption) for image in pictures],
        [_bare(photo.caption) for photo in printed],
    )
    yield "credits", [_credit(image) for image in pictures], [_unlabelled(photo.credit) for photo in printed]
    yield "rails", [_recorded(rail) for rail in article.related], [_printed(rail) for rail in expected.rails]


def _bare(text: str | None) -> str:
    return (text or "").rstrip(".")


def _credit(image: Image) -> str:
    return _unlabelled(image.credit or "")


def _unlabelled(credit: str) -> str:
    return next((credit.removeprefix(label) for label in LABELS if credit.startswith(label)), credit)


def _recorded(rail: Rail) -> tuple[Any, ...]:
    teasers = [(t.title, _path(t.url), " ".join((t.summary or "").split()), t.labels) for t in rail.teasers]
    return rail.heading, rail.kind, teasers


def _printed(rail: Any) -> tuple[Any, ...]:
    return (
        rail.heading,
        rail.kind,
        [(t.title, t.path, " ".join(t.summary.split()), t.labels) for t in rail.teasers],
    )


def _path(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
