"""Attribution and rails: the parser on lines alone, lines on whole pages, rails on whole pages.

  python benchmarks/attribution/bench.py                       # ours, the naive floor, the best peer
  python benchmarks/attribution/bench.py harvester --mode rails --wrong

The columns are explained in benchmarks/README.md. Lines alone are scored by lines.py: those of this
repository always, those of real pages where they are. Pages and rails need the pages.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from attribution import pages as on_pages
from attribution import rails as on_rails
from attribution.annotation import read_pages, true_lines, true_rails
from running.corpus import Pages
from running.extractors import EXTRACTORS
from running.facts import facts
from running.run import NoRun
from tables import cell, markdown

MODES = ("lines", "page", "rails")
USUAL = ("harvester", "trafilatura")
HERE = Path(__file__).parent


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("extractors", nargs="*", default=USUAL, metavar="EXTRACTOR")
    parser.add_argument("--mode", nargs="*", default=MODES, choices=MODES)
    parser.add_argument("--pages", type=Path, help="folder of the pages; else HARVESTER_PAGES")
    parser.add_argument("--workers", type=int, default=1, help="processes of each extractor")
    parser.add_argument("--wrong", action="store_true", help="what went wrong")
    options = parser.parse_args()
    if unknown := set(options.extractors) - set(EXTRACTORS):
        parser.error(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(EXTRACTORS)}")
    return options


@dataclass(frozen=True)
class Mode:
    """One way to ask: what is annotated, how it is scored, what is summed."""

    rows: Callable
    score: Callable
    table: Callable


WHOLE_PAGES = {
    "page": Mode(true_lines, on_pages.score_lines, on_pages.table),
    "rails": Mode(true_rails, on_rails.score_rails, on_rails.table),
}


def measure(mode, name, pages, workers=1):
    """(scores, {part: {column: figure}}) of one extractor; raises ``NoRun``."""
    how = WHOLE_PAGES[mode]
    rows = how.rows(pages)
    run = read_pages(name, rows, pages, workers)
    scores = how.score(rows, run)
    return scores, how.table(scores, run)


def report(mode, options, pages):
    """The table of one mode, all extractors, and what went wrong."""
    print(f"\n### {mode}\n")
    rows, wrong = [], []
    for name in options.extractors:
        try:
            scores, table = measure(mode, name, pages, options.workers)
        except NoRun as reason:
            print(reason, file=sys.stderr)
            continue
        rows += [(name, part, figures) for part, figures in table.items()]
        wrong += [f"{name}: {score}" for score in scores if score.wrong]
    print(laid_out(rows), flush=True)
    if options.wrong:
        print("", *wrong, sep="\n")


def laid_out(rows):
    """Rows of (extractor, part, {column: figure}) as a table; columns that nobody has are left out."""
    columns = list(dict.fromkeys(key for *_, row in rows for key, value in row.items() if value is not None))
    cells = [
        (name, part, *(cell(row.get(key), 0 if isinstance(row.get(key), int) else 3) for key in columns))
        for name, part, row in rows
    ]
    return markdown(("extractor", "part", *(key.replace("_", " ") for key in columns)), cells, texts=2)


def main():
    options = arguments()
    print(facts([EXTRACTORS[name].version for name in options.extractors if not EXTRACTORS[name].is_peer]))
    if "lines" in options.mode:
        wrong = ["--wrong"] if options.wrong else []
        subprocess.run([sys.executable, HERE / "lines.py", *wrong], check=True)
    pages = Pages.at(options.pages)
    for mode in (name for name in WHOLE_PAGES if name in options.mode):
        if pages.there:
            report(mode, options, pages)
        else:
            print(f"{mode}: skipped, no pages in {pages.root} (--pages, HARVESTER_PAGES)")


if __name__ == "__main__":
    main()
