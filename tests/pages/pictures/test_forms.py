"""Whole pages with pictures in odd markup.

Each page in ``forms`` was written with what a reader finds on it before it was ever read by the code.
"""

import json
from pathlib import Path

import pytest

from harvester import extract

FORMS = sorted(Path(__file__).with_name("forms").glob("*.html"))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_pictures_of_a_page(form: Path) -> None:
    """Address, caption and credit are those that a reader finds; captions and credits are no copy."""
    expected = json.loads(form.with_suffix(".json").read_text("utf-8"))
    article = extract(form.read_bytes(), expected["url"])
    found = [{"url": each.url, "caption": each.caption, "credit": each.credit} for each in article.images]
    assert found == expected["images"]
    printed = {text for each in expected["images"] for text in (each["caption"], each["credit"]) if text}
    assert not any(text in (article.body or "") for text in printed)
