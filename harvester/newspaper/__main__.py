"""``python -m harvester.newspaper``: serve the paper, or a big site, until the process is ended.

Prints one URL a line as soon as it answers: ``--pages 1000`` makes a big site, ``--hosts 20`` serves on
twenty addresses of loopback from 127.0.0.2 (Linux), each with words of its own.
"""

import argparse
import sys
from datetime import date
from ipaddress import IPv4Address
from threading import Event
from typing import Final

from harvester.newspaper.big import big_site
from harvester.newspaper.edition import Newspaper
from harvester.newspaper.server import Press
from harvester.newspaper.web import Site

_FIRST: Final = IPv4Address("127.0.0.2")


def main() -> None:
    """Read the options, serve, print the addresses, wait."""
    options = _options()
    press = Press()
    for number, host in enumerate(_hosts(options)):
        served = press.listen(_site(options, number), host, options.port)
        sys.stdout.write(f"{served.url}\n")
    sys.stdout.flush()
    try:
        Event().wait()
    except KeyboardInterrupt:
        press.stop()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m harvester.newspaper", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--hosts", type=int, default=1, help="serve on so many addresses from 127.0.0.2")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--pages", type=int, default=0, help="articles of the big site; 0 serves the paper")
    parser.add_argument("--page-bytes", type=int, default=80_000)
    parser.add_argument("--today", type=date.fromisoformat, default=None, help="YYYY-MM-DD")
    return parser.parse_args()


def _hosts(options: argparse.Namespace) -> "list[str]":
    if options.hosts == 1:
        return [options.host]
    return [str(_FIRST + number) for number in range(options.hosts)]


def _site(options: argparse.Namespace, number: int) -> Site:
    if not options.pages:
        return Newspaper(today=options.today)
    return big_site(options.pages, options.page_bytes, number, options.today)


if __name__ == "__main__":
    main()
