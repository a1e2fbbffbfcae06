"""Extractors side by side on real pages with references.

  python benchmarks/extraction/bench.py                      # harvester, peers, parsing alone; all sets
  python benchmarks/extraction/bench.py harvester --set aeb  # one extractor, one set
  python benchmarks/extraction/bench.py harvester --classes  # where points of the body are lost
  python benchmarks/extraction/bench.py harvester --blocks "extra: list"   # ... and the blocks of one class
  python benchmarks/extraction/bench.py harvester --wrong    # the pages of each figure that are not right

The columns are explained in benchmarks/README.md. Every extractor gets the same bytes, in a process of
its own; time is CPU time of that process, when it is warm.
"""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from extraction.classes import lost_points, lost_texts
from extraction.columns import COLUMNS
from extraction.measuring import PARSER, measure, times_parsing
from extraction.wrong import wrong_pages
from running.corpus import SETS, Pages
from running.extractors import EXTRACTORS
from running.facts import facts
from running.run import NoRun
from tables import cell, markdown

USUAL = ("harvester", "trafilatura", "newspaper4k", "readability", "floor_lxml", "floor_parsel")


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "extractors", nargs="*", default=USUAL, metavar="EXTRACTOR", help=", ".join(EXTRACTORS)
    )
    parser.add_argument("--set", nargs="*", default=SETS, choices=SETS, dest="sets")
    parser.add_argument("--pages", type=Path, help="folder of the sets; else HARVESTER_PAGES")
    parser.add_argument("--workers", type=int, default=1, help="processes of each extractor")
    parser.add_argument("--with-sites", action="store_true", help="harvester also with its site files")
    parser.add_argument("--rouge", action="store_true", help="the column rLsum too (slow)")
    parser.add_argument("--classes", action="store_true", help="where points of the body are lost")
    parser.add_argument("--blocks", metavar="CLASS", help="the lost blocks of classes of this name")
    parser.add_argument("--wrong", action="store_true", help="pages that are not right, by figure")
    parser.add_argument("--json", type=Path, help="write the figures here")
    parser.add_argument("--page-scores", type=Path, help="write the scores of each page here")
    options = parser.parse_args()
    if unknown := set(options.extractors) - set(EXTRACTORS):
        parser.error(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(EXTRACTORS)}")
    return options


def asked(options):
    """The names of the extractors, each once."""
    return dict.fromkeys([*options.extractors, *(["harvester_sites"] if options.with_sites else [])])


def measured_set(options, truths):
    """{extractor: Measured}; those that cannot run are named on stderr."""
    found = {}
    for name in asked(options):
        try:
            found[name] = measure(name, truths, workers=options.workers, with_rouge=options.rouge)
        except NoRun as reason:
            print(reason, file=sys.stderr)
    return found


def table(measured):
    """The columns that any extractor has."""
    rows = {name: one.figures for name, one in measured.items()}
    columns = [c for c in COLUMNS if any(c.key in row for row in rows.values())]
    parsing = measured.get(PARSER)
    head = ["extractor", *(c.head for c in columns), *(["x parsel"] if parsing else [])]
    cells = []
    for name, one in measured.items():
        times = [f"{times_parsing(one, parsing):.1f}"] if parsing else []
        cells.append([name, *(cell(rows[name].get(c.key), c.digits) for c in columns), *times])
    return markdown(head, cells)


def report(options, truths, measured):
    """What was asked for beside the table."""
    read = {name: one for name, one in measured.items() if not name.startswith("floor_")}
    for name, one in read.items():
        if options.classes:
            print(f"\n{name}: where points of the body are lost\n")
            print(lost_points(truths, one.run))
        if options.blocks is not None:
            print(lost_texts(truths, one.run, options.blocks))
        if options.wrong:
            print(f"\n{name}: not right\n")
            print(wrong_pages(truths, one))


def main():
    options = arguments()
    pages = Pages.at(options.pages)
    if not pages.there:
        sys.exit(f"no pages in {pages.root}: name their folder with --pages or HARVESTER_PAGES")
    figures, scores, versions = {}, {}, {}
    for name in options.sets:
        truths = pages.truths(name)
        measured = measured_set(options, truths)
        print(f"\n### {name}\n\n{table(measured)}", flush=True)
        report(options, truths, measured)
        figures[name] = {x: {**one.figures, "version": one.run.version} for x, one in measured.items()}
        versions |= {one.run.version: None for one in measured.values()}
        scores[name] = {x: [asdict(page) for page in one.pages] for x, one in measured.items()}
    print(f"\n{facts(versions)}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1))
    if options.page_scores:
        options.page_scores.write_text(json.dumps(scores))
    sys.exit(any(len(row) < len(asked(options)) for row in figures.values()))


if __name__ == "__main__":
    main()
