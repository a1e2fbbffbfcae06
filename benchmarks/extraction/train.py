"""Learn the trees that tell text from furniture, and say how good they are on publishers they have not seen.

  python benchmarks/extraction/train.py                 # cross-validation over publishers, nothing is written
  python benchmarks/extraction/train.py --write         # and the table of the package, from all pages
  python benchmarks/extraction/train.py --others none   # without the labels that other extractors agree on

It needs ``lightgbm`` and ``numpy`` beside the package; the package itself needs neither. Pages are read
whole, once with trees that have seen no page of the publisher and once with the trees of all pages: the
first is what to expect elsewhere, and how far the second lies above it is what the trees know by heart.
"""

import argparse
import json
import sys
import zlib
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import lightgbm
import numpy as np

from extraction.train_figures import figures, read_whole
from extraction.train_labels import labels_of
from extraction.train_variants import disguised
from harvester.pages.bodies.choosing import place_of
from harvester.pages.bodies.features import Rows
from harvester.pages.bodies.questions import FEATURES
from harvester.pages.bodies.trees import Trees, as_node
from harvester.pages.document import Document
from harvester.pages.headline import find_headline
from running.corpus import SETS, Pages, read_lines
from running.run import Asked, run

TABLE = Path(__file__).parents[2] / "harvester/pages/bodies/trees.json"
OTHERS = ("trafilatura_precision", "resiliparse", "readability")
FOLDS = 5
ROUNDS = 80
DISGUISED = 0.5
"""How much a page in disguise counts beside the page itself."""
SHARE = {"aeb": 1.0, "fundus_eval": 1.0, "fundus_pages": 1.0, "trafilatura_eval": 0.6, "postlight": 0.3}
"""How much a page of each set counts."""
PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.12,
    "num_leaves": 20,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 10,
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
    is_disguised: bool = False


def read_page(truth, family, others):
    """The page as it is, and once more as another system might have made it: ``train_variants.py``."""
    document = Document(truth.file.read_bytes(), truth.url)
    fold = zlib.crc32(family.encode()) % FOLDS
    if not document.walk.blocks:
        return [Page(truth, (), [], [], [], fold)]
    page = _measured(truth, document, others, fold, 1.0)
    labels = labels_of(truth, document.walk, others)
    changed = disguised(Document(truth.file.read_bytes(), truth.url), document, labels)
    other = _measured(truth, changed, others, fold, DISGUISED)
    return [page, replace(other, is_disguised=True)]


def _measured(truth, document, others, fold, share):
    rows = Rows(document, place_of(document, find_headline(document)))
    blocks = tuple(rows.candidates())
    labels = labels_of(truth, document.walk, others)
    mine = [labels[block.index] for block in blocks]
    weights = [_weight(block, label) for block, label in zip(blocks, mine, strict=True)]
    scale = share * SHARE[truth.set] * 20 / max(sum(weights), 5)
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
        for t in truths:
            found += read_page(t, families[t.id], [b[t.id] for b in bodies.values()])
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


def validated(pages):
    """The texts of each page, read with trees that have seen no page of its publisher."""
    texts = {}
    for fold in range(FOLDS):
        model = learn([page for page in pages if page.fold != fold])
        texts |= read_whole(trees_of(model), [page for page in pages if page.fold == fold])
    return texts


def trees_of(model):
    return Trees(FEATURES, [as_node(tree) for tree in nodes(model)])


def nodes(model):
    return [_node(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]


def table(model):
    lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in nodes(model))
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
    print("read with trees that have not seen the publisher")
    figures(pages, validated(pages))
    model = learn(pages)
    print("read with trees that have")
    figures(pages, read_whole(trees_of(model), pages))
    if asked.write:
        TABLE.write_text(table(model), encoding="utf-8")


if __name__ == "__main__":
    main()
