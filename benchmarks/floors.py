"""Measure harvester alone and hold it against the committed floors.

  python benchmarks/floors.py --check                      # exit 1 and name what fell
  python benchmarks/floors.py --check extraction           # one room: extraction, attribution, crawl
  python benchmarks/floors.py --raise                      # after an improvement

Extraction and whole pages of attribution need the pages (HARVESTER_PAGES, else ~/.cache/harvester-pages);
without them they are skipped with a notice.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from attribution import lines
from attribution.bench import measure as measure_attribution
from extraction.columns import COLUMNS
from extraction.measuring import PARSER, measure, times_parsing
from ratchet import Figure, missed, raised, read_floors, write_floors
from running.corpus import SETS, Pages, read_lines

HERE = Path(__file__).parent
SIDES = {"higher": "at_least", "lower": "at_most"}
SLOWEST = 500
"""Milliseconds of CPU that no page of any set may take."""
CRAWLED = 500
"""Pages of the short crawl."""


def extraction(pages):
    """Every column with a direction, CPU as times of parsing alone, and the slowest page of all."""
    if not pages.there:
        return skipped("extraction", pages)
    found, slowest = [], 0.0
    for name in SETS:
        truths = pages.truths(name)
        ours, parsing = measure("harvester", truths), measure(PARSER, truths)
        found += set_figures(f"extraction.{name}", ours.figures)
        times = times_parsing(ours, parsing)
        found.append(Figure(f"extraction.{name}", "times_parsing", times, "at_most", 0.3 * times))
        slowest = max(slowest, ours.figures["ms_slowest"])
    return [*found, Figure("extraction.all", "ms_slowest", slowest, "at_most", limit=SLOWEST)]


def set_figures(part, figures):
    """The columns of one set; counts of pages have no slack."""
    return [
        Figure(part, c.key, figures[c.key], SIDES[c.better], 0.003 if c.digits else 0)
        for c in COLUMNS
        if c.better and c.key in figures
    ]


def attribution(pages):
    """The parser on lines alone; lines and rails on whole pages."""
    found = [figure for file in lines.OWN for figure in parsed(file)]
    if not pages.there:
        return [*found, *skipped("attribution on pages", pages)]
    found += parsed(pages.root / "source-lines.jsonl")
    on_pages, on_rails = (
        measure_attribution(mode, "harvester", pages)[1]["all"] for mode in ("page", "rails")
    )
    found += sided("attribution.page", on_pages, ("found", "or_byline", "parties", "kept_out"), "at_least")
    found += sided("attribution.page", on_pages, ("in_body",), "at_most")
    found += sided(
        "attribution.rails", on_rails, ("recall", "exact", "titles", "hrefs", "absolute", "count"), "at_least"
    )
    return found + sided("attribution.rails", on_rails, ("leak", "head_leak", "leak_pages"), "at_most")


def parsed(file):
    """The parser on one list of lines."""
    table, _ = lines.measure(read_lines(file), lines.harvester)
    part = f"attribution.{file.stem.replace('-', '_')}"
    alike = table.get("look-alikes", {}).get("exact")
    figures = {"exact": table["all"]["exact"], "role": table["all"]["role"], "look_alikes": alike}
    return sided(part, figures, tuple(figures), "at_least")


def sided(part, figures, names, side):
    return [Figure(part, name, figures[name], side) for name in names if figures.get(name) is not None]


def crawl(pages):  # noqa: ARG001 - the form of all
    """CPU as times of bare Scrapy in the same run, and memory, of a short crawl."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "costs.json"
        command = [sys.executable, HERE / "crawl/bench.py", "--pages", str(CRAWLED), "--json", out]
        subprocess.run(command, check=True)
        bare, ours = json.loads(out.read_text())
    times = (ours["cpu"] / ours["pages"]) / (bare["cpu"] / bare["pages"])
    return [
        Figure("crawl.short", "times_bare_scrapy", times, "at_most", 0.3 * times),
        Figure("crawl.short", "megabytes", ours["rss"], "at_most", 0.1 * ours["rss"]),
        Figure("crawl.short", "share_of_pages", ours["pages"] / bare["pages"], "at_least", 0),
    ]


def skipped(what, pages):
    print(f"{what}: skipped, no pages in {pages.root}; HARVESTER_PAGES names their folder")
    return []


ROOMS = {"extraction": extraction, "attribution": attribution, "crawl": crawl}


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rooms", nargs="*", metavar="ROOM", default=[*ROOMS], help=", ".join(ROOMS))
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--check", action="store_true", help="exit 1 when a floor is missed")
    task.add_argument("--raise", action="store_true", dest="lift", help="write better floors")
    parser.add_argument("--pages", type=Path, help="folder of the pages; else HARVESTER_PAGES")
    options = parser.parse_args()
    if unknown := set(options.rooms) - set(ROOMS):
        parser.error(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(ROOMS)}")
    pages = Pages.at(options.pages)
    figures = [figure for room in options.rooms for figure in ROOMS[room](pages)]
    floors = read_floors()
    fallen = missed(floors, figures)
    print(*fallen, sep="\n", end="\n" if fallen else "")
    print(f"{len(figures)} figures, {len(fallen)} of them miss their floor")
    if options.lift:
        write_floors(raised(floors, figures))
    sys.exit(1 if fallen else 0)


if __name__ == "__main__":
    main()
