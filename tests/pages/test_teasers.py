"""What the elements of a teaser say, whatever they are and however they are named."""

# ruff: noqa: E501 - a form of markup is read on one line

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from harvester.pages.teasers import read_teaser
from harvester.parts import Teaser

BASE = "https://www.kestrel.example/town/today"
HREF = "/2026/05/06/ferry-returns"
URL = f"https://www.kestrel.example{HREF}"
TITLE = "Ferry returns after the storm"
SUMMARY = "The boat that was missing since Monday is back in the harbour of the town."


def teaser(markup: str) -> Teaser:
    """The teaser of a piece of markup whose links all lead to one article, but for those that say otherwise."""
    box = html.fragment_fromstring(markup, create_parent="div")
    links = [link for link in box.iter("a") if (link.get("href") or "").startswith(HREF)]
    return read_teaser((box,), links, URL, BASE)


@pytest.mark.parametrize(
    ("markup", "labels"),
    [
        (f'<a href="{HREF}"><span>Harbour</span> <span>{TITLE}</span></a>', ("Harbour",)),
        (f'<a href="{HREF}"><span>Harbour</span> {TITLE}</a>', ("Harbour",)),
        (f'<a href="{HREF}"><div>Harbour</div><div>{TITLE}</div></a>', ("Harbour",)),
        (
            f'<h3><span class="kicker">Harbour and sea:</span> <a href="{HREF}">{TITLE}</a></h3>',
            ("Harbour and sea:",),
        ),
        (f'<a href="{HREF}"><span class="x-title">{TITLE}</span><span>Harbour</span></a>', ()),
        (f'<a href="{HREF}"><p>3</p><h3>{TITLE}</h3></a>', ()),
        (
            f'<span>Opinion</span><h3><a href="{HREF}">{TITLE}</a></h3><a href="/author/ada-finch">Ada Finch</a>',
            ("Opinion",),
        ),
        (
            f'<ul><li>Plus</li><li>Video</li></ul><a href="{HREF}">{TITLE}</a><span>Read more</span>',
            ("Plus", "Video"),
        ),
        (f'<h3><a href="{HREF}">{TITLE}</a></h3><p>By Ada Finch</p><p>12 comments</p><p>3 min read</p>', ()),
        (f'<h3><a href="{HREF}">{TITLE}</a></h3><p class="byline">Ada Finch</p>', ()),
        (
            f'<i>Plus</i><br><i>Harbour</i><br><a href="{HREF}"><b>{TITLE}</b></a><br>{SUMMARY}',
            ("Plus", "Harbour"),
        ),
        (f'Plus<br>Harbour<br><a href="{HREF}">{TITLE}</a><br>{SUMMARY}', ("Plus", "Harbour")),
        (f'<a href="{HREF}"><i>Harbour</i><br>{TITLE}</a>', ("Harbour",)),
        (f'<a href="{HREF}" class="title"><span>Harbour</span><br>{TITLE}</a>', ("Harbour",)),
        (f'<a href="{HREF}">{TITLE}</a><p>Photo: Ada Finch</p><p>© Ada Finch</p><p>More articles</p>', ()),
        (f'<a href="{HREF}">{TITLE}</a><p>Written by</p><p>Ada Finch</p>', ()),
        (f'<p>Plus / Harbour</p><a href="{HREF}">{TITLE}</a>', ("Plus", "Harbour")),
        (f'<p>Plus · Harbour | Sea</p><a href="{HREF}">{TITLE}</a>', ("Plus", "Harbour", "Sea")),
        (f'<p>Harbour/Sea</p><a href="{HREF}">{TITLE}</a>', ("Harbour/Sea",)),
        (f'<p>Season 2 / 7</p><a href="{HREF}">{TITLE}</a>', ("Season 2 / 7",)),
        (
            f'<a href="{HREF}"><span>Plus</span> <span>Harbour</span> <span>{TITLE}</span> <span>{SUMMARY}</span></a>',
            ("Plus", "Harbour"),
        ),
    ],
)
def test_labels_are_told_from_title_byline_and_buttons(markup: str, labels: tuple[str, ...]) -> None:
    """What stands before, in or beside the title and says something of the article is a label, verbatim."""
    found = teaser(markup)
    assert (found.title, found.labels) == (TITLE, labels)


@pytest.mark.parametrize(
    "markup",
    [
        f'<a href="{HREF}"><h3>{TITLE}</h3><p>{SUMMARY}</p></a>',
        f'<a href="{HREF}"><span>{TITLE}</span><span>{SUMMARY}</span></a>',
        f'<a href="{HREF}"><span>Harbour</span><span>{TITLE}</span><span>{SUMMARY}</span></a>',
        f'<a href="{HREF}"><span class="hed">{TITLE}</span><span class="blurb">{SUMMARY}</span></a>',
        f'<b><a href="{HREF}">{TITLE}</a></b><br><font size="2">{SUMMARY}</font>',
        f'<li><a href="{HREF}">{TITLE}</a> {SUMMARY}</li>',
        f'<dl><dt><a href="{HREF}">{TITLE}</a></dt><dd>{SUMMARY}</dd></dl>',
        f'<a href="{HREF}"><b>{TITLE}</b><br>{SUMMARY}</a>',
        f'<a href="{HREF}">{TITLE}</a><br>{SUMMARY.replace(" is ", "<br>is ")}',
        f'<a href="{HREF}">{TITLE}</a><p><a href="{HREF}">{SUMMARY}</a></p>',
        f'<a href="{HREF}">{TITLE}</a><p>By Ada Finch, Marie Teal and the other two</p><p>{SUMMARY}</p>',
        f'<a href="{HREF}">{TITLE.replace(" after", "<br>after")}</a><p>{SUMMARY}</p>',
        f'<p>{SUMMARY}</p><p><b><a href="{HREF}">{TITLE}</a></b></p>',
    ],
)
def test_summary_is_told_from_the_title(markup: str) -> None:
    """Title and summary may share a link, a line or nothing."""
    found = teaser(markup)
    assert (found.title, found.summary) == (TITLE, SUMMARY)


@pytest.mark.parametrize(
    ("summary", "is_summary"),
    [
        ("Audiences of six sit on the stairs.", True),
        ("停办三年之后，码头边的夜市上周末再次亮灯。", True),
        ("ستون تلميذاً يتعلمون قراءة السماء من بحارة متقاعدين.", True),
        ("Short.", False),
        ("Harbour and sea", False),
    ],
)
def test_a_short_sentence_is_a_summary(*, summary: str, is_summary: bool) -> None:
    """A sentence that ends like one is a summary and no label, in any script."""
    found = teaser(f'<h3><a href="{HREF}">{TITLE}</a></h3><p>{summary}</p>')
    assert (found.summary == summary) is is_summary
    assert (summary in found.labels) is not is_summary


@pytest.mark.parametrize(
    ("markup", "date"),
    [
        ('<time datetime="2026-05-06T10:00:00Z">10 a.m.</time>', "2026-05-06T10:00:00Z"),
        ("<span>06.05.2026, 10:00</span>", "06.05.2026, 10:00"),
        ("<span>3 hours ago</span>", "3 hours ago"),
        ("<span>11 months</span>", "11 months"),
        ("<span>Nov 19</span>", "Nov 19"),
        ("<span>19 novembre</span>", "19 novembre"),
        ("<span>Harbour</span>", None),
    ],
)
def test_date_is_no_label(markup: str, date: str | None) -> None:
    """The clock's own attribute or the words of a date are kept as the date and nowhere else."""
    found = teaser(f'{markup}<h3><a href="{HREF}">{TITLE}</a></h3>')
    assert found.date_raw == date
    assert found.labels == (() if date else ("Harbour",))


@pytest.mark.parametrize(
    ("image", "url"),
    [
        ('<img src="/i.jpg">', "https://www.kestrel.example/i.jpg"),
        ('<img src="data:image/gif;base64,R0" data-src="i.jpg">', "https://www.kestrel.example/town/i.jpg"),
        (
            '<picture><source srcset="/s.webp"><img src="/i.jpg"></picture>',
            "https://www.kestrel.example/i.jpg",
        ),
        ("", None),
    ],
)
def test_picture_of_the_teaser(image: str, url: str | None) -> None:
    """The real source of the first picture, absolute."""
    assert teaser(f'<a href="{HREF}">{image}</a><h3><a href="{HREF}">{TITLE}</a></h3>').image_url == url


def test_words_for_screen_readers_are_not_read() -> None:
    """What nobody sees is no part of title and labels."""
    hidden = '<span class="sr-only">Read this article:</span>'
    found = teaser(f'<h3><a href="{HREF}">{hidden}{TITLE}</a></h3><a href="{HREF}">{hidden}more</a>')
    assert (found.title, found.labels) == (TITLE, ())


def test_teaser_without_words() -> None:
    """A picture alone has neither title nor labels."""
    found = teaser(f'<a href="{HREF}"><img src="/i.jpg"></a>')
    assert (found.title, found.summary, found.labels) == (None, None, ())


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_words_are_read(first: str, second: str) -> None:
    """No text makes the reader fail, and what it returns has its white space folded."""
    box = html.Element("div")
    link = html.Element("a", href=HREF)
    box.append(link)
    try:
        link.text, link.tail = first, second
    except ValueError:
        return
    found = read_teaser((box,), [link], URL, BASE)
    assert found.title is None or found.title == " ".join(found.title.split())
