"""``harvester sites``: the sites that have a file of their own."""

import inspect
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from harvester.cli.choosing import load_sites, sites_option
from harvester.pages.page import ArticlePage
from harvester.site import Site

_EPILOG = """\b
Examples:
  harvester sites
  harvester sites --sites my-sites

Any other site works by its address: harvester crawl https://example.org
"""
_COLUMNS = ("host", "name", "seeds", "fields", "file")


@click.command(epilog=_EPILOG)
@sites_option
def command(folders: tuple[Path, ...]) -> None:
    """List the sites that have a file of their own: host, name, seeds, the fields it finds itself, file.

    On a terminal a table, elsewhere a line a site with tabs between. A site file of yours comes before a
    shipped one for the same host.
    """
    rows = [_row(site) for site in load_sites(folders).all]
    console = Console()
    if not console.is_terminal:
        click.echo("".join("\t".join(row) + "\n" for row in rows), nl=False)
        return
    table = Table(*_COLUMNS)
    for row in rows:
        table.add_row(*row)
    console.print(table if rows else "no site file yet: any site works by its address")


def _row(site: Site) -> tuple[str, ...]:
    seeds = [f"{type(seed).__name__} {seed.url}" for seed in site.seeds]
    return (
        ", ".join(site.hosts),
        site.name or "",
        ", ".join(seeds) or "discovered",
        ", ".join(site.Page.overridden(ArticlePage) if site.Page else ()) or "none",
        inspect.getfile(type(site)),
    )
