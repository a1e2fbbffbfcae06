"""An article in, what it repeats out: the same text again, a new version of itself. Pure."""

from harvester.duplicates.exact import content_hash, field_hashes
from harvester.duplicates.identity import Fetched, first_record
from harvester.duplicates.versions import Previous, changes, next_version, tombstone

__all__ = [
    "Fetched",
    "Previous",
    "changes",
    "content_hash",
    "field_hashes",
    "first_record",
    "next_version",
    "tombstone",
]
