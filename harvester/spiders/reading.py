"""A fetched listing in, the links for the ledger out: in scope, no trap, within the window. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from harvester.discovery.feeds import read_feed
from harvester.discovery.front import read_front, usual_seeds
from harvester.discovery.listings import Listing, read_listing
from harvester.discovery.scope import Scope, trap_of
from harvester.discovery.seeds import Feed, Seed, Sitemap, Unreadable, UnreadableReason
from harvester.discovery.sitemaps import read_sitemap
from harvester.evidence import Link
from harvester.limits import Limits
from harvester.site import Site
from harvester.spiders.windows import Window
from harvester.store.outcome import Found, Kind


@dataclass(frozen=True, slots=True)
class Seen:
    """A listing as it was fetched."""

    kind: Kind
    body: bytes
    url: str
    content_type: str | None
    depth: int
    robots_sitemaps: tuple[str, ...] = ()
    """What the host's robots.txt announces."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a listing leads to."""

    links: tuple[Found, ...]
    next_page: Found | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the listings of one site."""

    scope: Scope
    window: Window

    @classmethod
    def of(cls, site: Site, window: Window) -> "Reader":
        """Return the reader of a site's listings."""
        return cls(Scope(site.hosts, site.article_url, site.limits), window)

    @property
    def limits(self) -> Limits:
        """The site's limits."""
        return self.scope.limits

    def read(self, seen: Seen) -> Reading:
        """Return the links of a listing; raises ``Unreadable`` for what is none."""
        if seen.kind == "feed":
            page = read_feed(seen.body, seen.url, seen.content_type, self.limits)
            return Reading(self._articles(page.links))
        if seen.kind == "sitemap":
            return self._sitemap(seen)
        if seen.kind == "front":
            return self._front(seen)
        return self._listing(read_listing(seen.body, seen.url, self.scope, seen.content_type), ())

    def _front(self, seen: Seen) -> Reading:
        front = read_front(seen.body, seen.url, self.scope)
        announced = tuple(Sitemap(url) for url in seen.robots_sitemaps)
        found: tuple[Seed, ...] = (*front.feeds, *front.sitemaps, *announced)
        leads_nowhere = not (found or front.sections or front.listing.links or front.refresh)
        seeds = dict.fromkeys(usual_seeds(seen.url) if leads_nowhere else found or front.sections)
        listed = [found_seed(seed) for seed in seeds]
        if front.refresh:
            listed.append(Found(Link(front.refresh, "listing"), "front", 0))
        return self._listing(front.listing, tuple(listed))

    def _listing(self, listing: Listing, seeds: tuple[Found, ...]) -> Reading:
        following = listing.next_url
        next_page = Found(Link(following, "listing"), "listing", 1) if following else None
        return Reading((*seeds, *self._articles(listing.links)), next_page)

    def _sitemap(self, seen: Seen) -> Reading:
        page = read_sitemap(seen.body, seen.url, seen.content_type, self.limits)
        children = [Link(child.url, "sitemap", modified=child.modified) for child in page.children]
        left_out = self._left_out(children)
        found = (self._child(child, seen.depth) for child in children if child.url not in left_out)
        surplus = (Found(child, "sitemap", 1, "sitemap_count") for child in children if child.url in left_out)
        return Reading((*found, *surplus, *self._articles(page.links)))

    def _left_out(self, children: Sequence[Link]) -> set[str]:
        """Choose from the middle of the sitemaps without a date: news are at one of the ends.

        A run all the way back takes them all.
        """
        undated = [child.url for child in children if child.modified is None]
        half = self.limits.undated_sitemaps // 2
        return set(undated[half:-half]) if self.window.since is not None else set()

    def _child(self, link: Link, depth: int) -> Found:
        """Return a sitemap of an index: not too deep, not wholly before the window."""
        refused = trap_of(link.url, self.limits)
        if depth + 1 > self.limits.sitemap_depth:
            return Found(link, "sitemap", 1, "sitemap_depth")
        return Found(link, "sitemap", 1, refused or ("too_old" if self.window.is_before(link) else None))

    def _articles(self, links: Iterable[Link]) -> tuple[Found, ...]:
        scope, limits = self.scope, self.limits
        return tuple(Found(link, "article", 2, self._refusal(link, scope, limits)) for link in links)

    def _refusal(self, link: Link, scope: Scope, limits: Limits) -> str | None:
        """Return why a link is not asked: elsewhere, a trap, no article by its address, too old."""
        if self.window.is_before(link):
            return "too_old"
        if not scope.owns(link.url):
            return "scope"
        trap = trap_of(link.url, limits)
        if trap:
            return trap
        return None if _may_be_article(link, scope) else "not_article_url"


def _may_be_article(link: Link, scope: Scope) -> bool:
    """Believe a feed, a listing and a news sitemap; a plain sitemap names every page of a site."""
    is_plain = link.found_in == "sitemap" and link.teaser is None
    return scope.kind(link.url) == "article" if is_plain or scope.article_url else True


def found_seed(seed: Seed) -> Found:
    """Return a seed as the ledger knows it."""
    if isinstance(seed, Feed):
        return Found(Link(seed.url, "feed"), "feed", 0)
    if isinstance(seed, Sitemap):
        return Found(Link(seed.url, "sitemap"), "sitemap", 0)
    return Found(Link(seed.url, "listing"), "listing", 0)


def first_seeds(site: Site) -> tuple[Found, ...]:
    """Return where a crawl of a site starts: its seeds, or the front page where they are looked for."""
    described = tuple(found_seed(seed) for seed in site.seeds)
    return described or (Found(Link(site.home, "listing"), "front", 0),)


def read_seen(reader: Reader, seen: Seen) -> "Reading | UnreadableReason":
    """Return the links of a listing, or why it is none; for a process beside the crawl."""
    try:
        return reader.read(seen)
    except Unreadable as unreadable:
        return unreadable.reason
