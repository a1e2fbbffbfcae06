"""Boxes among the text that are no part of it, whatever they are called."""

# ruff: noqa: E501 - lines of markup are as long as markup is

import pytest

from harvester.pages.page import ArticlePage

COPY = [
    "The lock gate of Brackwater is back in place after eleven weeks in the yard, the harbour board said on Monday.",
    "Divers lowered the forty tonnes of oak and steel at slack water, while three hundred people watched.",
    "Boats may pass again from Thursday. The board expects two hundred of them before the end of the month.",
    "The old gate, cut in 1921, goes to the museum of the county, where it is to stand in the yard from autumn on.",
]
BODY = [f"<p>{text}</p>" for text in COPY]
LETTER = (
    "<h3>Get the harbour letter</h3><p>The news of the coast in your inbox every morning, free of charge.</p>"
)
FORM = "<form><input type='email'><button>Send</button></form>"


def texts(body):
    page = f"<html><head><title>The lock gate is back</title></head><body>{body}</body></html>"
    read = ArticlePage(page, "https://gull.example/news/the-lock-gate-is-back-4711")
    return [part.text for part in read.found_body.paragraphs]


def article(body):
    return f"<article><h1>The lock gate is back</h1>{body}</article>"


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='k9'>{LETTER}{FORM}<p>You may leave at any time, and your address stays with us alone.</p></div>",
        f"<section>{LETTER}<div>{FORM}</div></section>",
        f"<form class='q'>{LETTER}<input type='email'><button>Send</button></form>",
    ],
)
def test_what_asks_for_an_address_is_no_copy(box):
    """The box around a form asks for what the form takes."""
    assert texts(article(f"<div>{BODY[0]}{BODY[1]}{box}{BODY[2]}{BODY[3]}</div>")) == COPY


def test_page_inside_one_form_keeps_its_text():
    """Some systems set the whole page in a form."""
    assert texts(f"<form action='/'>{article(''.join(BODY))}<input name='q'></form>") == COPY


def test_article_with_a_heading_that_leads_elsewhere_is_another():
    """What an endless page shows below its article has its own page."""
    other = "<h2><a href='/news/eels-are-back-4712'>Eels are back in the river</a></h2><p>After twenty years eels have been seen again in the mouth of the river, a biologist of the county said on Monday.</p>"
    assert texts(f"{article(''.join(BODY))}<article>{other}</article>") == COPY


def test_article_below_its_headline_keeps_its_text_under_a_linked_heading():
    """The headline may stand outside of the element that holds the text."""
    related = "<h3><a href='/news/eels-are-back-4712'>Eels are back in the river</a></h3>"
    found = texts(
        f"<header><h1>The lock gate is back</h1></header><article>{related}{''.join(BODY)}</article>"
    )
    assert [text for text in found if text in COPY] == COPY


def test_next_article_of_an_endless_page_is_another():
    """A later ``h1`` in a box that is set like the page's own heads an article of its own."""
    other = "<h1>Eels are back in the river</h1><p>After twenty years eels have been seen again in the mouth of the river, a biologist of the county said on Monday.</p>"
    page = f"<div class='story'><h1>The lock gate is back</h1>{''.join(BODY)}</div><div class='story'>{other}</div>"
    assert texts(page) == COPY


def test_sections_headed_by_headings_of_the_first_rank_are_copy():
    """An outline as HTML5 once had it: each section begins anew with ``h1``."""
    sections = "".join(f"<section><h1>Part {n}</h1>{text}</section>" for n, text in enumerate(BODY))
    found = texts(article(sections))
    assert [text for text in found if text in COPY] == COPY
