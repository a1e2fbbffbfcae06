"""One page, scored: what its reference says beside what an extractor gave."""

from dataclasses import dataclass
from functools import cache

import lxml.html
from lxml.etree import LxmlError

from scoring.counts import Counts
from scoring.fields import (
    authors_f1,
    compare_paragraphs,
    count_snippets,
    days_alike,
    headline_alike,
    paragraphs_of,
)
from scoring.lines import same_line
from scoring.pictures import compare_captions, compare_credits, leaked_captions
from scoring.rouge import rouge_lsum
from scoring.shingles import compare_bodies
from scoring.texts import letters, lines, words


@dataclass(frozen=True, kw_only=True)
class PageScore:
    """The scores of one page; ``None``: its reference does not tell."""

    id: str
    cpu: float
    size: int
    error: str | None
    empty: bool
    body: Counts | None = None
    exact: bool | None = None
    bare: Counts | None = None
    """The body without the standfirst, beside references that do not tell a standfirst from the text."""
    bare_exact: bool | None = None
    lenient: Counts | None = None
    """The body, standfirst and section headlines optional."""
    rouge: float | None = None
    paragraphs: Counts | None = None
    snippets: tuple[Counts, int] | None = None
    headline: tuple[float, float] | None = None
    day: tuple[float, float] | None = None
    authors: float | None = None
    language: bool | None = None
    captions: tuple[int, int, int, int] | None = None
    credits: tuple[int, int] | None = None
    source_line: bool | None = None
    leaked_captions: tuple[int, int] | None = None
    link_lines: int | None = None
    """Lines of the body that are only a link's text."""


def score_page(truth, answer, *, with_rouge=False):
    """Score one answer against its reference."""
    given = answer.extracted
    body = given.body or ""
    return PageScore(
        id=truth.id,
        cpu=answer.cpu,
        size=answer.size,
        error=answer.error,
        empty=not body.strip(),
        **(_of_body(truth, given) if truth.body else {}),
        rouge=_rouge(truth, body) if with_rouge and truth.body else None,
        snippets=count_snippets(truth, body) if truth.wanted else None,
        headline=headline_alike(truth.headline, given.headline) if truth.headline else None,
        day=days_alike(truth.published, given.published) if truth.published else None,
        authors=authors_f1(truth.authors, given.authors) if truth.authors else None,
        language=_language(truth, given) if truth.language else None,
        source_line=same_line(truth.source_line, given.source_line) if truth.source_line else None,
        **(_of_pictures(truth, given) if truth.captions else {}),
    )


def _of_body(truth, given):
    body = given.body or ""
    wanted = reference_body(truth, body)
    compared = compare_paragraphs(truth.paragraphs, paragraphs_of(given), truth.optional)
    lenient = reference_body(truth, body, truth.subheads | frozenset(range(truth.standfirsts)))
    return {
        "body": compare_bodies(wanted, body),
        "exact": words(wanted) == words(body),
        "paragraphs": compared if truth.paragraphs else None,
        "lenient": compare_bodies(lenient, body) if truth.set == "fundus_pages" else None,
        "link_lines": _link_lines(truth, body),
        **({} if truth.paragraphs else _of_bare(truth, given)),
    }


def _of_bare(truth, given):
    bare = (given.body if given.bare is None else given.bare) or ""
    return {"bare": compare_bodies(truth.body, bare), "bare_exact": words(truth.body) == words(bare)}


def reference_body(truth, given_body, optional=frozenset()):
    """The reference's text: optional paragraphs count only where they were given."""
    if not truth.paragraphs:
        return truth.body
    given, may = letters(given_body), truth.optional | optional
    return "\n\n".join(p for i, p in enumerate(truth.paragraphs) if i not in may or letters(p) in given)


def _rouge(truth, body):
    return rouge_lsum(reference_body(truth, body), body, ascii_only=truth.set == "fundus_eval")


def _language(truth, given):
    return (given.language or "")[:2].lower() == truth.language[:2]


def _of_pictures(truth, given):
    captions = compare_captions(truth.captions, given.pictures)
    credits_found = compare_credits(truth.captions, given.pictures)
    return {
        "captions": captions if captions[1] else None,
        "credits": credits_found if credits_found[1] else None,
        "leaked_captions": leaked_captions(truth, given.body),
    }


def _link_lines(truth, body):
    links, text = _link_texts(truth.file), letters(truth.body)
    squeezed = (letters(line) for line in lines(body))
    return sum(len(line) >= 25 and line in links and line not in text for line in squeezed)


@cache
def _link_texts(file):
    """The texts of a page's links, those of 25 letters and more."""
    try:
        root = lxml.html.document_fromstring(file.read_bytes())
    except (LxmlError, ValueError):
        return frozenset()
    texts = (letters("".join(link.itertext())) for link in root.iter("a"))
    return frozenset(text for text in texts if len(text) >= 25)
