"""The date in the state that pages drawn by scripts carry along: ``{"publishedAt": "2025-06-05T10:30Z"}``."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from harvester.pages.dating.claims import Claim, Setting
from harvester.pages.document import Document

_STATE: Final = re.compile(
    r"ubli(?:shed(?:_?(?:[aA]t|[oO]n|[dD]ate|[tT]ime))?|cation_?(?:[dD]ate|[tT]ime)|sh_?(?:[dD]ate|[tT]ime))"
    r'\\?"\s{0,3}:\s{0,3}\\?"(?P<date>(?:19|20)\d\d-[01]\d-[0-3]\d[^"\\<>]{0,25})'
)
"""Begins with letters that stand for themselves: state is long, and those are found fast."""
_BEFORE: Final = re.compile(r"(?<![\w-])(?:date_?|first_?)?[pP]$")
_REACH: Final = 12
_LONGEST: Final = 2_000_000
"""Characters of scripts that are looked through."""
_MOST: Final = 50
_WEAK: Final = 1.0


def script_claims(document: Document, setting: Setting) -> Iterator[Claim]:
    """Yield the date of publication in the page's scripts where they name one day only."""
    left, found = _LONGEST, list[Claim]()
    for script in document.scripts:
        text = (script.text or "")[:left]
        left -= len(text)
        for match in islice(_STATE.finditer(text), _MOST):
            is_key = _BEFORE.search(text[max(0, match.start() - _REACH) : match.start()])
            moment = setting.read(match["date"]) if is_key else None
            if moment:
                found.append(Claim("published", match["date"], moment, "markup", "script", _WEAK))
    if len({claim.day for claim in found}) == 1:
        yield found[0]
