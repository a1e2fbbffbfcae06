"""Files that survive a loss of power: written under a hidden name, synced, renamed, their folder synced."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from harvester.store.errors import NotWritableError

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Written:
    """What a file holds."""

    sha256: str
    bytes: int


def write_whole(path: Path, lines: Iterable[bytes]) -> Written:
    """Write a file so that it is there whole or not at all.

    Raises:
        NotWritableError: no space, no permission, no folder.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        _make_folder(path.parent)
        written = _write(part, lines)
        part.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise NotWritableError(f"cannot write {path}: {error.strerror}") from error
    return written


def _write(path: Path, lines: Iterable[bytes]) -> Written:
    digest, count = sha256(), 0
    with path.open("wb") as file:
        for line in lines:
            file.write(line)
            digest.update(line)
            count += len(line)
        file.flush()
        os.fsync(file.fileno())
    return Written(digest.hexdigest(), count)


def _make_folder(folder: Path) -> None:
    """Make a folder and those above it; sync each that has a new name in it."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for new in reversed(missing):
        new.mkdir(exist_ok=True)
        _sync_folder(new.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_digest(path: Path) -> Written | None:
    """Return what a file holds; ``None`` when it is not there."""
    digest, count = sha256(), 0
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
                count += len(piece)
    except FileNotFoundError:
        return None
    return Written(digest.hexdigest(), count)
