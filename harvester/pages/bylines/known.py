"""The authors that a page's data names, before its text is looked at."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from harvester.pages.bylines.names import read_name, turned
from harvester.pages.document import Document
from harvester.pages.structured import StructuredName
from harvester.pages.titles import letters
from harvester.pages.word_lists import word_lists
from harvester.parts import Method, Party

_WORDS: Final = word_lists("byline")
_METAS: Final = frozenset(_WORDS["metas"])
_NOT_METAS: Final = frozenset(_WORDS["not_metas"])
_CATALOGUE: Final = ("dc.creator", "dcterms.creator", "citation_author")
_MOST: Final = 20
_LONGEST: Final = 100


@dataclass(frozen=True, slots=True)
class Known:
    """A person whom the data names as author."""

    name: str
    url: str | None
    role: str | None
    method: Method
    detail: str
    kind: str | None = None
    """The schema.org type, where the data gives one."""


@dataclass(frozen=True, slots=True)
class KnownCredits:
    """All whom the data names."""

    persons: tuple[Known, ...] = ()
    parties: tuple[Party, ...] = ()
    site: frozenset[str] = frozenset()
    """Names of the site, which is no author; as ``letters``."""
    said: frozenset[str] = frozenset()
    """All names that the data gives, houses too; as ``letters``."""


def known_credits(document: Document, site: frozenset[str]) -> KnownCredits:
    """Return the authors of the page's data: of its article, else of its ``meta`` elements."""
    article = document.structured.article
    entries = list(_structured(article.authors, article.method)) if article else []
    data = _sorted(entries, site)
    if data.persons:
        return data
    others = list(_metas(document))
    metas = _sorted(others, site)
    said = frozenset(letters(entry.name[:_LONGEST]) for entry in (*entries, *others))
    return KnownCredits(metas.persons, data.parties or metas.parties, site, said)


def _structured(names: tuple[StructuredName, ...], method: Method) -> Iterator[Known]:
    for each in names[:_MOST]:
        yield Known(each.name, each.url, each.role, method, "author", each.kind)


def _metas(document: Document) -> Iterator[Known]:
    """Yield the names of ``meta`` elements, the article's before the page's."""
    keys = [key for key in document.metas if _names_author(key)]
    for key in sorted(keys, key=lambda key: ("article" not in key, key in {"author", "creator"})):
        for content in document.metas[key][:_MOST]:
            name = turned(content) if key in _CATALOGUE else content
            yield Known(name, None, None, "meta", key)


def _names_author(key: str) -> bool:
    if key in _NOT_METAS:
        return False
    return key in _METAS or key.endswith(("author", "author.name", "citation_author"))


def _sorted(entries: list[Known], site: frozenset[str]) -> KnownCredits:
    """Return persons and houses of the first key that names any person, each once."""
    persons: dict[str, Known] = {}
    parties: dict[Party, None] = {}
    for entry in entries:
        if persons and entry.detail != next(iter(persons.values())).detail:
            break
        found = read_name(entry.name, site, entry.kind)
        alone = len(found.persons) == 1
        for name in found.persons:
            url, role = (entry.url, entry.role) if alone else (None, None)
            persons.setdefault(name.casefold(), Known(name, url, role, entry.method, entry.detail))
        parties.update(dict.fromkeys(found.parties))
    return KnownCredits(tuple(persons.values()), tuple(parties), site)
