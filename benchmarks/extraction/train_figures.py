"""How well pages are read with given trees: whole pages, as the package gives them."""

from extraction.scores import reference_body
from harvester import extract
from harvester.evidence import NotAnArticle
from harvester.pages.bodies import choosing
from running.corpus import SETS
from scoring.counts import compared, mean
from scoring.shingles import compare_bodies, mean_body
from scoring.texts import one_line, words


def read_whole(trees, pages):
    """The paragraphs of each page as the package gives them, with these trees in the place of its own."""
    choosing.packaged_trees = lambda _: trees
    return {(page.truth.set, page.truth.id): _paragraphs(page.truth) for page in pages}


def _paragraphs(truth):
    try:
        article = extract(truth.file.read_bytes(), truth.url)
    except NotAnArticle:
        return []
    return [text for text in (article.standfirst, *(part.text for part in article.paragraphs)) if text]


def figures(pages, texts):
    for name in SETS[:4]:
        own = [page for page in pages if page.truth.set == name and not page.is_disguised]
        mine = [(page.truth, texts[name, page.truth.id]) for page in own]
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
