"""URLs that lead nowhere: calendars, facets, mazes. Pure."""

from collections import Counter
from urllib.parse import parse_qsl, urlsplit

from harvester.limits import Limits
from harvester.store.outcome import Kind


def trap(url: str, kind: Kind, depth: int, limits: Limits) -> str | None:
    """Return why a URL is not to be asked, a word for the ledger; ``None`` when it may be."""
    if len(url) > limits.url_length:
        return "long_url"
    if depth > limits.depth:
        return "too_deep"
    parts = urlsplit(url)
    if _repeats(parts.path) > limits.repeated_segments:
        return "repeated_segments"
    is_listing = kind in ("listing", "front")
    if is_listing and len(parse_qsl(parts.query, keep_blank_values=True)) > limits.query_parameters:
        return "many_parameters"
    return None


def _repeats(path: str) -> int:
    segments = [segment for segment in path.split("/") if segment]
    return max(Counter(segments).values(), default=0)
