"""A link as a line of JSON in the ledger, there and back."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

import orjson

from harvester.evidence import Link
from harvester.parts import Teaser


def packed(link: Link) -> str:
    """Return a link as JSON; half letters become question marks."""
    try:
        return orjson.dumps(link).decode("utf-8")
    except TypeError:
        text = json.dumps(asdict(link), ensure_ascii=False, default=str)
        return text.encode("utf-8", "replace").decode("utf-8")


def unpacked(text: str | None) -> Link | None:
    """Return the link of its JSON; ``None`` for none."""
    if not text:
        return None
    value = orjson.loads(text)
    return Link(
        url=value["url"],
        found_in=value["found_in"],
        teaser=_teaser(value["teaser"]),
        published=_time(value["published"]),
        modified=_time(value["modified"]),
        published_raw=value["published_raw"],
        language=value.get("language"),
        keywords=tuple(value.get("keywords") or ()),
        publication=value.get("publication"),
    )


def _teaser(value: dict[str, Any] | None) -> Teaser | None:
    return Teaser(**{**value, "labels": tuple(value["labels"])}) if value else None


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def seconds(time: datetime | None) -> int:
    """Return whole seconds since 1970 of an aware time; 0 for none."""
    return int(time.timestamp()) if time else 0
