"""Hosts: when each may be asked again. In memory, for one run; the scheduler and the downloader share it.

A host is ``host_of(url)``: "example.org", "127.0.0.1:8001". Times are of a monotonic clock, in seconds.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Final

from harvester.fetching.refused import Refused
from harvester.limits import LIMITS, Limits

PENALTY_MAX: Final = 60.0
"""The slowest pace of a troubled host, seconds added between two requests."""
_RECOVERY: Final = 0.7
"""What an answer leaves of the penalty: after ten good answers a host has its own pace again."""
_GONE: Final = 0.05


@dataclass(slots=True)
class _Host:
    """What is known of one host."""

    delay: float
    connections: int
    crawl_delay: float = 0.0
    penalty: float = 0.0
    troubles: int = 0
    """In a row, without a good answer between them."""
    handed: int = 0
    """Requests that the downloader has and that have not ended."""
    asked: float = float("-inf")
    """When the last request went out."""
    heard: float = float("-inf")
    """When the last answer began."""
    rest_until: float = float("-inf")
    """A slow server rests as long as it worked."""
    paused_until: float = float("-inf")
    """Retry-After, or our own growing delay."""
    closed: Refused | None = None

    @property
    def spacing(self) -> float:
        """Seconds between the starts of two requests."""
        return max(self.delay, self.crawl_delay) + self.penalty


class Hosts:
    """The pace of every host of a run: one connection and one request a second unless told otherwise."""

    def __init__(self, limits: Limits = LIMITS, clock: Callable[[], float] = monotonic) -> None:
        self.limits = limits
        self.clock = clock
        self._hosts: dict[str, _Host] = {}

    def ready(self, host: str, now: float) -> bool:
        """Tell whether a request handed out now would go out at once."""
        known = self._hosts.get(host)
        return known is None or (known.handed < known.connections and self.next_at(host) <= now)

    def next_at(self, host: str) -> float:
        """Return when the host may be asked next; infinite when not in this run."""
        known = self._hosts.get(host)
        if known is None:
            return float("-inf")
        if known.closed is not None:
            return float("inf")
        moments = (known.asked + known.spacing, known.heard + known.crawl_delay)
        return max(*moments, known.rest_until, known.paused_until)

    def refusal(self, host: str) -> Refused | None:
        """Return why the host is not asked again in this run; ``None`` when it is."""
        known = self._hosts.get(host)
        return known.closed if known else None

    def busy(self, host: str) -> int:
        """Return how many requests to the host have been handed out and have not ended."""
        known = self._hosts.get(host)
        return known.handed if known else 0

    def pace(self, host: str, delay: float | None = None, connections: int | None = None) -> None:
        """Set what a site file or ``--delay`` says for one host."""
        known = self._known(host)
        known.delay = known.delay if delay is None else delay
        known.connections = known.connections if connections is None else connections

    def crawl_delay(self, host: str, seconds: float) -> None:
        """Obey the robots.txt; one that asks for more than the limit closes the host to this run."""
        self._known(host).crawl_delay = seconds
        if seconds > self.limits.crawl_delay_max:
            self.close(host, Refused("crawl_delay", f"{seconds:g} s between two requests"))

    def close(self, host: str, refused: Refused) -> None:
        """Ask the host nothing more in this run; every request for it ends with ``refused``."""
        self._known(host).closed = refused

    def pause(self, host: str, seconds: float) -> datetime:
        """Ask the host nothing for so long; return when that ends."""
        known = self._known(host)
        known.paused_until = max(known.paused_until, self.clock() + seconds)
        return wall(known.paused_until - self.clock())

    def trouble(self, host: str, retry_after: float | None = None) -> datetime:
        """Slow a host down that is overloaded or out of reach; return when it may be asked again.

        Without a usable ``retry_after`` the pause doubles from one trouble to the next. A pause
        longer than the limit closes the host to this run.
        """
        known = self._known(host)
        known.troubles += 1
        known.penalty = min(max(2 * known.penalty, self.limits.backoff), PENALTY_MAX)
        seconds = backoff(self.limits, known.troubles) if retry_after is None else retry_after
        if seconds <= self.limits.retry_after_max:
            return self.pause(host, seconds)
        not_before = wall(seconds)
        self.close(host, Refused("retry_after", f"{seconds:.0f} s", not_before=not_before))
        return not_before

    def is_paused(self, host: str) -> bool:
        """Tell whether the host has a pause ahead of it, beside its pace."""
        known = self._hosts.get(host)
        return known is not None and known.paused_until > self.clock()

    def begin(self, host: str) -> None:
        """Count a request that the downloader got."""
        self._known(host).handed += 1

    def end(self, host: str) -> None:
        """Count a request that the downloader gave back, however it ended."""
        self._known(host).handed -= 1

    def asks(self, host: str) -> None:
        """Note that a request goes out now."""
        self._known(host).asked = self.clock()

    def heard(self, host: str, sent: float) -> None:
        """Note that an answer begins, and when its request was sent: a connection takes its time.

        A Crawl-delay counts from the answer, so that a slow server, too, sees as much between two requests.
        """
        known = self._known(host)
        known.asked, known.heard = max(known.asked, sent), self.clock()

    def answered(self, host: str, seconds: float) -> None:
        """Note a good answer and its seconds: a slow server rests for as long, a troubled one recovers."""
        known = self._known(host)
        known.troubles = 0
        known.penalty = known.penalty * _RECOVERY if known.penalty > _GONE else 0.0
        if known.delay > 0:
            known.rest_until = self.clock() + min(seconds, self.limits.crawl_delay_max)

    def connections(self, host: str) -> int:
        """Return how many requests to the host may be open at once."""
        return self._known(host).connections

    def _known(self, host: str) -> _Host:
        if host not in self._hosts:
            self._hosts[host] = _Host(self.limits.delay, self.limits.connections)
        return self._hosts[host]


def backoff(limits: Limits, failures: int) -> float:
    """Return the seconds to wait after so many failures in a row: doubling, from ``limits.backoff``."""
    return limits.backoff * 2.0 ** min(failures - 1, 20)


def wall(seconds: float) -> datetime:
    """Return the moment so many seconds from now, aware, UTC."""
    return datetime.now(UTC) + timedelta(seconds=max(seconds, 0.0))
