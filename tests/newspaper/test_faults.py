"""The faulty edition itself: every fault is served, shows what it says, and leaves its neighbours sound."""

import asyncio
import gzip
from contextlib import suppress

import pytest

from tests.newspaper.faults import FAULTS, became, faulty_edition, judge
from tests.newspaper.faults.words import CLEAN, article, ending, headline, paragraphs

PATIENCE = 2.5
"""Seconds for an answer: the heaviest pages take a moment to make."""


@pytest.fixture(scope="module")
def edition():
    with faulty_edition(tuple(FAULTS.values())) as edition:
        yield edition


async def ask(edition, fault, path, most=200_000):
    """The first bytes of an answer; what has come when it stalls."""
    reader, writer = await asyncio.open_connection(fault.host, edition.port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {fault.host}\r\nConnection: close\r\n\r\n".encode())
    got = b""
    with suppress(TimeoutError, ConnectionError):
        async with asyncio.timeout(PATIENCE):
            while len(got) < most and (piece := await reader.read(65536)):
                got += piece
    writer.transport.abort()
    return got


def ask_all(edition, faults, path_of):
    async def together():
        return await asyncio.gather(*(ask(edition, fault, path_of(fault)) for fault in faults))

    return dict(zip(faults, asyncio.run(together()), strict=True))


PLAIN = [fault for fault in FAULTS.values() if fault.scheme == "http"]


def test_every_site_has_its_clean_articles(edition):
    """Whatever is wrong, the two clean articles are sound unless the fault answers them itself."""
    for path in CLEAN:
        faults = [fault for fault in PLAIN if not fault.takes(path)]
        for fault, got in ask_all(edition, faults, lambda _, path=path: path).items():
            assert got.startswith(b"HTTP/1.1 200 OK"), fault.name
            assert ending(fault.key, path).encode() in got


def test_front_pages_link_the_faults(edition):
    """Each front page links the clean articles and what is wrong between them."""
    faults = [fault for fault in PLAIN if not fault.takes("/")]
    for fault, got in ask_all(edition, faults, lambda _: "/").items():
        links = [link for link in fault.links if "{" not in link]
        assert all(link.encode() in got for link in (*links, *CLEAN)), fault.name


def test_every_fault_is_served(edition):
    """A request to each address of a fault reaches its handler, and no handler breaks."""
    doors = [
        (fault, at.replace("events*", "events/2026/05").replace("*", "1"))
        for fault in PLAIN
        for at in (*fault.at, *fault.articles)
    ]
    paths = sorted({door for door in doors if "*" not in door[1]}, key=lambda door: door[0].row)

    async def together():
        for start in range(0, len(paths), 16):
            await asyncio.gather(*(ask(edition, fault, path) for fault, path in paths[start : start + 16]))

    asyncio.run(together())
    for fault, path in paths:
        assert any(one.path == path for one in edition.asked(fault)), (fault.name, path)
    assert edition.broken == []


def test_every_row_that_a_site_can_show_has_a_fault():
    """Rows of the process, of names and of files are shown elsewhere; all others are here."""
    elsewhere = {48, 50, 56, *range(58, 63)}
    assert {fault.row for fault in FAULTS.values()} == set(range(1, 68)) - elsewhere


def test_every_fault_says_what_it_does():
    """Name, row and sentence are there, and no two share an address."""
    assert all(fault.about.endswith(".") for fault in FAULTS.values())
    assert all(1 <= fault.row <= 67 for fault in FAULTS.values())
    assert len({fault.host for fault in FAULTS.values()}) == len(FAULTS)


def test_cut_gzip_is_cut(edition):
    """The bytes of a cut body are the beginning of a good one."""
    got = ask_all(edition, [FAULTS["gzip_cut"]], lambda fault: fault.articles[0])[FAULTS["gzip_cut"]]
    head, _, body = got.partition(b"\r\n\r\n")
    assert f"Content-Length: {len(body)}".encode() in head
    with pytest.raises(EOFError):
        gzip.decompress(body)


def record(fault, path, text, **more):
    url = f"http://{fault.host}:1{path}"
    return {
        "url": url, "requested_url": url, "headline": headline(fault.key, path), "body": text,
        "warnings": [], "http": {"truncated_reason": None},
    } | more  # fmt: skip


def whole(fault, path):
    return record(fault, path, "\n\n".join(paragraphs(fault.key, path)))


def test_verdict_tells_whole_half_flagged_absent_and_twice():
    """What became of an article is read from its words, its warnings and its number."""
    fault, path = FAULTS["length_too_short"], "/story/length_too_short"
    half = record(fault, path, paragraphs(fault.key, path)[0])
    assert became(fault, path, [whole(fault, path)]) == "article"
    assert became(fault, path, [half]) == "half"
    assert became(fault, path, [half | {"warnings": ["truncated"]}]) == "flagged"
    assert became(fault, path, []) == "absent"
    assert became(fault, path, [half, half]) == "twice"


def test_judge_complains_of_half_articles_and_of_lost_clean_ones():
    """A site is as it must be when its own articles and the clean ones are."""
    fault = FAULTS["length_too_short"]
    path = fault.articles[0]
    clean = [whole(fault, path) for path in CLEAN]
    assert judge(fault, clean) == ()
    assert judge(fault, [*clean, record(fault, path, "only this")]) == (
        f"{path} became half, expected absent or flagged",
    )
    assert judge(fault, clean[:1]) == ("/story/clean-after became absent, expected article",)


def test_page_text_is_the_same_each_time():
    """The words of an article depend on its fault and path alone."""
    assert article("x", "/a") == article("x", "/a")
    assert article("x", "/a") != article("x", "/b")
