"""Rows 1 to 17: what a server does wrong before there is a page to read."""

from tests.newspaper.faults.server import (
    codings,
    limits,
    oddities,
    redirects,
    retries,
    surprises,
    tls,
    transfer,
)

FAULTS = tuple(
    fault
    for module in (retries, transfer, codings, limits, redirects, oddities, tls, surprises)
    for fault in module.catalogue.faults
)
