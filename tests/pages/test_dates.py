"""Published and modified, from all that a page says."""

# ruff: noqa: E501 - a row of a table is a line
import json
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.evidence import Evidence, Link
from harvester.pages.dates import Dates, find_dates
from harvester.pages.document import Document

URL = "https://harbour.example/town/ferry-returns"
NOW = datetime(2025, 6, 7, 12, tzinfo=UTC)
TITLE = "<h1>Ferry returns after the storm</h1>"
COPY = (
    "<p>The ferry came back on Sunday 1 June 2025 at noon, said the captain of the boat to everybody.</p>" * 3
)


def ld(**said: str) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Ferry returns after the storm",
    }
    return f'<script type="application/ld+json">{json.dumps(data | said)}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def dates(head: str = "", shown: str = "", **setting) -> Dates:
    """The dates of a page with this in its head and this below its headline."""
    url, zone = setting.pop("url", URL), setting.pop("zone", None)
    lang = setting.pop("lang", "en")
    above = setting.pop("above", "")
    page = f'<html lang="{lang}"><head>{head}</head><body>{above}{TITLE}{shown}{COPY}</body></html>'
    document = Document(page, url, Evidence(**setting))
    blocks = document.walk.blocks
    headline = next((block.index for block in blocks if block.tag == "h1"), None)
    return find_dates(document, headline, zone)


def day(found: Dates) -> str | None:
    return found.published and f"{found.published:%Y-%m-%d}"


@pytest.mark.parametrize(
    ("head", "shown", "expected"),
    [
        (ld(datePublished="2025-06-05T10:30:00+02:00"), "", "json_ld"),
        (meta("article:published_time", "2025-06-05T08:30:00Z"), "", "opengraph"),
        (meta("parsely-pub-date", "2025-06-05T08:30:00Z"), "", "meta"),
        ('<meta name="DC.date.issued" content="2025-06-05">', "", "meta"),
        ('<meta itemprop="datePublished" content="2025-06-05">', "", "meta"),
        ("", '<time datetime="2025-06-05T10:30:00+02:00" pubdate>Thursday</time>', "markup"),
        ("", "<p>By Ada Pier <time>5 June 2025, 10.30am</time></p>", "markup"),
        ("", '<div class="entry-date">5 June 2025</div>', "text"),
        ("", "<p>Published: June 5, 2025</p>", "text"),
        ("", "<p>By Ada Pier, 5 June 2025</p>", "text"),
        ("", "<p>Published 5 June 2025 | Updated 6 June 2025</p>", "text"),
        ("", "<p>Updated 6 June 2025, first published 5 June 2025</p>", "text"),
        ("", "<aside><p class='date'>05.06.2025 - 13:30</p></aside>", "text"),
        ("", "<p>2025年6月5日 10時30分</p>", "text"),
        ("", "<p>Datum:5. Juni 2025</p>", "text"),
        ("", f"<p>Windhaven, 5 June 2025 – {'The ferry came back. ' * 12}</p>", "text"),
        ("", f"<p>(05.06.2025) {'The ferry came back. ' * 12}</p>", "text"),
        ("", f"<p>{'The ferry came back. ' * 60}</p>" * 20 + "<p class='post-date'>5 June 2025</p>", "text"),
    ],
)
def test_each_place_that_says_the_date_is_read(head: str, shown: str, expected: str) -> None:
    """Data, head, time elements, labels and bare dates near the headline, each alone."""
    found = dates(head, shown)
    assert day(found) == "2025-06-05"
    assert [p.method for p in found.provenance if p.field == "published"] == [expected]
    assert found.warnings == ()


def test_the_address_and_the_link_tell_the_day_where_the_page_does_not() -> None:
    """A dated path counts, a feed's entry counts more."""
    assert day(dates(url="https://harbour.example/2025/06/05/ferry")) == "2025-06-05"
    assert day(dates(url="https://harbour.example/news/2025/jun/5/ferry")) == "2025-06-05"
    assert day(dates(url="https://harbour.example/ferry-20250605.html")) == "2025-06-05"
    assert day(dates(url="https://harbour.example/news/05-06-2025")) == "2025-06-05"
    assert day(dates(url="https://harbour.example/ferry-2025-13-05")) is None
    assert day(dates(url="https://harbour.example/ferry-100-2025-06")) is None
    link = Link(
        URL,
        "feed",
        published=datetime(2025, 6, 5, 8, 30, tzinfo=UTC),
        published_raw="Thu, 05 Jun 2025 08:30 GMT",
    )
    found = dates(announced=link)
    assert found.published == datetime(2025, 6, 5, 8, 30, tzinfo=UTC)
    assert found.provenance[0].method == "feed"


def test_published_is_never_filled_from_modified() -> None:
    """A page that says only when it changed has no date of publication."""
    found = dates(ld(dateModified="2025-06-06T10:00:00Z"), "<p>Last updated: 6 June 2025</p>")
    assert found.published is None
    assert found.modified == datetime(2025, 6, 6, 10, tzinfo=UTC)
    assert (found.published_raw, found.precision, found.zone) == (None, None, None)


@pytest.mark.parametrize(
    ("head", "shown"),
    [
        (ld(datePublished="2025-06-05T08:00:00Z", dateModified="2025-06-06T09:00:00Z")
         + meta("article:published_time", "2025-06-06T09:00:00Z"), '<time datetime="2025-06-06T09:00:00Z">Friday</time>'),
        (ld(datePublished="2025-06-05T08:00:00Z", dateModified="2025-06-16T09:00:00Z"), "<p class='date'>16 June 2025</p>"),
        (ld(datePublished="2025-06-05T08:00:00Z"), "<p class='date'>19 June 2025</p>"),
        (ld(datePublished="2025-06-15T08:00:00Z") + meta("article:published_time", "2025-06-05"), "<p class='date'>5 June 2025</p>"),
        ('<meta name="date" content="2025-06-15">', "<p class='date'>5 June 2025, 10:00</p>"),
    ],
)  # fmt: skip
def test_where_a_page_disagrees_with_itself_most_evidence_wins(head: str, shown: str) -> None:
    """Dates of changes shown as the date, templates' dates in the head: outweighed."""
    assert day(dates(head, shown)) == "2025-06-05"


def test_a_conflict_is_told() -> None:
    """Another day that something firm says stays as provenance, with a warning."""
    found = dates(ld(datePublished="2025-06-05T08:00:00Z"), "<p>Published: 19 June 2025</p>")
    assert found.warnings == ("date_conflict",)
    assert [p.disagrees for p in found.provenance if p.field == "published"] == ["19 June 2025"]


def test_dates_of_the_future_are_refused() -> None:
    """What is later than two days after the page was fetched is wrong, and is said to be."""
    head = ld(datePublished="2099-01-01T00:00:00Z")
    found = dates(head, "<p>Published: 5 June 2025</p>", retrieved=NOW)
    assert (day(found), found.warnings) == ("2025-06-05", ("date_in_future",))
    refused = dates(head, retrieved=NOW)
    assert (refused.published, refused.published_raw) == (None, "2099-01-01T00:00:00Z")
    assert day(dates(ld(datePublished="2025-06-09T08:00:00Z"), retrieved=NOW)) == "2025-06-09"


@pytest.mark.parametrize(
    "raw", ["2026-02-30T25:61:00Z", "a while ago, before the rain", "9" * 25, "292277026596-12-04T15:30:08Z"]
)
def test_what_is_no_date_stays_as_printed(raw: str) -> None:
    """Impossible days and words give no date; what stands in its place is kept."""
    found = dates(meta("article:published_time", raw), f'<time datetime="{raw}">{raw}</time>', retrieved=NOW)
    assert (found.published, found.published_raw, found.provenance) == (None, raw, ())


@pytest.mark.parametrize(
    "shown",
    [
        "<nav><time datetime='2025-06-05'>today</time></nav>",
        "<footer><p>Published: 5 June 2025</p></footer>",
        "<form><p class='date'>5 June 2025</p></form>",
        "<p>Member since: 5 June 2025</p>",
        "<p>Available until: 5 June 2025</p>",
        "<p>The next regulars' table will be held on Thursday 5 June 2025 in the old lighthouse.</p>",
        f"{'<p>Long copy of the article.</p>' * 60}<ul><li>A comment, 5 June 2025</li></ul>",
        f"<div>Updated: 9 June 2025</div>{'<p>Long copy.</p>' * 20}<ul class='date'><li>5 June 2025</li></ul>",
    ],
)
def test_dates_of_something_else_are_not_the_articles(shown: str) -> None:
    """Menus, footers, forms, members, expiry, sentences, comments; teasers below one that was updated."""
    assert dates(shown=shown).published is None


def test_form_around_the_whole_page_hides_no_date():
    """Some systems put all of a page into one form: its dates and bylines are the article's."""
    page = "<form id='form1'><h1>Ferry returns</h1><p>Published: 5 June 2025 10:30 UTC</p></form>"
    found = find_dates(Document(f"<html><body>{page}{COPY}</body></html>", URL), 0, None)
    assert found.published == datetime(2025, 6, 5, 10, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("head", "shown", "zone", "expected"),
    [
        (ld(datePublished="2025-06-05T10:30:00"), "", None, ("2025-06-05 10:30", "second", "unknown")),
        (ld(datePublished="2025-06-05T10:30:00"), "", "Europe/Berlin", ("2025-06-05 08:30", "second", "site")),
        (ld(datePublished="2025-06-05T10:30:00"), "<p>Published 5 June 2025, 10:30 CEST</p>", None, ("2025-06-05 08:30", "minute", "explicit")),
        (ld(datePublished="2025-06-05T10:30:00"), '<time datetime="2025-06-05T08:30:00Z" pubdate>x</time>', None, ("2025-06-05 08:30", "second", "explicit")),
        (ld(datePublished="2025-06-05"), '<time datetime="2025-06-05T10:30:00+02:00" pubdate>x</time>', None, ("2025-06-05 08:30", "second", "explicit")),
        (ld(datePublished="2025-06-05"), "", "Europe/Berlin", ("2025-06-05 00:00", "day", "unknown")),
    ],
)  # fmt: skip
def test_times_are_completed_by_what_else_the_page_says(
    head: str, shown: str, zone: str | None, expected: tuple
) -> None:
    """A time without a zone takes that of the same clock elsewhere, else the site's; a day takes its time."""
    found = dates(head, shown, zone=zone)
    assert (f"{found.published:%Y-%m-%d %H:%M}", found.precision, found.zone) == expected


@pytest.mark.parametrize(
    ("lang", "url", "head", "expected"),
    [
        ("en", "https://harbour.example.uk/a", "", "2025-06-05"),
        ("en-GB", URL, "", "2025-06-05"),
        ("en-US", URL, "", "2025-05-06"),
        ("fr", URL, "", "2025-06-05"),
        ("", "https://harbour.example/en-gb/town/a", "", "2025-06-05"),
        ("en", "https://harbour.example/en-us/town/a", "", "2025-05-06"),
        ("en", URL, "", None),
        ("en", URL, '<meta name="date" content="2025-06-05">', "2025-06-05"),
        ("en", URL, '<meta name="date" content="2025-05-06">', "2025-05-06"),
    ],
)
def test_day_and_month_are_told_by_the_pages_habits(
    lang: str, url: str, head: str, expected: str | None
) -> None:
    """05/06/2025 is read as the country writes, or as another date of the page has it, or not at all."""
    assert day(dates(head, "<p class='date'>05/06/2025</p>", lang=lang, url=url)) == expected


@pytest.mark.parametrize(
    "inside", ["<span>05.06.2025</span>Ferry returns", "Ferry returns<br><span>05.06.2025</span>"]
)
def test_a_date_in_the_heading_is_the_articles_where_it_stands_apart(inside: str) -> None:
    """Some systems print the date in the heading's element; a date in the sentence is of what it tells."""
    assert day(dates(above=f"<h1>{inside}</h1>")) == "2025-06-05"
    assert dates(above="<h1>Storm of 5 June 2025 remembered</h1>").published is None


def test_dates_relative_to_now_need_to_know_now() -> None:
    """A text "2 days ago" is a day where it is known when the page was fetched."""
    shown = '<p class="date">2 days ago</p>'
    assert dates(shown=shown).published is None
    assert day(dates(shown=shown, retrieved=NOW)) == "2025-06-05"


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        (
            '{"props": {"publishedAt": "2025-06-05T10:30:00Z", "updatedAt": "2025-06-06T10:30:00Z"}}',
            "2025-06-05",
        ),
        ('{"page": "{\\"publicationDate\\":\\"2025-06-05T10:30:00+02:00\\"}"}', "2025-06-05"),
        ('[{"published_at": "2025-06-05"}, {"published_at": "2025-06-01"}]', None),
        ('{"unpublishedAt": "2025-06-05T10:30:00Z"}', None),
        ('{"publishedAt": "soon"}', None),
    ],
)
def test_state_of_scripts_speaks_last_and_only_of_one_day(script: str, expected: str | None):
    """A page that scripts draw has its date in their state; several days are those of a listing."""
    found = dates(shown=f"<script>window.state = {script}</script>")
    assert day(found) == expected
    shown = "<p class='date'>3 June 2025</p>"
    assert day(dates(shown=f"{shown}<script>window.state = {script}</script>")) == "2025-06-03"


@pytest.mark.parametrize(
    "opening",
    [
        "Press release of 5 June 2025 | Windhaven",
        "Pressemitteilung vom 5. Juni 2025 – Die",
        "Windhaven, (05.06.2025). The",
    ],
)
def test_day_that_opens_the_text_is_the_articles(opening: str):
    """Press releases open with their day, behind a word or a place."""
    copy = " ferry came back after the storm, and the captain said to everybody that it would stay." * 3
    assert day(dates(shown=f"<p>{opening}{copy}</p>")) == "2025-06-05"


@pytest.mark.parametrize(
    "shown",
    [
        '<p><time datetime="2025-06-05T10:30:00+02:00">Created: 5 June 2025</time></p>',
        '<p><time class="updated" datetime="2025-06-05T10:30:00+02:00">Updated 40 hrs ago</time></p>',
        '<p><time datetime="2025-06-05T10:30:00+02:00">Updated 40 hrs ago</time></p>',
    ],
)
def test_markup_tells_exactly_what_its_words_tell_roughly(shown: str):
    """A moment in ``datetime`` is taken for the day or the span that readers see."""
    found = dates(shown=shown, retrieved=NOW)
    moments = {found.published, found.modified} - {None}
    assert moments == {datetime(2025, 6, 5, 8, 30, tzinfo=UTC)}


def test_day_of_a_quoted_post_is_not_the_articles():
    """A post of a network that the text shows has a day of its own."""
    post = "<blockquote><p>The gate is back!</p>&mdash; Gull (@gull) <a href='https://network.example/1'>May 3, 2026</a></blockquote>"
    assert dates("", f"<p>The lock gate of Brackwater is back in place.</p>{post}").published is None


def test_time_of_a_teaser_is_not_the_articles():
    """A time of the same day far below completes no day of the article."""
    rail = '<h2>More</h2><p>One</p><p>Two</p><time datetime="2025-06-05T18:00:00Z">6 pm</time>'
    assert dates(shown=f"<p class='date'>5 June 2025</p>{COPY}{rail}").precision == "day"


def test_day_of_an_entry_has_the_time_of_its_abbreviation():
    """An hAtom entry keeps the moment for machines in the title of an ``abbr``."""
    entry = '<div class="hentry"><h1>Ferry returns after the storm</h1>{}<abbr class="published" title="{}">10:30</abbr></div>'
    page = Document(f"<h2>Thursday, 5 June 2025</h2>{entry.format(COPY, '2025-06-05T10:30:00+02:00')}", URL)
    assert find_dates(page, 1, None).published == datetime(2025, 6, 5, 8, 30, tzinfo=UTC)


def test_appointment_does_not_hide_the_date():
    """A day that lies ahead stands for the date only where no other is shown."""
    event, posted = "<p>Event date: 12 July 2026</p>", "<p>Posted 5 June 2025</p>"
    both = dates(shown=event + posted, retrieved=NOW)
    assert (day(both), both.warnings) == ("2025-06-05", ())
    alone = dates(shown="<p class='date'>12 July 2026</p>", retrieved=NOW)
    assert (alone.published, alone.warnings) == (None, ("date_in_future",))


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_nothing_that_a_page_says_raises(data: str, head: str, shown: str) -> None:
    """Any text in the place of a date is a date or none."""
    escaped = head.replace('"', "").replace("<", "")
    found = dates(
        ld(datePublished=data, dateModified=head) + meta("article:published_time", escaped),
        f'<time datetime="{escaped}">5 June</time><p class="date">{shown.replace("<", "")}</p>',
        retrieved=NOW,
    )
    assert found.published is None or found.published.tzinfo is UTC


@pytest.mark.parametrize(
    "shown",
    ["<p class='date'>Published 5 Junk 2025 10:3</p>" * 20_000, "<time datetime='5 June 2025'></time>" * 20_000, f"<p class='date'>{'5 Ju ' * 30}</p>" * 10_000],
)  # fmt: skip
def test_no_page_takes_long(shown: str) -> None:
    """Thousands of dates cost a bounded time."""
    page = Document(f"<html><body>{TITLE}{shown}</body></html>", URL)
    assert page.walk.blocks
    started = time.process_time()
    find_dates(page, 0, None)
    assert time.process_time() - started < 1
