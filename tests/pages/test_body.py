"""The body of a page: what is copy, of what kind, and what is none."""

# ruff: noqa: E501 - lines of markup are as long as markup is

import json

import pytest

from harvester.pages.page import ArticlePage

URL = "https://gull.example/news/the-lock-gate-is-back-4711"
FIRST = "The lock gate of Brackwater is back in place after eleven weeks in the yard, the harbour board said on Monday."
SECOND = "Divers lowered the forty tonnes of oak and steel at slack water, while three hundred people watched from the quay."
THIRD = "“We had one hour and used fifty minutes of it,” said Tove Lindqvist, who led the work. The tide then closed the basin."
FOURTH = (
    "Boats may pass again from Thursday. The board expects two hundred of them before the end of the month."
)
COPY = [FIRST, SECOND, THIRD, FOURTH]


def page(body, head="", title="The lock gate is back"):
    return f"<html lang='en'><head><title>{title} | The Gull</title>{head}</head><body>{body}</body></html>"


def article_page(body, head=""):
    return ArticlePage(page(f"<article><h1>The lock gate is back</h1>{body}</article>", head), URL)


def texts(body, head=""):
    read = article_page(body, head)
    standfirst = [read.standfirst] if read.standfirst else []
    return standfirst + [part.text for part in read.found_body.paragraphs]


def paragraphs(copy=COPY):
    return "".join(f"<p>{text}</p>" for text in copy)


@pytest.mark.parametrize(
    "body",
    [
        f"<div class='entry-content'>{paragraphs()}</div>",
        paragraphs(),
        "<div class='story'>" + "<br><br>".join(COPY) + "</div>",
        "<div class='css-1x'>" + "".join(f"<div class='css-9q'>{text}</div>" for text in COPY) + "</div>",
        "".join(f"<section class='block'><p>{text}</p></section>" for text in COPY),
        f"<table><tr><td>{'<br><br>'.join(COPY)}</td></tr></table>",
    ],
)
def test_paragraphs_are_read_however_they_are_set(body):
    """Paragraphs, line breaks, divs, boxes of their own and tables as layout give the same text."""
    assert texts(body) == COPY


def test_second_half_behind_an_advertisement_belongs_to_the_text():
    """Two containers of the same make hold one text; the line between them is none."""
    half = "<div class='text-block'>{}</div>"
    body = (
        half.format(paragraphs(COPY[:2]))
        + "<div class='ad-slot'>Advertisement</div>"
        + half.format(paragraphs(COPY[2:]))
    )
    assert texts(body) == COPY


@pytest.mark.parametrize(
    "furniture",
    [
        "<div class='newsletter'><h3>The Gull at breakfast</h3><p>Sign up for our newsletter and get the best of the coast in your inbox.</p></div>",
        "<p><a href='/tides'>Read more: why the spring tides came early this year</a></p>",
        "<div class='share'><p>Share this article</p></div>",
        "<p>Advertisement</p>",
        "<figure><img src='gate.jpg'><figcaption>The gate hangs over the basin, seen from the quay.</figcaption></figure>",
        "<div hidden><p>This sentence is for nobody's eyes and stands in the page to be shown later on by a script.</p></div>",
    ],
)
def test_furniture_between_paragraphs_is_left_out(furniture):
    """Newsletter, links, share buttons, advertising, captions and hidden text are no copy."""
    body = f"<div class='entry-content'>{paragraphs(COPY[:2])}{furniture}{paragraphs(COPY[2:])}</div>"
    assert texts(body) == COPY


def test_heading_of_tags_above_the_only_text_makes_no_rail_of_it():
    """Where a rail would take all that the page has to say, it is the text."""
    said = (
        "Ada and Bo were thrilled to welcome the keeper of the lighthouse in their studio on the quay, who came by "
        "with two of the crew (pictured beside Ada, in oilskins) and was given the treatment she deserved…"
    )
    body = (
        f"<div class='bar'><div class='tags'><h5>Related tags</h5></div></div><div class='textbox'><p>{said}</p>"
        f"<p>LISTEN: <a href='/audio/1566-gulls-at-nine-extras/6-8-keeper-of-it/'>Keeper of the lighthouse joins the gulls (06/08)</a></p></div>"
    )
    assert texts(f"<div class='entry-content'>{body}</div>") == [said]


def test_paragraph_printed_above_the_text_and_in_it_counts_once():
    """The first paragraph that a page prints a second time as its introduction is the text's."""
    body = f"<div class='subtitle'>{COPY[0]}</div><div class='entry-content'>{paragraphs()}</div>"
    assert texts(body) == COPY


@pytest.mark.parametrize(
    "line",
    ["4 May 2026, 14:59 | 3 min", "04.05.2026 – 14:59 Uhr", "Published 2026-05-04 14:59", "* * *", "___"],
)
def test_lines_of_dates_and_signs_above_the_text_are_left_out(line):
    """When it was printed stands in other fields, and a row of signs says nothing."""
    assert texts(f"<div class='entry-content'><p>{line}</p>{paragraphs()}</div>") == COPY


@pytest.mark.parametrize(
    "hidden",
    ["hidden", "aria-hidden='true'", "style='display:none'", "style='color:red; VISIBILITY : hidden'"],
)
def test_hidden_sentences_are_left_out(hidden):
    """What nobody sees is no copy, though it stands among the paragraphs and looks like one."""
    trap = f"<p {hidden}>Buy a barrel of lamp oil at the third stall today, said the board.</p>"
    assert texts(paragraphs(COPY[:2]) + trap + paragraphs(COPY[2:])) == COPY


@pytest.mark.parametrize(
    "flood",
    [
        "<p class='byline'>By " + "By and , " * 9000 + "</p>",
        "<p class='source'>Source: " + "a with (b, / and " * 9000 + "</p>",
        f"<time datetime='2026-05-01'>{'1:' * 90000}</time>",
    ],
)
def test_flood_of_text_in_one_line_takes_nothing_away(flood):
    """A line that is longer than the article leaves every paragraph in, the short last one too."""
    last = "So ended a long day in Brackwater."
    assert texts(f"{flood}{paragraphs([*COPY, last])}")[-5:] == [*COPY, last]


def test_column_beside_the_text_stays_out_where_the_headline_is_no_heading():
    """In a page set in tables what stands above the line that the title gives is no copy."""
    columns = (
        "<table><tr><td><font size=2>Tides: high 06:12<br><br>Fresh herring at Mole's, every day but one.</font></td>"
        f"<td><font size=5><b>The lock gate is back at last</b></font><br>By Ada Quill<br><br>{'<br><br>'.join(COPY)}</td></tr></table>"
    )
    read = ArticlePage(page(columns, title="The Gull - The lock gate is back at last"), URL)
    assert [part.text for part in read.paragraphs][-4:] == COPY
    assert "herring" not in (read.article().body or "")


def test_comments_are_no_copy_even_when_they_are_longer():
    """What readers write below an article is theirs."""
    said = (
        "I walked past the yard every day, and they never stopped working, not even in the rain of last week."
    )
    comments = "".join(f"<li class='comment'><p>{said} {n}.</p></li>" for n in range(12))
    body = f"<div class='entry-content'>{paragraphs()}</div><div id='comments'><h3>Comments</h3><ol>{comments}</ol></div>"
    assert texts(body) == COPY


def test_kinds_tell_subheads_quotes_and_items():
    """A subhead, a quote and a list inside the text keep their kinds."""
    inside = "<h2>What comes next</h2><blockquote><p>The sea does not read our calendar, and we had to read hers.</p></blockquote>"
    inside += "<ul><li>The inner gate is tested on Tuesday.</li><li>The bridge opens on Wednesday.</li></ul>"
    read = article_page(
        f"<div class='entry-content'>{paragraphs(COPY[:2])}{inside}{paragraphs(COPY[2:])}</div>"
    )
    kinds = [part.kind for part in read.found_body.paragraphs]
    assert kinds == ["p", "p", "h2", "quote", "li", "li", "p", "p"]


def test_rows_of_a_table_are_paragraphs():
    """The cells of a row are one paragraph of kind table."""
    table = "<table><tr><td>Lanner</td><td>40 tonnes of oak</td></tr><tr><td>Skerry</td><td>31 tonnes of steel</td></tr></table>"
    body = f"<div class='entry-content'>{paragraphs(COPY[:2])}<p>The gates of the coast weigh:</p>{table}{paragraphs(COPY[2:])}</div>"
    rows = [part for part in article_page(body).found_body.paragraphs if part.kind == "table"]
    assert [row.text for row in rows] == ["Lanner 40 tonnes of oak", "Skerry 31 tonnes of steel"]


def test_pull_quote_that_repeats_a_paragraph_is_left_out():
    """A sentence set large beside the text stands in it already."""
    pulled = "<blockquote class='pullquote'><p>We had one hour and used fifty minutes of it</p></blockquote>"
    body = f"<div class='entry-content'>{paragraphs(COPY[:2])}{pulled}{paragraphs(COPY[2:])}</div>"
    assert texts(body) == COPY


def test_text_that_only_the_data_holds_is_read_from_them():
    """A page that a script fills shows nothing; JSON-LD says what the text is, and the record says so."""
    data = {"@type": "NewsArticle", "headline": "The lock gate is back", "articleBody": "\n\n".join(COPY)}
    read = article_page(
        "<div id='app'></div>", f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    )
    assert [part.text for part in read.found_body.paragraphs] == COPY
    assert [(each.field, each.method) for each in read.found_body.provenance] == [("body", "json_ld")]


def test_text_in_the_state_of_a_script_is_read_where_nothing_else_holds_it():
    """Systems that draw pages by script keep the parts of a text in one array."""
    parts = [{"type": "text", "content": text} for text in COPY]
    state = {"props": {"story": {"content_elements": parts, "related": [{"title": "Tides"}]}}}
    body = (
        f"<div id='app'></div><script type='application/json' id='__NEXT_DATA__'>{json.dumps(state)}</script>"
    )
    assert texts(body) == COPY


def test_script_without_scripts_spaces_is_read():
    """Chinese has no spaces; its paragraphs are no shorter for it."""
    copy = [
        "周一，港务局表示，布拉克沃特的闸门在船厂停留十一周后已经重新安装到位，数百人到现场观看。",
        "潜水员在平潮时放下了重达四十吨的橡木和钢制闸门，整个过程用了大约五十分钟，没有人受伤。",
        "从周四起船只可以再次通行，港务局预计到月底之前将有两百艘船只通过这座新的闸门进入港池。",
    ]
    assert texts(f"<div class='article'>{paragraphs(copy)}</div>") == copy


def test_text_from_right_to_left_is_read():
    """Arabic paragraphs are told from menus as all others."""
    copy = [
        "أعلن مجلس الميناء يوم الاثنين أن بوابة القفل عادت إلى مكانها بعد أحد عشر أسبوعا في حوض السفن.",
        "وأنزل الغواصون البوابة التي تزن أربعين طنا من خشب البلوط والصلب أمام ثلاثمائة متفرج على الرصيف.",
        "ويمكن للقوارب أن تمر مرة أخرى ابتداء من يوم الخميس، ويتوقع المجلس مائتي قارب قبل نهاية الشهر.",
    ]
    assert texts(f"<div class='article'>{paragraphs(copy)}</div>") == copy


@pytest.mark.parametrize(
    "markup", ["", "<p></p>", "<div>" * 300 + "x" + "</div>" * 300, "<h1>Only this</h1>", "<p>" + "a " * 5]
)
def test_page_of_hardly_anything_gives_a_body_of_hardly_anything(markup):
    """No page is too empty or too deep to be asked."""
    read = ArticlePage(page(markup or "<i></i>"), URL)
    assert sum(len(part.text) for part in read.found_body.paragraphs) < 20


@pytest.mark.parametrize(
    "line",
    [
        "Updated 3 hours ago",
        "Last updated: 13 May 2026",
        "Zuletzt aktualisiert am 13. Mai 2026",
        "Обновлено: 14:05",
    ],
)
def test_line_that_announces_a_date_is_no_copy(line):
    """Above the text and below it."""
    assert texts(f"<p>{line}</p>{paragraphs()}<p>{line}</p>") == COPY


@pytest.mark.parametrize("line", ["3 min read", "5 min", "Lesezeit 4 Minuten", "4 minutes de lecture"])
def test_reading_time_above_the_text_is_no_copy(line):
    """It tells of the page, whatever its box is called."""
    assert texts(f"<div class='x1'>{line}</div>{paragraphs()}") == COPY


def test_date_between_introduction_and_text_is_no_copy():
    """Also where the introduction is as long as a paragraph."""
    introduction = f"<p class='intro'>{SECOND}</p><p>13 May 2026</p>"
    assert texts(f"{introduction}<div>{paragraphs([FIRST, THIRD, FOURTH])}</div>") == [
        SECOND,
        FIRST,
        THIRD,
        FOURTH,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Follow us on <a href='https://network.example/gull'>Chirper</a> and <a href='https://other.example/gull'>Pals</a>.",
        "<a href='/subscribe'>Subscribe now</a> to read the whole story.",
    ],
)
def test_request_set_like_a_paragraph_is_no_copy(line):
    """Its words and its links tell it."""
    assert texts(f"{paragraphs()}<p>{line}</p>") == COPY


def test_comments_below_their_count_are_no_copy():
    """The readers' part opens with a count of comments, whatever its boxes are called."""
    said = "".join(f"<div><b>Reader {n}</b><p>{COPY[n].replace('the', 'our')}</p></div>" for n in range(4))
    read = ArticlePage(
        page(
            f"<div id='a'><h1>The lock gate is back</h1>{paragraphs()}</div><div><h3>4 Comments</h3>{said}</div>"
        ),
        URL,
    )
    assert [part.text for part in read.found_body.paragraphs] == COPY


def test_times_of_day_above_the_entries_of_a_live_report_are_no_copy():
    """A table of results keeps its numbers."""
    entries = "".join(f"<li><time>1{n}:05</time><p>{text}</p></li>" for n, text in enumerate(COPY))
    assert texts(f"<ol>{entries}</ol>") == COPY


def test_post_of_who_signed_is_no_copy():
    """A few words right behind a byline, and not those that a list or a report follows."""
    byline = "<p class='byline'>By Tove Lindqvist</p>"
    assert texts(f"{byline}<p>Harbour Editor</p>{paragraphs()}") == COPY
    assert texts(f"{byline}<p>In brief:</p>{paragraphs()}") == ["In brief:", *COPY]


def test_line_of_the_editor_is_no_copy():
    """As Chinese sites print it in brackets below the text."""
    copy = [
        "渡轮码头将于夏天重建，市议会周二以九比四的多数投票决定，耗资四千万。" * 2,
        "市长说，工程将于春季开始，渡轮将停靠北码头直到秋天。" * 2,
    ]
    read = article_page(f"<div>{paragraphs(copy)}<p>（责任编辑：李四）</p></div>")
    assert [part.text for part in read.paragraphs] == copy
    assert [(party.name, party.role) for party in read.sources] == [("李四", "contentEditor")]


@pytest.mark.parametrize(
    "line",
    ["Sign up for our morning briefing, free every weekday.", "ADVERTISEMENT - CONTINUE READING BELOW"],
)
def test_request_below_the_last_paragraph_is_no_copy(line):
    """It needs neither link nor name there."""
    assert texts(f"{paragraphs()}<p>{line}</p>") == COPY


def test_facts_behind_the_first_paragraph_are_copy():
    """A list of facts above the text is the page's; one in the text is the article's."""
    facts = "<dl><dt>Length</dt><dd>240 metres</dd></dl>"
    assert texts(f"<p>{FIRST}</p>{facts}{paragraphs(COPY[1:])}") == [FIRST, "Length", "240 metres", *COPY[1:]]


def test_legend_of_a_quote_or_a_table_is_no_copy():
    """What a figure holds may be copy; what stands below it is not."""
    quote = "<figure><blockquote>We had one hour.</blockquote><figcaption>Tove Lindqvist, harbour board</figcaption></figure>"
    found = texts(f"{paragraphs(COPY[:2])}{quote}{paragraphs(COPY[2:])}")
    assert "Tove Lindqvist, harbour board" not in found
    assert [text for text in found if text in COPY] == COPY
