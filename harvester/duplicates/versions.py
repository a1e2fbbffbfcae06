"""What changed between two readings of one article."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from harvester.article import Change, Record, Status, VersionCause
from harvester.duplicates.exact import CHANGES, field_hashes


@dataclass(frozen=True, slots=True)
class Previous:
    """The version of an article that was written last."""

    version: int
    content_hash: str
    hashes: Mapping[Change, str]
    """Of the fields whose change makes a new version; see ``exact.field_hashes``."""
    payload_digest: str | None = None


def changes(previous: Previous, hashes: Mapping[Change, str]) -> tuple[Change, ...]:
    """Return the fields that differ, in the order of the record; empty when nothing did."""
    return tuple(field for field in CHANGES if previous.hashes.get(field) != hashes[field])


def next_version(record: Record, previous: Previous, changed: tuple[Change, ...]) -> Record:
    """Return the record as the version that follows ``previous``."""
    return replace(
        record,
        version=previous.version + 1,
        version_cause=_cause(record, previous, changed),
        previous_content_hash=previous.content_hash,
        changes=changed,
    )


def _cause(record: Record, previous: Previous, changed: tuple[Change, ...]) -> VersionCause:
    if "status" in changed:
        return "status"
    same_page = previous.payload_digest is not None and previous.payload_digest == record.http.payload_digest
    return "extractor" if same_page else "publisher"


def tombstone(record: Record, previous: Previous, status: Status) -> tuple[Record, Mapping[Change, str]]:
    """Return the version that says that an article is gone, and the hashes to compare a comeback with.

    ``record`` holds the address and no text. Only the status counts as changed: nobody knows the rest.
    """
    gone = replace(
        record,
        status=status,
        version=previous.version + 1,
        version_cause="status",
        previous_content_hash=previous.content_hash,
        changes=("status",),
    )
    return gone, {**previous.hashes, "status": field_hashes(record, status)["status"]}
