"""``harvester schema``."""

import click
import orjson

from harvester.schema import record_schema


@click.command()
def command() -> None:
    """Print the JSON Schema of the record (2020-12), as every written line is checked against."""
    click.echo(orjson.dumps(record_schema(), option=orjson.OPT_INDENT_2))
