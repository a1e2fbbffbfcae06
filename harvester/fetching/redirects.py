"""Redirects, followed inside the middleware: at most five, each through guard, scope, robots.txt and pace.

A redirect never comes back to the scheduler. The middleware asks the engine for the next hop
(``engine.download_async``: all downloader middlewares and the host's turn again) and gives the spider the
last response in answer to the first request. So a request that the scheduler handed out ends exactly once,
in its callback or its errback, and its ledger row cannot be lost on the way. ``response.url`` is where it
ended, ``response.meta["redirect_urls"]`` the way there; the first request's ``meta`` is carried along.
"""

from collections.abc import Collection
from typing import Final
from urllib.parse import urldefrag, urlsplit

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.http import Response

from harvester.fetching.refused import Refused
from harvester.fetching.state import Fetching
from harvester.urls import host_of, registrable_domain

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_CONDITIONS: Final = ("If-None-Match", "If-Modified-Since")


class FollowMiddleware(RedirectMiddleware):
    """Scrapy's redirect middleware makes the next request (method, body, credentials); the rest is ours."""

    async def process_response(  # type: ignore[override]
        self, request: Request, response: Response
    ) -> Response:
        """Return the response at the end of the redirects.

        Raises:
            Refused: "bad_redirect", "redirects", "redirect_loop", "scheme", "scope", or what a hop ended in.
        """
        if response.status not in _REDIRECTS:
            return response
        onward = self._onward(request, response)
        try:
            return await self.crawler.engine.download_async(onward)
        except Refused as refused:
            refused.url = refused.url or onward.url
            raise

    def handle_referer(self, request: Request, response: Response) -> None:
        """Send no Referer, on a redirect as on any request."""

    def _engine_started(self) -> None:
        """Look for no referer middleware: there is none."""

    def _onward(self, request: Request, response: Response) -> Request:
        limit = Fetching.of(self.crawler).limits_for(request).redirects
        if not (response.headers.get(b"Location") or b"").strip():
            raise Refused("bad_redirect", "no Location", status=response.status)
        if int(request.meta.get("redirect_times", 0)) >= limit:
            raise Refused("redirects", f"more than {limit}", status=response.status)
        try:
            onward = super().process_response(request, response)
        except ValueError as error:
            raise Refused("bad_redirect", "no address", status=response.status) from error
        if not isinstance(onward, Request):
            raise Refused("scheme", "a redirect away from the web", status=response.status)
        _check(onward, response.status)
        return onward


def _check(onward: Request, status: int) -> None:
    """Refuse a hop to where we were, or off the site; take along only what belongs there."""
    way = [urldefrag(url)[0] for url in onward.meta["redirect_urls"]]
    if urldefrag(onward.url)[0] in way:
        raise Refused("redirect_loop", status=status)
    first, here = _site(way[0]), _site(onward.url)
    if not here:
        raise Refused("bad_redirect", "no host", status=status)
    if here != first and not _is_allowed(here, onward.meta.get("scope", ())):
        raise Refused("scope", here, status=status)
    onward.meta.pop("truncated_reason", None)
    if here != first:
        for name in _CONDITIONS:
            onward.headers.pop(name, None)
        onward.meta.pop("validators", None)


def _site(url: str) -> str:
    """Return the registrable domain; of an address in numbers, the address with its port."""
    return registrable_domain(host_of(url)) if urlsplit(url).hostname else ""


def _is_allowed(site: str, scope: str | Collection[str]) -> bool:
    return scope == "any" or (not isinstance(scope, str) and site in scope)
