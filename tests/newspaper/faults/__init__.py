"""The faulty edition: a site for every fault that a harvester meets, over real sockets, each by name.

::

    from tests.newspaper.faults import FAULTS, faulty_edition

    with faulty_edition([FAULTS["gzip_cut"], FAULTS["reset_always"]]) as edition:
        for fault in edition.faults:
            edition.front(fault)  # where a crawl of its site begins: robots.txt, a front page, two clean articles
            edition.url(fault)  # its first article, for a test of one request
        ...  # crawl with edition.addresses allowed
        fault.expect  # what may become of its articles: WHOLE, ABSENT, FLAGGED_OR_ABSENT ...
        edition.asked(fault)  # the requests that came, edition.complaint(fault): what is wrong with them
        edition.strangers  # who connected to the canary: must stay empty
        edition.next_run()  # a second crawl: what was to change has changed

``judge(fault, records)`` tells what is wrong with the records of a crawl, ``judge_again`` with those of the second
one, ``judge_lines`` with the bytes of a file of records. Each complaint is a sentence; none is good.
``FAULTS`` maps names to faults; ``of_group("server")``, ``of_row(10)`` choose. Addresses are 127.0.ROW.N.
"""

from tests.newspaper.faults import content, data, politeness, security, server, traps
from tests.newspaper.faults.edition import FaultyEdition, faulty_edition
from tests.newspaper.faults.fault import ABSENT, FLAGGED, FLAGGED_OR_ABSENT, NOT_HALF, WHOLE, Fault
from tests.newspaper.faults.numbering import numbered
from tests.newspaper.faults.verdict import became, judge, judge_again, judge_lines

FAULTS: dict[str, Fault] = {
    fault.name: fault
    for fault in numbered(
        (
            *server.FAULTS,
            *content.FAULTS,
            *traps.catalogue.faults,
            *politeness.catalogue.faults,
            *security.FAULTS,
            *data.catalogue.faults,
        )
    )
}


def of_group(group: str) -> tuple[Fault, ...]:
    """The faults of a group: ``server``, ``content``, ``traps``, ``politeness``, ``security``, ``data``."""
    return tuple(fault for fault in FAULTS.values() if fault.group == group)


def of_row(row: int) -> tuple[Fault, ...]:
    """The faults of a row of the table."""
    return tuple(fault for fault in FAULTS.values() if fault.row == row)


__all__ = [
    "ABSENT",
    "FAULTS",
    "FLAGGED",
    "FLAGGED_OR_ABSENT",
    "NOT_HALF",
    "WHOLE",
    "Fault",
    "FaultyEdition",
    "became",
    "faulty_edition",
    "judge",
    "judge_again",
    "judge_lines",
    "of_group",
    "of_row",
]
