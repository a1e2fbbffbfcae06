"""The pages with their references: folders of ``ID.html`` with a ``truth.jsonl``; not in the repository."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

SETS = ("aeb", "fundus_eval", "fundus_pages", "trafilatura_eval", "postlight")


@dataclass(frozen=True)
class TrueCaption:
    """A caption of the reference, with the names of its credit."""

    caption: str
    credits: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Truth:
    """What a reference says of one page; an empty field: nothing is known of it."""

    id: str
    set: str
    url: str
    file: Path
    headline: str | None
    body: str | None
    paragraphs: tuple[str, ...]
    optional: frozenset[int]
    """Places of paragraphs that may be left out."""
    standfirsts: int
    """So many paragraphs at the top are the standfirst."""
    subheads: frozenset[int]
    wanted: tuple[str, ...]
    """Snippets that must be in the body."""
    unwanted: tuple[str, ...]
    authors: tuple[str, ...]
    published: str | None
    language: str | None
    captions: tuple[TrueCaption, ...]
    source_line: str | None


@dataclass(frozen=True)
class Pages:
    """The folder of the sets."""

    root: Path

    @classmethod
    def at(cls, folder=None):
        """The folder given, else ``HARVESTER_PAGES``, else ``~/.cache/harvester-pages``."""
        return cls(
            Path(folder or os.environ.get("HARVESTER_PAGES") or Path.home() / ".cache/harvester-pages")
        )

    @property
    def there(self):
        return any((self.root / name / "truth.jsonl").is_file() for name in SETS)

    def truths(self, name):
        """The references of a set, in its order."""
        return [_truth(self.root / name, row) for row in read_lines(self.root / name / "truth.jsonl")]

    def rows(self, name):
        """The rows of an annotation: ``source-lines`` or ``rails``."""
        return read_lines(self.root / f"{name}.jsonl")


def read_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def _truth(folder, row):
    captions = row.get("captions") or ()
    return Truth(
        id=row["id"],
        set=row["set"],
        url=row["url"],
        file=folder / f"{row['id']}.html",
        headline=row.get("headline"),
        body=row.get("body"),
        paragraphs=tuple(row.get("paragraphs") or ()),
        optional=frozenset(row.get("optional") or ()),
        standfirsts=row.get("summary_n") or 0,
        subheads=frozenset(row.get("subheads") or ()),
        wanted=tuple(row.get("with") or ()),
        unwanted=tuple(row.get("without") or ()),
        authors=tuple(row.get("authors") or ()),
        published=row.get("published"),
        language=row.get("language"),
        captions=tuple(TrueCaption(c.get("caption") or "", tuple(c.get("credits") or ())) for c in captions),
        source_line=row.get("source_line"),
    )
