"""Saved pages of the shipped sites: their markup, words of our own, and the record that a person has read.

What a JSON leaves out is not asked of its page.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from harvester.cli.reading import read_record
from harvester.cli.save import saved_json
from harvester.fetching.fetched import Fetched
from harvester.sites import Sites

HERE = Path(__file__).parent
SAVED = sorted(HERE.glob("*/*.json"))
EACH_RUN = ("retrieved",)
"""What differs from run to run."""


def read(saved: Path, sites: Sites) -> dict[str, object]:
    """Return the record of a saved page, as ``harvester save`` writes it."""
    url = json.loads(saved.read_bytes())["url"]
    body = saved.with_suffix(".html").read_bytes()
    page = Fetched(url=url, requested_url=url, body=body, retrieved=datetime(2026, 5, 5, tzinfo=UTC))
    values: dict[str, object] = json.loads(saved_json(read_record(page, sites)))
    return values


@pytest.fixture(scope="module")
def records() -> dict[Path, dict[str, object]]:
    return {saved: read(saved, Sites.shipped()) for saved in SAVED}


FIELDS = [(saved, name) for saved in SAVED for name in json.loads(saved.read_bytes()) if name not in EACH_RUN]


@pytest.mark.parametrize(
    ("saved", "name"), FIELDS, ids=[f"{path.parent.name}-{name}" for path, name in FIELDS]
)
def test_field_of_a_saved_page(records: dict[Path, dict[str, object]], saved: Path, name: str) -> None:
    """Each field comes out as it was written down beside the page."""
    assert records[saved][name] == json.loads(saved.read_bytes())[name]


def test_every_shipped_site_has_a_saved_page() -> None:
    """A site file without a page that shows what it is for could not be changed with confidence."""
    assert {saved.parent.name for saved in SAVED} == {site.rules for site in Sites.shipped().all}


CORRECTED = [
    ("cbc_ca", "paragraphs"),
    ("golem_de", "paragraphs"),
    ("lemonde_fr", "authors"),
    ("rp_pl", "paragraphs"),
    ("zdfheute_de", "images"),
]


@pytest.mark.parametrize(("site", "name"), CORRECTED)
def test_a_site_file_is_needed_for_what_it_corrects(site: str, name: str) -> None:
    """By the generic rules alone the field comes out wrong; when it does no more, the rule can go."""
    (saved,) = (HERE / site).glob("*.json")
    assert read(saved, Sites.none())[name] != json.loads(saved.read_bytes())[name]
