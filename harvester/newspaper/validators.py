"""ETag and Last-Modified, and the 304 for who has the page already."""

from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256

from harvester.newspaper.web import Answer, Request

HTTP_OK = 200


def stamped(answer: Answer, changed: datetime | None) -> Answer:
    """The answer with validators: a digest of its bytes, and when it changed last, where that is known."""
    digest = sha256(b"".join(answer.parts)).hexdigest()[:20]
    answer = answer.with_headers(("ETag", f'W/"{digest}"'))
    if changed is None:
        return answer
    return answer.with_headers(("Last-Modified", format_datetime(changed.astimezone(UTC), usegmt=True)))


def conditional(answer: Answer, request: Request) -> Answer:
    """304 without a body where the client's validators say that it has this answer; else the answer."""
    if answer.status != HTTP_OK or not _is_known(answer, request):
        return answer
    kept = [pair for pair in answer.headers if pair[0] in {"ETag", "Last-Modified"}]
    return Answer(304, tuple(kept))


def _is_known(answer: Answer, request: Request) -> bool:
    """RFC 9110: If-None-Match decides alone where it is sent."""
    tags, since = request.headers.get("if-none-match"), request.headers.get("if-modified-since")
    if tags is not None:
        known = {tag.strip() for tag in tags.split(",")}
        return "*" in known or answer.header("ETag") in known
    changed = answer.header("Last-Modified")
    return bool(since and changed) and _time(changed) <= _time(since)


def _time(value: str | None) -> datetime:
    """An HTTP date; the end of time when it cannot be read, so that nothing is taken for known."""
    try:
        return parsedate_to_datetime(value or "")
    except ValueError:
        return datetime.max.replace(tzinfo=UTC)
