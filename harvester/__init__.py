"""News sites become lines of JSON.

The rooms, in the order in which the data walks::

    site -> seeds -> links -> fetched response -> page -> article -> identity, version -> store -> JSONL

``site``, ``sites``  what is known of a site; ``discovery``  seeds to links; ``fetching``  the polite network;
``spiders``  the walk; ``pages``  a page to an article; ``attribution``  source lines, credits, datelines;
``duplicates``  same, changed, copied; ``pipelines``  check, deduplicate, export; ``store``  one SQLite file
and the sealed JSONL; ``health``  what a run did; ``newspaper``  a small paper of our own to try it on.
"""

from harvester.article import Article, Record
from harvester.attribution import SourceLine, parse_source_line
from harvester.evidence import Evidence, NotAnArticle
from harvester.extract import extract
from harvester.site.ruling import BrokenRule

__all__ = [
    "Article",
    "BrokenRule",
    "Evidence",
    "NotAnArticle",
    "Record",
    "SourceLine",
    "extract",
    "parse_source_line",
]
