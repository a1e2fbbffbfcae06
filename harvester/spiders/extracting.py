"""An article page in, its article out, or why it is none; such that it can be asked of another process."""

from dataclasses import dataclass

from harvester.article import Article
from harvester.evidence import Evidence, NotAnArticle, NotAnArticleReason


@dataclass(frozen=True, slots=True)
class No:
    """Why a page is no article."""

    reason: NotAnArticleReason
    detail: str


def extracted(body: bytes, url: str, evidence: Evidence) -> Article | No:
    """Return the article of a page, or why it is none."""
    from harvester.extract import extract  # noqa: PLC0415 - its word lists load with the first article

    try:
        return extract(body, url, evidence=evidence)
    except NotAnArticle as none:
        return No(none.reason, none.detail)
