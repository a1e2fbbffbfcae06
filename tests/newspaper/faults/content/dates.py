"""Row 30: dates that are none, that move, that lie in the future or beyond the end of time."""

from collections.abc import Mapping
from typing import Any

from tests.newspaper.faults.call import Call
from tests.newspaper.faults.fault import WHOLE, Catalogue

catalogue = Catalogue("content")
fault = catalogue.fault


async def dated(call: Call, published: str) -> None:
    """The article with one date, said twice."""
    meta = f'<meta property="article:published_time" content="{published}">'
    page = call.article(head=meta)
    await call.page(
        page.replace(
            '<p class="byline">', f'<time datetime="{published}">{published}</time><p class="byline">', 1
        )
    )


def undated(record: Mapping[str, Any]) -> str | None:
    """The date is null."""
    return f"published is {record['published']}" if record["published"] else None


def in_future(record: Mapping[str, Any]) -> str | None:
    """The date is flagged, and kept as it was printed."""
    if "date_in_future" not in record["warnings"]:
        return f"{record['published']} is not flagged"
    return None if record["published_raw"] else "the date as printed is lost"


@fault(30, WHOLE, look=undated)
async def date_impossible(call: Call) -> None:
    """The thirtieth of February."""
    await dated(call, "2026-02-30T25:61:00Z")


@fault(30, WHOLE, look=undated)
async def date_words(call: Call) -> None:
    """Words that are no date."""
    await dated(call, "a while ago, before the rain")


@fault(30, WHOLE, look=in_future)
async def date_2099(call: Call) -> None:
    """A date in 2099."""
    await dated(call, "2099-01-01T00:00:00Z")


@fault(30, WHOLE, look=undated)
async def date_overflow(call: Call) -> None:
    """A year of twelve digits."""
    await dated(call, "292277026596-12-04T15:30:08Z")


@fault(30, WHOLE, look=undated)
async def date_timestamp_overflow(call: Call) -> None:
    """A number of seconds that no clock holds."""
    await dated(call, "9" * 25)


@fault(30, WHOLE)
async def date_zone_odd(call: Call) -> None:
    """A zone that is a day away from Greenwich."""
    await dated(call, "2026-05-03T10:00:00+26:00")


@fault(30, WHOLE)
async def date_before_time(call: Call) -> None:
    """The first instant of the year one, in a zone where it has not begun."""
    await dated(call, "0001-01-01T00:00:00+14:00")


@fault(30, WHOLE)
async def date_other_digits(call: Call) -> None:
    """A date in Arabic-Indic digits."""
    await dated(call, "٢٠٢٦-٠٥-٠٣")
