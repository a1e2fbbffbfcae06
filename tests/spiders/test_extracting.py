"""An article page is read in the crawl or beside it, by the same rules."""

import asyncio
import pickle

import pytest

from harvester.evidence import Evidence
from harvester.sites import Sites
from harvester.spiders.aside import Aside
from harvester.spiders.extracting import Broken, Got, No, extracted, extracted_beside

URL = "https://harbourpost.example/news/quay"
WORDS = "<p>The harbour board of Ellery voted on Monday to open the upper quay again.</p>"
PAGE = Got(f"<title>Quay reopens</title><h1>Quay reopens</h1>{WORDS * 5}".encode(), URL, Evidence())
SITE = """
from harvester.pages.page import ArticlePage, field
from harvester.site import Site


class HarbourPost(Site):
    hosts = ("harbourpost.example",)

    class Page(ArticlePage):
        @field
        def kicker(self):
            return "From the quays"
"""


@pytest.fixture
def sites(tmp_path):
    (tmp_path / "post.py").write_text(SITE)
    return Sites.load([tmp_path])


async def beside(page, folders):
    aside = Aside(5.0)
    try:
        return await aside.read(extracted_beside, page, folders)
    finally:
        await aside.close()


def test_own_site_files_reach_the_process_beside_the_crawl(sites):
    """Read here or there, a page of a user's site is read by the user's file."""
    here, there = extracted(PAGE, sites), asyncio.run(beside(PAGE, sites.folders))
    assert (here.kicker, here.site_rules) == ("From the quays", "post")
    assert there == here


def test_without_site_files_the_generic_page_reads(sites):
    """No folders at all: the generic page alone, there as here."""
    assert extracted_beside(PAGE, Sites.none().folders) == extracted(PAGE, Sites.none())
    assert extracted_beside(PAGE, sites.folders).site_rules == "post"


def test_page_that_is_none_is_a_value():
    """A refusal goes from process to process like an article."""
    none = extracted(Got(b" ", URL, Evidence()), Sites.none())
    assert none == No("empty", "")
    assert pickle.loads(pickle.dumps(none)) == none  # noqa: S301 - our own


def test_broken_rule_is_told(tmp_path):
    """A page on which a rule of the site file breaks is no error of the crawl's."""
    (tmp_path / "post.py").write_text(SITE.replace('"From the quays"', "1 / 0"))
    told = extracted(PAGE, Sites.load([tmp_path]))
    assert told == Broken(f"{tmp_path}/post.py:12: ZeroDivisionError: division by zero")
    assert pickle.loads(pickle.dumps(told)) == told  # noqa: S301 - our own
