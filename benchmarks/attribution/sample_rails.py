"""Rails drawn by chance from every page there is, printed to be read by eye: is each one a rail, and whole?

  python benchmarks/attribution/sample_rails.py --rails 50 --seed 2
  python benchmarks/attribution/sample_rails.py --none --rails 60      # pages on which no rail was found

The same seed draws the same rails only as long as the rails are the same.
"""

import argparse
import random
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from extraction.all_pages import asked
from running.corpus import Pages
from running.run import run

SHOWN = 120
"""Characters of a title or an address."""


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=Path, help="folder of the pages; else HARVESTER_PAGES")
    parser.add_argument("--rails", type=int, default=100, help="how many to draw")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--none", action="store_true", help="draw pages without a rail instead")
    return parser.parse_args()


def drawn(options, answers):
    """So many (page, rail) by chance; with ``--none`` (page, None)."""
    if options.none:
        found = [(answer, None) for answer in answers if not answer.error and not answer.extracted.rails]
    else:
        found = [(answer, rail) for answer in answers for rail in answer.extracted.rails]
    return random.Random(options.seed).sample(found, min(options.rails, len(found)))  # noqa: S311 - no secret


def told(number, answer, rail):
    """One rail as text."""
    print(f"\n[{number}] {answer.id}")
    if rail is not None:
        print(f"    {rail.kind}: {rail.heading!r}, {len(rail.teasers)}")
        for teaser in rail.teasers:
            labels = f"  {list(teaser.labels)}" if teaser.labels else ""
            print(f"    - {(teaser.title or '')[:SHOWN]}{labels}\n      {teaser.url[:SHOWN]}")


def main():
    options = arguments()
    pages = Pages.at(options.pages)
    if not pages.there:
        sys.exit(f"no pages in {pages.root}: name their folder with --pages or HARVESTER_PAGES")
    answers = list(run("harvester", asked(pages)).answers.values())
    kinds = Counter(rail.kind for answer in answers for rail in answer.extracted.rails)
    without = sum(not answer.error and not answer.extracted.rails for answer in answers)
    print(f"{len(answers)} pages, {without} without a rail, rails: {dict(kinds.most_common())}")
    for number, one in enumerate(drawn(options, answers), 1):
        told(number, *one)


if __name__ == "__main__":
    main()
