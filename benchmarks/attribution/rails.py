"""Rails on whole pages: each must come back as data, and nothing of it in the body.

recall    a rail has this heading, or both end teasers
exact     heading, titles, addresses and count are right at once (of all rails; the next ones of those found)
heading   equal; titles, hrefs: of the first and the last teaser; absolute: all addresses are
count     so many teasers; kind, label (of the first teaser): equal
leak      the title of an end teaser stands in the body; head leak: the heading does; leak pages: their share
"""

from collections import defaultdict
from dataclasses import dataclass

from attribution.annotation import TrueRail, grouped, share
from scoring.counts import mean
from scoring.lines import same_address
from scoring.texts import folded, letters, lines

COLUMNS = ("recall", "exact", "heading", "titles", "hrefs", "absolute", "count", "kind", "label")
LEAKS = ("leak", "head_leak")


@dataclass(frozen=True, kw_only=True)
class RailOnPage:
    """One rail, scored; ``None``: not asked of a rail that was not found."""

    rail: TrueRail
    recall: bool
    leak: bool
    head_leak: bool
    exact: bool = False
    heading: bool | None = None
    titles: bool | None = None
    hrefs: bool | None = None
    absolute: bool | None = None
    count: bool | None = None
    kind: bool | None = None
    label: bool | None = None

    @property
    def wrong(self):
        return self.leak or not self.exact


def score_rails(rows, run):
    """Score every rail with the answer for its page; a given rail serves one of the page's."""
    used, scores = defaultdict(set), []
    for row in rows:
        given = run.answers[row.page].extracted
        best = _best(row, given.rails, used[row.page])
        used[row.page].add(best)
        scores.append(_score(row, None if best is None else given.rails[best], given))
    return scores


def table(scores, run):
    """{part: {column: figure}}."""
    by_kind = grouped(scores, lambda score: score.rail.kind, _total)
    by_place = grouped(scores, lambda score: "in the body" if score.rail.in_body else "beside it", _total)
    given = mean(len(answer.extracted.rails) for answer in run.answers.values())
    return {"all": {**_total(scores), "per_page": given, "errors": run.errors}, **by_kind, **by_place}


def _total(scores):
    pages = {score.rail.page for score in scores}
    leaking = {score.rail.page for score in scores if score.leak}
    return {
        "rails": len(scores),
        **{column: share(scores, column) for column in (*COLUMNS, *LEAKS)},
        "leak_pages": len(leaking) / len(pages),
    }


def _best(row, rails, used):
    """The given rail with this heading, or with both ends among its teasers; its place."""
    best, points = None, 0
    for i, rail in enumerate(rails):
        ends = sum(any(_alike(end.title, t.title) for t in rail.teasers) for end in row.ends)
        head = _heading(row.heading) == _heading(rail.heading)
        score = 4 * (ends == 2) + 2 * head + ends if (head or ends == 2) and i not in used else 0
        if score > points:
            best, points = i, score
    return best


def _alike(title, other):
    """Equal, or one in the other with little around it: rank, kicker, clock."""
    a, b = letters(title), letters(other)
    near = (a in b or b in a) and min(len(a), len(b)) >= 0.6 * max(len(a), len(b))
    return bool(a and b) and near


def _heading(text):
    return letters(text) or folded(text)


def _score(row, rail, given):
    leaks = {"leak": _leaks(row, given), "head_leak": _heading_leaks(row, given)}
    if rail is None:
        return RailOnPage(rail=row, recall=False, **leaks)
    found = _compared(row, rail)
    exact = all(found[key] for key in ("heading", "titles", "hrefs", "count"))
    return RailOnPage(rail=row, recall=True, exact=exact, **found, **leaks)


def _compared(row, rail):
    first, last = row.ends
    ends = ((first, rail.teasers[:1]), (last, rail.teasers[-1:]))
    return {
        "heading": _heading(row.heading) == _heading(rail.heading),
        "titles": all(any(letters(t.title) == letters(end.title) for t in at) for end, at in ends),
        "hrefs": all(any(same_address(t.url, end.url, row.url) for t in at) for end, at in ends),
        "absolute": all("://" in (t.url or "") for t in rail.teasers),
        "count": len(rail.teasers) == row.count,
        "kind": rail.kind == row.kind,
        "label": _labelled(first, rail) if first.label else None,
    }


def _labelled(first, rail):
    wanted = letters(first.label)
    return any(letters(label) == wanted for t in rail.teasers[:1] for label in t.labels)


def _leaks(row, given):
    body, own = letters(given.body), letters(given.headline)
    titles = (letters(end.title) for end in row.ends)
    return any(title in body for title in titles if title and title != own)


def _heading_leaks(row, given):
    return any(_heading(line) == _heading(row.heading) for line in lines(given.body))
