"""Extract from every page there is, with or without a reference: crashes, refusals, the slowest pages.

  python benchmarks/extraction/all_pages.py              # exit 1 when anything crashed

A refusal is a ``NotAnArticle`` with its reason; any other exception is a crash.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from extraction.measuring import PARSER
from running.corpus import SETS, Pages, read_lines
from running.run import Asked, run
from tables import markdown

FOLDERS = (*SETS, "lines")
SHARES = (0.5, 0.9, 0.99, 1.0)
"""Percentiles of CPU time."""


def asked(pages):
    """Every page of every set."""
    return [
        Asked(f"{folder}/{row['id']}", row["url"], pages.root / folder / f"{row['id']}.html")
        for folder in FOLDERS
        for row in read_lines(pages.root / folder / "truth.jsonl")
    ]


def row(name, done):
    """One line of the table: what came, and CPU time."""
    answers = list(done.answers.values())
    times = sorted(1000 * answer.cpu for answer in answers)
    at = (times[min(len(times) - 1, int(share * len(times)))] for share in SHARES)
    counts = (len(answers), sum(a.crashed for a in answers), sum(a.refused for a in answers))
    return (name, *counts, f"{sum(times) / len(times):.2f}", *(f"{ms:.1f}" for ms in at), done.rss)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=Path, help="folder of the pages; else HARVESTER_PAGES")
    pages = Pages.at(parser.parse_args().pages)
    if not pages.there:
        sys.exit(f"no pages in {pages.root}: name their folder with --pages or HARVESTER_PAGES")
    everything = asked(pages)
    done = {name: run(name, everything) for name in ("harvester", PARSER)}
    percentiles = (f"ms p{100 * share:.0f}" for share in SHARES)
    head = ("extractor", "pages", "crashed", "refused", "ms mean", *percentiles, "MB")
    print(markdown(head, [row(*one) for one in done.items()]))
    sys.exit(told(done["harvester"].answers.values()))


def told(answers):
    """Print refusals, crashes and the slowest pages; return 1 when anything crashed."""
    reasons = Counter(a.error.split(": ")[1] for a in answers if a.refused)
    print("\nrefused:", ", ".join(f"{reason} {n}" for reason, n in reasons.most_common()) or "none")
    print(*(f"  {a.id}: {a.error}" for a in answers if a.error), sep="\n")
    slowest = sorted(answers, key=lambda a: -a.cpu)[:5]
    print("slowest:", ", ".join(f"{a.id} {1000 * a.cpu:.0f} ms ({a.size // 1000} kB)" for a in slowest))
    return int(any(a.crashed for a in answers))


if __name__ == "__main__":
    main()
