"""What can be wrong with a state or an output folder. Each says what to do."""


class StoreError(Exception):
    """The state or the output cannot be used."""


class HeldError(StoreError):
    """Another run holds the state."""


class NotWritableError(StoreError):
    """The state or the output cannot be written: no space, no permission, no folder."""


class TooNewError(StoreError):
    """The state was written by a later harvester."""


class CorruptStateError(StoreError):
    """The file is no database, or a damaged one."""


class ForeignStateError(StoreError):
    """The file that was named as the state holds something else."""
