"""Paragraphs, snippets, headline, day, authors, language: one comparison each."""

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta, timezone

from dateutil import parser as any_date

from scoring.counts import Counts, compared
from scoring.texts import folded, letters, lines, one_line, words

ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ](\d\d):(\d\d)(?::\d\d(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?")
BEFORE_A_NAME = re.compile(r"^(by|von|par|por|di|door|av|af)\s+")


def compare_paragraphs(wanted, given, optional=()):
    """Exact paragraphs as bags; an optional one that is not given is no miss."""
    may = Counter(one_line(wanted[i]) for i in optional if i < len(wanted))
    want = Counter(one_line(p) for p in wanted)
    have = Counter(one_line(p) for p in given if one_line(p))
    right = (want & have).total()
    missed = sum(max(0, n - max(have[p], may[p])) for p, n in want.items())
    return Counts(right, have.total() - right, missed)


def paragraphs_of(extracted):
    """The paragraphs as given, else the lines of the body."""
    return [p for p in (extracted.paragraphs or lines(extracted.body)) if one_line(p)]


def headline_alike(wanted, given):
    """(equal after folding, F1 of the words)."""
    equal = float(folded(wanted) == folded(given))
    bags = compared(words(folded(wanted)), words(folded(given)))
    total = 2 * bags.right + bags.extra + bags.missed
    return equal, 2 * bags.right / total if total else 1.0


def days_alike(wanted, given):
    """(same day as written or in UTC, at most a day between them)."""
    (day, moment), (other_day, other_moment) = _when(wanted), _when(given)
    if not day or not other_day:
        return 0.0, 0.0
    same = day == other_day
    if not same and moment and other_moment:
        same = moment.astimezone(UTC).date() == other_moment.astimezone(UTC).date()
    return float(same), float(abs((day - other_day).days) <= 1)


def _when(text):
    """(day as written, moment if the zone is given)."""
    text = str(text or "").strip()
    if not text:
        return None, None
    try:
        found = ISO.match(text)
        return _iso(found) if found else _worded(text)
    except (ValueError, OverflowError):
        return None, None


def _iso(found):
    day = date(*(int(found[i]) for i in (1, 2, 3)))
    if not found[4] or not found[6]:
        return day, None
    digits = re.sub(r"\D", "", found[6]) or "0000"
    east = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    zone = timezone(-east if found[6][0] == "-" else east)
    return day, datetime(day.year, day.month, day.day, int(found[4]), int(found[5]), tzinfo=zone)


def _worded(text):
    moment = any_date.parse(text)
    return moment.date(), moment if moment.tzinfo else None


def plain_name(name):
    """A person's name without punctuation and without the "by" before it."""
    spaced = re.sub(r"[^\w\s]", " ", folded(name)).strip()
    return one_line(BEFORE_A_NAME.sub("", spaced))


def authors_f1(wanted, given):
    """F1 of two sets of names."""
    want, have = ({plain_name(name) for name in names} - {""} for names in (wanted, given))
    return 2 * len(want & have) / (len(want) + len(have)) if want or have else 1.0


def count_snippets(truth, body):
    """(counts, unwanted ones left out): snippets that must be in the body, and such that must not."""
    if truth.set == "postlight":  # its snippets run blocks together without a space
        right, missed = _within(truth.wanted, letters(body), letters)
        return Counts(right, 0, missed), 0
    right, missed = _within(truth.wanted, one_line(body), one_line)
    extra, kept_out = _within(truth.unwanted, one_line(body), one_line)
    return Counts(right, extra, missed), kept_out


def _within(snippets, text, form):
    found = sum(form(snippet) in text for snippet in snippets)
    return found, len(snippets) - found
