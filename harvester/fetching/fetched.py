"""``Fetched``: a page as it came, and what its headers say; free of the engine that brought it."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from harvester.article import Article
from harvester.evidence import Evidence, Link
from harvester.fetching.robots_policy import RobotsPolicy, robots_policy
from harvester.fetching.validators import Validators, sendable
from harvester.parts import Warn

if TYPE_CHECKING:  # a page of a file needs no engine, and Scrapy takes half a second to load
    from scrapy.http import Response

_SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as it came."""

    url: str
    """After redirects."""
    requested_url: str
    status: int | None = None
    """``None`` for a page that came from no server."""
    headers: tuple[tuple[str, str], ...] = ()
    """In the order of arrival, a repeated one repeated; without the Content-Encoding that was undone."""
    body: bytes
    """Decoded."""
    retrieved: datetime
    """Aware, UTC."""
    truncated_reason: str | None = None
    """Set when the body is not whole: "corrupt", "disconnect", "time"."""
    tls_unverified: bool = False

    def all(self, name: str) -> list[str]:
        """Return the values of a header, each as it came."""
        return [value for key, value in self.headers if key.lower() == name]

    @property
    def content_type(self) -> str | None:
        """The ``Content-Type``."""
        return next((value.strip()[:_SHOWN] for value in self.all("content-type") if value.strip()), None)

    @property
    def validators(self) -> Validators:
        """What the server said for the next request."""
        etag, modified = (self.all(name)[:1] or [""] for name in ("etag", "last-modified"))
        return Validators(sendable(etag[0]), sendable(modified[0]))

    @property
    def digest(self) -> str:
        """``sha256:`` and the digest of the body."""
        return "sha256:" + sha256(self.body).hexdigest()

    def evidence(self, announced: Link | None = None) -> Evidence:
        """Return what the page itself cannot say."""
        return Evidence(self.content_type, self.retrieved, announced)

    def policy(self, metas: str | None = None) -> RobotsPolicy:
        """Return what the headers, and the page's own robots ``metas``, say of its use."""
        return robots_policy(self.all("x-robots-tag"), [("robots", metas)] if metas else ())

    def with_facts(self, article: Article, digest: str | None = None) -> Article:
        """Return the article read from this page with what the response says of it.

        ``digest`` is that of the body where somebody has made it already.
        """
        validators = self.validators
        http = replace(
            article.http,
            status=self.status,
            etag=validators.etag,
            last_modified=validators.last_modified,
            content_type=self.content_type,
            truncated_reason=self.truncated_reason,
            payload_digest=digest or self.digest,
        )
        flags: dict[Warn, object] = {
            "truncated": self.truncated_reason,
            "tls_unverified": self.tls_unverified,
        }
        warnings = (*article.warnings, *(warn for warn, is_set in flags.items() if is_set))
        rights = replace(article.rights, robots_meta=self.policy(article.rights.robots_meta).raw)
        return replace(article, http=http, rights=rights, warnings=tuple(dict.fromkeys(warnings)))


def fetched_of(response: "Response", requested_url: str) -> Fetched:
    """Return a response of the engine as a value."""
    headers = tuple(
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in dict.items(response.headers)  # Scrapy's own items() spells each name anew
        for value in values
    )
    return Fetched(
        url=response.url,
        requested_url=requested_url,
        status=response.status,
        headers=headers,
        body=response.body,
        retrieved=datetime.now(UTC),
        truncated_reason=response.meta.get("truncated_reason"),
        tls_unverified=bool(response.meta.get("tls_unverified")),
    )
