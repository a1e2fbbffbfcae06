"""Servers on loopback for the tests of fetching."""

from collections.abc import Iterator
from typing import Any

import pytest
from scrapy import Request
from scrapy.http import Response

from harvester.fetching.refused import Refused
from tests.fetching.wire import Wire, open_wire, run, settings_for


@pytest.fixture
def wire() -> Iterator[Wire]:
    server = open_wire()
    yield server
    server.close()


@pytest.fixture
def other() -> Iterator[Wire]:
    """A second server: another site, because on loopback each port is one."""
    server = open_wire()
    yield server
    server.close()


@pytest.fixture
def ask(wire: Wire):
    """Return a function that requests one path and returns its response or refusal."""

    def asked(path: str = "/", *, meta: dict[str, Any] | None = None, **changes: Any) -> Response | Refused:
        request = Request(wire.url(path), meta=dict(meta or {}))
        return run([request], settings_for(wire, **changes)).results[0]

    return asked
