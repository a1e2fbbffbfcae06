"""No password and no token stands in a record."""

from dataclasses import replace

import pytest

from harvester.duplicates.secrets import safe_record, without_secrets
from tests.record_examples import PLAIN

FORMS = [
    ("https://x.example/a?id=1&page=2", "https://x.example/a?id=1&page=2"),
    ("https://ann:pass@x.example/a", "https://x.example/a"),
    ("https://x.example/a?token=t0k3n&id=1", "https://x.example/a?token=***&id=1"),
    ("https://x.example/a?id=1&access_token=t0k3n#top", "https://x.example/a?id=1&access_token=***#top"),
    ("https://x.example/a?API_KEY=k", "https://x.example/a?API_KEY=***"),
    ("https://x.example/a?X-Amz-Signature=s", "https://x.example/a?X-Amz-Signature=***"),
    ("https://x.example/a?key=story&hash=7", "https://x.example/a?key=story&hash=7"),
    ("https://x.example/a@b", "https://x.example/a@b"),
]


@pytest.mark.parametrize(("url", "safe"), FORMS)
def test_without_secrets(url, safe):
    """Secrets go, everything else stays as it was."""
    assert without_secrets(url) == safe


def test_record():
    """Every address of a record is cleaned, and one that was there twice stays once."""
    url = "https://x.example/a?token="
    record = replace(PLAIN, url=f"{url}1", requested_url=f"{url}2", also_at=(f"{url}3", f"{url}4"))
    safe = safe_record(record)
    assert {safe.url, safe.requested_url, *safe.also_at} == {f"{url}***"}
    assert len(safe.also_at) == 1
    assert safe_record(PLAIN) == PLAIN
