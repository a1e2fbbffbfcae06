"""What a robots.txt says to us, per RFC 9309, read by Protego. Pure."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Self

from protego import Protego

from harvester.fetching.contact import AGENT

PARSED_BYTES: Final = 512_000
"""RFC 9309 asks for 500 KiB at least; what follows is not read."""
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|head|body|!--|\?xml)", re.IGNORECASE)
_AGENT_LINE = re.compile(r"\s*user[- ]?agent\b\s*:?\s*(\*(?![\w-])|[\w-]*)", re.IGNORECASE)
"""Group 1 is the product token: "Harvester" of "Harvester/2.0 (news)"."""
_OTHERS: Final = "User-agent: others"


@dataclass(frozen=True, slots=True)
class RobotsRules:
    """The rules of one origin, for our agent."""

    parser: Protego
    crawl_delay: float
    """Seconds between two requests; 0 when the file does not say."""
    sitemaps: tuple[str, ...]
    """As written in the file, in its order."""

    @classmethod
    def read(cls, body: bytes) -> Self:
        """Return the rules of a body; an HTML page, as servers send for what they do not have, has none."""
        text = "" if _MARKUP.match(body) else _text(body)
        parser = Protego.parse("\n".join(_for_us(text)))
        return cls(parser, _delay(parser), tuple(parser.sitemaps))

    def is_allowed(self, url: str) -> bool:
        """Tell whether we may ask for the URL."""
        return self.parser.can_fetch(url, AGENT)


def _text(body: bytes) -> str:
    """Return the whole lines of the first 500 KiB, without a byte order mark."""
    cut = body[:PARSED_BYTES]
    if len(body) > PARSED_BYTES:
        cut = cut[: max(cut.rfind(b"\n"), cut.rfind(b"\r")) + 1]
    if cut.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):  # as some editors save text
        return cut.decode("utf-16", "replace")
    return cut.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")


def _for_us(text: str) -> Iterator[str]:
    """Yield the lines, ours and everybody's agents as they are named here, all others under one name.

    Protego keeps every rule once for every agent of its group: a file of 500 KiB could take
    hundreds of millions of rules. And it takes "har" for a name of ours; the standard does not.
    """
    others = False
    for line in text.splitlines():
        match = _AGENT_LINE.match(line)
        if match is None:
            others = others and not line.strip()
            yield line
        elif match[1].lower() in ("*", AGENT):
            yield f"User-agent: {match[1]}"
        elif not others:
            others = True
            yield _OTHERS


def _delay(parser: Protego) -> float:
    """Return the longer of Crawl-delay and Request-rate, in seconds for one request."""
    rate = parser.request_rate(AGENT)
    return max(parser.crawl_delay(AGENT) or 0.0, rate.seconds / rate.requests if rate else 0.0)
