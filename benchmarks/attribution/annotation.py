"""Lines and rails of real pages as a person has read them, and an extractor's answers for their pages."""

from collections import Counter
from dataclasses import dataclass

from running.run import Asked, run
from scoring.counts import mean


@dataclass(frozen=True)
class TrueLine:
    """A line that says where copy or a picture comes from, or only looks like one (scope ``none``)."""

    page: str
    url: str
    kind: str
    scope: str
    raw: str
    names: tuple[str, ...]
    """The named parties; generic ones ("agencies") are left out."""


@dataclass(frozen=True)
class TrueTeaser:
    title: str
    url: str
    label: str | None


@dataclass(frozen=True)
class TrueRail:
    """A rail: its heading, how many teasers, the first and the last of them."""

    page: str
    url: str
    heading: str | None
    kind: str
    in_body: bool
    """It stands among the paragraphs."""
    count: int
    ends: tuple[TrueTeaser, TrueTeaser]


RAIL_KINDS = {"most-read": "popular"}
"""The annotation's word, and the record's."""


def true_lines(pages):
    """The lines, in their order."""
    return [
        TrueLine(
            *(row[key] for key in ("page", "url", "kind", "scope", "raw")),
            tuple(p["name"] for p in row["expected"] if not p["generic"]),
        )
        for row in pages.rows("source-lines")
    ]


def true_rails(pages):
    """The rails, in their order."""
    return [
        TrueRail(
            *(row[key] for key in ("page", "url", "heading")),
            RAIL_KINDS.get(row["rail_kind"], row["rail_kind"]),
            bool(row["among_paragraphs"]),
            row["teasers"],
            tuple(
                TrueTeaser(row[end]["title"], row[end]["href"], row[end]["label"])
                for end in ("first", "last")
            ),
        )
        for row in pages.rows("rails")
    ]


def read_pages(name, rows, pages, workers=1):
    """Run an extractor over the pages of these lines or rails, each once; raises ``NoRun``."""
    asked = {row.page: Asked(row.page, row.url, pages.root / row.page) for row in rows}
    return run(name, list(asked.values()), workers)


def share(scores, key):
    """The share that is true, of those that tell."""
    return mean(value for value in (getattr(score, key) for score in scores) if value is not None)


def grouped(scores, key, total):
    """{group: figures}, the largest group first."""
    counts = Counter(key(score) for score in scores)
    return {group: total([s for s in scores if key(s) == group]) for group, _ in counts.most_common()}
