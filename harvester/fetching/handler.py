"""The download handler: one request to one checked address, its body decoded strictly and within limits.

Written anew beside Scrapy's aiohttp handler, which has no hook for addresses, no idle limit, and decodes
only when the whole body lies in memory.
"""

import asyncio
import ssl
from functools import cached_property
from typing import Any, Final
from urllib.parse import urldefrag

import aiohttp
import yarl
from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes

from harvester.fetching.connecting import GuardedConnector, hush_tls
from harvester.fetching.failures import failure_reason
from harvester.fetching.logs import safe_line
from harvester.fetching.metering import MeteredResponse
from harvester.fetching.proxy import ProxyConnector, check_target
from harvester.fetching.reading import AT_ONCE, read_body
from harvester.fetching.refused import Refused
from harvester.fetching.state import Fetching
from harvester.limits import Limits
from harvester.urls import host_of

_FIELD_BYTES: Final = 65_536
"""One header's: a content security policy of a news site can have 20 KB."""
_FIELDS: Final = 256
_OVERLOADED: Final = frozenset({429, 502, 503, 504})
_REDIRECTION: Final = 300
_AUTOMATIC: Final = ("Accept", "Accept-Encoding", "Content-Type", "User-Agent")
"""Headers of aiohttp's own; ours come with the request."""


class StrictHandler(BaseDownloadHandler):
    """``DOWNLOAD_HANDLERS`` for http and https."""

    lazy = True

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._fetching = Fetching.of(crawler)
        self._room = asyncio.Semaphore(AT_ONCE)
        hush_tls(asyncio.get_running_loop())
        self._connector = _connector(self._fetching)
        self._session = aiohttp.ClientSession(
            connector=self._connector,
            response_class=MeteredResponse,
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            skip_auto_headers=_AUTOMATIC,
            trust_env=False,
            max_line_size=_FIELD_BYTES,
            max_field_size=_FIELD_BYTES,
            max_headers=_FIELDS,
        )

    async def download_request(self, request: Request) -> Response:
        """Return the response, its body decoded.

        Raises:
            Refused: for whatever else came of it.
        """
        host = host_of(request.url)
        async with self._fetching.turns.turn(host):
            try:
                return await self._ask(request, host)
            except (aiohttp.ClientError, OSError, Refused) as error:
                raise self._noted(failure_reason(error), host) from error

    async def close(self) -> None:
        """Close the connections."""
        for line in [*self._connector.lingering]:
            line.drop()
        await self._session.close()

    async def _ask(self, request: Request, host: str) -> Response:
        began = self._fetching.hosts.clock()
        address = _address(request.url)
        if self._fetching.proxy is not None:
            check_target(address, self._fetching.allowed)
        async with self._session.request(
            request.method,
            address,
            proxy=self._fetching.proxy,
            data=request.body or None,
            headers=request.headers.to_tuple_list(),
            timeout=_timeout(self._fetching.limits_for(request)),
            ssl=self._tls(request),
            allow_redirects=False,
        ) as answer:
            if isinstance(answer, MeteredResponse):
                self._fetching.hosts.heard(host, answer.sent)
            seconds = self._fetching.hosts.clock() - began
            request.meta["download_latency"] = seconds
            if answer.status not in _OVERLOADED:
                self._fetching.hosts.answered(host, seconds)
            return await self._response(answer, request)

    def _tls(self, request: Request) -> ssl.SSLContext | bool:
        """Return the context of a request; the authorities are read when the first one needs them."""
        if not request.url.startswith("https:"):
            return True
        return self._unverified if request.meta.get("tls_unverified") else self._verified

    @cached_property
    def _verified(self) -> ssl.SSLContext:
        return ssl.create_default_context()

    @cached_property
    def _unverified(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        return context

    async def _response(self, answer: aiohttp.ClientResponse, request: Request) -> Response:
        limits = self._fetching.limits_for(request)
        sent = sum(len(name) + len(value) for name, value in answer.raw_headers)
        if sent > limits.header_bytes:
            raise Refused("too_large", f"headers of {sent} bytes", status=answer.status)
        headers = Headers(list(answer.raw_headers))
        body = b""
        if answer.status < _REDIRECTION:  # what a redirect or an error page says is nobody's matter
            body = await read_body(answer, request.meta, limits, self._room)
        headers.pop("Content-Encoding", None)  # undone
        kind = responsetypes.from_args(headers=headers, url=request.url, body=body)
        response = kind(request.url, **_facts(answer, request), body=body)
        response.headers = headers  # as they are: the constructor would spell each anew
        return response

    def _noted(self, refused: Refused, host: str) -> Refused:
        """Slow a host down that is out of reach."""
        if refused.reason in {"connection", "dns", "timeout"}:
            refused.not_before = self._fetching.hosts.trouble(host)
        return refused


def _connector(fetching: Fetching) -> GuardedConnector | ProxyConnector:
    return GuardedConnector(fetching.allowed) if fetching.proxy is None else ProxyConnector()


def _timeout(limits: Limits) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(
        total=limits.request_seconds, connect=limits.connect_seconds, sock_read=limits.idle_seconds
    )


def _address(url: str) -> yarl.URL:
    """Return the URL byte for byte, but without user name and password: nobody gave them to us to use.

    Raises:
        Refused: "bad_url".
    """
    try:
        address = yarl.URL(urldefrag(url)[0], encoded=True)  # yarl would spell it anew
        return address.with_user(None) if address.raw_user is not None else address
    except ValueError as error:
        raise Refused("bad_url", safe_line(str(error))[:120]) from error


def _facts(answer: aiohttp.ClientResponse, request: Request) -> dict[str, Any]:
    """Return what Scrapy's Response keeps beside headers and body."""
    version = answer.version
    return {
        "status": answer.status,
        "flags": [name for name in ("tls_unverified", "truncated_reason") if request.meta.get(name)],
        "ip_address": answer.peer if isinstance(answer, MeteredResponse) else None,
        "protocol": f"HTTP/{version.major}.{version.minor}" if version else None,
    }
