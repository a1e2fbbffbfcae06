"""What is surely no text, wherever it stands among the paragraphs and however it is set."""

# ruff: noqa: E501 - lines of markup are as long as markup is

import pytest

from harvester.pages.page import ArticlePage

COPY = [
    "The lock gate of Brackwater is back in place after eleven weeks in the yard, the board said on Monday.",
    "Divers lowered forty tonnes of oak and steel at slack water, while three hundred people watched.",
    "“We had one hour and used fifty minutes of it,” said Tove Lindqvist, who led the work.",
    "Boats may pass again from Thursday. The board expects two hundred of them before the end of the month.",
]
FIRST, REST = f"<p>{COPY[0]}</p><p>{COPY[1]}</p>", f"<p>{COPY[2]}</p><p>{COPY[3]}</p>"


def texts(between, head="<html><body><header><a href='/'>The Gull</a></header>"):
    """The paragraphs of a page with something in the middle of its text."""
    body = f"<article><h1>The lock gate is back</h1><div class='text'>{FIRST}{between}{REST}</div></article>"
    page = ArticlePage(f"{head}{body}</body></html>", "https://gull.example/news/the-lock-gate-is-back-4711")
    return [part.text for part in page.found_body.paragraphs]


@pytest.mark.parametrize(
    "line",
    [
        "<p>Read more: <a href='/a'>A second dredger for the harbour</a></p>",
        "<p><strong>Lesen Sie auch:</strong> <a href='/a'>Ein zweiter Bagger für den Hafen</a></p>",
        "<div>Читайте также: <a href='/a'>Второй земснаряд для порта</a></div>",
        "<p><a href='/a'>A second dredger for the harbour</a></p>",
        "<div><a rel='sponsored nofollow' href='https://shop.example/1'>Oilskin, $40</a> at the shop</div>",
        "<div class='callout'><p>The Gull lives on its readers. Become a member for a coin a week.</p></div>",
        "<p class='x9'><b>Suscríbete a nuestro boletín</b> y recibe las noticias del puerto.</p>",
        "<div><h4>Sign up for our letter</h4><div><p>Every Friday, all that the tide brought in.</p></div></div>",
        "<p><img src='/gate.jpg'></p><p style='text-align:center'>The gate on its way to the yard</p>",
        "<p>* * *</p>",
        "<p>Write to Ada Quill at ada.quill@gull.example</p>",
        "<p>© The Gull. No part of this page may be printed again without our leave.</p>",
        "<div class='modal-box'><p>We store small files on your device and hope that you like it.</p></div>",
    ],
)
def test_line_among_the_paragraphs_is_left_out(line):
    """Links and what leads to them, requests, legends and boxes of others leave the text as it is."""
    assert texts(line) == COPY


@pytest.mark.parametrize(
    "line",
    [
        "<p>Read more books, said the board, and <a href='/a'>fewer notices</a> on the gate.</p>",
        "<p>The gate, <a href='/a'>built in 1874</a>, weighs more than <a href='/b'>the bridge</a> beside it.</p>",
        "<p>Share prices of the yard rose by a tenth on the day before the gate was back.</p>",
        "<p>Comment les plongeurs ont-ils fait ? Personne ne le sait encore.</p>",
        "<p>___</p>",
    ],
)
def test_sentence_that_looks_like_such_a_line_is_kept(line):
    """Sentences that open like a request, or hold links, are text."""
    found = texts(line)
    assert len(found) == len(COPY) + 1
    assert [text for text in found if text in COPY] == COPY


def test_text_in_a_box_of_a_bad_name_is_kept():
    """A name says nothing about a box that holds the whole text."""
    assert texts("", "<html><body class='has-banner'><div class='popup-content'>") == COPY
