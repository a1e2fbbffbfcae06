"""A caption and the credit in it: "Ada at work. Photo: Jo Name/Agency"."""

import re
from dataclasses import dataclass
from typing import Final

from harvester.attribution.labels import colon_labels, opening_label
from harvester.attribution.lexicon import Lexicon, packaged_lexicon
from harvester.attribution.names import has_institution
from harvester.attribution.owners import behind_caption
from harvester.attribution.segments import Segment, read_names, read_segments
from harvester.attribution.signature import is_signed
from harvester.attribution.tidy import LONGEST, has_cjk, key, tidy, unbracket
from harvester.attribution.trimming import opens_with_picture
from harvester.attribution.wording import is_running_text

_BRACKET: Final = re.compile(r"[(（\[［【][^()（）\[\]［］【】]{2,200}[)）\]］】][\s.]*$")
_OWNER: Final = re.compile(
    r"(?:©|\([cC]\)\s|（[CcＣｃ]）|\b[Cc](?:opyright|OPYRIGHT)\s(?=[A-ZÀ-Þ©\d]))[^©]{2,120}$"
)
_NAME_BEFORE: Final = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*\s){1,2}[A-ZÀ-Þ][\w.'’-]*\s?/\s?$")
_SENTENCE_END: Final = r"(?<=[。！？])|(?<=[^\W_][^\W_][.!?”»\"])\s|(?<=[a-zß-öø-ÿ][.!?])(?=[A-Z])"
_GLUED: Final = r"(?<=[a-zß-öø-ÿ][.!?])(?=[^\W\d_]{2,12}$)"
_SEPARATOR: Final = re.compile(rf"\s[|–—•/]\s|\s-{{1,2}}\s|[|•＝]\s?|{_SENTENCE_END}|{_GLUED}")
_AGENCY_FIRST: Final = re.compile(
    r"\b(?:AP Photo|REUTERS|Reuters|AFP|EPA|EFE|ANSA|TASS|Xinhua)/(?:[^\W\d_][\w.'’-]*\s?){1,4}$"
)
_AGENCY_LAST: Final = re.compile(
    r"(?<!\S)[A-ZÀ-Þ][\w'’-]+\s(?:[A-ZÀ-Þ]\.?\s)?[A-ZÀ-Þ][\w'’-]+\s?/\s?(?:via\s)?([A-Z][\w .&-]{1,40})$"
)
_SPOKEN: Final = re.compile(
    r"(?:(?<=[.!?)»”\"|/–—-]\s)|(?<=[(\[|])|(?<=[a-zß-öø-ÿ]\s))"
    r"(?:photos?|photographs?|pictures?|images?|fotos?|fotografía)(?:\s+credit)?\s+"
    r"(?:by|via|courtesy(?:\s+of)?|cortesía de|provided by)\s",
    re.IGNORECASE,
)
_LONG: Final = 160
"""Characters of the longest credit."""
_SIGN: Final = re.compile(r"[/©|／]|\([cC]\)|[Cc]opyright|via\s")
"""What a credit without label and agency has at least."""
_OWNED: Final = re.compile(r"\s[-–—]\s(?:©|\([cC]\)|[Cc]opyright)")
_MAKER: Final = re.compile(r".{1,16}(?:撮影|提供|摄|攝|供图|供圖)$")


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
    caption = text[:start].rstrip(" ([（［【|–—-/•·,:;＝")
    return Caption(caption or None, _verbatim(text[start:]))


def _verbatim(credit: str) -> str:
    """Return the credit without the brackets around it, or the closing one when the opening was cut off."""
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
    behind = behind_caption(text, lexicon)
    if behind is not None:
        return behind
    if is_credit_line(text, lexicon):
        return 0
    for finder in (_labelled, _bracketed, _owned, _signed):
        start = finder(text, lexicon)
        if start is not None:
            return start
    return None


def _labelled(text: str, lexicon: Lexicon) -> int | None:
    """Return where a label opens a credit that reaches to the end."""
    spoken = _SPOKEN.search(text)
    starts = [f.start for f in colon_labels(text, lexicon) if f.kind in ("photo", "graphic", "source")]
    for start in sorted([*starts, *([spoken.start()] if spoken else [])]):
        if len(text) - start <= _LONG and _names_somebody(text[start:], start, lexicon):
            return _with_bracket_before(text, start, lexicon)
    return None


def _names_somebody(credit: str, start: int, lexicon: Lexicon) -> bool:
    """Return whether the labelled part is a credit; one that opens the text must name an agency."""
    segment = read_segments(unbracket(credit.strip(" |–—-()（）[]")), lexicon)[0]
    if start == 0 and not _is_sure(segment, lexicon):
        return False
    return bool(segment.text) and not is_running_text(segment.text, None, lexicon)


def _is_sure(segment: Segment, lexicon: Lexicon) -> bool:
    """Return whether a part that opens with a label names somebody beyond doubt, or all that gave figures."""
    names = read_names(segment, None, lexicon)
    if is_signed(names, segment.text, lexicon):
        return True
    return segment.kind == "source" and any(has_institution(m.name, lexicon) for m in names)


def _with_bracket_before(text: str, start: int, lexicon: Lexicon) -> int:
    """Return the start of a bracket that is a credit too: "(AP Photo/Name) - Copyright AP Photo"."""
    before = text[:start].rstrip(" -–—|,")
    bracket = _BRACKET.search(before[-_LONG:]) if before[-1:] in (")", "）", "]") else None
    if bracket and is_credit_line(bracket.group(), lexicon):
        return max(0, len(before) - _LONG) + bracket.start()
    return start


def _bracketed(text: str, lexicon: Lexicon) -> int | None:
    begin = max(0, len(text) - _LONG)
    match = _BRACKET.search(text[begin:])
    if match and is_credit_line(match.group(), lexicon):
        return _with_bracket_before(text, begin + match.start(), lexicon)
    return None


def _owned(text: str, lexicon: Lexicon) -> int | None:
    match = _OWNER.search(text)
    if match and not is_running_text(match.group(), None, lexicon):
        named = _NAME_BEFORE.search(text[: match.start()][-_LONG:])
        start = match.start() - len(named.group()) if named else match.start()
        return _with_bracket_before(text, start, lexicon)
    return None


def _signed(text: str, lexicon: Lexicon) -> int | None:
    """Return the start of a last part that is a credit: behind a bar, a dash, a full stop; "Name/AGENCY"."""
    begin = max(0, len(text) - _LONG)
    first = _AGENCY_FIRST.search(text[begin:])
    if first:
        return begin + first.start()
    for match in _SEPARATOR.finditer(text, begin):
        tail = text[match.end() :]
        if not _STOP.search(tail) and (_is_signed_text(tail, lexicon) or _MAKER.match(tail)):
            return _with_short_label(text, match.end(), lexicon)
    last = _AGENCY_LAST.search(text[begin:])
    if last and (lexicon.agencies.knows(last[1]) or has_institution(last[1], lexicon)):
        return begin + last.start()
    return None


def _with_short_label(text: str, start: int, lexicon: Lexicon) -> int:
    """Return the start of a credit with its label, where that ends with a full stop: "Rain. Fot. Ada"."""
    before = text[:start].rstrip()
    word = before.rpartition(" ")[2]
    head = before[: len(before) - len(word)].rstrip()
    is_label = word[:1].isupper() and word.endswith(".") and lexicon.labels.get(key(word)) == "photo"
    return len(before) - len(word) if is_label and head[-1:] in _ENDS else start


_ENDS: Final = frozenset((*'.!?…»”")', ""))
_STOP: Final = re.compile(_SENTENCE_END)


def _is_signed_text(text: str, lexicon: Lexicon) -> bool:
    return is_signed(read_names(Segment(None, None, unbracket(text)), None, lexicon), text, lexicon)


def _may_be_signed(line: str, lexicon: Lexicon) -> bool:
    """Return whether a closer look is worth it."""
    if _SIGN.search(line) or has_cjk(line):
        return True
    return lexicon.hints_at_agency(line) or opens_with_picture(line, lexicon)


def is_credit_line(text: str, lexicon: Lexicon | None = None) -> bool:
    """Return whether all of ``text`` is a picture's credit: "Foto: dpa", "HANDOUT / AFP", "© Ada Name"."""
    words = lexicon or packaged_lexicon()
    if len(text) > LONGEST:
        return False
    line = unbracket(tidy(text))
    if not 0 < len(line) <= _LONG:
        return False
    label = opening_label(line, words)
    if label is None and not _may_be_signed(line, words):
        return words.patterns["courtesy"].match(line) is not None and _is_signed_text(line, words)
    if label is None:
        body = line.partition(" ")[2] if opens_with_picture(line, words) else line
        several = colon_labels(line, words) or any(sign.search(body) for sign in (_STOP, _OWNED, _SPOKEN))
        return not several and (_is_signed_text(line, words) or bool(_MAKER.match(line)))
    rest = line[label.end :]
    return label.kind in ("photo", "graphic") and bool(rest) and not is_running_text(rest, None, words)
