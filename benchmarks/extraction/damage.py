"""Extract from damaged pages: whatever arrives, an article or a ``NotAnArticle``, and in time.

  python benchmarks/extraction/damage.py --rounds 2 --seed 7   # exit 1 when anything crashed or was slow

Each round damages every page in one way drawn by chance: cut, holes, spans doubled or swapped, bytes turned,
tags lost or torn, attributes glued, a piece of another page in the middle, nested deep.
"""

import argparse
import random
import re
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from extraction.all_pages import asked
from harvester.evidence import NotAnArticle
from harvester.extract import extract
from harvester.sites import Sites
from running.corpus import Pages

SECONDS = 0.5
"""CPU time that no page may take; of a page that grew, as much more."""
TAG = re.compile(rb"<[^>]{0,300}>")


def span(page, chance, most=3000):
    start = chance.randrange(len(page) + 1)
    return start, min(len(page), start + chance.randrange(most))


def cut(page, chance, _):
    return page[: chance.randrange(len(page) + 1)]


def beheaded(page, chance, _):
    return page[chance.randrange(len(page) + 1) :]


def holed(page, chance, _):
    for _ in range(chance.randrange(1, 30)):
        a, b = span(page, chance)
        page = page[:a] + page[b:]
    return page


def doubled(page, chance, _):
    a, b = span(page, chance, 20_000)
    return page[:b] + page[a:b] * chance.randrange(1, 20) + page[b:]


def swapped(page, chance, _):
    (a, b), (c, d) = sorted((span(page, chance), span(page, chance)))
    return page if c < b else page[:a] + page[c:d] + page[b:c] + page[a:b] + page[d:]


def turned(page, chance, _):
    turned = bytearray(page)
    for _ in range(chance.randrange(1, 400)):
        turned[chance.randrange(len(turned))] = chance.randrange(256)
    return bytes(turned)


def without_tags(page, chance, _):
    share = chance.random()
    return TAG.sub(lambda tag: b"" if chance.random() < share else tag[0], page)


def torn_tags(page, chance, _):
    share = chance.random() / 4
    return TAG.sub(
        lambda tag: tag[0][: chance.randrange(len(tag[0]))] if chance.random() < share else tag[0], page
    )


def unclosed(page, *_):
    return re.sub(rb"</[a-zA-Z0-9]+>", b"", page)


def glued(page, chance, _):
    share = chance.random() / 4
    return re.sub(rb"[\"'=]", lambda found: b"" if chance.random() < share else found[0], page)


def grafted(page, chance, other):
    a, b = span(other, chance, 50_000)
    at = chance.randrange(len(page) + 1)
    return page[:at] + other[a:b] + page[at:]


def nested(page, chance, _):
    at = chance.randrange(len(page) + 1)
    tag = chance.choice(
        [b"<div>", b"<b>", b"<ul><li>", b"<table><tr><td>", b"<p><span>", b"<a href=/x>", b"<!--"]
    )
    return page[:at] + tag * chance.randrange(1, 5000) + page[at:]


def miscoded(page, chance, _):
    codec = chance.choice(["utf-16", "utf-7", "cp037", "shift_jis", "koi8-r", "utf-8-sig"])
    return page.decode("utf-8", "replace").encode(codec, "replace")


WAYS = (
    cut,
    beheaded,
    holed,
    doubled,
    swapped,
    turned,
    without_tags,
    torn_tags,
    unclosed,
    glued,
    grafted,
    nested,
    miscoded,
)


@dataclass(frozen=True)
class Fault:
    """A damaged page that crashed, or that took too long."""

    page: str
    way: str
    said: str
    where: str


def judged(page, url, allowed):
    """(reason of a refusal or "article", what went wrong or "", where)."""
    began = time.process_time()
    try:
        extract(page, url, sites=Sites.none())
        came = "article"
    except NotAnArticle as refusal:
        came = f"refused: {refusal.reason}"
    except Exception as wrong:  # noqa: BLE001 - every crash is a finding
        last = traceback.extract_tb(wrong.__traceback__)[-1]
        return "crash", f"{type(wrong).__name__}: {wrong}"[:120], f"{Path(last.filename).name}:{last.lineno}"
    seconds = time.process_time() - began
    return came, f"{seconds:.2f} s of CPU, {len(page)} bytes" if seconds > allowed else "", ""


def harmed(options):
    """(what came, counted; faults) of all rounds."""
    chance = random.Random(options.seed)  # noqa: S311 - the same damage every time
    everything = asked(Pages.at(options.pages))
    came, faults = Counter(), []
    for one in everything * options.rounds:
        whole, other = one.file.read_bytes(), chance.choice(everything).file.read_bytes()
        way = chance.choice(WAYS)
        page = way(whole, chance, other)
        result, wrong, where = judged(page, one.url, SECONDS * max(1, len(page) / max(len(whole), 1)))
        came[result] += 1
        if wrong:
            faults.append(Fault(one.id, way.__name__, wrong, where))
            keep(options.keep, f"{one.id}-{way.__name__}", page)
    return came, faults


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=Path, help="folder of the sets; else HARVESTER_PAGES")
    parser.add_argument("--keep", type=Path, help="write the pages that failed into this folder")
    options = parser.parse_args()
    came, faults = harmed(options)
    print(f"{came.total()} damaged pages, seed {options.seed}:", dict(came.most_common()))
    kinds = Counter(fault.where or "slow" for fault in faults)
    for kind, n in kinds.most_common():
        first = next(fault for fault in faults if (fault.where or "slow") == kind)
        print(f"{n} x {kind}: {first.said} (first: {first.page} {first.way})")
    sys.exit(1 if faults else 0)


def keep(folder, name, page):
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name.replace('/', '-')}.html").write_bytes(page)


if __name__ == "__main__":
    main()
