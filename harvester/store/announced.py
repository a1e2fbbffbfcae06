"""What the ledger knew of a page's links."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Announced:
    """Links, counted; and where something is to be asked now."""

    articles: int = 0
    """Article links of the page that may be asked, each address once."""
    new: int = 0
    """Those that nobody had announced before."""
    known: int = 0
    """Rows that became known to the run by this page."""
    hosts: frozenset[str] = frozenset()
    """Hosts that have something to ask now."""

    def with_more(self, other: "Announced") -> "Announced":
        """Return this with the known rows and the hosts of another; its articles are not the page's."""
        if not other.known and not other.hosts:
            return self
        return replace(self, known=self.known + other.known, hosts=self.hosts | other.hosts)

    def with_part(self, other: "Announced") -> "Announced":
        """Return this with the counts of a further part of the same page."""
        more = self.with_more(other)
        return replace(more, articles=self.articles + other.articles, new=self.new + other.new)


NOTHING = Announced()
