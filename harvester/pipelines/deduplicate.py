"""Deduplicate: which article is it, has it been written, has it changed?

Repeats are counted, never written. The same text under another URL of the site is the same article;
another site's copy is an article of its own. Only the URL that an article was first read from makes new
versions: its AMP page says the same in other words.
"""

from dataclasses import replace
from typing import Final

from harvester.article import Article, Record, Status
from harvester.duplicates import Fetched, changes, field_hashes, first_record, next_version, tombstone
from harvester.duplicates.addresses import addresses, as_written
from harvester.duplicates.exact import overlap, paragraph_marks
from harvester.duplicates.identity import own_address
from harvester.duplicates.secrets import safe_record
from harvester.parts import Http, SiteFacts
from harvester.pipelines.check import SUSPECT, quarantined
from harvester.pipelines.soft_404 import is_soft_404, why_no_version
from harvester.store.articles import Articles, Known
from harvester.store.outcome import Outcome
from harvester.urls import article_id, host_of, identity_key, plain_host

_SAME: Final = 0.5
"""Share of the paragraphs that two pages of one article have in common at least."""
_WITHHELD: Final = 451


def deduplicate(outcome: Outcome, articles: Articles) -> Outcome:
    """Return the outcome with the version to be written, or without a record and with the reason."""
    if outcome.reason in ("gone", "not_found"):
        return _gone(outcome, articles)
    record = outcome.record
    if record is None:
        return outcome
    known = _known(outcome, record, articles)
    if known is not None and known.key != outcome.lease.key:
        if _is_same(record, known):
            return _alias(outcome, record, known.id, "redirect")
        record, known = _on_its_own(record, articles)
    if known is None:
        return _first(outcome, record, articles)
    return _again(outcome, record, known, articles)


def _known(outcome: Outcome, record: Record, articles: Articles) -> Known | None:
    """Return the article that was written of this page before."""
    own = own_address(record)
    id_ = outcome.lease.article or articles.at([own, record.url, record.requested_url])
    return articles.known(id_) if id_ else articles.known(record.id)


def _first(outcome: Outcome, record: Record, articles: Articles) -> Outcome:
    same = articles.same_text(outcome.lease.site, record.content_hash) if record.body else None
    if same is None:
        return _named(outcome, record, articles)
    if is_soft_404(record, same, articles):
        return quarantined(outcome, SUSPECT, f"the text of {same}")
    return _alias(outcome, record, same, "text")


def _named(outcome: Outcome, record: Record, articles: Articles) -> Outcome:
    written = as_written(record, articles.addresses(record.id, outcome.lease.key))
    hashes = outcome.hashes or field_hashes(record)
    line = outcome.line if written is outcome.record else None
    return replace(
        outcome,
        record=written,
        line=line,
        hashes=hashes,
        article_id=record.id,
        addresses=addresses(record),
    )


def _is_same(record: Record, known: Known) -> bool:
    """Tell another page of a known article from one that only claims to be it."""
    is_equal = record.content_hash == known.previous.content_hash
    return is_equal or _is_form(record.url, known.url) or _overlap(record, known) >= _SAME


def _on_its_own(record: Record, articles: Articles) -> tuple[Record, Known | None]:
    """Return the record under its own address's id: what it calls its canonical address is another text."""
    warnings = tuple(dict.fromkeys((*record.warnings, "canonical_refused")))
    own = replace(record, id=article_id(record.url), warnings=warnings)
    return own, articles.known(own.id)


def _overlap(record: Record, known: Known) -> float:
    return overlap(paragraph_marks(record.body), known.paragraphs)


def _is_form(url: str, other: str) -> bool:
    return identity_key(url) == identity_key(other)


def _alias(outcome: Outcome, record: Record, id_: str, kind: str) -> Outcome:
    """Count a page that is another address of a written article."""
    return replace(
        outcome,
        outcome="fetched",
        reason="alias",
        record=None,
        article_id=id_,
        addresses=((kind, record.url), ("redirect", record.requested_url)),
    )


def _again(outcome: Outcome, record: Record, known: Known, articles: Articles) -> Outcome:
    hashes = field_hashes(record)
    changed = changes(known.previous, hashes)
    version = next_version(replace(record, id=known.id), known.previous, changed)
    if not changed or version.version_cause == "extractor":
        reason = "same_content" if not changed else "extractor"
        return replace(outcome, outcome="unchanged", reason=reason, record=None, article_id=known.id)
    if "body" in changed and (why := why_no_version(record, known, outcome.lease.site, articles)):
        return quarantined(outcome, SUSPECT, why)
    return _named(replace(outcome, reason="changed", hashes=hashes), version, articles)


def _gone(outcome: Outcome, articles: Articles) -> Outcome:
    """Write a tombstone for a known article that is gone: at once for a 410, at the second 404."""
    id_ = outcome.lease.article
    is_certain = outcome.reason == "gone" or outcome.lease.missing > 0
    known = articles.known(id_) if id_ and is_certain else None
    if known is None or known.key != outcome.lease.key:
        return outcome
    status: Status = "withheld" if outcome.status == _WITHHELD else "canceled"
    if known.status == status:
        return replace(outcome, outcome="unchanged", reason=status, article_id=known.id)
    stone, hashes = tombstone(_address_of(outcome, known), known.previous, status)
    return replace(
        outcome,
        outcome="fetched",
        reason=status,
        record=safe_record(stone),
        hashes=hashes,
        article_id=known.id,
    )


def _address_of(outcome: Outcome, known: Known) -> Record:
    """Return a record with the address of an article and no text."""
    if outcome.retrieved is None:
        raise ValueError("a tombstone needs a time")
    site = SiteFacts(plain_host(host_of(known.url)))
    empty = Article(url=known.url, site=site, http=Http(status=outcome.status))
    return first_record(empty, Fetched(outcome.lease.url, outcome.retrieved), known.id)
