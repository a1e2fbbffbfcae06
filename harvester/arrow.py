"""Records as Arrow tables, and through them in Polars, DuckDB, pandas, Parquet. Needs the extra ``arrow``."""

from datetime import datetime
from pathlib import Path
from typing import Final

import pyarrow as pa
from pyarrow import json

from harvester.columns import Dialect, columns

_ARROW: Final = Dialect(
    plain={
        str: pa.string(),
        int: pa.int64(),
        float: pa.float64(),
        bool: pa.bool_(),
        datetime: pa.timestamp("s", tz="UTC"),
    },
    listed=pa.list_,
    structured=lambda types: pa.struct(list(types.items())),
)


def arrow_schema() -> pa.Schema:
    """Return the columns of a record in the order of its keys; times are seconds in UTC."""
    return pa.schema(list(columns(_ARROW).items()))


def read_records(path: str | Path) -> pa.Table:
    """Return the records of a file, or of all files in a folder in the order of their names.

    Keys that a later harvester added are left out. Raises ``OSError`` for a file that is not there,
    ``pyarrow.ArrowInvalid`` for lines that are no records.
    """
    files = sorted(Path(path).rglob("*.jsonl")) if Path(path).is_dir() else [Path(path)]
    tables = [_read(file) for file in files if file.stat().st_size]
    return pa.concat_tables([arrow_schema().empty_table(), *tables])


def _read(file: Path) -> pa.Table:
    """Read a file as one block: to Arrow, a line that is longer than a block is an error."""
    whole = json.ReadOptions(block_size=file.stat().st_size)
    typed = json.ParseOptions(explicit_schema=arrow_schema(), unexpected_field_behavior="ignore")
    return json.read_json(file, whole, typed)
