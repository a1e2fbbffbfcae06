"""What an answer's status and first bytes say: a page for the spider, or a reason."""

from datetime import UTC, datetime
from typing import Final, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from harvester.fetching.kinds import binary_kind
from harvester.fetching.refused import Reason, Refused
from harvester.fetching.retry_after import parse_retry_after
from harvester.fetching.state import Fetching
from harvester.fetching.validators import NONE
from harvester.urls import host_of

_PAGES: Final = frozenset({200, 203})
_ASK_LATER: Final = frozenset({429, 503})
_OVERLOADED: Final = frozenset({502, 504})
_GONE: Final = frozenset({410, 451})
_NOT_MODIFIED: Final = 304
_NOT_FOUND: Final = 404


class AnswersMiddleware:
    """The last one before the spider: lets 200 and an asked 304 through, refuses the rest by name."""

    def __init__(self, fetching: Fetching) -> None:
        self._fetching = fetching

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware with the crawler's state."""
        return cls(Fetching.of(crawler))

    def process_response(self, request: Request, response: Response) -> Response:
        """Return the response.

        Raises:
            Refused: it is no page.
        """
        status = response.status
        if status == _NOT_MODIFIED:
            return _unchanged(request, response)
        if status in _PAGES:
            return _page(response)
        if status in _ASK_LATER | _OVERLOADED:
            raise self._later(response)
        if status == _NOT_FOUND:
            raise Refused("not_found", "404", status=status)
        if status in _GONE:
            raise Refused("gone", str(status), status=status)
        raise Refused("bad_status", str(status), status=status)

    def _later(self, response: Response) -> Refused:
        """Return the refusal of a host that is overloaded, and slow the host down."""
        asked = (response.headers.get(b"Retry-After") or b"").decode("latin-1")
        seconds = parse_retry_after(asked, datetime.now(UTC)) if response.status in _ASK_LATER else None
        not_before = self._fetching.hosts.trouble(host_of(response.url), seconds)
        reason: Reason = "bad_status" if seconds is None else "retry_after"
        detail = str(response.status) if seconds is None else f"{response.status}, {seconds:.0f} s"
        return Refused(reason, detail, status=response.status, not_before=not_before)


def _unchanged(request: Request, response: Response) -> Response:
    asked = request.meta.get("validators") or NONE
    if not asked.headers:
        raise Refused("unasked_304", "304", status=_NOT_MODIFIED)
    return response


def _page(response: Response) -> Response:
    if not response.body.strip():
        raise Refused("empty", "no bytes", status=response.status)
    kind = binary_kind(response.body)
    if kind is not None:
        raise Refused("not_text", kind, status=response.status)
    return response
