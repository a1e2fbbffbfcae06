"""The language of an article: as declared, where the text does not refute it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from harvester.pages.document import Document
from harvester.pages.tongues import (
    clear_language,
    is_refuted,
    languages_of,
    script_of,
    shares_of,
    tongues,
    unlatin_languages,
)
from harvester.parts import Method, Provenance

_TAG: Final = re.compile(
    r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_.@][\w.@-]{0,30})?"
)
_METAS: Final[tuple[tuple[Method, str], ...]] = (
    ("opengraph", "og:locale"),
    ("meta", "content-language"),
    ("meta", "inlanguage"),
    ("meta", "language"),
    ("meta", "dc.language"),
    ("meta", "dcterms.language"),
    ("meta", "dc:language"),
)
_SHARED: Final = frozenset(("cyrillic", "arabic"))
"""Scripts of many languages; of another the first one is by far the likeliest."""
_REGIONS: Final = {"UK": "GB"}
"""Codes that pages use, and the right ones."""


@dataclass(frozen=True, slots=True)
class Language:
    """The language, and who says so."""

    tag: str | None = None
    """BCP 47."""
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True)
class _Claim:
    tag: str
    method: Method
    detail: str

    @property
    def language(self) -> str:
        """The primary subtag."""
        return self.tag.partition("-")[0]


def find_language(document: Document, text: str) -> Language:
    """Return the language of an article with this text: the first declared one that the text bears out."""
    claims = list(_claims(document))
    script = script_of(text)
    shares = shares_of(text)
    for claim in claims:
        if _is_written_so(claim.language, script) and not (shares and is_refuted(claim.language, shares)):
            return _declared(claim, claims)
    shown = _shown(script, shares)
    if shown is None:
        return _declared(claims[0], claims) if claims and script is None else Language()
    refuted = claims[0].tag if claims else None
    return Language(shown, (Provenance("language", "text", None, refuted),))


def declared_language(document: Document) -> str | None:
    """Return the language that a page declares first, canonical; ``None`` where it declares none."""
    return next((claim.tag for claim in _claims(document)), None)


def canonical_tag(raw: str) -> str | None:
    """Return a language as BCP 47 has it: "en-GB" for "en_GB.UTF-8", "de" for "Deutsch"; else ``None``."""
    raw = raw.strip().partition(",")[0].strip()
    code = tongues().names.get(raw.lower())
    if code:
        return code
    match = _TAG.fullmatch(raw)
    if match is None:
        return None
    language = tongues().names.get(match[1].lower(), match[1].lower())
    if language not in tongues().codes:
        return None
    script, region = (match[2] or "").title(), (match[3] or "").upper()
    return "-".join(part for part in (language, script, _REGIONS.get(region, region)) if part)


def _claims(document: Document) -> Iterator[_Claim]:
    for method, detail, raw in _raw_claims(document):
        tag = canonical_tag(raw) if raw else None
        if tag:
            yield _Claim(tag, method, detail)


def _raw_claims(document: Document) -> Iterator[tuple[Method, str, str | None]]:
    root, link = document.root, document.evidence.announced
    yield "markup", "html lang", root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    article = document.structured.article
    if article is not None:
        yield article.method, "inLanguage", article.language
    for method, name in _METAS:
        yield method, name, document.meta(name)
    yield "markup", "body lang", document.body.get("lang")
    if link is not None:
        yield "sitemap" if link.found_in == "sitemap" else "feed", link.found_in, link.language


def _is_written_so(language: str, script: str | None) -> bool:
    """Tell whether a language is written in a script; nobody knows of an unknown one."""
    if script is None:
        return True
    known = languages_of(script)
    if known is not None:
        return language in known
    return script != "latin" or language not in unlatin_languages()


def _declared(claim: _Claim, claims: list[_Claim]) -> Language:
    """Return the claim as it is; another language that is declared first is a disagreement."""
    other = next((each.tag for each in claims if each.language != claim.language), None)
    return Language(claim.tag, (Provenance("language", claim.method, claim.detail, other),))


def _shown(script: str | None, shares: dict[str, float] | None) -> str | None:
    """Return the language that a text shows by its script and its words."""
    known = languages_of(script) if script else None
    if known and len(known) == 1:
        return known[0]
    clear = clear_language(shares) if shares else None
    if clear and (not known or clear in known):
        return clear
    return known[0] if known and script not in _SHARED else None
