"""Hashes that tell whether a text was seen before, whatever its page looks like."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b, sha256
from typing import Final, get_args

from harvester.article import Article, Change
from harvester.parts import Image

CHANGES: Final[tuple[Change, ...]] = get_args(Change)
_UNDERLINED: Final = "\x1f"
"""Between the parts of a field: a character that no text of a page contains."""
_PIECE: Final = 100_000
"""Characters of a text that is folded at once."""
_SIZE_IN_NAME = re.compile(r"[-_]?\d{2,5}x\d{2,5}")


def folded(text: str | None) -> str:
    """Return the text in NFC, each run of white space as one space; "" for no text."""
    text = text or ""
    if len(text) <= _PIECE:
        return _folded(text)
    return " ".join(filter(None, map(_folded, _pieces(text))))


@lru_cache(maxsize=64)  # a body is asked for three times, one after the other
def _folded(text: str) -> str:
    return " ".join((text if text.isascii() else unicodedata.normalize("NFC", text)).split())


def _pieces(text: str) -> Iterator[str]:
    """Yield a long text in pieces that end at spaces: as words all at once it takes ten times its size."""
    at = 0
    while at < len(text):
        end = text.find(" ", at + _PIECE)
        end = len(text) if end < 0 else end
        yield text[at:end]
        at = end


def content_hash(headline: str | None, body: str | None) -> str:
    """Return ``sha256:`` and the digest of headline and body, folded."""
    text = f"{folded(headline)}\n{folded(body)}"
    return "sha256:" + sha256(text.encode("utf-8", "replace")).hexdigest()


def field_hashes(article: Article, status: str = "usable") -> Mapping[Change, str]:
    """Return a short hash of each field whose change makes a new version.

    What a page's furniture touches is not in them: sizes of a picture, alt texts, ranks, times of day
    at which the page was built.
    """
    texts: dict[Change, Iterable[str | None]] = {
        "status": (status,),
        "headline": (article.headline,),
        "standfirst": (article.standfirst,),
        "body": (article.body,),
        "authors": (author.name for author in article.authors),
        "published": (article.published.isoformat() if article.published else None,),
        "source_line": (article.source_line,),
        "images": (text for image in article.images for text in _image(image)),
        "corrections": (correction.text for correction in article.corrections),
    }
    return {field: _short(parts) for field, parts in texts.items()}


def _image(image: Image) -> tuple[str | None, ...]:
    return (_picture_name(image.url), image.caption, image.credit)


def _picture_name(url: str | None) -> str:
    """Return the last word of a picture's path: servers move, sizes and signatures come and go."""
    path = (url or "").partition("?")[0].partition("#")[0]
    return _SIZE_IN_NAME.sub("", path.rstrip("/").rpartition("/")[2])


def _short(parts: Iterable[str | None]) -> str:
    text = _UNDERLINED.join(folded(part) for part in parts)
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def paragraph_marks(body: str | None) -> bytes:
    """Return four bytes for each different paragraph, in order of their value: what ``overlap`` compares."""
    paragraphs = {folded(text).casefold() for text in (body or "").split("\n\n")} - {""}
    return b"".join(
        sorted(blake2b(text.encode("utf-8", "replace"), digest_size=4).digest() for text in paragraphs)
    )


def overlap(one: bytes, other: bytes) -> float:
    """Return the share of the shorter text's paragraphs that the longer one has too; 0 for no text."""
    sets = [{marks[at : at + 4] for at in range(0, len(marks), 4)} for marks in (one, other)]
    shorter = min(map(len, sets))
    return len(sets[0] & sets[1]) / shorter if shorter else 0.0
