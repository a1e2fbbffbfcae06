"""``Site``: what is known of one news site, a list of exceptions to what works anywhere.

A site file is a class with the facts that differ; each attribute has a default that suits a site
nobody described::

    class HarbourPost(Site):
        hosts = ("harbourpost.example",)
        zone = "Europe/Oslo"
        seeds = (Feed("https://harbourpost.example/rss"),)

        class Page(ArticlePage):
            def kicker(self) -> str | None: ...
"""

from typing import Self, TypeVar

from harvester.discovery.scope import Scope
from harvester.discovery.seeds import Feed, ListingPage, Seed, Sitemap
from harvester.limits import LIMITS, Limits
from harvester.pages.page import ArticlePage
from harvester.site.checks import check
from harvester.site.invalid import InvalidSite
from harvester.urls import fetch_form, host_of, plain_host

__all__ = ["Feed", "InvalidSite", "Limits", "ListingPage", "Seed", "Site", "Sitemap"]


class Site:
    """What is known of one site. A value: nothing of it changes once made."""

    hosts: tuple[str, ...] = ()
    """The site's hosts without "www."; their subdomains belong to the site. The first is its main one."""
    home: str = ""
    """The front page, from which seeds are discovered; by default that of the first host."""
    name: str | None = None
    """The paper's own name; ``None`` takes what the pages say."""
    publisher: str | None = None
    zone: str | None = None
    """IANA name of the zone that times without one are in."""
    language: str | None = None
    """BCP 47, for a site whose pages declare none or a wrong one."""
    seeds: tuple[Seed, ...] = ()
    """Where a crawl starts; empty: discovered on the front page and in robots.txt."""
    article_url: str | None = None
    """A pattern searched in addresses: what matches is an article, what does not is none."""
    limits: Limits = LIMITS
    """The bounds that differ for this site: ``Limits(delay=5)``."""
    tls_unverified: bool = False
    """True for a site whose certificate is known to be wrong: it is not checked, and its records say so."""
    Page: type[ArticlePage] | None = None
    """The fields that differ; ``None`` for the generic page."""
    rules: str | None = None
    """Name of the site file; ``None`` for a site that nobody described. Set by the loader."""

    def __init_subclass__(cls, **kwargs: object) -> None:
        """Refuse mistakes where they stand; a class named ``_Like`` is for others to build on.

        What it states is checked with the sites that build on it.
        """
        super().__init_subclass__(**kwargs)
        if cls.__name__.startswith("_"):
            return
        check(cls, Site)
        if not cls.home:
            cls.home = f"https://{cls.hosts[0]}/"

    @classmethod
    def generic(cls, url: str) -> Self:
        """Return the site of an address or host that nobody described; its seeds are to be discovered.

        Raises ``ValueError`` for what is no address.
        """
        home = fetch_form(url if "://" in url else f"https://{url}")
        host = host_of(home)
        if not host:
            raise ValueError(f"no address of a site: {url!r}")
        return _with(cls(), home=home, hosts=(plain_host(host),))

    @property
    def host(self) -> str:
        """The main host: the site's name in states and tables."""
        return self.hosts[0]

    def named(self, rules: str) -> Self:
        """Return the site with the name of its file."""
        return _with(self, rules=rules)

    def within(self, limits: Limits) -> Self:
        """Return the site with the limits of a run, where its file says none of its own."""
        return self if self.limits != LIMITS else _with(self, limits=limits)

    @property
    def scope(self) -> Scope:
        """What discovery needs to know: hosts, pattern, limits."""
        return Scope(self.hosts, self.article_url, self.limits)

    def owns(self, url: str) -> bool:
        """Tell whether an address is on this site: on one of its hosts or below it."""
        return self.scope.owns(url)

    def is_article(self, url: str) -> bool:
        """Tell whether an address is an article's: by ``article_url``, else by its shape."""
        return self.scope.kind(url) == "article"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a site does not change: {name}")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), self.hosts, self.home))

    def __repr__(self) -> str:
        return f"<Site {self.host}>" if self.hosts else "<Site>"


_S = TypeVar("_S", bound=Site)


def _with(site: _S, **facts: object) -> _S:
    """Return a copy with other facts."""
    other = type(site)()
    vars(other).update(vars(site) | facts)
    return other
