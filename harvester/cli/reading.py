"""A page to its record, as a crawl writes it; what makes none ends the command with a sentence."""

from typing import Final

import orjson

from harvester.article import Article, Record
from harvester.cli.ending import fail, remark
from harvester.duplicates import Fetched as Facts
from harvester.duplicates import first_record
from harvester.duplicates.addresses import as_written
from harvester.evidence import NotAnArticle, NotAnArticleReason
from harvester.extract import extract
from harvester.fetching.fetched import Fetched
from harvester.health.exits import INVALID, INVALID_RECORDS, UNHEALTHY
from harvester.jsonl import line_of
from harvester.schema import flaws
from harvester.site.ruling import BrokenRule
from harvester.sites import Sites
from harvester.urls import redacted

_NO: Final[dict[NotAnArticleReason, str]] = {
    "empty": "there is nothing on the page",
    "listing": "it lists articles and is none: 'harvester crawl' follows such pages",
    "error_page": "it is an error page",
    "not_html": "it is no HTML: give the page as a browser gets it",
    "too_complex": "it is nested so deep or has so many attributes that reading it could take forever",
    "too_large": "it is larger than an article page ever is",
    "not_found": "it says that there is no such page",
}


def read_record(page: Fetched, sites: Sites) -> Record:
    """Return the first version of the record of a page."""
    article = _article(page, sites)
    if not article.headline:
        fail(UNHEALTHY, f"{redacted(page.url)} makes no record: it has no headline; a site file can name it")
    if page.policy(article.rights.robots_meta).noindex:
        remark("the page asks not to be indexed (noindex): a crawl would write no record of it")
    record = first_record(page.with_facts(article), Facts(page.requested_url, page.retrieved))
    return _checked(as_written(record))


def _article(page: Fetched, sites: Sites) -> Article:
    try:
        return extract(page.body, page.url, evidence=page.evidence(), sites=sites)
    except BrokenRule as broken:
        fail(INVALID, f"{broken}; mend the rule, or read the page with --no-sites")
    except NotAnArticle as none:
        detail = f" ({none.detail})" if none.detail else ""
        fail(UNHEALTHY, f"{redacted(page.url)} is no article: {_NO[none.reason]}{detail}")


def _checked(record: Record) -> Record:
    found = flaws(orjson.loads(line_of(record)))
    if found:
        fail(INVALID_RECORDS, f"{redacted(record.url)}: the record breaks the schema: {found[0]}")
    return record
