"""Reasons in plain words."""

import re
from pathlib import Path

import pytest

from harvester.health.meanings import meaning

TOLD = Path(__file__).parents[2] / "docs/operating.md"
CODED = re.compile(r"`([a-z0-9]+(?:_[a-z0-9]+)*)`")
TRAPS = {"depth", "repeated_segments", "url_length", "query_parameters", "sitemap_depth", "sitemap_count"}
"""They explain themselves as far as a reader of the table needs it."""


def told_reasons():
    """Return the reasons that the documentation names."""
    text = TOLD.read_text("utf-8")
    lists = [
        line
        for line in text.splitlines()
        if re.match(r"- (fetched|unchanged|skipped|deferred|failed|pending):", line)
    ]
    return sorted({word for line in lists for word in CODED.findall(line)} - TRAPS)


@pytest.mark.parametrize("reason", told_reasons())
def test_every_reason_of_the_documentation_has_words(reason):
    """Of a table that a person reads, no row is a riddle."""
    assert meaning(reason)
    assert meaning(f"feed: {reason}") == meaning(reason)


def test_rare_reason_stands_alone():
    """What has no words is shown as it is."""
    assert meaning("query_parameters") == ""
