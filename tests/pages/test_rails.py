"""Rails are found in whatever markup they stand, and nothing else is called one."""

# ruff: noqa: E501 - a form of markup is read on one line

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.pages.document import Document
from harvester.pages.found import FoundRail
from harvester.pages.headline import find_headline
from harvester.pages.rails import find_rails

URL = "https://www.kestrel.example/town/2026/05/04/bakery-on-market-square-closes-after-a-century"
COPY = (
    "The bakery on Market Square closed its doors on Saturday after a hundred and four years. Its last loaf was "
    "sold to a girl of six, who had come for a bun and was given both."
)
TITLES = (
    "Ferry returns after the storm of the century",
    "Council votes for a bridge that nobody asked for",
    "Lighthouse keeper finds a letter from his grandmother",
)
HREFS = (
    "/town/2026/05/03/ferry-returns-after-the-storm",
    "/town/2026/05/02/council-votes-for-a-bridge",
    "/coast/2026/04/30/lighthouse-keeper-finds-a-letter",
)
PAIRS = tuple(zip(HREFS, TITLES, strict=True))


def page(rail: str, after: str = "", among: str = "") -> str:
    """An article with a rail below its paragraphs, or among them."""
    return f"""<html><head><title>Bakery closes</title></head><body>
<header><nav><a href="/town">Town</a><a href="/coast">Coast</a></nav></header>
<main><article><h1>Bakery on Market Square closes after a century</h1>
<div class="x"><p>{COPY}</p>{among}<p>{COPY} Nobody spoke.</p></div>{rail}</article>{after}</main>
<footer><ul><li><a href="/about">About</a></li></ul></footer></body></html>"""


def document(html: str) -> Document:
    return Document(html, URL)


def rails(html: str) -> tuple[FoundRail, ...]:
    read = document(html)
    return find_rails(read, find_headline(read))


def row(form: str) -> str:
    """A form of teaser, once for each article."""
    return "".join(form.format(href=href, title=title) for href, title in PAIRS)


LISTS = {
    "list": "<ul>" + row('<li><a href="{href}">{title}</a></li>') + "</ul>",
    "numbers": "<ol>" + row('<li><span>1</span><a href="{href}">{title}</a></li>') + "</ol>",
    "plain links": row('<a href="{href}">{title}</a>'),
    "plain links with breaks": row('<a href="{href}">{title}</a><br>'),
    "links around blocks": row('<a href="{href}"><div><img src="/i.jpg"></div><div>{title}</div></a>'),
    "articles": row('<article><h3><a href="{href}">{title}</a></h3></article>'),
    "boxes": row('<div><div><h4><a href="{href}">{title}</a></h4></div></div>'),
    "custom elements": row('<x-promo><x-title><a href="{href}">{title}</a></x-title></x-promo>'),
    "figures": row(
        '<figure><a href="{href}"><img src="/i.jpg"></a><figcaption><a href="{href}">{title}</a></figcaption></figure>'
    ),
    "table": "<table>" + row('<tr><td><a href="{href}"><b>{title}</b></a></td></tr>') + "</table>",
    "paragraphs": row('<p><a href="{href}">{title}</a></p>'),
    "four links": row(
        '<div class="t"><a href="{href}"><img src="/i.jpg"></a><h3><a href="{href}">{title}</a></h3>'
        '<p>By <a href="/author/ada-finch">Ada Finch</a></p><a href="{href}#comments">12</a>'
        '<a href="{href}">Read more</a></div>'
    ),
    "rows of two": f'<div class="row"><div><a href="{HREFS[0]}">{TITLES[0]}</a></div><div><a href="{HREFS[1]}">{TITLES[1]}'
    f'</a></div></div><div class="row"><div><a href="{HREFS[2]}">{TITLES[2]}</a></div></div>',
    "headings and texts side by side": row(
        '<h3><a href="{href}">{title}</a></h3><p>A sentence that says a little more about it.</p>'
    ),
    "scattered classes": row(
        '<div class="css-1a2b"><span class="css-9f"><a href="{href}">{title}</a></span></div>'
    ),
    "addresses with tracking": row('<li><a href="{href}?utm_source=rail&amp;utm_medium=x">{title}</a></li>'),
}


@pytest.mark.parametrize("markup", LISTS.values(), ids=LISTS)
def test_every_list_of_teasers_is_a_rail(markup: str) -> None:
    """Titles and addresses come out the same, whatever elements a list is made of."""
    (found,) = rails(page(f"<aside><h2>Related articles</h2>{markup}</aside>"))
    assert found.rail.heading == "Related articles"
    assert [(teaser.url, teaser.title) for teaser in found.rail.teasers] == [
        (f"https://www.kestrel.example{href}", title) for href, title in PAIRS
    ]


PLAIN = LISTS["list"]
HEADINGS = [
    f"<div><div>Related articles</div>{PLAIN}</div>",
    f"<section><header><div><span>Related articles</span></div></header><div><div>{PLAIN}</div></div></section>",
    f"<div><p><strong>Related articles</strong></p>{PLAIN}</div>",
    f'<div><h3><a href="/related">Related articles</a></h3>{PLAIN}</div>',
    f"<div><div><h3>Related</h3><h3>articles</h3></div>{PLAIN}</div>",
    f"<div><h2>Related articles</h2><div>Advertisement</div>{PLAIN}</div>",
    f"<div><h2>Related<br>articles</h2>{PLAIN}</div>",
    f"<table><tr><td><font><b>Related articles</b></font></td></tr><tr><td>{PLAIN}</td></tr></table>",
]


@pytest.mark.parametrize("markup", HEADINGS)
def test_heading_is_found_where_it_stands(markup: str) -> None:
    """It may be no heading to the markup, levels away from the list, a link, or split over two elements."""
    (found,) = rails(page(markup))
    assert (found.rail.heading or "").replace("\n", " ") == "Related articles"
    assert len(found.rail.teasers) == len(PAIRS)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Most read in Harbour", "popular"),
        ("Meistgelesen", "popular"),
        ("Les plus lus", "popular"),
        ("最热门文章", "popular"),
        ("الأكثر قراءة", "popular"),
        ("Latest news", "latest"),
        ("Últimas noticias", "latest"),
        ("Editors’ picks", "editors"),
        ("Das könnte Sie auch interessieren", "related"),
        ("Читайте также", "related"),
        ("İlgili haberler", "related"),
        ("関連記事", "related"),
        ("More in Town", "section"),
        ("Ada Finch und die See", "related"),
    ],
)
def test_kind_is_what_the_heading_says(heading: str, kind: str) -> None:
    """Words of many languages name the kind; a heading that says nothing heads what is related."""
    (found,) = rails(page(f"<aside><h2>{heading}</h2>{PLAIN}</aside>"))
    assert (found.rail.heading, found.rail.kind) == (heading, kind)


@pytest.mark.parametrize(
    ("markup", "heading"),
    [
        (f'<p><span class="x">Read more:</span> <a href="{HREFS[0]}">{TITLES[0]}</a></p>', "Read more:"),
        (f'<p><strong>Lesen Sie auch:</strong> <a href="{HREFS[0]}">{TITLES[0]}</a></p>', "Lesen Sie auch:"),
        (f'<p><span>À lire aussi</span><a href="{HREFS[0]}">{TITLES[0]}</a></p>', "À lire aussi"),
        (f'<div><p>Lea también</p><h4><a href="{HREFS[0]}">{TITLES[0]}</a></h4></div>', "Lea también"),
        (f'<p><a href="{HREFS[0]}">Read also: {TITLES[0]}</a></p>', "Read also:"),
    ],
)
def test_single_invitation_among_paragraphs(markup: str, heading: str) -> None:
    """A line that invites to another article is a rail of one teaser."""
    (found,) = rails(page("", among=markup))
    assert found.rail.heading == heading
    assert [(each.url, each.title) for each in found.rail.teasers] == [
        (f"https://www.kestrel.example{HREFS[0]}", TITLES[0])
    ]


CARDS = row(
    '<div class="c"><span>News</span><h3><a href="{href}">{title}</a></h3>'
    "<p>A summary of more than forty characters stands below the title.</p></div>"
)


@pytest.mark.parametrize(
    "rail",
    [
        f"<aside><h2>Related</h2>{PLAIN}<a href='/all'>Show more</a></aside>",
        f"<section><div>Popular</div><div>{CARDS}</div></section>",
        f"<div><h2>Lees ook</h2>{LISTS['four links']}</div>",
        f"<aside><h2>Related</h2>{LISTS['headings and texts side by side']}</aside>",
        f"<div><h5>Read also</h5><h4><a href='{HREFS[0]}'>{TITLES[0]}</a></h4><h4><a href='/more'>More like this</a></h4></div>",
    ],
)
def test_a_rail_takes_all_of_its_blocks_and_none_of_the_copy(rail: str) -> None:
    """Among paragraphs it takes heading, titles, summaries, labels and the link to more; the paragraphs stay."""
    read = document(page("", among=rail))
    taken = frozenset[int]().union(*(each.blocks for each in find_rails(read, find_headline(read))))
    left = [block.text for block in read.walk.blocks if block.index not in taken and block.tag != "h1"]
    assert [text for text in left if text not in ("Town", "Coast", "About")] == [
        COPY,
        f"{COPY} Nobody spoke.",
    ]


ONE = '<a href="/coast/2026/04/30/lighthouse-keeper-finds-a-letter">{inside}</a>'
WHOLE = ONE.format(inside=f"<div>Coast</div><h4>{TITLES[2]}</h4><p>He had looked for it for years.</p>")


@pytest.mark.parametrize(
    "markup",
    [
        f"<div><h3>Popular</h3>{WHOLE}</div>",
        f"<div><div>Popular</div>{WHOLE}</div>",
        f"<div><strong>Popular</strong>{WHOLE}</div>",
        f"<div><h3>Popular</h3><p>Coast</p>{ONE.format(inside=TITLES[2])}<p>He had looked for it for years.</p></div>",
        f"<h3>Popular</h3><dl><dt><small>Coast</small> {ONE.format(inside=TITLES[2])}</dt><dd>He had looked for it for years.</dd></dl>",
    ],
)
def test_lone_teaser_is_told_from_the_heading_over_it(markup: str) -> None:
    """Heading, label, title and summary of one teaser keep their parts, whatever box holds them all."""
    found = rails(page(markup))
    assert [each.rail.heading for each in found] == ["Popular"]
    teaser = found[0].rail.teasers[0]
    assert (teaser.labels, teaser.title) == (("Coast",), TITLES[2])
    assert teaser.summary == "He had looked for it for years."


def test_links_around_whole_teasers_are_one_rail() -> None:
    """Labels in a link belong to its teaser; the same article in the next rail is announced again."""
    first = "".join(
        f'<a href="{href}"><div>Latest</div><div>Coast</div><h4>{title}</h4><p>{COPY}</p></a>'
        for href, title in PAIRS
    )
    found = rails(page(f"<div><div>Read also</div>{first}</div><div><div>Popular</div>{WHOLE}</div>"))
    assert [(each.rail.heading, len(each.rail.teasers)) for each in found] == [
        ("Read also", 3),
        ("Popular", 1),
    ]
    assert found[0].rail.teasers[2].labels == ("Latest", "Coast")


def test_list_in_the_text_that_ends_with_links_is_no_rail() -> None:
    """A long text with a link in its last line explains; it announces nothing."""
    rows = "".join(f'<li>{COPY}<br><b><a href="{href}">{title}</a></b></li>' for href, title in PAIRS)
    assert rails(page("", among=f"<h4>What was sold</h4><ol>{rows}</ol>")) == ()


def test_neighbours_are_told_apart() -> None:
    """Two rails under two headings are two, also where one box holds both and they share an article."""
    second = f'<h2>Popular</h2><ul><li><a href="{HREFS[2]}">{TITLES[2]}</a></li></ul>'
    found = rails(page(f"<aside><h2>Related articles</h2>{PLAIN}{second}</aside>"))
    assert [(each.rail.heading, each.rail.position, len(each.rail.teasers)) for each in found] == [
        ("Related articles", 0, 3),
        ("Popular", 1, 1),
    ]


def test_lists_behind_tabs_have_the_names_of_their_tabs() -> None:
    """Of a row of tabs the first names the list that is seen, the second the hidden one."""
    tabs = "<ul><li><button>Latest news</button></li><li><button>Most read</button></li></ul>"
    hidden = PLAIN.replace("<ul>", '<ul style="display:none">')
    found = rails(page(f"<aside>{tabs}<div>{PLAIN}</div><div>{hidden}</div></aside>"))
    assert [each.rail.heading for each in found] == ["Latest news", "Most read"]


def test_advertisements_in_the_list_are_no_teasers() -> None:
    """What says that it is paid for is left out, and taken from the body all the same."""
    ad = '<li><span>Sponsored</span><a href="https://kettles.example/buy-a-kettle-today-and-save">Buy a kettle today and save half</a></li>'
    (found,) = rails(page(f"<aside><h2>Popular</h2>{PLAIN.replace('</ul>', ad + '</ul>')}</aside>"))
    assert [each.title for each in found.rail.teasers] == list(TITLES)


def test_repeated_title_is_one_teaser() -> None:
    """A picture, a text for screen readers and a heading with one address are one teaser."""
    form = (
        '<div><a href="{href}" title="{title}"><img src="/i.jpg"><span class="visually-hidden">{title}</span></a>'
        '<h3><a href="{href}">{title}</a></h3></div>'
    )
    (found,) = rails(page(f"<aside><h2>Related</h2>{row(form)}</aside>"))
    assert [each.title for each in found.rail.teasers] == list(TITLES)


def test_soft_hyphens_are_not_seen() -> None:
    """Hyphens that only show at the end of a line are no part of titles, and do not lengthen them."""
    markup = LISTS["list"].replace("Lighthouse", "Light\u00adhouse")
    (found,) = rails(page(f"<aside><h2>Related</h2>{markup}</aside>"))
    assert [each.title for each in found.rail.teasers] == list(TITLES)


def test_section_that_stands_with_every_teaser_is_no_teaser() -> None:
    """Its name may be as long as a title; what comes back beside each article is its label."""
    form = '<div><a href="/life/books-and-the-arts">Books &amp; the Arts</a><h3><a href="{href}">{title}</a></h3></div>'
    (found,) = rails(page(f"<section><h2>More stories</h2>{row(form)}</section>"))
    assert [each.title for each in found.rail.teasers] == list(TITLES)


def test_list_below_a_lead_is_of_one_rail() -> None:
    """A large teaser and the small ones in the box that their heading begins are one rail."""
    lead, *others = PAIRS
    small = "".join(f'<li><a href="{href}">{title}</a></li>' for href, title in others)
    markup = (
        f'<section><h2>More stories</h2><article><h3><a href="{lead[0]}">{lead[1]}</a></h3><p>{COPY}</p></article>'
        f"<ul>{small}</ul></section>"
    )
    (found,) = rails(page(markup))
    assert [each.title for each in found.rail.teasers] == list(TITLES)


def test_hidden_page_has_rails_too() -> None:
    """Some pages hide all they have until a script shows it."""
    (found,) = rails(
        page(f"<section><h2>Harbour</h2>{PLAIN}</section>").replace("<body>", '<body class="hidden">')
    )
    assert len(found.rail.teasers) == len(TITLES)


def test_word_in_capitals_over_a_title_is_its_label() -> None:
    """Some papers cry out a word as the heading, and say what happened in smaller type."""
    form = '<a href="{href}"><h3>SCORCHER</h3><p>{title}</p></a>'
    (found,) = rails(page(f"<aside><h2>Popular</h2>{row(form)}</aside>"))
    assert [(each.labels, each.title) for each in found.rail.teasers] == [(("SCORCHER",), t) for t in TITLES]


@pytest.mark.parametrize("more", ["Load more", "加载更多", "Mehr anzeigen"])
def test_button_for_more_is_no_heading(more: str) -> None:
    """What loads more of one list is not printed over the next."""
    found = rails(page(f"<section><div>{more}</div>{LISTS['articles']}</section>"))
    assert [each.rail.heading for each in found] == [None]


def test_ranks_are_those_that_are_printed() -> None:
    """The number before a title is its rank and no part of it."""
    items = "".join(
        f'<li><a href="{href}"><span>{n}</span><h4>{title}</h4></a></li>'
        for n, (href, title) in enumerate(PAIRS, 1)
    )
    (found,) = rails(page(f"<aside><h2>Most read</h2><ol>{items}</ol></aside>"))
    assert [(each.rank, each.title) for each in found.rail.teasers] == list(enumerate(TITLES, 1))


NO_RAILS = {
    "menu": "<nav><ul>" + row('<li><a href="{href}">{title}</a></li>') + "</ul></nav>",
    "tags": "<div><h3>Topics</h3>"
    + "".join(
        f'<a href="/topic/{word}">{word} and all about it</a> ' for word in ("ferries", "bakeries", "storms")
    )
    + "</div>",
    "share bar": '<div><h3>Share</h3><a href="https://social.example/share?u=1">Share on Chirper with all your friends</a>'
    '<a href="mailto:?subject=x">Send this by mail to somebody you know</a></div>',
    "breadcrumbs": '<div><a href="/">Home</a> › <a href="/town">Town and country</a> › <a href="/town/trade">Trade</a></div>',
    "links in paragraphs": "".join(
        f'<p>The council, which <a href="{href}">{title}</a>, did not say on Monday what it would do next, nor when '
        "it would meet again to speak about the square, the bakery or the girl.</p>"
        for href, title in PAIRS
    ),
    "pagination": '<div><a href="?page=1">1</a><a href="?page=2">2</a><a href="?page=2">Next page of the article</a></div>',
    "languages": '<ul><li><a href="/de/">Deutsch</a></li><li><a href="/fr/">Français</a></li><li><a href="/es/">Español</a></li></ul>',
    "sources": "<h2>Sources</h2><ul>"
    + "".join(
        f'<li><a href="https://paper{n}.example/an-older-study-of-bread-{n}">An older study of bread, number {n}</a></li>'
        for n in range(3)
    )
    + "</ul>",
    "references elsewhere": "<h2>What others wrote about bread</h2><ul>"
    + "".join(
        f'<li><a href="https://paper{n}.example/an-older-study-of-bread-{n}">An older study of bread, number {n}</a></li>'
        for n in range(3)
    )
    + "</ul>",
    "authors": '<div><h3>About the authors</h3><a href="/author/ada-finch">Ada Finch, correspondent in Harbour</a>'
    '<a href="/author/ben-wren">Ben Wren, reporter in Harbour</a></div>',
    "newsletter": '<section><h2>Newsletter</h2><p>Our letter comes each morning.</p><a href="/newsletter/sign-up-for-the-morning-letter">'
    "Sign up for the morning letter now</a></section>",
    "comments": '<div><h3>Comments</h3><p><a href="#c1">Wren wrote yesterday at noon</a></p><p><a href="#c2">Finch wrote today at ten</a></p></div>',
    "gallery": "".join(
        f'<figure><a href="/images/bakery-{n}.jpg"><img src="/images/b{n}.jpg"></a><figcaption>The bakery in '
        f"its last hour, picture {n}</figcaption></figure>"
        for n in range(3)
    ),
    "foot": "<footer><ul>"
    + "".join(f'<li><a href="/legal/{word}-policy">{word} policy</a></li>' for word in ("privacy", "cookie"))
    + "</ul></footer>",
    "menu with long names": "<div><h3>News</h3><div>"
    + "".join(f'<div><a href="/town/{word}">{word}</a></div>' for word in ("Trade", "Ships", "Fish", "Bread"))
    + f'<div><a href="{HREFS[0]}">{TITLES[0]}</a></div></div></div>',
    "jobs": "<aside><h3>Jobs</h3>" + row('<a href="{href}">{title}</a>') + "</aside>",
    "sponsored": "<aside><h3>Sponsored content</h3>" + PLAIN + "</aside>",
}


@pytest.mark.parametrize("markup", NO_RAILS.values(), ids=NO_RAILS)
def test_what_is_no_rail(markup: str) -> None:
    """Menus, tags, sources, comments, galleries and the like are no rails."""
    assert rails(page(markup)) == ()


def test_page_without_links_has_no_rails() -> None:
    """Nothing is found where there is nothing."""
    assert rails("<html><body><p>Only text.</p></body></html>") == ()


@given(
    st.lists(
        st.sampled_from(
            [
                "<div>",
                "</div>",
                "<a href='/a-long-slug-of-words-1'>",
                "</a>",
                "<h2>",
                "</h2>",
                "Related articles",
                "A title that is long enough for one",
                "<li>",
                "<br>",
                "<p>",
            ]
        ),
        max_size=60,
    )
)
def test_any_markup_is_read(parts: list[str]) -> None:
    """Whatever the nesting, blocks are of the page, and no block is of two rails."""
    read = document(f"<html><body><p>x</p>{''.join(parts)}</body></html>")
    found = find_rails(read, find_headline(read))
    taken = [index for each in found for index in each.blocks]
    assert len(taken) == len(set(taken))
    assert all(0 <= index < len(read.walk.blocks) for index in taken)


def test_many_links_cost_little() -> None:
    """Ten times the links cost about ten times the time, not a hundred."""

    def seconds(count: int) -> float:
        links = "".join(
            f'<li><a href="/town/a-slug-of-many-words-{n}">Title number {n} of a long list</a></li>'
            for n in range(count)
        )
        read = document(page(f"<aside><h2>Related</h2><ul>{links}</ul></aside>"))
        headline = find_headline(read)
        start = time.process_time()
        find_rails(read, headline)
        return time.process_time() - start

    assert seconds(4000) < 40 * max(seconds(400), 0.005)


def test_teaser_among_its_like_is_one_whatever_its_address():
    """An address of one word says little; what is set like the teaser before it and leads beside it is one."""
    more = ("/town/ferry-returns-after-the-storm", "/town/eels")
    titles = (TITLES[0], "Eels return to the mouth of the river")
    links = "".join(f"<li><a href='{h}'>{t}</a></li>" for h, t in zip(more, titles, strict=True))
    (found,) = rails(page(f"<h3>Read more</h3><ul>{links}</ul>"))
    assert tuple(teaser.title for teaser in found.rail.teasers) == titles


def test_label_that_could_be_a_heading_stays_a_label_below_one() -> None:
    """The word "News" in the box of a teaser is its label where the line over the box names the rail."""
    form = "<div class='mt-2'><div class='x'>News</div><a href='{href}'>{title}</a></div>"
    teasers = [form.format(href=href, title=title) for href, title in PAIRS]
    box = f"<div class='w-1'><div>Related articles</div>{teasers[1]}{teasers[2]}<div>Popular</div>{teasers[0]}</div>"
    found = rails(page("", after=box))
    assert [(each.rail.heading, each.rail.kind) for each in found] == [
        ("Related articles", "related"),
        ("Popular", "popular"),
    ]
    assert [(each.title, each.labels) for each in found[1].rail.teasers] == [(TITLES[0], ("News",))]
