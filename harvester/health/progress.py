"""What a person sees while a run goes: one moving line on a terminal, a line now and then elsewhere."""

from collections.abc import Callable
from time import monotonic
from typing import Final

from rich.console import Console
from rich.live import Live
from rich.markup import escape
from rich.text import Text

from harvester.health.tally import Tally
from harvester.urls import redacted

_PLAIN_SECONDS: Final = 10.0
_SITES: Final = 3
_SHOWN: Final = 90


def progress(console: Console) -> "Moving | Plain":
    """Return the display that suits a console."""
    return Moving(console) if console.is_terminal else Plain(console)


class Moving:
    """Lines that are drawn anew four times a second."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._live: Live | None = None

    def began(self, tally: Tally) -> None:
        """Begin to draw."""
        self._live = Live(
            get_renderable=lambda: Text.from_markup(_drawn(tally)),
            console=self._console,
            refresh_per_second=4,
            transient=True,
        )
        self._live.start()

    def changed(self, tally: Tally) -> None:
        """Do nothing: the display looks by itself."""

    def ended(self, tally: Tally) -> None:  # noqa: ARG002 - the table says it
        """Clear the lines."""
        if self._live is not None:
            self._live.stop()


def _drawn(tally: Tally) -> str:
    sites = list(tally.sites.items())[-_SITES:]
    asked = [f"  [dim]{escape(redacted(site.asked)[:_SHOWN])}[/]" for _, site in sites if site.asked]
    return "\n".join([f"[bold]{summary(tally)}[/]", *asked])


def summary(tally: Tally) -> str:
    """Return a run so far in one line."""
    sites = f"{len(tally.sites)} site{'s' * (len(tally.sites) != 1)}"
    rate = tally.responses / tally.seconds if tally.seconds > 0 else 0.0
    return (
        f"{tally.records:,} records of {tally.responses:,} responses, "
        f"{sites}, {rate:.1f}/s, {tally.seconds:.0f} s"
    )


class Plain:
    """A line every ten seconds."""

    def __init__(self, console: Console, clock: Callable[[], float] = monotonic) -> None:
        self._console = console
        self._clock = clock
        self._said = clock()

    def began(self, tally: Tally) -> None:
        """Say nothing yet."""

    def changed(self, tally: Tally) -> None:
        """Say a line when the last one is old."""
        if self._clock() - self._said >= _PLAIN_SECONDS:
            self._said = self._clock()
            self._console.print(summary(tally), markup=False, highlight=False, soft_wrap=True)

    def ended(self, tally: Tally) -> None:
        """Say nothing: the table does."""
