"""Which blocks of a page are its text, as the references say: the labels that the trees learn from.

A page with a reference body gives a label for every block. A page with snippets gives one for each block that
holds a snippet, and for those that all of some other extractors take, or none of them: weaker, counted less.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from harvester.pages.flags import CAPTION, HIDDEN
from scoring.shingles import LENGTH
from scoring.texts import letters, one_line, words

SET_APART = CAPTION | HIDDEN
OVERLAP = 0.5
"""Share of a block's shingles that the reference must hold."""
LONG = 8
SHORT = 4
AGREED = 0.5
SNIPPET = 2.0
LEAST = 200
"""Letters of the shortest body of another extractor that is asked."""


@dataclass(frozen=True)
class Label:
    is_text: bool
    weight: float = 1.0


def labels_of(truth, walk, others):
    """A label or ``None`` for each block; ``others`` are the bodies that other extractors gave."""
    if truth.body:
        return [Label(is_text) for is_text in _aligned(truth.body, walk.blocks)]
    return _weak(truth, walk.blocks, [letters(body) for body in others])


def _weak(truth, blocks, others):
    wanted, unwanted = [one_line(s) for s in truth.wanted], [one_line(s) for s in truth.unwanted]
    found = []
    for block in blocks:
        text = one_line(block.text)
        if any(snippet and snippet in text for snippet in wanted):
            found.append(Label(is_text=True, weight=SNIPPET))
        elif truth.set != "postlight" and any(snippet and snippet in text for snippet in unwanted):
            found.append(Label(is_text=False, weight=SNIPPET))
        else:
            found.append(_agreed(letters(text), others))
    return found


def _agreed(text, others):
    if len(text) < SHORT - 1 or not others or any(len(other) <= LEAST for other in others):
        return None
    takers = sum(text in other for other in others)
    return Label(takers > 0, AGREED) if takers in {0, len(others)} else None


def _aligned(body, blocks):
    """Whole paragraphs first, then what overlaps with the rest; a text printed twice counts once."""
    spoken = [word.lower() for word in words(body)]
    left = Counter(_shingles(spoken))
    paragraphs = Counter(letters(line) for line in body.split("\n") if line.strip())
    likeness = [_likeness(block, set(left), paragraphs, letters(body)) for block in blocks]
    rank = _ranks(blocks, likeness)
    alike = defaultdict(list)
    for block in blocks:
        if likeness[block.index] > 0:
            alike[letters(block.text)].append(block)
    taken = [False] * len(blocks)
    for text, same in alike.items():
        for block in sorted(same, key=rank)[: paragraphs[text]]:
            _take(block, taken, left)
    rest = [block for text, same in alike.items() if not paragraphs[text] for block in same]
    for block in sorted(rest, key=lambda b: (b.flags & SET_APART > 0, -round(likeness[b.index], 1), rank(b))):
        runs = _shingles([word.lower() for word in words(block.text)])
        if runs and sum(left[run] > 0 for run in runs) / len(runs) >= OVERLAP:
            _take(block, taken, left)
    return taken


def _shingles(spoken):
    return [tuple(spoken[i : i + LENGTH]) for i in range(len(spoken) - LENGTH + 1)]


def _likeness(block, runs, paragraphs, whole):
    text, spoken = letters(block.text), [word.lower() for word in words(block.text)]
    if not text:
        return 0.0
    if text in paragraphs:
        return 1.0
    if len(spoken) >= LONG:
        mine = _shingles(spoken)
        share = sum(run in runs for run in mine) / len(mine)
        return share if share >= OVERLAP else 0.0
    return 0.6 if len(spoken) >= SHORT and text in whole else 0.0


def _ranks(blocks, likeness):
    """The key that puts first the block that stands where most of the reference is."""
    held = Counter()
    for block in blocks:
        if likeness[block.index] > 0:
            parent = block.box.parent or block.box
            for box in (block.box, parent, parent.parent or parent):
                held[box.index] += len(block.text)
    return lambda block: (
        block.flags & HIDDEN > 0,
        block.flags & CAPTION > 0,
        -held[(block.box.parent or block.box).index],
        block.index,
    )


def _take(block, taken, left):
    taken[block.index] = True
    for run in _shingles([word.lower() for word in words(block.text)]):
        left[run] -= left[run] > 0
