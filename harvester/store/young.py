"""Articles that are young enough to change, and are due to be read again."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from harvester.store.database import Database
from harvester.store.intervals import UNDATED, YOUNG, YOUNG_GAP, YOUNG_GAP_WHOLE, is_due_young
from harvester.store.tables import frontier

_ASKED = frontier.c["key", "published", "found", "fetched", "polls", "etag", "last_modified"]


def due_articles(database: Database, site: str, now: int, *, only_due: bool) -> list[int]:
    """Return the keys of a site's articles that are to be read again; with ``only_due`` none at once."""
    known = select(*_ASKED).where(
        frontier.c.site == site,
        frontier.c.state == "ended",
        frontier.c.article.is_not(None),
        frontier.c.fetched > 0,
    )
    dated = known.where(frontier.c.published > max(now - YOUNG, 0))
    undated = known.where(frontier.c.published == 0, frontier.c.found > now - YOUNG)
    newest = undated.order_by(frontier.c.newest.desc()).limit(UNDATED)
    rows = [*database.run(dated).mappings(), *database.run(newest).mappings()]
    return [row["key"] for row in rows if _is_due(row, now, int(only_due))]


def _is_due(row: Mapping[Any, Any], now: int, least: int) -> bool:
    """Tell whether an article's gap is over; where a reading costs the whole page, the first waits, too."""
    has_validators = row["etag"] or row["last_modified"]
    gap, polls = (YOUNG_GAP, least) if has_validators else (YOUNG_GAP_WHOLE, 1)
    age = now - (row["published"] or row["found"])
    return is_due_young(age, now - row["fetched"], max(row["polls"], polls), gap)
