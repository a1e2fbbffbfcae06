"""Bytes to text: what a page says of its encoding, believed as far as its bytes allow."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from harvester.pages.encodings import HIGH, Encoding, encoding_of, guessed_encoding, stands_in_runs
from harvester.parts import EncodingSource

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32le", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32be", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16be", "utf-16-be"),
)
_WIDE: Final = ((b"<\x00", "utf-16le", "utf-16-le"), (b"\x00<", "utf-16be", "utf-16-be"))
_HEADER: Final = re.compile(r"""charset\s*=\s*["']?\s*([^\s"';,]{1,40})""", re.IGNORECASE)
_NEAR: Final = 1024
"""Bytes in which a declaration should stand."""
_FAR: Final = 100_000
"""Bytes in which one is looked for where the page is not UTF-8."""
_COMMENT: Final = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_META: Final = re.compile(rb"<meta[\s/]([^>]{1,1000})", re.IGNORECASE)
_XML: Final = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']\s*([^\s"'>]{1,40})""")
_CHARSET: Final = re.compile(rb"""charset\s*=\s*["']?\s*([^\s"'/>;,]{1,40})""", re.IGNORECASE)
_CONTENT: Final = re.compile(rb"""content\s*=\s*(?:"[^"]*"|'[^']*')""", re.IGNORECASE)
_LANG: Final = re.compile(rb"""<html\s[^>]{0,300}?lang\s*=\s*["']?([a-zA-Z]{2})""", re.IGNORECASE)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_FEW: Final = 16
"""Bytes that are no ASCII: so few may be UTF-8 by accident."""
_DAMAGE: Final = 50
"""One letter in so many may be broken."""
_LATIN: Final = frozenset(("windows-1252", "iso-8859-15", "macintosh", "iso-8859-3", "iso-8859-10"))
_TWO_BYTES: Final = frozenset(("gbk", "gb18030", "big5", "euc-jp", "shift_jis", "euc-kr"))
_TAIL: Final = 4
_PIECE: Final = 16_384
"""Bytes that are checked at once: their text stays in the processor's cache."""
_HALF: Final = 0xED
"""First byte of half a letter."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page as text, and how it became text."""

    utf8: bytes
    """The text in UTF-8, as parsers read it; a page that came so is not copied."""
    encoding: str | None
    """Name by the WHATWG Encoding Standard; ``None`` for what was text before."""
    source: EncodingSource | None
    """What told the encoding."""

    @property
    def text(self) -> str:
        """The text, decoded at each call."""
        return self.utf8.decode("utf-8")


@dataclass(frozen=True, slots=True)
class _Claim:
    """An encoding that the header or the page names."""

    encoding: Encoding
    source: EncodingSource


def decode(page: bytes | str, content_type: str | None = None) -> Decoded:
    """Return the text of a page: by mark, header and meta, as far as its bytes agree, else by its letters.

    Never raises; what cannot be decoded becomes U+FFFD.
    """
    if isinstance(page, str):
        return Decoded(_SURROGATE.sub("\ufffd", page).encode("utf-8"), None, None)
    return _marked(page) or _utf8(page, content_type) or _other(page, content_type)


def _marked(page: bytes) -> Decoded | None:
    for mark, name, codec in _MARKS:
        if page.startswith(mark):
            return Decoded(_utf8_of(page[len(mark) :], codec), name, "bom")
    for start, name, codec in _WIDE:
        # Markup in UTF-16 without its mark: every second byte of the first letters is zero.
        if page.startswith(start) and page[:40].count(0) >= min(len(page), 40) // 3:
            return Decoded(_utf8_of(page, codec), name, "guess")
    return None


def _utf8_of(page: bytes, codec: str) -> bytes:
    """Return a page of another encoding in UTF-8."""
    return page.decode(codec, "replace").encode("utf-8", "replace")


def _utf8(page: bytes, content_type: str | None) -> Decoded | None:
    """Return the text where all of it is UTF-8 and not by accident; a letter cut off at the end is lost."""
    sound = _sound_utf8(page)
    if sound is None:
        return None
    claim = next(_claims(page[:_NEAR], content_type), None)
    if claim is None:
        return Decoded(sound, "utf-8", "valid_utf8")
    if claim.encoding.name == "utf-8":
        return Decoded(sound, "utf-8", claim.source)
    return _against(claim, page, sound)


def _sound_utf8(page: bytes) -> bytes | None:
    if _is_utf8(page):
        return page
    try:
        return page.decode("utf-8").encode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start >= len(page) - _TAIL:
            return page[: error.start] + "\ufffd".encode()
        return _with_halves(page) if page[error.start] == _HALF else None


def _is_utf8(page: bytes) -> bool:
    """Tell whether all of a page is UTF-8: piece by piece, which costs a third of making text of it."""
    view, at, size = memoryview(page), 0, len(page)
    try:
        while at < size:
            at += codecs.utf_8_decode(view[at : at + _PIECE], "strict", at + _PIECE >= size)[1]
    except UnicodeDecodeError:
        return False
    return True


def _with_halves(page: bytes) -> bytes | None:
    """Return UTF-8 in which halves of letters are written as letters: pairs of them joined, others lost."""
    try:
        text = page.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-8")


def _against(claim: _Claim, page: bytes, sound: bytes) -> Decoded:
    """Return valid UTF-8 that claims to be something else: as claimed where both read the same."""
    name, codec = claim.encoding.name, claim.encoding.codec
    if (name == "iso-2022-jp" and b"\x1b" in page) or name.startswith("utf-16"):
        return Decoded(_utf8_of(page, codec), name, claim.source)
    if sound.isascii():
        return Decoded(sound, name, claim.source)
    if name in _TWO_BYTES and _high(page) < _FEW:
        return Decoded(_strict(page, claim.encoding) or sound, name, claim.source)
    return Decoded(sound, "utf-8", "valid_utf8")


def _other(page: bytes, content_type: str | None) -> Decoded:
    claims = list(dict.fromkeys(_claims(page[:_FAR], content_type)))
    return _damaged_utf8(page, claims) or _as_claimed(page, claims) or _as_it_looks(page, claims)


def _damaged_utf8(page: bytes, claims: list[_Claim]) -> Decoded | None:
    """Return what is UTF-8 but for some broken letters: fewer than the sound ones where it says so."""
    text = page.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = len(text) - len(text.encode("ascii", "ignore")) - broken
    claim = next((claim for claim in claims if claim.encoding.name == "utf-8"), None)
    if claim is not None and broken * 2 <= sound:
        return Decoded(text.encode("utf-8"), "utf-8", claim.source)
    return Decoded(text.encode("utf-8"), "utf-8", "guess") if broken * 3 <= sound else None


def _as_claimed(page: bytes, claims: list[_Claim]) -> Decoded | None:
    """Return the text by the first claim that the bytes do not refute."""
    for claim in claims:
        encoding = claim.encoding
        if encoding.name == "utf-8" or (encoding.name in _LATIN and stands_in_runs(page)):
            continue
        text = page.decode(encoding.codec, "replace")
        if text.count("\ufffd") * _DAMAGE <= _high(page):
            return Decoded(text.encode("utf-8", "replace"), encoding.name, claim.source)
    return None


def _as_it_looks(page: bytes, claims: list[_Claim]) -> Decoded:
    lang = _LANG.search(page[:_FAR])
    encoding = guessed_encoding(page, lang[1].decode("ascii").lower() if lang else None)
    source: EncodingSource = next((claim.source for claim in claims if claim.encoding == encoding), "guess")
    return Decoded(_utf8_of(page, encoding.codec), encoding.name, source)


def _high(page: bytes) -> int:
    return len(page) - len(page.translate(None, HIGH))


def _strict(page: bytes, encoding: Encoding) -> bytes | None:
    try:
        return page.decode(encoding.codec).encode("utf-8")
    except UnicodeDecodeError:
        return None


def _claims(head: bytes, content_type: str | None) -> Iterator[_Claim]:
    """Yield what header, meta and XML declaration say, in this order, as far as it is an encoding."""
    header = _HEADER.search(content_type or "")
    known = encoding_of(header[1]) if header else None
    if known:
        yield _Claim(known if _may_be(known, head) else _utf_8(), "header")
    for label in _declared(head):
        known = encoding_of(label.decode("latin-1"))
        if known:
            # A declaration that could be read is not in UTF-16, whatever it says.
            yield _Claim(_utf_8() if known.name.startswith("utf-16") else known, "meta")


def _may_be(encoding: Encoding, head: bytes) -> bool:
    """Tell whether a page may be in an encoding: in UTF-16 markup has zeros in it."""
    return not encoding.name.startswith("utf-16") or b"<\x00" in head or b"\x00<" in head


def _declared(head: bytes) -> Iterator[bytes]:
    if head.startswith(b"<?xml"):
        yield from _XML.findall(head[:_NEAR])
    shown = _COMMENT.sub(b"", head) if b"<!--" in head else head
    metas = (match[1] for match in _META.finditer(shown))
    for meta in islice((meta for meta in metas if b"charset" in meta.lower()), 10):
        # A description may speak of charsets, too.
        said = meta if b"http-equiv" in meta.lower() else _CONTENT.sub(b"", meta)
        yield from _CHARSET.findall(said)[:1]


def _utf_8() -> Encoding:
    found = encoding_of("utf-8")
    assert found is not None  # noqa: S101 - the table is ours
    return found
