"""A record as a card for a person to read: what was harvested, and who gave it."""

from collections.abc import Iterable, Iterator
from typing import Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from harvester.article import Record
from harvester.parts import Image, Party, Rail, Teaser

_HARMLESS: Final = {
    **dict.fromkeys((*range(32), *range(0x7F, 0xA0)), " "),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), None),
}
"""Control letters, and those that turn the rest of a line around: a page must not steer a terminal."""

SHOWN: Final = 2
"""Paragraphs on the card; the rest is counted."""

_LABEL: Final = 8
"""Letters of the column of labels."""

ROLES: Final = {
    "origcont": "wrote it",
    "contentSource": "gave material",
    "originfo": "gave information",
    "author": "author",
    "correspondent": "reported",
    "contentEditor": "edited",
    "imgSupplier": "gave the picture",
    "copyrightHolder": "holds the rights",
    "distributor": "spread it",
}
"""IPTC roles in plain words."""


def card(record: Record) -> Panel:
    """The record in a frame: headline, byline, date, text, picture, source line with its parties, rails."""
    parts = (
        _opening(record),
        _text(record),
        *map(_picture, record.images[:1]),
        _source(record),
        *map(_rail, record.related),
    )
    shown = [part for part in parts if part is not None]
    return Panel(Group(*shown), title="an article", title_align="left", subtitle=record.id, padding=(1, 2))


def _text_of(*parts: str | tuple[str, str]) -> Text:
    """Parts, each a text or a text and its style, as text that steers no terminal."""
    pairs = [(part, "") if isinstance(part, str) else part for part in parts]
    return Text.assemble(*((text.translate(_HARMLESS), style) for text, style in pairs))


def _opening(record: Record) -> RenderableType:
    lines = (
        _text_of((record.kicker or "", "red")),
        _text_of((record.headline or "", "bold")),
        _text_of((record.standfirst or "", "italic")),
        _text_of((" · ".join(_facts(record)), "dim")),
    )
    return Group(*(line for line in lines if line))


def _facts(record: Record) -> Iterator[str]:
    """Byline, date and language, those that are known."""
    if record.byline:
        yield record.byline
    if record.published:
        yield f"{record.published:%d %B %Y}"
    if record.language:
        yield record.language
    yield record.url


def _text(record: Record) -> RenderableType:
    more = len(record.paragraphs) - SHOWN
    rest = [_text_of((f"… and {more} more paragraphs", "dim"))] if more > 0 else []
    lines = (*(_text_of(paragraph.text) for paragraph in record.paragraphs[:SHOWN]), *rest)
    return Group(*(Padding(line, (1, 0, 0, 0)) for line in lines), "")


def _picture(image: Image) -> RenderableType:
    lines = [_labelled("picture", image.caption or "no caption")]
    if image.credit:
        lines.append(_labelled("credit", image.credit))
    return Group(*lines, *_parties(image.parties))


def _source(record: Record) -> RenderableType | None:
    if not record.source_line:
        return None
    return Group(_labelled("source", record.source_line), *_parties(record.sources))


def _labelled(label: str, text: str) -> RenderableType:
    """A text with its label before it; further lines begin below the first one's text."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(style="cyan", width=_LABEL)
    grid.add_column()
    grid.add_row(label, _text_of(text))
    return grid


def _parties(parties: Iterable[Party]) -> Iterator[RenderableType]:
    for party in parties:
        place = f", {party.location}" if party.location else ""
        words = _text_of("→ ", (f"{party.name}{place}", "green"), f": {ROLES[party.role]}")
        yield Padding(words, (0, 0, 0, _LABEL + 1))


def _rail(rail: Rail) -> RenderableType:
    return Group(
        Padding(_text_of((rail.heading or "", "bold cyan")), (1, 0, 0, 0)), *map(_teaser, rail.teasers)
    )


def _teaser(teaser: Teaser) -> RenderableType:
    labels = [(f"[{label}] ", "magenta") for label in teaser.labels]
    return _text_of("• ", *labels, teaser.title or teaser.url)
