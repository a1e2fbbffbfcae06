"""Rows 47 to 57: what a site does to make a harvester act against its owner.

Rows 48 (a name that changes its address), 50 (ports of the harvester's own) and 56 (files that are run) cannot
be shown by a site; their tests are where the guards are.
"""

from tests.newspaper.faults.security import forgery, injection, names

FAULTS = tuple(fault for module in (forgery, injection, names) for fault in module.catalogue.faults)
