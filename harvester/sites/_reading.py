"""A folder of site files, read: one ``Site`` a file, or the sentence that says what is wrong."""

import sys
import traceback
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec
from pathlib import Path
from types import ModuleType

from harvester.site import Site
from harvester.site.invalid import InvalidSite


class BrokenSite(Exception):  # noqa: N818 - the name says what the file is
    """A site file that cannot be used."""

    def __init__(self, path: Path, line: int, why: str) -> None:
        super().__init__(f"{path}:{line}: {why}" if line else f"{path}: {why}")
        self.path = path
        self.line = line
        """Counted from 1; 0 where no line is at fault."""
        self.why = why


def read_folder(folder: Path) -> tuple[Site, ...]:
    """Return the sites of a folder's files in the order of their names.

    Raises ``BrokenSite``. The files run as Python: a folder of site files is code that its owner trusts.
    """
    if not folder.is_dir():
        raise BrokenSite(folder, 0, "no such folder of site files")
    package = _package(folder.resolve())
    sites = [_read(path, package) for path in sorted(folder.glob("[!_]*.py")) if path.is_file()]
    _refuse_shared_hosts(folder, sites)
    return tuple(sites)


def _package(folder: Path) -> str:
    """Make the package that a folder's files lie in and return its name, which no other folder has.

    With it a file may say ``from ._own_platform import Page``. What an earlier reading left is dropped,
    so that a changed file counts.
    """
    name = "harvester_sites_" + sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    for stale in [known for known in sys.modules if known.startswith(f"{name}.")]:
        del sys.modules[stale]
    spec = ModuleSpec(name, None, is_package=True)
    spec.submodule_search_locations = [str(folder)]
    sys.modules[name] = module_from_spec(spec)
    return name


def _read(path: Path, package: str) -> Site:
    module = ModuleType(f"{package}.{path.stem}")
    module.__file__, module.__package__ = str(path), package
    sys.modules[module.__name__] = module
    source = _source(path)
    try:
        exec(compile(source, str(path), "exec", dont_inherit=True), vars(module))  # noqa: S102 - a site file is Python
    except (Exception, SystemExit) as error:  # a user's file may raise anything: one kind of mistake
        raise BrokenSite(path, _line(error, path, source), _why(error)) from error
    return _only_site(path, module)


def _source(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeError) as error:
        raise BrokenSite(path, 0, f"cannot be read: {error}") from error


def _only_site(path: Path, module: ModuleType) -> Site:
    classes = list(_sites_of(vars(module), module.__name__))
    if len(classes) != 1:
        count = "no class" if not classes else f"{len(classes)} classes"
        raise BrokenSite(path, 0, f"{count} derived from Site; a site file has one")
    return classes[0]().named(path.stem)


def _sites_of(names: Mapping[str, object], module: str) -> Iterator[type[Site]]:
    """Yield the site classes written in the module itself, not those it imports to build on."""
    for name, value in names.items():
        if (
            isinstance(value, type)
            and issubclass(value, Site)
            and value.__module__ == module
            and name[0] != "_"
        ):
            yield value


def _refuse_shared_hosts(folder: Path, sites: list[Site]) -> None:
    seen: dict[str, str] = {}
    for site in sites:
        for host in site.hosts:
            if host in seen:
                raise BrokenSite(folder / f"{site.rules}.py", 0, f"{host} is in {seen[host]}.py already")
            seen[host] = str(site.rules)


def _why(error: BaseException) -> str:
    if isinstance(error, InvalidSite):
        return str(error)
    reason = error.msg if isinstance(error, SyntaxError) else str(error)
    return f"{type(error).__name__}: {reason}"


def _line(error: BaseException, path: Path, source: str) -> int:
    """Return the line at fault: of the fact that cannot be, of the syntax, else where the file was left."""
    if isinstance(error, InvalidSite):
        lines = list(enumerate(source.splitlines(), 1))
        start = _first(lines, error.owner, 1) if error.owner else 1
        if line := _first(lines[start - 1 :], error.field, 0):
            return line
    if isinstance(error, SyntaxError) and error.filename == str(path):
        return error.lineno or 0
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 0 for frame in reversed(frames) if frame.filename == str(path)), 0)


def _first(lines: list[tuple[int, str]], field: str, default: int) -> int:
    """Return the number of the first line that states a field."""
    return next((number for number, text in lines if _states(text, field)), default)


def _states(text: str, field: str) -> bool:
    words = text.replace("=", " ").replace(":", " ").replace("(", " ").split()
    return field in words[:2]
