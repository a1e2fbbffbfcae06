"""The big site: many pages of real size, always the same, from a process of its own."""

import re
import subprocess
import sys
from datetime import date
from urllib.request import urlopen

from harvester.newspaper import Request, big_site

TODAY = date(2026, 5, 4)


def text(site, target):
    return b"".join(site.answer(Request("GET", target, {"host": "big.example"})).parts).decode()


def test_pages_have_the_size_that_was_asked_for():
    """Each page is within a tenth of the size."""
    site = big_site(pages=50, page_bytes=80_000, today=TODAY)
    sizes = [len(text(site, site.path(number))) for number in range(50)]
    assert min(sizes) > 76_000
    assert max(sizes) < 88_000


def test_equal_arguments_print_equal_pages_and_another_seed_other_words():
    """A site is a function of its arguments."""
    one, two, other = (big_site(20, 5000, seed, TODAY) for seed in (1, 1, 2))
    assert text(one, one.path(7)) == text(two, two.path(7))
    assert one.path(7) != other.path(7)


def test_listing_pages_lead_to_every_article():
    """Following the link to the next page finds all articles once."""
    site = big_site(pages=120, page_bytes=5000, today=TODAY)
    target, found = "/", []
    while target:
        page = text(site, target)
        found += re.findall(r'href="(/news/[^"]+)"', page)
        after = re.search(r'rel="next" href="([^"]+)"', page)
        target = after and after[1]
    assert found == [site.path(number) for number in range(120)]
    assert all(site.answer(Request("GET", path)).status == 200 for path in found)
    assert text(site, "/sitemap.xml").count("<loc>http://big.example/news/") == 120


def test_module_serves_several_hosts_and_prints_their_addresses():
    """``python -m harvester.newspaper --hosts 2`` prints two addresses that answer different pages."""
    command = [sys.executable, "-m", "harvester.newspaper", "--pages", "5", "--hosts", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own module
        try:
            urls = [process.stdout.readline().strip() for _ in range(2)]
            pages = [urlopen(url, timeout=5).read() for url in urls]  # noqa: S310 - loopback
        finally:
            process.terminate()
    assert [url.rpartition(":")[0] for url in urls] == ["http://127.0.0.2", "http://127.0.0.3"]
    assert pages[0] != pages[1]
