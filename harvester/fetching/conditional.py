"""Conditional requests: ``meta["validators"]`` becomes headers."""

from scrapy import Request

from harvester.fetching.validators import NONE, Validators


class ConditionalMiddleware:
    """Asks "has it changed since?" where the ledger knows when."""

    def process_request(self, request: Request) -> None:
        """Add the headers."""
        known: Validators = request.meta.get("validators") or NONE
        for name, value in known.headers.items():
            request.headers.setdefault(name, value)
