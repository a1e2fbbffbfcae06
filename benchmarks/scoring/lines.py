"""Source lines, names of parties, addresses: what counts as the same."""

import re
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from scoring.texts import folded, letters

LABELS = "sources?|quellen?|bron|kilde|fuente|fonte|kaynak|źródło|zrodlo|источник|来源"
LABEL = re.compile(rf"^[\s(\[|-]*(?:{LABELS})\s*[:：]\s*")
TRACKING = re.compile(r"^(utm_.*|ico|intcid|iref|ref|cid|fbclid|gclid|icid|ftag|rel)$")


def same_line(wanted, given, room=None):
    """Whether two source lines are the same, with or without their label.

    One holds the other: the given one may be longer (by a second line; ``room`` is the length of all)
    or half.
    """
    w, g = (letters(LABEL.sub("", folded(line))) for line in (wanted, given))
    longer = w in g and len(g) <= 2 * (room or len(w)) + 60
    return bool(w and g) and (longer or (g in w and len(g) >= 0.5 * len(w)))


def party_name(name):
    """A name without a leading article and without punctuation around it."""
    return re.sub(r"^the\s+", "", folded(name).strip(" .,;:|/()[]©-'\""))


def same_address(url, other, base):
    return _plain(url, base) == _plain(other, base)


def _plain(url, base):
    """Absolute, without scheme, "www.", fragment, tracking parameters and last slash."""
    try:
        parts = urlsplit(urljoin(base, (url or "").strip()))
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return url or ""
    pairs = sorted(parse_qsl(parts.query, keep_blank_values=True))
    query = "&".join(f"{key}={value}" for key, value in pairs if not TRACKING.match(key))
    return f"{host}{unquote(parts.path).rstrip('/')}" + (f"?{query}" if query else "")
