"""Where points of the body are lost: by class of block, missed or too much, with the pages.

A page's loss (1 - F1) is shared among its blocks by their wrong shingles; the sums are points of a hundred,
as the mean over all pages. The class is read from the page's markup and from the reference.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from extraction.places import PageText
from extraction.scores import reference_body
from scoring.fields import paragraphs_of, plain_name
from scoring.shingles import compare_bodies, shingles
from scoring.texts import letters, lines
from tables import markdown

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
PARTS = (
    ("list", {"li", "ul", "ol", "dl"}),
    ("quote", {"blockquote"}),
    ("table", {"table"}),
    ("subhead", HEADINGS),
)
SIGNS = (
    ("byline, date", re.compile(r"author|byline|publish|dateline|timestamp|post-?meta|entry-?meta")),
    (
        "newsletter, ads",
        re.compile(r"newsletter|subscri|paywall|\babo|promo|advert|\bads?\b|signup|donat|sponsor"),
    ),
    (
        "comments, share, tags",
        re.compile(r"comment|share|social|\btags?\b|topics|keyword|breadcrumb|copyright"),
    ),
    (
        "teaser",
        re.compile(r"related|teaser|recommend|popular|most-?read|read-?more|see-?also|card|rail|more-"),
    ),
    ("box", re.compile(r"\bbox|infobox|fact|aside|sidebar|summary|embed|widget")),
)
LEAST = 5
"""A page counts for a class with so many wrong shingles."""


@dataclass(frozen=True)
class Lost:
    """One block that is missed or too much."""

    page: str
    kind: str
    shingles: int
    points: float
    text: str


def lost_points(truths, run):
    """A table of the classes, and under it the pages of each."""
    truths = [t for t in truths if t.body]
    lost = _all_lost(truths, run)
    groups = defaultdict(list)
    for one in lost:
        groups[one.kind].append(one)
    ranked = sorted(groups.items(), key=lambda item: -sum(one.points for one in item[1]))
    rows = [_row(kind, blocks, len(truths)) for kind, blocks in ranked]
    head = ("class", "points", "blocks", "pages")
    listed = (f"{kind}: {' '.join(_pages(blocks))}" for kind, blocks in ranked)
    return "\n".join([markdown(head, rows), "", *listed])


def lost_texts(truths, run, kind):
    """The blocks of classes whose names hold ``kind``, the dearest first."""
    lost = (one for one in _all_lost([t for t in truths if t.body], run) if kind in one.kind)
    ranked = sorted(lost, key=lambda one: -one.points)
    return "\n".join(f"{100 * o.points:5.1f} {o.page} {o.kind}: {o.text[:160]!r}" for o in ranked)


def _all_lost(truths, run):
    return [one for t in truths for one in lost_blocks(t, run.answers[t.id].extracted)]


def _row(kind, blocks, pages):
    points = 100 * sum(one.points for one in blocks) / pages
    return kind, f"{points:.2f}", len(blocks), len(_pages(blocks))


def _pages(blocks):
    """Pages with that many wrong shingles, worst first, with their points of a hundred."""
    total, points = Counter(), Counter()
    for one in blocks:
        total[one.page] += one.shingles
        points[one.page] += 100 * one.points
    return [f"{page}({points[page]:.1f})" for page, _ in points.most_common() if total[page] >= LEAST]


def lost_blocks(truth, given):
    """The blocks of one page that cost points, as ``Lost``."""
    wanted = reference_body(truth, given.body)
    loss = 1 - compare_bodies(wanted, given.body).f1
    missed = _uncovered(truth.paragraphs or lines(wanted), given.body)
    extra = _uncovered(paragraphs_of(given), wanted)
    missed = [(i, text, n) for i, text, n in missed if i not in truth.optional]
    total = sum(n for _, _, n in (*missed, *extra))
    if not total:
        return []
    page = PageText(truth.file)
    kinds = [(f"missed: {missed_kind(truth, i, page.find(text))}", text, n) for i, text, n in missed]
    kinds += [(f"extra: {extra_kind(truth, text, page.find(text))}", text, n) for _, text, n in extra]
    return [Lost(truth.id, kind, n, loss * n / total, text) for kind, text, n in kinds]


def _uncovered(paragraphs, text):
    """(place, paragraph, shingles that the text lacks) of those that lack any."""
    left = Counter(shingles(text))
    found = []
    for i, paragraph in enumerate(paragraphs):
        own = Counter(shingles(paragraph))
        lacking = (own - left).total()
        left -= own
        if lacking:
            found.append((i, paragraph, lacking))
    return found


def missed_kind(truth, index, place):
    """What kind of block the reference has there."""
    if index < truth.standfirsts:
        return "standfirst"
    if index in truth.subheads:
        return "subhead"
    if place is None:
        return "not in the markup"
    part = next((name for name, tags in PARTS if place.tags & tags), None)
    if part or place.tags & {"figure", "figcaption"}:
        return part or "in a figure"
    if not place.whole:
        return "cut or joined"
    return "plain paragraph" if "p" in place.tags else "text without p"


def extra_kind(truth, text, place):
    """What kind of block came into the body."""
    squeezed = letters(text)
    if squeezed == letters(truth.headline):
        return "headline"
    if any(
        squeezed in letters(c.caption) or letters(c.caption or "-") in squeezed
        for c in truth.captions
        if c.caption
    ):
        return "caption"
    if _names_author(truth, text):
        return "byline, date"
    return "not in the markup" if place is None else _placed_kind(place)


def _names_author(truth, text):
    names = {plain_name(name) for name in truth.authors} - {""}
    return len(text) < 100 and any(name in plain_name(text) for name in names)


def _placed_kind(place):
    if place.tags & {"figure", "figcaption"}:
        return "caption"
    if place.link_share > 0.6:
        return "teaser"
    sign = next((name for name, sign in SIGNS if sign.search(place.tokens)), None)
    part = next((name for name, tags in PARTS if place.tags & tags), None)
    return part or sign or ("box" if "aside" in place.tags else "plain text")
