"""The standfirst: what introduces a text and stands apart from it."""

# ruff: noqa: E501 - lines of markup are as long as markup is

import pytest

from harvester.pages.page import ArticlePage

INTRODUCTION = "After eleven weeks in the yard the gate closes the basin again, and the boats come home."
COPY = [
    "The lock gate of Brackwater is back in place after eleven weeks in the yard, the harbour board said on Monday.",
    "Divers lowered the forty tonnes of oak and steel at slack water, while three hundred people watched.",
    "Boats may pass again from Thursday. The board expects two hundred of them before the end of the month.",
]
BODY = "".join(f"<p>{text}</p>" for text in COPY)
META = f"<meta property='og:description' content='{INTRODUCTION}'>"


def read(body, head=""):
    page = f"<html><head><title>The lock gate is back</title>{head}</head><body><article><h1>The lock gate is back</h1>{body}</article></body></html>"
    return ArticlePage(page, "https://gull.example/news/the-lock-gate-is-back-4711")


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (f"<p class='standfirst'>{INTRODUCTION}</p><div class='entry-content'>{BODY}</div>", ""),
        (f"<div class='article-lead'>{INTRODUCTION}</div><div class='entry-content'>{BODY}</div>", META),
        (f"<h2 class='deck'>{INTRODUCTION}</h2><div class='entry-content'>{BODY}</div>", META),
        (f"<div class='css-a1'><p>{INTRODUCTION}</p></div><div class='css-b2'>{BODY}</div>", META),
    ],
)
def test_introduction_apart_from_the_body_is_the_standfirst(body, head):
    """Its name, its box and the teaser of the head tell it, and it is no paragraph of the body."""
    page = read(body, head)
    assert page.standfirst == INTRODUCTION
    assert [part.text for part in page.found_body.paragraphs] == COPY


def test_first_paragraph_of_the_body_is_no_standfirst():
    """A text without introduction has none, also when the head repeats how it begins."""
    head = f"<meta name='description' content='{COPY[0]}'>"
    page = read(f"<div class='entry-content'>{BODY}</div>", head)
    assert page.standfirst is None
    assert [part.text for part in page.found_body.paragraphs] == COPY


@pytest.mark.parametrize("tag", ["h2", "h3", "h4"])
@pytest.mark.parametrize("between", ["", "<p>By Tove Lindqvist</p>"])
def test_heading_that_is_a_sentence_introduces_the_text(tag, between):
    """A subtitle is set as a heading by many systems; sections begin with less than a sentence."""
    page = read(f"<{tag}>{INTRODUCTION}</{tag}>{between}{BODY}<{tag}>What comes next</{tag}><p>{COPY[0]}</p>")
    assert page.standfirst == INTRODUCTION
    assert page.paragraphs[0].text == COPY[0]
    assert page.paragraphs[-2].text == "What comes next"


def test_paragraph_grouped_with_the_headline_is_the_standfirst():
    """``hgroup`` holds a heading and what belongs to it."""
    page = ArticlePage(
        f"<title>The lock gate is back</title><main><hgroup><h1>The lock gate is back</h1><p>{INTRODUCTION}</p></hgroup>{BODY}</main>",
        "https://gull.example/news/the-lock-gate-is-back-4711",
    )
    assert page.standfirst == INTRODUCTION


def test_subhead_above_the_text_is_no_standfirst():
    """A heading of three words introduces nothing."""
    assert read(f"<div class='entry-content'><h2>At slack water</h2>{BODY}</div>").standfirst is None


def test_page_of_one_paragraph_keeps_it_as_body():
    """What is all there is cannot introduce the rest."""
    page = read(f"<p class='lead'>{COPY[0]}</p>")
    assert page.standfirst is None
    assert [part.text for part in page.found_body.paragraphs] == COPY[:1]
