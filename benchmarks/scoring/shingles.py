"""The body's F1: bags of four successive words (the measure of the article extraction benchmark, AEB)."""

import random
from statistics import stdev

from scoring.counts import Counts, compared, harmonic, mean
from scoring.texts import words

LENGTH = 4


def shingles(text):
    """Every run of four words; a shorter text is one run."""
    ws = words(text)
    return [tuple(ws[i : i + LENGTH]) for i in range(max(1, len(ws) - LENGTH + 1))] if ws else []


def compare_bodies(wanted, given):
    """Shares of right, surplus and missing shingles of one page."""
    return compared(shingles(wanted), shingles(given)).scaled()


def mean_body(pages: list[Counts]):
    """(precision, recall, F1) of many pages.

    Precision is the mean over pages where something was given, recall over pages where something was wanted,
    F1 that of the two means.
    """
    p = mean(page.precision for page in pages if page.right + page.extra) or 0.0
    r = mean(page.recall for page in pages if page.right + page.missed) or 0.0
    return p, r, harmonic(p, r)


def spread_of_body(pages: list[Counts], draws=1000, seed=7):
    """Standard error of the F1, by drawing the pages again."""
    if len(pages) < 2:
        return 0.0
    chance = random.Random(seed)  # noqa: S311 - the same every time
    return stdev(mean_body(chance.choices(pages, k=len(pages)))[2] for _ in range(draws))
