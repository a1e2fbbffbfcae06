"""ROUGE-LSum: how well the lines of two texts cover each other in order. Slow, so only by ``--rouge``."""

import re

import numpy as np

from scoring.counts import harmonic
from scoring.texts import words

ASCII_WORD = re.compile(r"[a-z0-9]+")


def rouge_lsum(wanted, given, *, ascii_only):
    """F1 over words: for each wanted line the union of its common subsequences with all given lines.

    ``ascii_only`` splits words as the rouge-score package does, for sets in English.
    """
    split = ASCII_WORD.findall if ascii_only else words
    ids: dict[str, int] = {}
    ref, can = (_numbered(text, split, ids) for text in (wanted, given))
    if not ref or not can:
        return 0.0
    hits = _hits(ref, can, len(ids))
    return harmonic(hits / sum(map(len, can)), hits / sum(map(len, ref)))


def _numbered(text, split, ids):
    found = (split(line.lower()) for line in (text or "").split("\n") if line)
    return [np.array([ids.setdefault(w, len(ids)) for w in line], np.int32) for line in found if line]


def _hits(ref, can, size):
    """Words of the marked positions, each counted at most as often as the other text has it."""
    left = [np.bincount(np.concatenate(side), minlength=size) for side in (ref, can)]
    hits = 0
    for line in ref:
        marked = np.zeros(len(line), bool)
        for other in can:
            _mark_common(line, other, marked)
        for word in line[marked]:
            if left[0][word] > 0 and left[1][word] > 0:
                hits += 1
                left[0][word] -= 1
                left[1][word] -= 1
    return hits


def _mark_common(a, b, marked):
    """Mark the positions of ``a`` that one longest common subsequence with ``b`` uses."""
    # Words of a that b lacks change nothing and are left out.
    rows = np.flatnonzero(np.isin(a, b))
    if not len(rows):
        return
    best = np.zeros((len(rows) + 1, len(b) + 1), np.int32)
    for k, i in enumerate(rows):
        diagonal = (best[k, :-1] + 1) * (b == a[i])
        np.maximum.accumulate(np.maximum(best[k, 1:], diagonal), out=best[k + 1, 1:])
    i, j = len(rows), len(b)
    while i > 0 and j > 0:
        if a[rows[i - 1]] == b[j - 1]:
            marked[rows[i - 1]] = True
            i, j = i - 1, j - 1
        elif best[i, j - 1] > best[i - 1, j]:
            j -= 1
        else:
            i -= 1
