"""Names, looked up beside the event loop."""

import asyncio
import socket
import subprocess
import sys
import time

import pytest

from harvester.fetching.names import looked_up


def found(host: str) -> set[str]:
    return {answer["host"] for answer in asyncio.run(looked_up(host, 80, socket.AF_UNSPEC))}


def test_a_name_has_its_addresses():
    """As the system knows them."""
    assert found("localhost") & {"127.0.0.1", "::1"}
    assert found("127.0.0.1") == {"127.0.0.1"}


@pytest.mark.parametrize(
    "host", ["no-such-paper.invalid", "a" * 300 + ".example", "..", "b\u00fccher.invalid", ""]
)
def test_what_is_no_name_has_none(host):
    """One kind of error for all."""
    with pytest.raises(OSError, match=r": "):
        found(host)


ENDING = """
import asyncio, socket, time
socket.getaddrinfo = lambda *a, **k: time.sleep(30)
from harvester.fetching.names import looked_up

async def ask():
    await asyncio.wait_for(looked_up("paper.example", 80, 0), 0.1)

try:
    asyncio.run(ask())
except TimeoutError:
    print("given up")
"""


def test_a_silent_name_server_keeps_no_process_from_ending():
    """A look-up that takes half a minute is left behind at the end."""
    began = time.monotonic()
    command = [sys.executable, "-c", ENDING]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, timeout=25)  # noqa: S603 - our own
    assert ended.stdout == "given up\n"
    assert ended.stderr == ""
    assert time.monotonic() - began < 20
