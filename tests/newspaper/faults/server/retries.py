"""Rows 1 to 3: errors that pass, and servers that ask to be left alone."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from tests.newspaper.faults.call import Call
from tests.newspaper.faults.fault import ABSENT, NOT_HALF, WHOLE, Catalogue
from tests.newspaper.faults.log import at_most, every, quiet_after

catalogue = Catalogue("server")
fault = catalogue.fault

BUSY = "429 Too Many Requests"
DAY = str(24 * 3600)


@fault(1, WHOLE, check=at_most(2, "/story/error_500_then_fine"))
async def error_500_then_fine(call: Call) -> None:
    """Answers 500 once, then the article."""
    await (call.fail("500 Internal Server Error") if call.count == 1 else call.page(call.article()))


@fault(1, WHOLE)
async def error_502_twice_then_fine(call: Call) -> None:
    """Answers 502 twice, then the article: the second retry has it."""
    await (call.fail("502 Bad Gateway") if call.count <= 2 else call.page(call.article()))


@fault(1, ABSENT, check=at_most(3, "/story/error_503_always"), reasons=frozenset({"bad_status"}))
async def error_503_always(call: Call) -> None:
    """Answers 503 whatever is tried; three times are enough."""
    await call.fail()


@fault(2, WHOLE, check=quiet_after("/story/retry_after_seconds", 2))
async def retry_after_seconds(call: Call) -> None:
    """429 with Retry-After: 2; the host is to be left alone for two seconds, not this address only."""
    if call.count == 1:
        await call.fail(BUSY, ("Retry-After", "2"))
    else:
        await call.page(call.article())


@fault(2, WHOLE, check=quiet_after("/story/retry_after_date", 1))
async def retry_after_date(call: Call) -> None:
    """503 with Retry-After as a date, two seconds ahead."""
    ahead = datetime.now(UTC) + timedelta(seconds=2)
    if call.count == 1:
        await call.fail("503 Service Unavailable", ("Retry-After", format_datetime(ahead, usegmt=True)))
    else:
        await call.page(call.article())


@fault(2, WHOLE)
async def retry_after_garbage(call: Call) -> None:
    """429 with a Retry-After that nobody can read: the crawl's own delay serves."""
    await (call.fail(BUSY, ("Retry-After", "soon, I hope")) if call.count == 1 else call.page(call.article()))


@fault(2, WHOLE)
async def retry_after_past(call: Call) -> None:
    """503 with a Retry-After in the past and a negative one: neither stops the clock."""
    past = ("-30", "Sun, 06 Nov 1994 08:49:37 GMT")[min(call.count, 2) - 1]
    if call.count <= 2:
        await call.fail("503 Service Unavailable", ("Retry-After", past))
    else:
        await call.page(call.article())


@fault(2, NOT_HALF)
async def retry_after_overflow(call: Call) -> None:
    """429 with a Retry-After of forty digits, once."""
    await (call.fail(BUSY, ("Retry-After", "9" * 40)) if call.count == 1 else call.page(call.article()))


@fault(3, ABSENT, clean=NOT_HALF, check=every(
    quiet_after("/story/retry_after_day", 3600), at_most(1, "/story/retry_after_day")
), reasons=frozenset({"retry_after"}))  # fmt: skip
async def retry_after_day(call: Call) -> None:
    """429 with a Retry-After of a day: nothing more is asked of this host in this run."""
    await call.fail(BUSY, ("Retry-After", DAY))
