"""Score parse_source_line against lines with known parties, beside a naive floor.

  python benchmarks/attribution/lines.py                  # the lists of this repository
  python benchmarks/attribution/lines.py FILE ... --wrong # lists of your own; what went wrong
  python benchmarks/attribution/lines.py --floors         # exit 1 when a floor is missed

A list is JSON lines: raw, scope (article, figure; none: a look-alike, which must name nobody in either
scope), language, kind, parties [{name, role, generic}]. The lists of the repository are in words of its own:
they say that the conventions are read, not how often real pages keep to them. If HARVESTER_PAGES (default
~/.cache/harvester-pages) holds source-lines.jsonl, lines of real pages, they are scored too.

names  the set of named parties is right (case, a leading "the" and punctuation around do not count)
exact  the same, and whether a generic party ("agencies") is there
P R    of single names
role   the roles, of parties on lines whose names are right
µs     time for a line, in one process
"""

import argparse
import json
import os
import re
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from harvester.attribution import parse_source_line

REPOSITORY = Path(__file__).parents[2]
OWN = sorted((REPOSITORY / "tests/attribution").glob("lines*.jsonl"))
PAGES = (
    Path(os.environ.get("HARVESTER_PAGES") or Path.home() / ".cache/harvester-pages") / "source-lines.jsonl"
)
FLOORS = {"exact": 0.97, "role": 0.95, "look-alikes": 0.95}
SCOPES = {"figure": ("figure",), "none": ("article", "figure")}
COARSER = {"correspondent": "author", "contentEditor": "author", "copyrightHolder": "imgSupplier"}
LABEL = re.compile(
    r"^[\s(\[|–—-]*(?:photos?|pictures?|images?|bild(?:er|quelle|rechte|nachweis)?|fotos?|fotoğraf|kuva|фото"
    r"|crédit photo|credits?|sources?|quellen?|bron|kilde|fuente|fonte|źródło|источник|来源)"
    r"(?:\s+(?:by|credit))?\s*[:：]\s*",
    re.IGNORECASE,
)
DATELINE = re.compile(r"^[^()]{0,60}\(([\w./ -]{2,20})\)\s*(?:[–—-]|\.)")
SPLIT = re.compile(r"\s*(?:[/|;,]|\b(?:via|with|and|und|mit|et|by)\b)\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Score:
    """One line, scored."""

    names: bool
    exact: bool
    right: int
    want: int
    have: int
    roles_right: int
    roles: int


def folded(name):
    return re.sub(r"^the\s+", "", " ".join(name.casefold().split()).strip(" .,;:|/()[]©-'\""))


def harvester(raw, scope, language):
    return [(p.name, p.role, p.generic) for p in parse_source_line(raw, scope, language).parties]


def naive(raw, scope, language):  # noqa: ARG001
    """The floor: strip the label, cut at separators."""
    role = "imgSupplier" if scope == "figure" else "origcont"
    dateline = DATELINE.match(raw)
    parts = [dateline[1]] if dateline else SPLIT.split(LABEL.sub("", raw).lstrip("© "))
    return [(part, role, False) for part in (p.strip(" ()[].") for p in parts) if part]


PARSERS = {"harvester": harvester, "naive": naive}


def score(line, parse):
    outs = [parse(line["raw"], scope, line["language"]) for scope in SCOPES.get(line["scope"], ("article",))]
    told = line.get("parties", line.get("expected"))
    want = {folded(p["name"]): p["role"] for p in told if not p.get("generic")}
    generic = any(p.get("generic") for p in told)
    have = {folded(name): role for out in outs for name, role, is_generic in out if not is_generic}
    names = set(want) == set(have)
    exact = names and all(any(party[2] for party in out) == generic for out in outs)
    roles = sum(have[n] in (r, COARSER.get(r)) for n, r in want.items()) if names else 0
    return Score(
        names, exact, len(set(want) & set(have)), len(want), len(have), roles, len(want) if names else 0
    )


def share(part, whole):
    return part / whole if whole else None


def total(scores):
    return {
        "lines": len(scores),
        "exact": share(sum(s.exact for s in scores), len(scores)),
        "names": share(sum(s.names for s in scores), len(scores)),
        "P": share(sum(s.right for s in scores), sum(s.have for s in scores)),
        "R": share(sum(s.right for s in scores), sum(s.want for s in scores)),
        "role": share(sum(s.roles_right for s in scores), sum(s.roles for s in scores)),
    }


def measure(lines, parse):
    parse("Source: Reuters", "article", "en")  # reads the words, once
    start = time.perf_counter()
    scored = [(line, score(line, parse)) for line in lines]
    micros = (time.perf_counter() - start) / len(lines) * 1e6
    groups = defaultdict(list)
    for line, one in scored:
        groups["look-alikes" if line["scope"] == "none" else line["kind"]].append(one)
    table = {"all": {**total([one for _, one in scored]), "µs": round(micros)}}
    return table | {kind: total(ones) for kind, ones in groups.items()}, [
        x for x, one in scored if not one.exact
    ]


def show(name, table):
    for part, row in table.items():
        cells = (
            f"{v:8.3f}" if isinstance(v, float) else f"{'-' if v is None else v:>8}" for v in row.values()
        )
        print(f"{name:10} {part:20}", *cells)


def missed(table):
    values = {"exact": table["all"]["exact"], "role": table["all"]["role"]}
    values["look-alikes"] = table.get("look-alikes", {"exact": 1.0})["exact"]
    return {name: value for name, value in values.items() if value < FLOORS[name]}


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--floors", action="store_true")
    args = parser.parse_args()
    below = {}
    for file in args.files or [*OWN, *([PAGES] if PAGES.is_file() else [])]:
        lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        print(f"\n{file.name}: {len(lines)} lines, {len({x['language'] for x in lines})} languages")
        print(
            f"{'':10} {'':20}",
            *(f"{head:>8}" for head in ("lines", "exact", "names", "P", "R", "role", "µs")),
        )
        for name, parse in PARSERS.items():
            table, wrong = measure(lines, parse)
            show(name, table)
            if name == "harvester":
                below |= {f"{file.name} {k}": v for k, v in missed(table).items()}
                if args.wrong:
                    print(
                        *(
                            f"  {x['language']} {x['raw']} -> {parse(x['raw'], x['scope'], x['language'])}"
                            for x in wrong
                        ),
                        sep="\n",
                    )
    if args.floors and below:
        sys.exit(f"below the floor: {below}")


if __name__ == "__main__":
    main()
