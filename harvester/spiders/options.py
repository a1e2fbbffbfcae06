"""What a person says of a run."""

from dataclasses import dataclass, field
from datetime import datetime

from harvester.limits import LIMITS, Limits
from harvester.sites import Sites
from harvester.store.place import KEEP_OUTBOX


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a run differs from the usual one."""

    since: datetime | None = None
    """Aware; nothing that was published earlier."""
    max_articles: int | None = None
    """Records of each site; the rest stays for the next run."""
    max_seconds: float | None = None
    """For the whole run; the rest stays for the next one."""
    backfill: bool = False
    """All the way back: no window, no stop at known pages."""
    refresh: bool = False
    """Ask every announced article again."""
    only_due: bool = False
    """Leave listings alone whose next visit has not come."""
    delay: float | None = None
    """Seconds between two requests to a host; ``None``: the site's."""
    contact: str | None = None
    """Whom a site's owner could write to."""
    allow_addresses: tuple[str, ...] = ()
    """Opened on purpose: "127.0.0.1:8001"."""
    proxy: str | None = None
    """Through which every request goes: "http://proxy.example:3128"."""
    keep_outbox: float = KEEP_OUTBOX
    """Days."""
    known: Sites = field(default_factory=Sites.shipped)
    """The site files whose page rules take part."""
    limits: Limits = field(default=LIMITS)
    """For what no site file says otherwise."""

    @property
    def is_thorough(self) -> bool:
        """Whether listings are read anew, because more of them is wanted than before."""
        return self.backfill or self.since is not None
