"""What the faulty edition was asked, and ready looks at it."""

from dataclasses import dataclass
from itertools import pairwise

from tests.newspaper.faults.fault import Check


@dataclass
class Asked:
    """One request, as the server saw it."""

    target: str
    headers: dict[str, str]
    began: float
    """Seconds of a clock that never jumps."""
    run: int
    """Which run asked: 1, 2 ..."""
    ended: float | None = None
    sent: int = 0
    """Bytes that left for the client, headers included."""

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]


def at_most(requests: int, prefix: str = "/") -> Check:
    """No more than so many requests to paths that begin with ``prefix``."""

    def check(asked: tuple[Asked, ...]) -> str | None:
        count = sum(one.path.startswith(prefix) for one in asked)
        return f"{count} requests, at most {requests}" if count > requests else None

    return check


def never_asked(*prefixes: str) -> Check:
    """No request to a path that begins so."""

    def check(asked: tuple[Asked, ...]) -> str | None:
        return next((f"asked {one.path}" for one in asked if one.path.startswith(prefixes)), None)

    return check


def sent_at_most(size: int) -> Check:
    """The client hung up before it had been sent so many bytes by one answer."""

    def check(asked: tuple[Asked, ...]) -> str | None:
        most = max((one.sent for one in asked), default=0)
        return f"{most} bytes sent, at most {size}" if most > size else None

    return check


def one_at_a_time(seconds: float) -> Check:
    """Never two requests at once, and each begins at least ``seconds`` after the one before it; 0.3 s may lack, on a busy machine."""

    def check(asked: tuple[Asked, ...]) -> str | None:
        for before, after in pairwise(asked):
            gap = after.began - before.began
            if before.ended is None or after.began < before.ended:
                return f"{after.path} was asked while {before.path} was being answered"
            if gap < seconds - 0.3:
                return f"{after.path} was asked {gap:.2f} s after {before.path}, at least {seconds} s"
        return None

    return check


def quiet_after(path: str, seconds: float) -> Check:
    """Nothing is asked for so many seconds after ``path`` was asked for the first time."""

    def check(asked: tuple[Asked, ...]) -> str | None:
        first = next((one.began for one in asked if one.path == path), None)
        if first is None:
            return None
        early = [one for one in asked if first < one.began < first + seconds * 0.95]
        return f"{early[0].path} was asked {early[0].began - first:.2f} s after" if early else None

    return check


def no_header(name: str) -> Check:
    """No request carries that header."""

    def check(asked: tuple[Asked, ...]) -> str | None:
        return next((f"{one.path} with {name}" for one in asked if name in one.headers), None)

    return check


def every(*checks: Check) -> Check:
    """All of the checks; the first complaint is told."""

    def check(asked: tuple[Asked, ...]) -> str | None:
        return next(filter(None, (one(asked) for one in checks)), None)

    return check
