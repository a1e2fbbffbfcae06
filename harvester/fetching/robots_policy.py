"""What a page says of its use by robots: ``X-Robots-Tag`` headers and robots meta elements. Pure."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from harvester.fetching.contact import AGENT

_VALUED: Final = frozenset({"unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"})
_NAMED = re.compile(r"\s*([^\s,:]+)\s*:\s*")
_SHOWN: Final = 300


@dataclass(frozen=True, slots=True)
class RobotsPolicy:
    """The rules that hold for us: those for every robot and those for ours."""

    noindex: bool = False
    """No record of this page; ``none`` says so, too."""
    noarchive: bool = False
    """No copy of this page: none in the archive of responses."""
    nofollow: bool = False
    """No link of this page leads on."""
    raw: str | None = None
    """What the page says, to every robot, as the record's ``robots_meta`` keeps it; ``None`` for nothing."""


_SILENT: Final = RobotsPolicy()


def robots_policy(
    headers: Iterable[str], metas: Collection[tuple[str, str]] = (), agent: str = AGENT
) -> RobotsPolicy:
    """Return the policy of a page.

    ``headers`` are the values of its ``X-Robots-Tag`` headers, one each; ``metas`` the name and content
    of its meta elements, any name: those named "robots" or as we are hold for us.
    """
    said = [*headers]
    if not said and not metas:
        return _SILENT
    ours = {rule for value in said for bot, rule in _rules(value) if bot in ("", agent)}
    for name, content in metas:
        if name.strip().lower() in ("robots", agent):
            said.append(content)
            ours.update(rule.strip().lower() for rule in content.split(","))
    raw = ", ".join(" ".join(value.split()) for value in said if value.strip())[:_SHOWN]
    none = "none" in ours
    return RobotsPolicy(
        noindex=none or "noindex" in ours,
        noarchive=none or not ours.isdisjoint({"noarchive", "nocache"}),
        nofollow=none or "nofollow" in ours,
        raw=raw or None,
    )


def _rules(value: str) -> Iterator[tuple[str, str]]:
    """Yield robot and rule of a header; a robot's name holds for the rules behind it, until the next name."""
    bot = ""
    for part in value.lower().split(","):
        match = _NAMED.match(part)
        if match and match[1] not in _VALUED:
            bot, part = match[1], part[match.end() :]  # noqa: PLW2901 - the name is read, the rule is left
        yield bot, part.strip()
