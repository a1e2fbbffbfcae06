"""Where the CPU time of a crawl goes, step by step, as milliseconds a page and as times of bare Scrapy.

``--without-extraction`` reads the first page only and gives a copy of its article for each other one: what is
left is fetching, ledger, versions, JSON and files, as costly as they are when nothing stands between them.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from pkgutil import resolve_name

from bench import bare, served

MODULES = {  # step: where its function is looked up, and its name
    "extraction": ("harvester.spiders.news", "extracted"),
    "listings": ("harvester.spiders.news", "read_seen"),
    "check": ("harvester.pipelines.items", "check"),
    "deduplicate": ("harvester.pipelines.items", "deduplicate"),
    "settle": ("harvester.spiders.run:Run", "settle"),
    "seal": ("harvester.spiders.run:Run", "seal"),
    "finish": ("harvester.spiders.crawl", "finish"),
}


def timed(seconds, step, function):
    """Wrap a function: its CPU time counts for the step and for no other."""

    def wrapped(*args, **kwargs):
        began, inner = time.process_time(), sum(seconds.values())
        try:
            return function(*args, **kwargs)
        finally:
            own = time.process_time() - began - (sum(seconds.values()) - inner)
            seconds[step] = seconds.get(step, 0.0) + own

    return wrapped


def copying(extracted):
    """Wrap extraction: each page after the first gets the first one's article, under its own name."""
    first = []

    def copied(page, sites):
        if not first:
            first.append(extracted(page, sites))
        name = page.url.rpartition("-")[2]
        article = first[0]
        return replace(
            article,
            url=page.url,
            headline=f"{article.headline} {name}",
            body=f"{article.body} {name}",
        )

    return copied


def inside(options, report):
    """Crawl in this process; write the seconds of each step."""
    from harvester.cli import main  # noqa: PLC0415 - its import is a step

    seconds = {}
    for step, (path, name) in MODULES.items():
        owner = resolve_name(path)
        function = getattr(owner, name)
        if step == "extraction" and options.without_extraction:
            function = copying(function)
        setattr(owner, name, timed(seconds, step, function))
    started = time.process_time()
    with tempfile.TemporaryDirectory() as output:
        address = options.inside.removeprefix("http://")
        own = ["-o", output, "--delay", "0", "--max-articles", str(options.pages), "-q"]
        sys.argv = ["harvester", "crawl", options.inside, *own, "--allow-address", address]
        try:
            main()
        except SystemExit as ended:
            if ended.code:
                raise
    total = time.process_time()
    seconds["fetching and engine"] = total - started - sum(seconds.values())
    report.write_text(json.dumps({"start": started, **seconds, "all": total}))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--without-extraction", action="store_true")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    parser.add_argument("--report", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        inside(options, options.report)
        return
    with served(options.pages, 1) as urls, tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "steps.json"
        again = [sys.executable, __file__, *sys.argv[1:], "--inside", urls[0], "--report", report]
        subprocess.run(again, check=True)
        peer = bare(urls, Path(folder))
        steps = json.loads(report.read_text())
    print(f"{'step':20} {'ms/page':>8} {'x bare Scrapy':>14}")
    for step, seconds in steps.items():
        print(f"{step:20} {1000 * seconds / options.pages:8.2f} {seconds / peer.cpu:14.2f}")
    print(f"{'bare Scrapy':20} {peer.ms:8.2f} {1:14.2f}")


if __name__ == "__main__":
    main()
