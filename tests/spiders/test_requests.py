"""A lease as a request, with what its site says."""

import pytest

from harvester.limits import LIMITS, Limits
from harvester.site import Site
from harvester.spiders.requests import LEASE, request_of
from harvester.store.outcome import Lease


class Post(Site):
    hosts = ("harbourpost.example",)
    limits = Limits(delay=5, page_bytes=2_000_000)
    tls_unverified = True


def asked(kind="article", site=None, **facts):
    lease = Lease(
        key=1, url="https://harbourpost.example/a", site="harbourpost.example",
        host="harbourpost.example", kind=kind, **facts,
    )  # fmt: skip
    return lease, request_of(lease, site or Post(), print, print)


def test_request_takes_the_limits_and_the_certificate_of_its_site():
    """What a site file says holds for each of its requests; other sites have what every site has."""
    lease, request = asked()
    assert request.meta[LEASE] is lease
    assert (request.meta["limits"].delay, request.meta["max_bytes"]) == (5, 2_000_000)
    assert request.meta["tls_unverified"] is True
    _, other = asked(site=Site.generic("https://x.example"))
    assert (other.meta["limits"], other.meta["tls_unverified"]) == (LIMITS, False)


@pytest.mark.parametrize(("kind", "size"), [("feed", LIMITS.seed_bytes), ("sitemap", LIMITS.seed_bytes)])
def test_feeds_and_sitemaps_may_be_larger(kind, size):
    """A page has the bound of pages, a feed or a sitemap that of seeds."""
    assert asked(kind)[1].meta["max_bytes"] == size


def test_request_is_conditional_where_the_ledger_knows_validators():
    """What the server said last goes back to it; every tenth poll of a listing asks without."""
    assert asked(etag='"a"')[1].meta["validators"].etag == '"a"'
    polls = [asked("feed", etag='"a"', polls=n)[1].meta["validators"].etag for n in range(12)]
    assert polls.count(None) in {1, 2}


def test_site_without_limits_of_its_own_takes_those_of_the_run():
    """Limits of a run are for what no site file says otherwise."""
    slow = Limits(delay=9)
    assert Site.generic("https://x.example").within(slow).limits is slow
    assert Post().within(slow).limits.delay == 5
