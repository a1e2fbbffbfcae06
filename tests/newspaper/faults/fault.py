"""``Fault``: one thing that a site does wrong, by name, and what must become of its articles."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from tests.newspaper.faults.call import Call
    from tests.newspaper.faults.log import Asked

Fate = Literal["article", "flagged", "absent"]
"""Recorded whole; recorded with a warning; not recorded, with a reason in the ledger."""

Handler = Callable[["Call"], Awaitable[None]]
Second = Literal["nothing", "version", "tombstone"]
Look = Callable[[Mapping[str, Any]], "str | None"]
"""What is wrong with a record, in words; ``None`` when nothing is."""
Check = Callable[["tuple[Asked, ...]"], "str | None"]
"""What is wrong with the requests that came, in words; ``None`` when nothing is."""

WHOLE: frozenset[Fate] = frozenset({"article"})
ABSENT: frozenset[Fate] = frozenset({"absent"})
FLAGGED: frozenset[Fate] = frozenset({"flagged"})
FLAGGED_OR_ABSENT: frozenset[Fate] = frozenset({"flagged", "absent"})
NOT_HALF: frozenset[Fate] = frozenset({"article", "flagged", "absent"})
"""Anything but a record that lacks its end and does not say so."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One fault, on a site of its own: an address of loopback with a front page and two clean articles."""

    name: str
    group: str
    row: int
    """Of the table of faults."""
    about: str
    """What the site does, in a sentence."""
    answers: Handler
    """Answers every request whose path is in ``at``."""
    at: tuple[str, ...]
    """Paths; one that ends with ``*`` takes all that begin so."""
    expect: frozenset[Fate]
    """What may become of each of ``articles``; any one of them will do."""
    articles: tuple[str, ...]
    """Paths of the articles that ``expect`` speaks of."""
    clean: frozenset[Fate] = WHOLE
    """What may become of the two clean articles beside it."""
    links: tuple[str, ...] = ()
    """``href`` values of the front page between the clean articles, as they stand in the markup."""
    sections: tuple[str, ...] = ()
    """``href`` values of the front page's navigation: listing pages."""
    reasons: frozenset[str] = frozenset()
    """Where the article is absent: words for it in the ledger, any of them; empty where any will do."""
    says: tuple[str, ...] = ()
    """What the record of its article must hold, where there is one."""
    never: tuple[str, ...] = ()
    """What may stand nowhere: not in a record, a log line or a file name."""
    look: Look | None = field(default=None, repr=False)
    """A look at the record of each of its articles."""
    words: str = ""
    """The fault whose words it prints, where they are not its own."""
    head: str = ""
    """HTML for the head of its front page: feeds that are announced."""
    second: Second = "nothing"
    """What a second run, after ``next_run()``, writes of its articles."""
    check: Check | None = field(default=None, repr=False)
    """A look at the requests that came."""
    scheme: str = "http"
    certificate: str | None = None
    """Kind of the TLS certificate: ``self_signed``, ``expired``, ``wrong_name``."""
    number: int = 0
    """Counts the faults of one row, from 0."""

    @property
    def key(self) -> str:
        """What its words are made of."""
        return self.words or self.name

    @property
    def host(self) -> str:
        """The address on which its site is served, alone."""
        return f"127.0.{self.row}.{self.number + 1}"

    def takes(self, path: str) -> bool:
        """Tell whether the fault itself answers a path."""
        return any(path.startswith(at[:-1]) if at.endswith("*") else path == at for at in self.at)


class Catalogue:
    """The faults of one group; each is a coroutine under ``@catalogue.fault(...)``, found by being there."""

    def __init__(self, group: str) -> None:
        self.group = group
        self.faults: list[Fault] = []

    def fault(self, row: int, expect: frozenset[Fate], **more: object) -> Callable[[Handler], Handler]:
        """Add the decorated coroutine: its name is the fault's name, its docstring says what it does.

        Without ``at`` it answers ``/story/<name>``; without ``articles`` the paths of ``at`` are the articles;
        without ``links`` the front page links the articles.
        """

        def add(handler: Handler) -> Handler:
            name = handler.__name__
            at = tuple(more.pop("at", (f"/story/{name}",)))
            articles = tuple(more.pop("articles", at))
            links = tuple(more.pop("links", () if "sections" in more else articles))
            about = " ".join((handler.__doc__ or "").split())
            own = {"name": name, "group": self.group, "row": row, "about": about, "answers": handler}
            self.faults.append(Fault(**own, at=at, articles=articles, links=links, expect=expect, **more))
            return handler

        return add
