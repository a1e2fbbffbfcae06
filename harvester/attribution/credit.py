"""A caption and the credit in it: "Ada at work. Photo: Jo Name/Agency"."""

import re
from dataclasses import dataclass
from typing import Final

from harvester.attribution.labels import colon_labels, opening_label
from harvester.attribution.lexicon import Lexicon, packaged_lexicon
from harvester.attribution.names import is_running_text
from harvester.attribution.segments import Segment, read_names, read_segments
from harvester.attribution.tidy import LONGEST, tidy, unbracket

_TAIL_BRACKET: Final = re.compile(r"[(（\[［【][^()（）\[\]［］【】]{2,200}[)）\]］】][\s.]*$")
_TAIL_OWNER: Final = re.compile(r"(?:©|\(c\)\s|copyright\s)[^©]{2,120}$", re.IGNORECASE)
_TAIL_SEPARATED: Final = re.compile(
    r"(?:\s[|–—•/]\s|\s-{1,2}\s|[|•]\s?|(?<=[.!?”»\"])\s+|(?<=[a-zß-öø-ÿ][.!?])(?=[A-Z]))"
)
_TAIL_AGENCY: Final = re.compile(
    r"\b(?:AP Photo|REUTERS|Reuters|AFP|EPA|EFE|ANSA|TASS|Xinhua)/(?:[^\W\d_][\w.'’-]*\s?){1,4}$"
)
_SPOKEN: Final = re.compile(
    r"\b(?:photos?|photographs?|pictures?|images?|fotos?|fotografía)(?:\s+credit)?\s+(?:by|courtesy(?:\s+of)?|cortesía de|provided by)\s",
    re.IGNORECASE,
)
_LONG: Final = 160
"""Characters of the longest credit."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What a picture shows, and whose it is."""

    caption: str | None
    credit: str | None
    """Verbatim, without the brackets around it; ``None`` when none is found."""


def split_credit(caption_text: str, lexicon: Lexicon | None = None) -> Caption:
    """Return caption and credit of one string; in doubt all of it is caption."""
    words = lexicon or packaged_lexicon()
    text = tidy(caption_text)
    if len(caption_text) > LONGEST or not text:
        return Caption(caption_text.strip() or None, None)
    start = _credit_start(text, words)
    if start is None:
        return Caption(text, None)
    caption = text[:start].rstrip(" ([（［【|–—-/•·,:;")
    return Caption(caption or None, _verbatim(text[start:]))


def _verbatim(credit: str) -> str:
    inner = credit.strip(" |–—-/•·")
    whole = unbracket(inner)
    if (
        whole == inner
        and inner.endswith((")", "）", "]", "］"))
        and not any(sign in inner for sign in "(（[［")
    ):
        return inner[:-1].strip()
    return whole.strip()


def _credit_start(text: str, lexicon: Lexicon) -> int | None:
    """Return where the credit begins, 0 when all is credit, ``None`` without one."""
    if is_credit_line(text, lexicon):
        return 0
    for finder in (_labelled_start, _bracket_start, _owner_start, _tail_start):
        start = finder(text, lexicon)
        if start is not None:
            return start
    return None


def _labelled_start(text: str, lexicon: Lexicon) -> int | None:
    """Return where a label opens a credit that reaches to the end."""
    spoken = _SPOKEN.search(text)
    starts = [f.start for f in colon_labels(text, lexicon) if f.kind in ("photo", "graphic", "source")]
    for start in sorted([*starts, *([spoken.start()] if spoken else [])]):
        if 0 < start and len(text) - start <= _LONG and _names_somebody(text[start:], lexicon):
            return _with_joined_bracket(text, start)
    return None


def _with_joined_bracket(text: str, start: int) -> int:
    """Return the start of a bracket that is a credit too: "(AP Photo/Name) - Copyright AP Photo"."""
    before = text[:start].rstrip(" -–—|,")
    bracket = _TAIL_BRACKET.search(before)
    if bracket and before[-1:] in ")）]" and is_credit_line(bracket.group(), _LEXICON()):
        return bracket.start()
    return start


def _LEXICON() -> Lexicon:
    return packaged_lexicon()


def _names_somebody(credit: str, lexicon: Lexicon) -> bool:
    segments = read_segments(unbracket(credit.strip(" |–—-()（）[]")), lexicon)
    return any(s.kind is not None and _is_short(s.text) for s in segments) and not is_running_text(
        segments[0].text, None, lexicon
    )


def _is_short(text: str) -> bool:
    return 0 < len(text) <= _LONG


def _bracket_start(text: str, lexicon: Lexicon) -> int | None:
    match = _TAIL_BRACKET.search(text)
    if match and is_credit_line(match.group(), lexicon):
        return match.start()
    return None


def _owner_start(text: str, lexicon: Lexicon) -> int | None:
    match = _TAIL_OWNER.search(text)
    if match and len(match.group()) <= _LONG and not is_running_text(match.group(), None, lexicon):
        return _with_joined_bracket(text, match.start())
    return None


def _tail_start(text: str, lexicon: Lexicon) -> int | None:
    """Return the start of the last part, behind a bar, a dash or a full stop, when it is a credit with an agency."""
    named = _TAIL_AGENCY.search(text)
    if named:
        return named.start()
    for match in reversed(list(_TAIL_SEPARATED.finditer(text))):
        tail = text[match.end() :]
        if len(tail) > _LONG // 2:
            return None
        if _is_agency_list(tail, lexicon):
            return match.end()
    return None


def _is_agency_list(text: str, lexicon: Lexicon) -> bool:
    names = read_names(Segment(None, None, unbracket(text)), None, lexicon)
    return any(m.what == "agency" for m in names) and not is_running_text(text, None, lexicon)


def is_credit_line(text: str, lexicon: Lexicon | None = None) -> bool:
    """Return whether all of ``text`` is the credit of a picture: "Foto: dpa", "HANDOUT / AFP", "© Ada Name"."""
    words = lexicon or packaged_lexicon()
    line = unbracket(tidy(text))
    if not line or len(line) > _LONG or len(text) > LONGEST:
        return False
    label = opening_label(line, words)
    rest = Segment(None, None, line[label.end :] if label else line)
    if label is not None and label.kind in ("photo", "graphic"):
        return not is_running_text(rest.text, None, words) and bool(rest.text)
    names = read_names(rest, None, words) if label is None else ()
    return any(m.owner or m.giver or m.what == "agency" for m in names) or _is_photographed(line)


def _is_photographed(line: str) -> bool:
    return len(line) <= 20 and line.endswith(("撮影", "提供", "摄", "攝", "供图", "供圖", "発"))  # noqa: PLR2004
