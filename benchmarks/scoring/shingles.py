"""The body's F1: bags of four successive words (the measure of the article extraction benchmark, AEB)."""

import warnings

import numpy as np

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
    p = np.array([page.precision if page.right + page.extra else np.nan for page in pages])
    r = np.array([page.recall if page.right + page.missed else np.nan for page in pages])
    if len(pages) < 2 or np.isnan(p).all():
        return 0.0
    drawn = np.random.default_rng(seed).integers(0, len(pages), (draws, len(pages)))
    with warnings.catch_warnings():  # a draw of pages without any body has no mean
        warnings.simplefilter("ignore", RuntimeWarning)
        ps, rs = np.nanmean(p[drawn], axis=1), np.nanmean(r[drawn], axis=1)
    return float(np.nanstd(2 * ps * rs / (ps + rs), ddof=1))
