"""The headline and the kicker above it, in the markup of many systems."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.pages.document import Document
from harvester.pages.headline import find_headline
from harvester.pages.titles import without_site

URL = "https://www.alder-post.example/town/bridge-opens-4711"
TITLE = "Bridge opens after four years of work"
COPY = "<p>" + "The bridge over the Alder was opened on Monday, four years after work began. " * 4 + "</p>"


def page(body: str, title: str = f"{TITLE} | Alder Post", head: str = "") -> Document:
    return Document(f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>", URL)


def headline(
    body: str, title: str = f"{TITLE} | Alder Post", head: str = ""
) -> tuple[str | None, str | None]:
    found = find_headline(page(body, title, head))
    return found.text, found.kicker


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>{TITLE}</h1>{COPY}",
        f'<h1 class="logo"><a href="/">Alder Post</a></h1><h1>{TITLE}</h1>{COPY}',
        f'<h1><a href="https://www.alder-post.example/">The Post</a></h1><h2>{TITLE}</h2>{COPY}',
        f"<h1>Alder Post</h1><article><h2>{TITLE}</h2>{COPY}</article>",
        f"<h1>{TITLE}</h1>{COPY}<h1>Fifty things that you never knew of bridges, and never asked</h1>",
        f'<h1>{TITLE} <span class="sr-only">Opens in a new window</span></h1>{COPY}',
        f'<h1><span class="badge badge--plus">Plus</span>{TITLE}</h1>{COPY}',
        f'<h1><span class="icon">Live</span> <span>{TITLE}</span></h1>{COPY}',
        f'<h1>{TITLE}<br><small class="date">3 March 2026</small></h1>{COPY}',
        f'<h1><span class="headline">{TITLE}</span><span class="subtitle">A river is crossed</span></h1>',
        f'<div class="story"><div class="big">{TITLE}</div>{COPY}</div>',
        f'<table><tr><td><font size="5">{TITLE}</font><br>By Ada Byron<br><br>{COPY}</td></tr></table>',
        f"<h1>Menu</h1><h1>Search</h1><h1>{TITLE}</h1>{COPY}<h1>Cookies</h1>",
        f"<h1>Bridge <em>opens</em> after four <b>years</b> of work</h1>{COPY}",
        f'<nav class="breadcrumb"><ol><li><h1>Bridge: opens</h1></li></ol></nav><h2>{TITLE}</h2>{COPY}',
    ],
)
def test_headline_is_the_one_that_readers_see(body: str):
    """Logos, marks, hidden words, subtitles and other headings do not get into the headline."""
    assert headline(body)[0] == TITLE


@pytest.mark.parametrize(
    ("body", "kicker"),
    [
        (f'<p class="kicker">Harbour</p><h1>{TITLE}</h1>', "Harbour"),
        (f'<header><div class="x1">Harbour</div><h1>{TITLE}</h1></header>', "Harbour"),
        (f'<h1><span class="dachzeile">Harbour</span> <span>{TITLE}</span></h1>', "Harbour"),
        (f"<h1><span>Harbour</span>{TITLE}</h1>", "Harbour"),
        (f"<h1>Harbour<br>{TITLE}</h1>", "Harbour"),
        (
            f'<h2><span class="c1">Harbour</span><i class="c2">–</i><span class="c3">{TITLE}</span></h2>',
            "Harbour",
        ),
        (f"<h1>Harbour / {TITLE}</h1>", "Harbour"),
        (f"<h1><div>Harbour 2030</div><div>{TITLE}</div></h1>", "Harbour 2030"),
        (f'<a class="eyebrow" href="/harbour">Harbour</a><h1>{TITLE}</h1>', "Harbour"),
        (f'<p><a class="eyebrow" href="/harbour">Harbour</a></p><h1>{TITLE}</h1>', "Harbour"),
        (f'<header><a href="/">The paper</a><h1>{TITLE}</h1></header>', None),
        (f'<div class="category"><a href="/harbour">Harbour</a></div><h1>{TITLE}</h1>', "Harbour"),
        (f'<div class="kicker">Live</div><h1>{TITLE}</h1>', None),
        (f'<div class="label">7-minute read</div><h1>{TITLE}</h1>', None),
        (f'<div class="label">Lesezeit: 4 Minuten</div><h1>{TITLE}</h1>', None),
        (f'<div class="label">Ad Feedback</div><h1>{TITLE}</h1>', None),
        (f'<div class="label">Minister</div><h1>{TITLE}</h1>', "Minister"),
        (f"<header><div>3 March 2026</div><h1>{TITLE}</h1></header>", None),
        (f'<div class="kicker">Home › News › Harbour</div><h1>{TITLE}</h1>', None),
        (f"<h1>{TITLE}</h1><p class='kicker'>Below</p>", None),
        (f'<div class="tools"><a href="mailto:x">Email</a></div><h1>{TITLE}</h1>', None),
        (f'<div class="nav__section">Sections</div><h1>{TITLE}</h1>', None),
        (f'<p class="kicker"><a href="/more">See more from Harbour</a></p><h1>{TITLE}</h1>', None),
    ],
)
def test_kicker_stands_above_the_headline_or_in_it(body: str, kicker: str | None):
    """The short label comes out without the headline; dates, trails and marks are no kicker."""
    assert headline(f"<article>{body}{COPY}</article>") == (TITLE, kicker)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (TITLE, f"<h1>Information and Resources</h1><h2>{TITLE}</h2>"),
        (TITLE, f"<h2>{TITLE}</h2><h1 class='sub_header'>What the board will do in May</h1>"),
        (f"The Alder Reader » Blog Archive » {TITLE}", f"<h1>The Alder Reader</h1><h2>{TITLE}</h2>"),
    ],
)
def test_heading_of_second_rank_is_the_headline_where_the_first_is_no_title(title: str, body: str):
    """A section's name, a subtitle or a weblog's name in an h1 is not the headline."""
    page = Document(f"<html><head><title>{title}</title></head><body>{body}{COPY}</body></html>", URL)
    assert find_headline(page).text == TITLE


def test_kicker_that_the_page_joins_with_a_colon_stays_in_the_headline():
    """Where the data writes kicker and headline as one sentence, the heading is one."""
    body = f"<h1><span>Harbour</span> <span>{TITLE}</span></h1>{COPY}"
    joined = f'<meta property="og:title" content="Harbour: {TITLE}">'
    assert headline(body, f"Harbour: {TITLE}", joined) == (f"Harbour: {TITLE}", None)


def test_kicker_with_a_name_is_apart_though_a_title_runs_it_together():
    """A title that joins kicker and headline without a mark between them is no sentence."""
    body = f'<h1><span class="kicker">Harbour</span> <span class="title">{TITLE}</span></h1>{COPY}'
    assert headline(body, f"Harbour {TITLE} | Alder Post") == (TITLE, "Harbour")


@pytest.mark.parametrize(
    ("body", "title", "expected"),
    [
        (f"<h1>{TITLE}</h1>", "Alder bridge: all you need to know | Alder Post", (TITLE, None)),
        (f"<h1>OPINION | {TITLE}</h1>", f"{TITLE} | Alder Post", (TITLE, None)),
        (f"<h1>Opinion: {TITLE}</h1>", f"Opinion: {TITLE} | Alder Post", (f"Opinion: {TITLE}", None)),
        (f"<h1><strong>Harbour.</strong> {TITLE}</h1>", TITLE, (TITLE, "Harbour")),
        (f"<hgroup><p>Harbour</p><h1>{TITLE}</h1><p>Crowds came</p></hgroup>", TITLE, (TITLE, "Harbour")),
        (f'<h1>{TITLE} <a href="#c">12 comments</a></h1>', TITLE, (TITLE, None)),
        (f"<h1>„{TITLE}“</h1>", f'"{TITLE}" - Alder Post', (f"„{TITLE}“", None)),
        (f"<h1>LIVE: {TITLE}</h1>", f"LIVE: {TITLE}", (f"LIVE: {TITLE}", None)),
        (f"<h1>{TITLE}</h1><h2>{TITLE}: what we know</h2>", f"{TITLE}: what we know", (TITLE, None)),
        (f"<h1>{TITLE.upper()}</h1>", TITLE, (TITLE.upper(), None)),
        (
            "<h1>大橋開通　四年工程完成</h1>",
            "大橋開通　四年工程完成_社會_阿爾德報",
            ("大橋開通 四年工程完成", None),
        ),
        (
            '<p class="category">社会</p><h1>大橋開通、工事完了</h1>',
            "大橋開通、工事完了｜新聞",
            ("大橋開通、工事完了", "社会"),
        ),
        ("", f"{TITLE} • Town • Alder Post", (TITLE, None)),
        (f'<h1 itemprop="headline">{TITLE}</h1><h1>Newsletter</h1>', "Something else today", (TITLE, None)),
    ],
)
def test_headline_is_printed_whole_and_without_what_is_beside_it(
    body: str, title: str, expected: tuple[str, str | None]
):
    """Words for search engines, labels, counts and sections stay out; what readers see stays in."""
    assert headline(f"<article>{body}{COPY}</article>", title) == expected


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ('<h1><a href="/">Love of bridges</a></h1>', f"{TITLE} | Love of bridges"),
        (
            '<h1><a href="https://archive.example/web/2014/http://a.example/">Bridges</a></h1>',
            f"Bridges » {TITLE}",
        ),
        ('<h1 class="pagetitle">News</h1>', "News - Alder Post"),
    ],
)
def test_first_heading_that_is_the_sites_or_the_sections_is_none(body: str, title: str):
    """A heading that leads to the front page names the site; a more trusted title tells the headline."""
    head = f'<meta property="og:title" content="{TITLE}">' if title.startswith("News") else ""
    own = "h1" if head else "h2"
    assert headline(f"{body}<{own}>{TITLE}</{own}>{COPY}", title, head)[0] == TITLE


def test_visible_headline_goes_before_the_head_and_the_difference_is_kept():
    """Titles for search engines and networks say something else: the page wins, provenance tells."""
    document = page(
        f"<h1>{TITLE}</h1>{COPY}",
        "Alder bridge: times, prices, parking",
        '<meta property="og:title" content="Everything about the new bridge">',
    )
    found = find_headline(document)
    assert found.text == TITLE
    assert found.provenance[0].method == "markup"
    assert found.provenance[0].disagrees == "Everything about the new bridge"


@pytest.mark.parametrize(
    ("title", "head"),
    [
        (f"{TITLE} - Alder Post", ""),
        (f"Alder Post » {TITLE}", '<meta property="og:site_name" content="Alder Post">'),
        ("Alder Post", f'<meta property="og:title" content="{TITLE} | Town | alder-post.example">'),
        (f"{TITLE} | World News | Alder Post News", ""),
    ],
)
def test_head_speaks_where_the_page_shows_no_headline(title: str, head: str):
    """Without a visible headline the titles of the head are read, without the site's name."""
    found = find_headline(page(COPY, title, head))
    assert (found.text, found.block) == (TITLE, None)


@pytest.mark.parametrize(
    ("title", "names", "bare"),
    [
        ("Rain | Alder Post", {"alderpost"}, "Rain"),
        ("Alder Post - Rain", {"alderpost"}, "Rain"),
        ("Rain - and then sun - Alder Post", {"alderpost"}, "Rain - and then sun"),
        ("Rain in Alder - and then sun", {"beech"}, "Rain in Alder - and then sun"),
        ("«Rain» falls and falls and falls", set(), "«Rain» falls and falls and falls"),
        ("Alder Post: Rain", {"alderpost"}, "Rain"),
        ("Alder: rain at last", {"alderpost"}, "Alder: rain at last"),
        ("武汉的声音有英雄的城-新河网", set(), "武汉的声音有英雄的城"),
        ("Alder Post", {"alderpost"}, "Alder Post"),
    ],
)
def test_site_names_are_cut_from_titles(title: str, names: set[str], bare: str):
    """The site's name goes, at either end; the headline's own dashes and quotes stay."""
    assert without_site(title, frozenset(names)) == bare


def test_all_repetitions_are_taken():
    """Sticky header, share box and the kicker's line belong to the headline and not to the body."""
    document = page(
        f'<div class="sticky">{TITLE}</div><main><p class="kicker">Harbour</p><h1>{TITLE}</h1>{COPY}'
        f'<div class="share">“{TITLE}”</div></main>'
    )
    found = find_headline(document)
    texts = {document.walk.blocks[index].text for index in found.blocks}
    assert texts == {TITLE, "Harbour", f"“{TITLE}”"}
    assert len(found.blocks) == 4


def test_a_subtitle_of_its_own_is_left_to_the_standfirst():
    """A line below the headline inside the heading is no headline and no block of it."""
    body = (
        f"<h1><div>{TITLE}</div><div class='subtitle'>Thousands walk across on the first day</div></h1>{COPY}"
    )
    document = page(body)
    found = find_headline(document)
    assert found.text == TITLE
    assert "Thousands" not in " ".join(document.walk.blocks[index].text for index in found.blocks)


def test_nothing_is_found_where_nothing_is():
    """A page without any title has none."""
    assert find_headline(Document("<p>Copy.</p>", URL)).text is None


@pytest.mark.parametrize(
    "body",
    [
        "<h1>a</h1>" * 20_000,
        "<h1>" + "word " * 100_000 + "</h1>",
        "<h1>" + "<span>a</span>" * 20_000 + "</h1>",
        "".join(f"<h2>{TITLE}</h2>" for _ in range(20_000)),
        "<p>" + " | " * 100_000 + "</p>",
    ],
)
def test_hostile_headings_end_in_time(body: str):
    """Tens of thousands of headings, or one without end, cost less than a second."""
    document = page(body, " - ".join(["Alder"] * 3000))
    assert document.walk
    start = time.process_time()
    find_headline(document)
    assert time.process_time() - start < 1


@given(st.text(alphabet="ab |-–:»/<h1>hspan \n", max_size=80), st.text(alphabet="ab |-–:»/ ", max_size=40))
def test_any_page_gives_a_headline_or_none(body: str, title: str):
    """Whatever the markup, finding the headline raises nothing."""
    found = find_headline(page(f"<p>x</p>{body}", title))
    assert found.text is None or found.text.strip()
