"""Which URL is asked next."""

import pytest

from harvester.evidence import Link
from harvester.fetching.hosts import Hosts
from harvester.spiders.queues import Queues
from harvester.spiders.windows import Window
from harvester.store.opening import Opening, open_site
from harvester.store.outcome import Found
from harvester.store.store import Place, Store

A, B = "a.example", "b.example"


@pytest.fixture
def store(tmp_path):
    opened = Store.open(Place(output=tmp_path))
    yield opened
    opened.close()


def found(host, number, rank=2):
    return Found(
        Link(f"https://{host}/{rank}/{number}", "listing"), "article" if rank > 1 else "listing", rank
    )


def queues(store, budget=None, **sites):
    windows = {}
    for site, links in sites.items():
        site = f"{site}.example"  # noqa: PLW2901 - the keyword without its dot
        windows[site] = Window(since=None, budget=budget, is_default=False)
        open_site(store.database, Opening(store.run, site, links, store.now()))
    made = Queues(store.frontier, windows)
    for site in windows:
        made.wake(site, store.frontier.pending_hosts(site))
    return made


def take(made, hosts, *, keep=True):
    lease = made.next(hosts)
    if lease and keep:
        hosts.begin(lease.host)
    return lease and lease.url.removeprefix("https://")


def test_one_a_host(store):
    """A host with a request on the wire gets no second one; the others go on."""
    made, hosts = queues(store, a=[found(A, n) for n in range(3)], b=[found(B, 0)]), Hosts()
    assert {take(made, hosts), take(made, hosts)} == {"a.example/2/0", "b.example/2/0"}
    assert take(made, hosts) is None
    hosts.end(A)
    assert take(made, hosts) == "a.example/2/1"


def test_in_turn(store):
    """Hosts with many URLs do not starve those with few."""
    made, hosts = (
        queues(store, a=[found(A, n) for n in range(20)], b=[found(B, n) for n in range(3)]),
        Hosts(),
    )
    taken = [take(made, hosts, keep=False)[0] for _ in range(6)]
    assert taken.count("b") == 3


def test_seeds_first(store):
    """Listings go before articles, also those that come while articles were taken ahead."""
    made, hosts = queues(store, a=[found(A, n) for n in range(5)]), Hosts()
    assert take(made, hosts, keep=False) == "a.example/2/0"
    open_site(store.database, Opening(store.run, A, [found(A, 1, rank=0)], store.now()))
    made.wake(A, [A])
    assert take(made, hosts, keep=False) == "a.example/0/1"
    assert take(made, hosts, keep=False) == "a.example/2/1"


def test_budget(store):
    """A spent budget hands out listings and no articles."""
    links = [found(A, 1, rank=1), found(A, 2), found(A, 3)]
    made, hosts = queues(store, budget=0, a=links), Hosts()
    assert [take(made, hosts, keep=False) for _ in range(2)] == ["a.example/1/1", None]
    assert not made


def test_close(store):
    """What was taken ahead is given back."""
    made, hosts = queues(store, a=[found(A, n) for n in range(5)]), Hosts()
    take(made, hosts)
    made.close()
    assert store.frontier.count_pending(A) == 4
