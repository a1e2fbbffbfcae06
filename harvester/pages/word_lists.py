"""The word lists of ``words/``: TOML files that can be extended, read once."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

_NEVER: Final = re.compile(r"(?!)")


@cache
def word_lists(name: str) -> dict[str, list[str]]:
    """Return the lists of ``words/<name>.toml`` by their keys."""
    text = files(__package__).joinpath("words", f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


def name_pattern(words: list[str]) -> re.Pattern[str]:
    """Return a pattern that finds one of some words in class names: between spaces, hyphens, underscores."""
    if not words:
        return _NEVER
    alternatives = "|".join(sorted(map(re.escape, set(words)), key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{alternatives})(?![^\W_])")
