"""What the parts of one run's fetching share. One value a crawler; nothing global to the process."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Self
from weakref import WeakKeyDictionary

import yarl
from scrapy import Request
from scrapy.crawler import Crawler

from harvester.fetching.addresses import allowed_address
from harvester.fetching.hosts import Hosts
from harvester.fetching.proxy import read_proxy
from harvester.fetching.robots_copies import MemoryCopies, RobotsCopies
from harvester.fetching.turns import Turns
from harvester.limits import LIMITS, Limits


@dataclass(slots=True)
class Fetching:
    """The shared state; ``Fetching.of(crawler)`` is the same value for everybody."""

    limits: Limits
    """``HARVESTER_LIMITS``."""
    allowed: Collection[str]
    """``HARVESTER_ALLOW_ADDRESSES``: addresses opened on purpose, "127.0.0.1:8001"."""
    hosts: Hosts
    turns: Turns
    proxy: yarl.URL | None = None
    """``HARVESTER_PROXY``."""
    copies: RobotsCopies = field(default_factory=MemoryCopies)
    """Where the last good robots.txt of a host is kept; the store puts its own here when a run opens."""
    sitemaps: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What the robots.txt of each host announced, once a page of the host has been asked for."""

    def limits_for(self, request: Request) -> Limits:
        """Return ``request.meta["limits"]``, as a site file has them, else those of the run."""
        own = request.meta.get("limits")
        return own if isinstance(own, Limits) else self.limits

    @classmethod
    def of(cls, crawler: Crawler) -> Self:
        """Return the state of a crawler, made from its settings when it is asked for first.

        Raises:
            ValueError: an allowed address is none, or the proxy.
        """
        if crawler not in _STATES:
            limits = crawler.settings.get("HARVESTER_LIMITS") or LIMITS
            allowed = tuple(map(allowed_address, crawler.settings.getlist("HARVESTER_ALLOW_ADDRESSES")))
            hosts = Hosts(limits)
            proxy = crawler.settings.get("HARVESTER_PROXY")
            _STATES[crawler] = cls(limits, allowed, hosts, Turns(hosts), read_proxy(proxy) if proxy else None)
        state = _STATES[crawler]
        if not isinstance(state, cls):
            raise TypeError(f"{cls.__name__} asked for, {type(state).__name__} is there")
        return state


_STATES: WeakKeyDictionary[Crawler, Fetching] = WeakKeyDictionary()
