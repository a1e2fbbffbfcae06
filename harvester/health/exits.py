"""The exit codes: each says one thing, and only what happened."""

from typing import Final

DONE: Final = 0
INTERNAL: Final = 1
USAGE: Final = 2
NOT_WRITABLE: Final = 3
INVALID: Final = 4
HELD: Final = 5
SOME_FAILED: Final = 10
ALL_FAILED: Final = 11
UNHEALTHY: Final = 12
INVALID_RECORDS: Final = 13
LIMIT: Final = 14
INTERRUPTED: Final = 130
TERMINATED: Final = 143
