"""ROUGE-LSum: how well the lines of two texts cover each other in order. Slow, so only by ``--rouge``."""

import re
from collections import Counter, defaultdict

from scoring.counts import harmonic
from scoring.texts import words

ASCII_WORD = re.compile(r"[a-z0-9]+")


def rouge_lsum(wanted, given, *, ascii_only):
    """F1 over words: for each wanted line the union of its common subsequences with all given lines.

    ``ascii_only`` splits words as the rouge-score package does, for sets in English.
    """
    split = ASCII_WORD.findall if ascii_only else words
    ref, can = (_lines(text, split) for text in (wanted, given))
    if not ref or not can:
        return 0.0
    hits = _hits(ref, can)
    return harmonic(hits / sum(map(len, can)), hits / sum(map(len, ref)))


def _lines(text, split):
    found = (split(line.lower()) for line in (text or "").split("\n") if line)
    return [line for line in found if line]


def _hits(ref, can):
    """Words of the marked places, each counted at most as often as both texts have it."""
    left = Counter(word for line in ref for word in line) & Counter(word for line in can for word in line)
    hits = 0
    for line in ref:
        marked = {i for other in can for i in _common(line, other)}
        for i in sorted(marked):
            hits += left[line[i]] > 0
            left[line[i]] -= 1
    return hits


def _common(a, b):
    """The places of ``a`` that one longest common subsequence with ``b`` uses."""
    at = defaultdict(int)
    for j, word in enumerate(b):
        at[word] |= 1 << j
    # Words of a that b lacks change nothing and are left out.
    rows = [i for i, word in enumerate(a) if word in at]
    lengths = _lengths([at[a[i]] for i in rows], len(b))
    i, j = len(rows), len(b)
    while i > 0 and j > 0:
        if at[a[rows[i - 1]]] >> (j - 1) & 1:
            yield rows[i - 1]
            i, j = i - 1, j - 1
        elif lengths(i, j - 1) > lengths(i - 1, j):
            j -= 1
        else:
            i -= 1


def _lengths(matches, size):
    """``length(i, j)``: of the longest common subsequence of i words of one line and j of the other.

    The table is kept as one number a row: bit j is 0 where the length grows (Hyyrö 2004).
    """
    row = (1 << size) - 1
    rows = [row]
    for match in matches:
        both = row & match
        row = ((row + both) | (row - both)) & rows[0]
        rows.append(row)
    return lambda i, j: j - (rows[i] & ((1 << j) - 1)).bit_count()
