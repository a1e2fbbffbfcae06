"""Every bound of a crawl in one table; a site file may override each for its site.

Times are seconds, sizes bytes. The reasons stand in ``docs/operating.md``.
"""

from dataclasses import dataclass
from typing import Final

MB: Final = 1_000_000
KIB: Final = 1024
MINUTE: Final = 60.0
HOUR: Final = 3600.0
DAY: Final = 86400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How far a crawl goes before it gives something up, and says so."""

    connect_seconds: float = 10.0
    request_seconds: float = 60.0
    """The whole request: redirects are requests of their own."""
    idle_seconds: float = 20.0
    """Without a byte from the server."""
    page_bytes: int = 10 * MB
    """After decoding, as all sizes here."""
    seed_bytes: int = 50 * MB
    """A feed or a sitemap."""
    robots_bytes: int = 512 * KIB
    header_bytes: int = 256_000
    ratio: int = 100
    """Decoded to sent, counted after ``ratio_after``."""
    ratio_after: int = 1 * MB
    redirects: int = 5
    retries: int = 2
    """In one run; a growing delay lies between them, then the URL is deferred to a later run."""
    backoff: float = 5.0
    """The first of these delays; each next one is twice as long."""
    connections: int = 1
    """At once, per host."""
    delay: float = 1.0
    """Between two requests to a host."""
    crawl_delay_max: float = 30.0
    """A robots.txt that asks for more closes the host to this run, with a reason."""
    retry_after_max: float = 10 * MINUTE
    """A host that asks for more is deferred to a later run."""
    robots_stale: float = HOUR
    """Asked again at the start of a run when older."""
    robots_lifetime: float = DAY
    """Asked again during a run; also how long the last good copy serves an unreachable host."""
    parse_seconds: float = 5.0
    """CPU time for one page."""
    depth: int = 20
    repeated_segments: int = 2
    url_length: int = 2083
    query_parameters: int = 3
    """Of a link to a listing page."""
    stale_listings: int = 5
    """Listing pages in a row without a new article."""
    sitemap_depth: int = 3
    undated_sitemaps: int = 100
    """Of one index that says of none when it changed: its first and last ones; ``--backfill`` takes all."""
    first_days: int = 30
    """How far back the first crawl of a site goes."""
    first_articles: int = 500
    """How many articles the first crawl of a site takes, newest first."""


LIMITS: Final = Limits()
