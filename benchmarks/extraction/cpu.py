"""Where the CPU time of extraction goes: by field, module and function, in milliseconds a page.

  python benchmarks/extraction/cpu.py --set fundus_pages --rounds 10

The stack is looked at every few milliseconds of CPU time: nothing is slowed down more than the rest. A
field is the innermost function of the page's class on the stack; time of a field that it asked for is that
field's own.
"""

import argparse
import signal
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import harvester
from harvester.evidence import NotAnArticle
from harvester.extract import extract
from harvester.sites import Sites
from running.corpus import SETS, Pages
from tables import markdown

PACKAGE = str(Path(harvester.__file__).parent)
PAGE = f"{PACKAGE}/pages/page.py"
INTERVAL = 0.001
"""Seconds of CPU time between two looks."""
LEAST = 0.005
"""Shares below this are summed up in the last row."""


class Sampler:
    """Counts of looks, by field, by module and by function."""

    def __init__(self):
        self.fields, self.functions = Counter(), Counter()

    def look(self, _, frame):
        """Note where the program is."""
        field = function = None
        while frame and not field:
            file = frame.f_code.co_filename
            if file.startswith(PACKAGE):
                function = function or (file.removeprefix(f"{PACKAGE}/"), frame.f_code.co_qualname)
                field = frame.f_code.co_name if file == PAGE and "<" not in frame.f_code.co_name else None
            frame = frame.f_back
        self.fields[field or "outside the fields"] += 1
        self.functions[function or ("outside", "")] += 1

    @property
    def modules(self):
        found = Counter()
        for (module, _), n in self.functions.items():
            found[module] += n
        return found


def read(pages, rounds):
    sites = Sites.none()
    for _ in range(rounds):
        for page, url in pages:
            try:
                extract(page, url, sites=sites)
            except NotAnArticle:
                continue


def table(name, counts, ms):
    """Rows of a counter, the dearest first."""
    total = counts.total()
    large = [(key, n) for key, n in counts.most_common() if n >= LEAST * total]
    rest = total - sum(n for _, n in large)
    rows = [(key, f"{ms * n / total:.3f}", f"{n / total:.1%}") for key, n in [*large, ("all others", rest)]]
    return markdown((name, "ms a page", "share"), rows)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--set", nargs="*", default=["fundus_pages"], choices=SETS, dest="sets")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pages", type=Path, help="folder of the sets; else HARVESTER_PAGES")
    options = parser.parse_args()
    pages = [
        (truth.file.read_bytes(), truth.url)
        for name in options.sets
        for truth in Pages.at(options.pages).truths(name)
    ]
    read(pages, 1)
    sampler = Sampler()
    signal.signal(signal.SIGPROF, sampler.look)
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    began = time.process_time()
    read(pages, options.rounds)
    ms = 1000 * (time.process_time() - began) / options.rounds / len(pages)
    signal.setitimer(signal.ITIMER_PROF, 0)
    print(f"{ms:.2f} ms a page, {len(pages)} pages, {sampler.fields.total()} looks\n")
    functions = Counter({" ".join(name): n for name, n in sampler.functions.items()})
    tables = {"field": sampler.fields, "module": sampler.modules, "function": functions}
    print(*(table(name, counts, ms) for name, counts in tables.items()), sep="\n\n")


if __name__ == "__main__":
    main()
