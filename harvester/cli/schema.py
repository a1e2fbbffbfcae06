"""``harvester schema``."""

import click
import orjson

from harvester.columns import duckdb_columns
from harvester.schema import record_schema

_EPILOG = """\b
Examples:
  harvester schema > record.schema.json
  duckdb -c "SELECT headline FROM read_json('output/articles/**/*.jsonl',
    columns = $(harvester schema --format duckdb))"

Arrow's schema is harvester.arrow.arrow_schema() in Python, with the extra "arrow".
"""


@click.command(epilog=_EPILOG)
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "duckdb"]),
    default="json",
    show_default=True,
    help="JSON Schema, or the columns of DuckDB's read_json.",
)
def command(form: str) -> None:
    """Print the schema of the record: JSON Schema 2020-12, as every written line is checked against."""
    if form == "duckdb":
        click.echo(duckdb_columns())
    else:
        click.echo(orjson.dumps(record_schema(), option=orjson.OPT_INDENT_2))
