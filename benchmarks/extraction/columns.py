"""The columns of the table: each a figure of many page scores, with the direction in which it is good."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from scoring.counts import mean, ratio
from scoring.shingles import mean_body, spread_of_body


@dataclass(frozen=True)
class Column:
    """One figure of a set."""

    key: str
    head: str
    digits: int
    figure: Callable
    """``figure(pages: list[PageScore])`` gives a number, or ``None`` where no reference tells."""
    better: Literal["higher", "lower"] | None = None


def told(pages, name):
    """The scores of this name that a reference tells."""
    return [value for value in (getattr(page, name) for page in pages) if value is not None]


def _body(place, name="body"):
    def figure(pages):
        scores = told(pages, name)
        return mean_body(scores)[place] if scores else None

    return figure


def _spread(pages):
    scores = told(pages, "body")
    return spread_of_body(scores) if scores else None


def _mean(name, of=lambda value: value):
    return lambda pages: mean(float(of(value)) for value in told(pages, name))


def _share(name, part, whole):
    def figure(pages):
        scores = told(pages, name)
        return ratio(sum(s[part] for s in scores), sum(s[whole] for s in scores))

    return figure


def _snippets(of):
    def figure(pages):
        scores = told(pages, "snippets")
        counts = [counts for counts, _ in scores]
        right, extra, missed = (sum(getattr(c, n) for c in counts) for n in ("right", "extra", "missed"))
        refused = extra + sum(kept_out for _, kept_out in scores)
        return of(right, extra, missed, refused) if counts else None

    return figure


def _cpu(of):
    return lambda pages: of(sorted(page.cpu for page in pages)) if pages else None


def _snippet_precision(right, extra, missed, refused):  # noqa: ARG001 - the form of all
    return (ratio(right, right + extra) or 0.0) if refused else None


def _snippet_recall(right, extra, missed, refused):  # noqa: ARG001 - the form of all
    return ratio(right, right + missed) or 0.0


def _snippet_f1(right, extra, missed, refused):
    return ratio(2 * right, 2 * right + extra + missed) if refused else None


def _nearly_slowest(times):
    return 1000 * times[min(len(times) - 1, int(0.99 * len(times)))]


COLUMNS = (
    Column("pages", "pages", 0, len),
    Column("f1", "F1", 3, _body(2), "higher"),
    Column("f1_se", "±se", 3, _spread),
    Column("p", "P", 3, _body(0)),
    Column("r", "R", 3, _body(1)),
    Column("exact", "acc", 3, _mean("exact"), "higher"),
    Column("f1_bare", "F1bare", 3, _body(2, "bare"), "higher"),
    Column("exact_bare", "accBare", 3, _mean("bare_exact"), "higher"),
    Column("f1_lenient", "F1len", 3, _body(2, "lenient"), "higher"),
    Column("rouge", "rLsum", 3, _mean("rouge")),
    Column("paragraphs_r", "para", 3, _mean("paragraphs", lambda c: c.recall)),
    Column("paragraphs_f1", "paraF1", 3, _mean("paragraphs", lambda c: c.f1), "higher"),
    Column("snippets_p", "snP", 3, _snippets(_snippet_precision)),
    Column("snippets_r", "snR", 3, _snippets(_snippet_recall), "higher"),
    Column("snippets_f1", "snF1", 3, _snippets(_snippet_f1), "higher"),
    Column("headline", "head", 3, _mean("headline", lambda pair: pair[0]), "higher"),
    Column("headline_f1", "headF1", 3, _mean("headline", lambda pair: pair[1]), "higher"),
    Column("date", "date", 3, _mean("day", lambda pair: pair[0]), "higher"),
    Column("date_near", "date±1", 3, _mean("day", lambda pair: pair[1]), "higher"),
    Column("authors", "auth", 3, _mean("authors"), "higher"),
    Column("language", "lang", 3, _mean("language"), "higher"),
    Column("captions_r", "capR", 3, _share("captions", 0, 1), "higher"),
    Column("captions_p", "capP", 3, _share("captions", 2, 3), "higher"),
    Column("credits", "cred", 3, _share("credits", 0, 1), "higher"),
    Column("source_line", "src", 3, _mean("source_line"), "higher"),
    Column("caption_leak", "capLeak", 3, _share("leaked_captions", 0, 1), "lower"),
    Column("link_leak", "linkLeak", 3, _mean("link_lines", bool), "lower"),
    Column("errors", "err", 0, lambda pages: sum(bool(page.error) for page in pages), "lower"),
    Column("empty", "empty", 0, lambda pages: sum(page.empty for page in pages), "lower"),
    Column("cpu_s", "cpu s", 1, _cpu(sum)),
    Column("ms_median", "ms med", 1, _cpu(lambda times: 1000 * statistics.median(times))),
    Column("ms_p99", "ms p99", 0, _cpu(_nearly_slowest)),
    Column("ms_slowest", "ms max", 0, _cpu(lambda times: 1000 * times[-1])),
)


def figures(pages):
    """{key: figure} of all columns that have one."""
    found = {column.key: column.figure(pages) for column in COLUMNS}
    return {key: value for key, value in found.items() if value is not None}
