"""Reads the pieces that ship with the package: TOML files to ``Piece`` values dated back from a day."""

import tomllib
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from importlib.resources import files
from typing import Any, Final

from harvester.newspaper.piece import Block, Party, Photo, Piece

ZONE: Final = timezone(timedelta(hours=1))
"""Port Ellery keeps one hour ahead of UTC all the year round."""

MARKS: Final = {"## ": "h2", "> ": "quote", "- ": "li"}
PICKED: Final = ("Editor's choice", "News")

Row = dict[str, Any]


def current_day() -> date:
    """Today in UTC."""
    return datetime.now(UTC).date()


def read_pieces(today: date) -> tuple[Piece, ...]:
    """Every piece of the package, newest first, dated so many days before ``today``."""
    pieces = [_piece(row, today) for row in _rows()]
    return tuple(sorted(pieces, key=lambda piece: (piece.published, piece.id), reverse=True))


@cache
def _rows() -> tuple[Row, ...]:
    """The tables of all files, each with the section and the layout of its file."""
    folder = files("harvester.newspaper") / "pieces"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    desks = [tomllib.loads((folder / name).read_text("utf-8")) for name in names]
    return tuple({"section": d["section"], "layout": d["layout"]} | row for d in desks for row in d["piece"])


def _piece(row: Row, today: date) -> Piece:
    published = dated(today, row["days"], row["time"])
    blocks = read_blocks(row["body"])
    odd = {
        "blocks": blocks,
        "published": published,
        "authors": tuple(row.get("authors", ())),
        "dateline": _dateline(row.get("dateline"), published),
        "summary": row.get("summary") or row.get("standfirst") or blocks[0].text,
        "labels": tuple(row.get("labels") or (PICKED if row["id"] % 3 == 1 else ("News",))),
        "sources": _parties(row.get("sources", ())),
        "photo": _photo(row.get("photo")),
        "related": tuple(row.get("related", ())),
        "popular": tuple(row.get("popular", ())),
    }
    return Piece(**{key: value for key, value in row.items() if key not in {"days", "time", "body"}} | odd)


def dated(today: date, days: int, clock: str) -> datetime:
    """``clock`` ("09:40", the paper's own time) on the day that lies ``days`` before ``today``."""
    return datetime.combine(today - timedelta(days=days), time.fromisoformat(clock), ZONE)


def read_blocks(text: str) -> tuple[Block, ...]:
    """Paragraphs between blank lines; ``## `` opens a subhead, ``> `` a quote, ``- `` an item of a list."""
    chunks = [line for chunk in text.strip().split("\n\n") for line in chunk.splitlines()]
    return tuple(_block(chunk.strip()) for chunk in chunks if chunk.strip())


def _block(line: str) -> Block:
    for mark, kind in MARKS.items():
        if line.startswith(mark):
            return Block(kind, line.removeprefix(mark))
    return Block("p", line)


def _dateline(form: str | None, published: datetime) -> str | None:
    return form.format(date=f"{published:%B} {published.day}") if form else None


def _photo(row: Row | None) -> Photo | None:
    return Photo(**row | {"parties": _parties(row.get("parties", ()))}) if row else None


def _parties(rows: "list[Row] | tuple[()]") -> tuple[Party, ...]:
    return tuple(Party(**row) for row in rows)
