"""Endless English-looking words for pages that only have to be many and of real size."""

from importlib.resources import files
from random import Random
from typing import Final

WORDS: Final = tuple((files("harvester.newspaper") / "words.txt").read_text("utf-8").split())
JOINTS: Final = (
    "the",
    "a",
    "of",
    "and",
    "in",
    "with",
    "for",
    "on",
    "that",
    "which",
    "its",
    "their",
    "from",
    "to",
    "by",
)


def sentence(words: Random) -> str:
    """Between eight and twenty-two words that mean nothing."""
    said = [words.choice(JOINTS if number % 2 else WORDS) for number in range(words.randint(8, 22))]
    return f"{' '.join(said).capitalize()} {words.choice(WORDS)}."


def paragraph(words: Random) -> str:
    """Three to five sentences."""
    return " ".join(sentence(words) for _ in range(words.randint(3, 5)))


def title(words: Random, length: int = 7) -> str:
    """So many words in title case."""
    return " ".join(words.choice(WORDS) for _ in range(length)).title()


def furniture(words: Random, size: int, pages: int) -> str:
    """About ``size`` characters of what stands around an article: scripts, rails, menus, comments."""
    makers = (_script, _rail, _menu, _script, _comments)
    made: list[str] = []
    length = 0
    while length < size:
        made.append(makers[len(made) % len(makers)](words, pages))
        length += len(made[-1])
    return "\n".join(made)


def _script(words: Random, _: int) -> str:
    rows = ",".join(f'"{words.choice(WORDS)}{number}":{words.random():.6f}' for number in range(90))
    return f"<script>window.lantern = window.lantern || [];window.lantern.push({{{rows}}});</script>"


def _rail(words: Random, pages: int) -> str:
    cards = "".join(
        f'<div class="card"><a href="/tags/{words.randrange(pages)}"><img src="/pictures/{number}.png" alt=""></a>'
        f"<span>News</span><h3>{title(words)}</h3><p>{sentence(words)}</p></div>"
        for number in range(8)
    )
    return f"<aside><h2>Also today</h2>{cards}</aside>"


def _menu(words: Random, _: int) -> str:
    items = "".join(
        f'<li class="item"><a href="/tags/{word}">{word}</a></li>' for word in words.sample(WORDS, 40)
    )
    return f'<nav class="menu"><ul>{items}</ul></nav>'


def _comments(words: Random, _: int) -> str:
    said = "".join(f'<li class="comment"><b>{title(words, 2)}</b> {sentence(words)}</li>' for _ in range(6))
    return f'<section class="comments"><h2>Readers say</h2><ol>{said}</ol></section>'
