"""Rows 18 to 32: pages, feeds and sitemaps that are not what they say, or are too much."""

from tests.newspaper.faults.content import (
    charsets,
    dates,
    feeds,
    letters,
    markup,
    size,
    structured,
    surprises,
)

FAULTS = tuple(
    fault
    for module in (charsets, letters, size, feeds, structured, dates, markup, surprises)
    for fault in module.catalogue.faults
)
