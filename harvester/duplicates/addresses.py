"""The addresses of an article, and the record as it may be written with them."""

from collections.abc import Iterable
from dataclasses import replace

from harvester.article import Record
from harvester.duplicates.identity import own_address
from harvester.duplicates.secrets import safe_record


def addresses(record: Record) -> tuple[tuple[str, str], ...]:
    """Return the addresses of a record that name it, each with how it is known, the surest first."""
    own = own_address(record)
    claimed = (("canonical", own),) if own != record.url else ()
    return (("own", record.url), *claimed, ("redirect", record.requested_url))


def as_written(record: Record, known: Iterable[str] = ()) -> Record:
    """Return the record with its other addresses, those ``known`` before among them, and no secret in any."""
    others = {*known, *(url for _, url in addresses(record))} - {record.url, record.canonical_url}
    also_at = tuple(sorted(others))
    return safe_record(record if also_at == record.also_at else replace(record, also_at=also_at))
