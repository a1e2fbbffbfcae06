"""Learn the trees that tell text from furniture, and say how good they are on publishers they have not seen.

  python benchmarks/extraction/train.py                 # cross-validation over publishers, nothing is written
  python benchmarks/extraction/train.py --write         # and the table of the package, from all pages
  python benchmarks/extraction/train.py --others none   # without the labels that other extractors agree on

It needs ``lightgbm`` and ``numpy`` beside the package; the package itself needs neither. The figures are of
the blocks alone, before rails, captions, byline and lines of attribution are taken out.
"""

import argparse
import json
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import lightgbm
import numpy as np

from extraction.scores import reference_body
from extraction.train_labels import labels_of
from harvester.pages.bodies.choosing import place_of
from harvester.pages.bodies.features import Rows
from harvester.pages.bodies.questions import FEATURES
from harvester.pages.document import Document
from harvester.pages.headline import find_headline
from running.corpus import SETS, Pages, read_lines
from running.run import Asked, run
from scoring.counts import compared, mean
from scoring.shingles import compare_bodies, mean_body
from scoring.texts import one_line, words

TABLE = Path(__file__).parents[2] / "harvester/pages/bodies/trees.json"
OTHERS = ("trafilatura_precision", "resiliparse", "readability")
FOLDS = 5
ROUNDS = 80
CUT = 0.2
SHARE = {"aeb": 1.0, "fundus_eval": 1.0, "fundus_pages": 1.0, "trafilatura_eval": 0.6, "postlight": 0.3}
"""How much a page of each set counts."""
PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.12,
    "num_leaves": 14,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 3,
    "verbose": -1,
    "num_threads": 1,
    "deterministic": True,
    "seed": 1,
}


@dataclass(frozen=True)
class Page:
    """A page's blocks that may be text, with their rows, labels and weights."""

    truth: object
    blocks: tuple
    rows: list
    labels: list
    weights: list
    fold: int


def read_page(truth, family, others):
    document = Document(truth.file.read_bytes(), truth.url)
    if not document.walk.blocks:
        return Page(truth, (), [], [], [], 0)
    rows = Rows(document, place_of(document, find_headline(document)))
    blocks = tuple(rows.candidates())
    labels = labels_of(truth, document.walk, others)
    mine = [labels[block.index] for block in blocks]
    weights = [_weight(block, label) for block, label in zip(blocks, mine, strict=True)]
    scale = SHARE[truth.set] * 20 / max(sum(weights), 5)
    fold = zlib.crc32(family.encode()) % FOLDS
    return Page(truth, blocks, [rows.row(b) for b in blocks], mine, [w * scale for w in weights], fold)


def _weight(block, label):
    return 0.0 if label is None else (min(len(block.text), 400) / 100 + 1) * label.weight


def read_sets(pages, others):
    found = []
    for name in SETS:
        families = {
            row["id"]: row.get("family") or row["domain"]
            for row in read_lines(pages.root / name / "truth.jsonl")
        }
        truths = pages.truths(name)
        bodies = _bodies(truths, others) if name in {"trafilatura_eval", "postlight"} else {}
        found += [read_page(t, families[t.id], [b[t.id] for b in bodies.values()]) for t in truths]
    return found


def _bodies(truths, others):
    asked = [Asked(t.id, t.url, t.file) for t in truths]
    runs = {name: run(name, asked).answers for name in others}
    return {name: {i: a.extracted.body or "" for i, a in answers.items()} for name, answers in runs.items()}


def learn(pages):
    rows = np.array([row for page in pages for row in page.rows], np.float32)
    labels = [label for page in pages for label in page.labels]
    known = np.array([label is not None for label in labels])
    wanted = np.array([bool(label and label.is_text) for label in labels])
    weights = np.array([weight for page in pages for weight in page.weights])
    data = lightgbm.Dataset(rows[known], wanted[known], weight=weights[known], feature_name=list(FEATURES))
    return lightgbm.train(PARAMETERS, data, ROUNDS)


def chosen(model, page):
    if not page.rows:
        return []
    scores = model.predict(np.array(page.rows, np.float32), raw_score=True)
    return [block.text for block, score in zip(page.blocks, scores, strict=True) if score > CUT]


def validated(pages):
    """The texts chosen on each page by trees that have seen no page of its publisher."""
    texts = {}
    for fold in range(FOLDS):
        model = learn([page for page in pages if page.fold != fold])
        texts |= {(p.truth.set, p.truth.id): chosen(model, p) for p in pages if p.fold == fold}
    return texts


def figures(pages, texts):
    for name in SETS[:4]:
        mine = [(page.truth, texts[name, page.truth.id]) for page in pages if page.truth.set == name]
        print(f"{name:18}", *_of_bodies(mine) if mine[0][0].body else _of_snippets(mine))


def _of_bodies(mine):
    pairs = [(t, given, reference_body(t, "\n\n".join(given))) for t, given in mine]
    _, _, f1 = mean_body([compare_bodies(wanted, "\n\n".join(given)) for _, given, wanted in pairs])
    yield f"F1 {f1:.4f}"
    yield f"exact {mean(words(wanted) == words(' '.join(given)) for _, given, wanted in pairs):.3f}"
    parted = [(t, given) for t, given, _ in pairs if t.paragraphs]
    if parted:
        f1s = (
            compared(list(map(one_line, t.paragraphs)), list(map(one_line, given))).f1 for t, given in parted
        )
        yield f"paragraphs {mean(f1s):.4f}"


def _of_snippets(mine):
    right = wrong = missed = 0
    for truth, given in mine:
        text = one_line("\n\n".join(given))
        hits = sum(one_line(snippet) in text for snippet in truth.wanted)
        right, missed = right + hits, missed + len(truth.wanted) - hits
        wrong += sum(one_line(snippet) in text for snippet in truth.unwanted)
    yield f"snippets F1 {2 * right / (2 * right + wrong + missed):.4f}"


def table(model):
    trees = [_node(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
    return f'{{"features": {json.dumps(list(FEATURES))},\n"trees": [\n{lines}\n]}}\n'


def _node(node):
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    most = float(f"{node['threshold']:.5g}")
    return [node["split_feature"], most, _node(node["left_child"]), _node(node["right_child"])]


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=Path, help="folder of the sets; else HARVESTER_PAGES")
    parser.add_argument(
        "--others", nargs="*", default=OTHERS, help="extractors whose agreement labels blocks"
    )
    parser.add_argument("--write", action="store_true", help="write the table of the package")
    return parser.parse_args()


def main():
    asked = arguments()
    pages = read_sets(Pages.at(asked.pages), [name for name in asked.others if name != "none"])
    figures(pages, validated(pages))
    if asked.write:
        TABLE.write_text(table(learn(pages)), encoding="utf-8")


if __name__ == "__main__":
    main()
