"""An article page in, its article out, or why it is none; such that it can be asked of another process."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from harvester.article import Article
from harvester.evidence import Evidence, NotAnArticle, NotAnArticleReason
from harvester.extract import extract
from harvester.site.ruling import BrokenRule
from harvester.sites import Sites


@dataclass(frozen=True, slots=True)
class No:
    """Why a page is no article."""

    reason: NotAnArticleReason
    detail: str


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule of the site file broke on a page."""

    detail: str


@dataclass(frozen=True, slots=True)
class Got:
    """An article page as it was fetched."""

    body: bytes
    url: str
    evidence: Evidence


def extracted(page: Got, sites: Sites) -> Article | No | Broken:
    """Return the article of a page, why it is none, or which rule broke on it."""
    try:
        return extract(page.body, page.url, evidence=page.evidence, sites=sites)
    except NotAnArticle as none:
        return No(none.reason, none.detail)
    except BrokenRule as broken:
        return Broken(str(broken))


def extracted_beside(page: Got, folders: Sequence[Path] | None) -> Article | No | Broken:
    """Return the same in a process that lives as long as a run: it reads the site files itself, once.

    ``folders`` are those of ``Sites.folders``: a site's class cannot be sent from process to process.
    """
    return extracted(page, Sites.none() if folders is None else _read(tuple(folders)))


@lru_cache(maxsize=1)
def _read(folders: tuple[Path, ...]) -> Sites:
    return Sites.load(folders)
