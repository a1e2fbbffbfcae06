"""Reading in a process beside the crawl."""

import asyncio
import re
import time

import pytest

from harvester.spiders.aside import Aside, GivenUpError


def run(*questions, seconds=5.0):
    """Ask one process after another; return answers, or the exception of a question."""

    async def ask():
        aside = Aside(seconds)
        try:
            return [await answer(aside, *question) for question in questions]
        finally:
            await aside.close()

    return asyncio.run(ask())


async def answer(aside, function, *arguments):
    try:
        return await aside.read(function, *arguments)
    except GivenUpError as error:
        return error


def test_answers():
    """What was asked is answered, large things too, one after the other by one process."""
    assert run((len, b"x" * 3_000_000), (str.upper, "quay"), (sorted, [3, 1, 2])) == [
        3_000_000,
        "QUAY",
        [1, 2, 3],
    ]


def test_given_up():
    """A regular expression without end is given up after its CPU time, and the next question is answered."""
    began = time.monotonic()
    endless, after = run((re.fullmatch, r"(a+)+b", "a" * 60), (len, "abc"), seconds=0.3)
    assert isinstance(endless, GivenUpError)
    assert after == 3
    assert time.monotonic() - began < 20


def test_broken():
    """An error of the function is no end of the crawl."""
    broken, after = run((int, "no number"), (len, "abc"))
    assert isinstance(broken, GivenUpError)
    assert after == 3


def test_nobody_is_blocked():
    """The loop goes on while the process reads."""

    async def ask():
        aside, ticks = Aside(1.0), 0
        await aside.read(len, "")
        task = asyncio.create_task(answer(aside, re.fullmatch, r"(a+)+b", "a" * 60))
        while not task.done():
            await asyncio.sleep(0.01)
            ticks += 1
        await aside.close()
        return ticks

    assert asyncio.run(ask()) > 20


@pytest.mark.parametrize("times", [1, 2])
def test_close(times):
    """Closing twice, or before anything was asked, is no mistake."""

    async def close():
        aside = Aside(1.0)
        for _ in range(times):
            await aside.close()

    asyncio.run(close())
