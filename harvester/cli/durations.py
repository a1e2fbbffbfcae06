"""Options of the command line that need reading: durations, days, numbers, addresses, a proxy."""

import re
from datetime import UTC, datetime
from math import inf, nan
from typing import Final

import click

_UNITS: Final = {"": 1.0, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
_DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*([smhd]?)")


class Duration(click.ParamType[float]):
    """A duration such as "90", "90s", "15m", "2h", "1d", in seconds."""

    name = "time"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return seconds."""
        match = _DURATION.fullmatch(str(value).strip().lower())
        if match is None:
            self.fail(f"{value!r} is no duration: write 90s, 15m, 2h or 1d", param, ctx)
        return float(match[1]) * _UNITS[match[2]]


class Number(click.ParamType[float]):
    """A number from 0 on; "nan" and "inf", which Python takes for numbers, are none."""

    name = "number"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return it."""
        try:
            number = float(str(value))
        except ValueError:
            number = nan
        if not 0 <= number < inf:
            self.fail(f"{value!r} is no number from 0 on: write 0.5 or 30", param, ctx)
        return number


class Day(click.ParamType[datetime]):
    """A day or a time: "2026-05-03", "2026-05-03T12:00:00Z"; without a zone it is UTC."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return an aware time."""
        if isinstance(value, datetime):
            return value
        try:
            time = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date: write 2026-05-03", param, ctx)
        time = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
        if time > datetime.now(UTC):
            self.fail(f"{value!r} is yet to come: write a day that has begun", param, ctx)
        return time


class Address(click.ParamType[str]):
    """An address of a machine, with or without a port: "127.0.0.1:8001", "10.0.0.1", "[::1]:80"."""

    name = "address"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return it as the address guard looks for it."""
        from harvester.fetching.addresses import allowed_address  # noqa: PLC0415 - loads Scrapy

        try:
            return allowed_address(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


class Proxy(click.ParamType[str]):
    """The address of a proxy: "http://proxy.example:3128"."""

    name = "proxy"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return it as it was written."""
        from harvester.fetching.proxy import read_proxy  # noqa: PLC0415 - loads the network

        try:
            read_proxy(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)
        return str(value)
