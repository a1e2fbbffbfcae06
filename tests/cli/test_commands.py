"""The list of commands, and how one is found."""

import gc

import click
import pytest

from harvester.cli import COMMANDS, main


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_is_imported_and_garbage_is_collected_again(name: str) -> None:
    """Each command of the list is one of its module; after its import memory is looked after as before."""
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command is main.get_command(click.Context(main), name)
    assert gc.isenabled()


def test_an_unknown_name_is_no_command() -> None:
    """A name that is not in the list gives nothing, and nothing is imported for it."""
    assert main.get_command(click.Context(main), "os") is None
