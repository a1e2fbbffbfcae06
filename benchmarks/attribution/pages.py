"""Lines on whole pages: each must come back in its field with its parties, and must not stand in the body.

found     it is in its field: the source line (with or without its label), a credit (which must hold all its
          names), the dateline
or byline the same, or in the byline
parties   all its names are among the sources or authors, the pictures' parties, or are the dateline's agency
in body   it stayed in the body
kept out  a line of a teaser, a graphic, a fact box or a look-alike is not taken for the article's own
"""

from collections import Counter
from dataclasses import dataclass

from attribution.annotation import TrueLine, grouped, share
from scoring.lines import party_name, same_line
from scoring.texts import letters, lines, one_line

FOREIGN = frozenset({"none", "teaser", "graphic", "factbox"})
"""Scopes whose lines must not pose as the article's own."""
COLUMNS = ("found", "or_byline", "parties", "in_body", "kept_out")


@dataclass(frozen=True, kw_only=True)
class LineOnPage:
    """One line, scored; ``None``: not asked of lines of its scope."""

    line: TrueLine
    found: bool | None = None
    or_byline: bool | None = None
    parties: bool | None = None
    in_body: bool | None = None
    kept_out: bool | None = None

    @property
    def wrong(self):
        return self.found is False or bool(self.in_body) or self.kept_out is False


def score_lines(rows, run):
    """Score every line with the answer for its page."""
    room = Counter()
    for row in rows:
        if row.kind in ("source", "agency suffix") and row.scope == "article":
            room[row.page] += len(letters(row.raw))
    return [_score(row, run.answers[row.page].extracted, room[row.page]) for row in rows]


def table(scores, run):
    """{part: {column: figure}}."""
    return {"all": {**_total(scores), "errors": run.errors}, **grouped(scores, _part, _total)}


def _total(scores):
    return {"lines": len(scores), **{column: share(scores, column) for column in COLUMNS}}


def _part(score):
    own = score.line.scope in ("article", "figure", "none")
    return score.line.kind if own else "of a teaser, graphic, fact box"


def _score(line, given, room):
    if line.scope in FOREIGN:
        return LineOnPage(line=line, kept_out=_kept_out(line, given))
    if line.scope == "figure":
        return _credit(line, given)
    return _dateline(line, given) if line.kind == "agency dateline" else _source(line, given, room)


def _kept_out(line, given):
    as_credit = any(letters(line.raw) in letters(picture.credit) for picture in given.pictures)
    return not same_line(line.raw, given.source_line) and not (line.scope == "none" and as_credit)


def _credit(line, given):
    return LineOnPage(
        line=line,
        found=_found_credit(line, given.pictures),
        parties=_all_named(line, [party.name for p in given.pictures for party in p.parties]),
        in_body=_in_body(line.raw, given.body),
    )


def _found_credit(line, pictures):
    """A credit holds the line, or is a part of it with all its names."""
    raw = letters(line.raw)
    names = [letters(name) for name in line.names]
    credits_given = (letters(picture.credit) for picture in pictures)
    return any(
        c and ((raw in c and len(c) <= 2 * len(raw) + 60) or (c in raw and all(n in c for n in names)))
        for c in credits_given
    )


def _dateline(line, given):
    raw, dateline = letters(line.raw), letters(given.dateline)
    opens = bool(dateline) and (raw.startswith(dateline) or dateline.startswith(raw))
    return LineOnPage(
        line=line,
        found=opens and all(letters(name) in dateline for name in line.names),
        parties=_all_named(line, [*(p.name for p in given.sources), given.agency]),
    )


def _source(line, given, room):
    found = same_line(line.raw, given.source_line, room)
    return LineOnPage(
        line=line,
        found=found,
        or_byline=found or same_line(line.raw, given.byline, room),
        parties=_all_named(line, [*(p.name for p in given.sources), *given.authors]),
        in_body=_in_body(line.raw, given.body),
    )


def _all_named(line, given):
    have = {party_name(name) for name in given}
    return {party_name(name) for name in line.names} <= have if line.names else None


def _in_body(raw, body):
    """A line of the body is it, ends with it in brackets of its own, or holds it, if it is long enough."""
    wanted = letters(raw)
    return any(
        letters(line) == wanted
        or (raw[:1] in "([" and one_line(line.replace("\u200b", " ")).endswith(raw))
        or (len(wanted) >= 20 and wanted in letters(line))
        for line in lines(body)
    )
