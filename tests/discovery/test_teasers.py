"""What a listing says of an article, in the markup of many systems."""

import pytest

from harvester.discovery.listings import read_listing
from harvester.discovery.scope import Scope

URL = "https://harbour.example/"
SCOPE = Scope(("harbour.example",))
HREF = "/2024/05/06/ferry-returns"
TITLE = "Ferry returns after the storm"
SUMMARY = "The boat that was missing since Monday is back in the harbour of the town."


def teaser(markup: str):
    (link,) = read_listing(f"<main><div>{markup}</div></main>", URL, SCOPE).links
    return link.teaser


TITLES = [
    f'<a href="{HREF}">{TITLE}</a>',
    f'<h3><a href="{HREF}">{TITLE}</a></h3>',
    f'<a href="{HREF}"><h3>{TITLE}</h3></a>',
    f'<a href="{HREF}"><span>{TITLE}</span></a>',
    f'<a href="{HREF}"><h2><span class="kicker">Harbour</span> <span>{TITLE}</span></h2></a>',
    f'<h2><a href="{HREF}"><span class="kicker">Harbour:</span> {TITLE}</a></h2>',
    f'<h2><a href="{HREF}"><strong>Harbour</strong><span>{TITLE}</span></a></h2>',
    f'<a href="{HREF}"><div><p>Harbour</p><h2>{TITLE}</h2><p>{SUMMARY}</p></div></a>',
    f'<a href="{HREF}"><img src="/i.jpg"></a><h3>{TITLE}</h3><a href="{HREF}">Read more</a>',
    f'<h3>{TITLE}</h3><p>{SUMMARY}</p><a href="{HREF}">Read more</a>',
    f'<h2>Related stories</h2><ul><li><a href="{HREF}">{TITLE}</a></li></ul>',
    f'<h3><a href="{HREF}">Ferry <em>returns</em> after the storm</a></h3>',
    f'<h3><a href="{HREF}"><b>Ferry</b> returns after the storm</a></h3>',
    f'<h3><a href="{HREF}">Ferry returns&nbsp;after\n the   storm</a></h3>',
    f'<a href="{HREF}"><script>var x = "a script that nobody reads";</script>{TITLE}</a>',
    f'<a href="{HREF}#comments">7</a><a href="{HREF}?utm_source=x">{TITLE}</a>',
]


@pytest.mark.parametrize("markup", TITLES)
def test_the_title_is_the_headline_alone(markup: str) -> None:
    """Whatever stands around it, the title is the headline: no kicker, no heading of a block."""
    assert teaser(markup).title == TITLE


@pytest.mark.parametrize(
    ("markup", "summary"),
    [
        (f'<h3><a href="{HREF}">{TITLE}</a></h3><p>{SUMMARY}</p>', SUMMARY),
        (f'<h3><a href="{HREF}">{TITLE}</a></h3><div class="teaser">{SUMMARY}</div>', SUMMARY),
        (f'<a href="{HREF}"><h3>{TITLE}</h3><p>{SUMMARY}</p></a>', SUMMARY),
        (f'<h3><a href="{HREF}">{TITLE}</a></h3><p>Short.</p>', None),
        (f'<h3><a href="{HREF}">{TITLE}</a></h3><style>{SUMMARY}</style>', None),
    ],
)
def test_the_summary_is_the_text_below(markup: str, summary: str | None) -> None:
    """A text of some length beside the headline is the summary."""
    assert teaser(markup).summary == summary


@pytest.mark.parametrize(
    ("markup", "date"),
    [
        ('<time datetime="2024-05-06T10:00:00Z">10 a.m.</time>', "2024-05-06T10:00:00Z"),
        ("<time>6 May 2024</time>", "6 May 2024"),
        ("<span>06.05.2024 10:00</span>", "06.05.2024 10:00"),
        ("<span>3 hours ago</span>", None),
        ("<span>Harbour</span>", None),
    ],
)
def test_the_date_as_printed(markup: str, date: str | None) -> None:
    """The clock's own attribute, else a text that looks like a date."""
    found = teaser(f'<h3><a href="{HREF}">{TITLE}</a></h3>{markup}').date_raw
    assert found == date or (date is None and found == "3 hours ago")


def test_a_list_without_boxes() -> None:
    """Where headlines and texts are plain siblings, what follows a headline is its own."""
    row = '<h3><a href="/2024/05/0{0}/ferry-returns">Ferry</a></h3><p>{1} {0}</p><time>0{0}.05.2024</time>'
    markup = "".join(row.format(n, SUMMARY) for n in (1, 2, 3))
    links = read_listing(f"<main>{markup}</main>", URL, SCOPE).links
    assert [link.teaser.summary for link in links] == [f"{SUMMARY} {n}" for n in (1, 2, 3)]
    assert [link.teaser.date_raw for link in links] == ["01.05.2024", "02.05.2024", "03.05.2024"]


def test_teasers_keep_to_themselves() -> None:
    """Of neighbours each has its own summary and picture."""
    card = '<div><img src="/{0}.jpg"><h3><a href="/2024/05/0{0}/ferry">Ferry</a></h3><p>{1} {0}</p></div>'
    markup = "".join(card.format(n, SUMMARY) for n in (1, 2, 3))
    links = read_listing(f"<main>{markup}</main>", URL, SCOPE).links
    assert [link.teaser.image_url for link in links] == [
        f"https://harbour.example/{n}.jpg" for n in (1, 2, 3)
    ]
    assert [link.teaser.summary for link in links] == [f"{SUMMARY} {n}" for n in (1, 2, 3)]
