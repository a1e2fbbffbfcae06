"""The commands: each parses its arguments, calls one room and prints. One file a command.

A command's module is imported when it is called, so that ``harvester --help`` answers at once.
"""

import gc
from functools import cache
from importlib import import_module
from typing import Any, Final

import click

from harvester.cli.streams import standard_streams

COMMANDS: Final = {
    "crawl": "Crawl sites and write their new articles as JSON Lines.",
    "demo": "Harvest a small newspaper on this machine, to see what comes out.",
    "extract": "Print the record of one page: a file, a URL or standard input.",
    "save": "Save a page and its JSON as a test of a site file.",
    "schema": "Print the JSON Schema of the record.",
    "sites": "List the sites that have a file of their own.",
    "status": "Say what is known of each site: last run, last new article, failures.",
    "validate": "Check files of records against the schema.",
}
"""Name of each command, and its line in the list of commands."""


@cache
def _imported(name: str) -> click.Command:
    """Import a command without looking for garbage: modules stay, and each look at them costs time."""
    gc.disable()
    try:
        command: click.Command = import_module(f"harvester.cli.{name}").command
    finally:
        gc.freeze()
        gc.enable()
    return command


class Commands(click.Group):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Names of all commands, without importing one."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """``command`` of the module ``harvester.cli.<cmd_name>``; ``None`` for an unknown name."""
        if cmd_name not in COMMANDS:
            return None
        return _imported(cmd_name)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run a command; closed and full streams and Ctrl-C end it with a sentence."""
        with standard_streams():
            return super().invoke(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands from the table above."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name]) for name in sorted(COMMANDS)])


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: harvester demo",
)
@click.version_option(package_name="harvester")
def main() -> None:
    """News sites become lines of JSON: headline, body, captions, credits, source lines, rails."""
