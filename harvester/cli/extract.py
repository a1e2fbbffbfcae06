"""``harvester extract PATH|URL|-``."""

from typing import Any

import click

from harvester.cli.page_options import asked, page_options
from harvester.cli.reading import read_record
from harvester.cli.taking import take_page
from harvester.jsonl import line_of

_EPILOG = """\b
Examples:
  harvester extract https://example.org/news/quay --contact editor@example.net
  harvester extract page.html --url https://example.org/news/quay
  curl -s https://example.org/news/quay | harvester extract - --url https://example.org/news/quay

\b
Exit codes: 0 a record, 2 the command, or a file that is no page, 4 a broken site file,
11 the page could not be had, 12 the page makes no record, 13 the record breaks the schema.
"""


@click.command(epilog=_EPILOG)
@page_options
def command(**given: Any) -> None:  # noqa: ANN401 - click's options
    """Print the record of one page: a line of JSON, as a crawl writes it.

    A URL is fetched as a crawl would: robots.txt, pace, guard and limits hold. A file may say itself
    where it stood (the note of the browser that saved it, its canonical link, its og:url); --url says it
    otherwise.
    """
    page = asked(given)
    click.echo(line_of(read_record(take_page(page), page.sites)), nl=False)
