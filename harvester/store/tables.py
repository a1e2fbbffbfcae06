"""The tables of a crawl's state. Only what SQLite and PostgreSQL both have; times are whole seconds, UTC."""

from typing import Any, Final

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, Table, Text, text

SCHEMA: Final = 1
"""Version of these tables; kept in ``meta``."""

METADATA: Final = MetaData()
_BIG: Final = BigInteger().with_variant(Integer, "sqlite")
"""64 bits; STRICT tables of SQLite know the name INTEGER only."""


def _table(name: str, *parts: Column[Any] | Index) -> Table:
    return Table(name, METADATA, *parts, sqlite_strict=True)


def _text(name: str, *, default: str | None = None) -> Column[Any]:
    return Column(name, Text, nullable=default is None, server_default=default)


def _number(name: str) -> Column[Any]:
    return Column(name, _BIG, nullable=False, server_default=text("0"))


meta = _table("meta", Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

sites = _table(
    "sites",
    Column("site", Text, primary_key=True),
    _text("last_run"),
    _number("last_run_at"),
    _number("first_done"),
    _number("last_new"),
)
"""One row a site: whether its first crawl was completed, and what ``status`` tells."""

runs = _table(
    "runs",
    Column("run", Text, primary_key=True),
    _number("started"),
    _number("ended"),
    _number("known"),
    _text("result"),
)
"""One row a run; ``ended`` is 0 while it runs and for one that was killed."""

frontier = _table(
    "frontier",
    Column("key", _BIG, primary_key=True, autoincrement=False),
    Column("url", Text, nullable=False),
    Column("identity", _BIG, nullable=False),
    Column("site", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    _number("not_before"),
    _number("rank"),
    _number("newest"),
    _number("depth"),
    _number("stale"),
    _number("failures"),
    _number("tries"),
    _number("missing"),
    _text("etag"),
    _text("last_modified"),
    _text("digest"),
    _number("lastmod"),
    _text("link"),
    _number("found"),
    Column("source", _BIG),
    _number("seen"),
    _number("listed"),
    _number("fetched"),
    _number("published"),
    _number("next_visit"),
    _number("interval"),
    _number("polls"),
    _text("article"),
    Column("alias_of", _BIG),
    _text("run"),
    _text("outcome"),
    _text("reason"),
    _text("detail"),
    Column("status", _BIG),
    Index("frontier_identity", "identity"),
    Index("frontier_run", "run", "state"),
    Index(
        "frontier_pending",
        "site",
        "host",
        "rank",
        text("newest DESC"),
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
    Index("frontier_source", "source", "seen"),
    Index(
        "frontier_young",
        "site",
        "published",
        "found",
        sqlite_where=text("article IS NOT NULL"),
        postgresql_where=text("article IS NOT NULL"),
    ),
    Index(
        "frontier_alias",
        "alias_of",
        sqlite_where=text("alias_of IS NOT NULL"),
        postgresql_where=text("alias_of IS NOT NULL"),
    ),
)
"""Every URL ever found, one row each.

``state``: pending, leased, deferred (``not_before``), ended. ``rank``: 0 seeds, 1 further listing pages,
2 articles; ``newest``: the later the sooner. ``stale``: listing pages in a row without a new article.
``failures`` in a row over all runs, ``tries`` in this one, ``missing``: runs that found a 404.
``source``, ``seen``: the row of the listing that announced it last, and when; ``listed``: when a listing's
links were read last, so that an unchanged listing announces them again. ``published``: of the article, 0
when nobody says. ``polls``: visits of a listing; of an article the readings in a row that found nothing new.
``alias_of``: the row of the same article that is asked instead. ``run``, ``outcome``, ``reason``: the last
run that knew the URL, and what became of it there.
"""

articles = _table(
    "articles",
    Column("id", Text, primary_key=True),
    Column("site", Text, nullable=False),
    Column("primary_key", _BIG, nullable=False),
    Column("url", Text, nullable=False),
    Column("version", _BIG, nullable=False),
    Column("content_hash", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("hashes", Text, nullable=False),
    _text("digest"),
    Column("paragraphs", LargeBinary, nullable=False),
    _number("first_retrieved"),
    _number("retrieved"),
    Index("articles_text", "site", "content_hash"),
)
"""The version of each article that was written last. Only the URL in ``primary_key`` makes new versions."""

versions = _table(
    "versions",
    Column("id", Text, primary_key=True),
    Column("version", _BIG, primary_key=True, autoincrement=False),
    Column("content_hash", Text, nullable=False),
    Column("run", Text, nullable=False),
    _number("retrieved"),
)
"""One row a line that was ever written."""

url_keys = _table(
    "url_keys",
    Column("identity", _BIG, primary_key=True, autoincrement=False),
    Column("article", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("url", Text, nullable=False),
    Index("url_keys_article", "article"),
)
"""Which article an address is. ``kind``: own, canonical, redirect (no proof of identity), text."""

outbox = _table(
    "outbox",
    Column("seq", _BIG, primary_key=True, autoincrement=True),
    Column("run", Text, nullable=False),
    Column("folder", Text, nullable=False),
    Column("line", LargeBinary, nullable=False),
    _text("segment"),
    Index("outbox_segment", "segment"),
)
"""The lines, until their segment is sealed and ``--keep-outbox`` is over. ``folder``: articles/date=..."""

segments = _table(
    "segments",
    Column("name", Text, primary_key=True),
    Column("run", Text, nullable=False),
    Column("lines", _BIG, nullable=False),
    _text("sha256"),
    _number("bytes"),
    _number("sealed"),
)
"""The files of lines; ``name`` is the path below the output folder, ``sealed`` 0 until it is proven."""

robots = _table(
    "robots",
    Column("origin", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    _number("fetched"),
)
"""The last good robots.txt of each origin."""

hosts = _table("hosts", Column("host", Text, primary_key=True), _number("not_before"))
"""Hosts that asked to be left alone until a time."""
