"""Lines of the house among copy, told by words inside of them: rights, browsers, affiliates, rules."""

import re
from typing import Final

from harvester.pages.word_lists import word_lists

_WORDS: Final = word_lists("notices")
_AFFILIATES, _TECHNOLOGY = tuple(_WORDS["affiliates"]), tuple(_WORDS["technology"])
_WANTED, _READERS = tuple(_WORDS["wanted"]), tuple(_WORDS["readers"])
_LINE: Final = 200
"""Characters of the longest line for a browser, or of rights."""
_LONGEST: Final = 400
"""Characters of the longest line that tells of affiliates, or of the rules for comments."""
_FRONT: Final = 40
"""Characters in front of the sign of rights in a line that is nothing else."""
_YEAR: Final = re.compile(r"©\s*(?:copyright\s*)?(?:19|20)\d\d", re.IGNORECASE)


def is_notice(text: str) -> bool:
    """Tell whether a line is of rights and their year, for a browser without scripts, or of affiliates."""
    if len(text) > _LONGEST:
        return False
    if 0 <= text.find("©") < _FRONT and len(text) <= _LINE and _YEAR.search(text):
        return True
    line = text.lower()
    if "affili" in line and _has(line, _AFFILIATES):
        return True
    return len(text) <= _LINE and _has(line, _TECHNOLOGY) and _has(line, _WANTED)


def tells_readers(text: str) -> bool:
    """Tell whether a text speaks of comments."""
    return len(text) <= _LONGEST and _has(text.lower(), _READERS)


def _has(line: str, words: tuple[str, ...]) -> bool:
    return any(map(line.__contains__, words))
