"""A lease as a request."""

from collections.abc import Callable
from typing import Any, Final

from scrapy import Request

from harvester.fetching.validators import NONE, Validators
from harvester.site import Site
from harvester.store.intervals import is_unconditional
from harvester.store.outcome import Lease
from harvester.urls import registrable_domain

LEASE: Final = "lease"
"""Name of the lease in a request's ``meta``."""
_SEEDS: Final = frozenset({"feed", "sitemap"})


def request_of(
    lease: Lease, site: Site, callback: Callable[..., Any], errback: Callable[..., Any]
) -> Request:
    """Return the request for a lease: conditional where the ledger knows validators, within the site."""
    limits = site.limits
    meta = {
        LEASE: lease,
        "validators": _validators(lease),
        "max_bytes": limits.seed_bytes if lease.kind in _SEEDS else limits.page_bytes,
        "attempt": lease.tries + 1,
        "limits": limits,
        "tls_unverified": site.tls_unverified,
        "scope": tuple(registrable_domain(host) for host in site.hosts),
    }
    return Request(lease.url, callback=callback, errback=errback, meta=meta, dont_filter=True)


def _validators(lease: Lease) -> Validators:
    if lease.kind != "article" and is_unconditional(lease.polls):
        return NONE
    return Validators(lease.etag, lease.last_modified)
