"""Names of schema.org: which types are articles, which keys lead to another work."""

import tomllib
from importlib.resources import files
from typing import Final

SCHEMA: Final[dict[str, list[str]]] = tomllib.loads(
    files(__package__).joinpath("schema.toml").read_text("utf-8")
)
"""The lists of ``schema.toml`` by name."""
