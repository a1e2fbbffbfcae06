"""The byline and the names in it, in the markup of many systems and in many languages."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.pages.byline import find_credits
from harvester.pages.document import Document
from harvester.pages.found import Credits
from harvester.pages.headline import find_headline

URL = "https://www.alder-post.example/town/bridge-opens-4711"
TITLE = "Bridge opens after four years of work"
COPY = "<p>" + "The bridge over the Alder was opened on Monday, four years after work began. " * 4 + "</p>"


def document(body: str, *, author: object = None, head: str = "", lang: str = "en") -> Document:
    data = {"@type": "NewsArticle", "headline": TITLE, "publisher": {"name": "Alder Post"}}
    data["articleSection"] = "South Harbour"
    if author is not None:
        data["author"] = author
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return Document(
        f'<html lang="{lang}"><head><title>{TITLE}</title>{head}{script}</head><body><main><h1>{TITLE}</h1>'
        f"{body}</main></body></html>",
        URL,
    )


def found(body: str, *, author: object = None, head: str = "", lang: str = "en") -> Credits:
    page = document(body, author=author, head=head, lang=lang)
    return find_credits(page, find_headline(page))


def names(result: Credits) -> list[str]:
    return [author.name for author in result.authors]


@pytest.mark.parametrize(
    ("markup", "byline"),
    [
        ('<p class="byline">By Ada Byron</p>', "By Ada Byron"),
        ('<p class="article__author">Ada Byron</p>', "Ada Byron"),
        ('<div class="meta"><a rel="author" href="/x">Ada Byron</a></div>', "Ada Byron"),
        ('<div><a href="/authors/ada-byron">Ada Byron</a> 3 March 2026</div>', "Ada Byron"),
        ('<div><span itemprop="author">Ada Byron</span>, 14:05</div>', "Ada Byron"),
        ("<p>By Ada Byron</p>", "By Ada Byron"),
        ("<p>ByAda Byron</p>", "ByAda Byron"),
        ("<div>Published 3 March 2026, 14:05 by Ada Byron</div>", "by Ada Byron"),
        ("<div>Ada Byron | 3 March 2026 - 4 min read</div>", "Ada Byron"),
        ("<div>03.03.2026, 14:05 / Ada Byron</div>", "Ada Byron"),
        (
            '<div class="author">Ada Byron<span>Europe correspondent</span></div>',
            "Ada Byron Europe correspondent",
        ),
        ('<ul class="authors"><li><a href="/author/ada">Ada Byron</a></li></ul>', "Ada Byron"),
        ('<p class="byline">Ada Byron | ada@alder-post.example</p>', "Ada Byron"),
        ('<p class="byline">By Ada Byron <a href="https://x.example/ada">@ada_b</a></p>', "By Ada Byron"),
    ],
)
def test_byline_is_found_by_its_markup_or_its_words(markup: str, byline: str):
    """Class words, rel, itemprop, an author's link, "By", or a name beside a date: each makes a byline."""
    result = found(f"{markup}{COPY}{COPY}")
    assert names(result) == ["Ada Byron"]
    assert result.byline is not None
    assert result.byline.startswith(byline.removesuffix(" Europe correspondent"))
    assert not any(letter.isdigit() for letter in result.byline)
    assert result.provenance[0].method == "markup"


@pytest.mark.parametrize(
    ("line", "lang", "expected"),
    [
        ("Von Ada Byron und Bo Liebherr", "de", ["Ada Byron", "Bo Liebherr"]),
        ("Μαρία Παππά - Νίκος Ιωάννου", "el", ["Μαρία Παππά", "Νίκος Ιωάννου"]),
        ("Minh Anh - Hoàng Nam", "vi", ["Minh Anh", "Hoàng Nam"]),
        ("Minh Anh - TTXVN", "vi", ["Minh Anh"]),
        ("Ada Byron - Low Marsh", "en", ["Ada Byron"]),
        ("Lucía Vega / Raúl Soto | Bogotá", "es", ["Lucía Vega", "Raúl Soto"]),
        (
            "By Ada Byron in Berlin and Bo Liebherr in Kyiv; editing by Carl West",
            "en",
            ["Ada Byron", "Bo Liebherr"],
        ),
        ("Eine Analyse von Ada Byron", "de", ["Ada Byron"]),
        ("Par Ada Byron avec AFP", "fr", ["Ada Byron"]),
        ("Por Ada Byron", "es", ["Ada Byron"]),
        ("di Ada Byron", "it", ["Ada Byron"]),
        ("Door Ada Byron", "nl", ["Ada Byron"]),
        ("Av Ada Byron", "no", ["Ada Byron"]),
        ("Autor: Ada Byron", "pl", ["Ada Byron"]),
        ("Автор: Иван Петров", "ru", ["Иван Петров"]),
        ("Text: Ada Byron", "sv", ["Ada Byron"]),
        ("Oleh Ada Byron", "id", ["Ada Byron"]),
        ("بقلم سلمى الرواحي", "ar", ["سلمى الرواحي"]),
        ("By Ada Byron, Bo Lind and Cy Marsh", "en", ["Ada Byron", "Bo Lind", "Cy Marsh"]),
        ("By Ada Byron and Bo Lind, Staff Writers", "en", ["Ada Byron", "Bo Lind"]),
        ("Ada Byron Dec. 22, 2016 5:00 a.m. PT", "en", ["Ada Byron"]),
        ("By Ada Byron Illustration by Bo Lind", "en", ["Ada Byron"]),
        ("Texte : Ada Byron / Photos : Bo Lind", "fr", ["Ada Byron"]),
        ("Door onze redacteur Ada Byron", "nl", ["Ada Byron"]),
        ("Autorin: Ada Byron, Projektleiterin der Werft", "de", ["Ada Byron"]),
        ("记者 王小明 北京报道", "zh", ["王小明"]),
        ("Ada Byron im Gespräch mit Bo Lind", "de", ["Ada Byron", "Bo Lind"]),
        ("小暮ひさのり", "ja", ["小暮ひさのり"]),
    ],
)
def test_bylines_of_many_languages(line: str, lang: str, expected: list[str]):
    """The word that opens a byline is known in its language; several names come apart."""
    assert names(found(f'<p class="byline">{line}</p>{COPY}', lang=lang)) == expected


@pytest.mark.parametrize(
    ("line", "lang", "expected"),
    [
        ("By Ada Byron in London and Bo Lind in Oslo", "en", ["Ada Byron", "Bo Lind"]),
        ("By ADA BYRON, The Alder Post", "en", ["ADA BYRON"]),
        ("By Ada Byron | Special to the Alder Post", "en", ["Ada Byron"]),
        ("Ada Byron and Bo Lind report from Oslo", "en", ["Ada Byron", "Bo Lind"]),
        ("Story by Ada Byron • Photography by Bo Lind", "en", ["Ada Byron"]),
        ("Written by Dr. Ada Byron, PhD", "en", ["Dr. Ada Byron"]),
        ("Medically reviewed by Bo Lind, MD — Written by Ada Byron", "en", ["Ada Byron"]),
        ("Opinion by Ada Byron", "en", ["Ada Byron"]),
        ("Guest column by Ada Byron", "en", ["Ada Byron"]),
        ("by: Ada Byron", "en", ["Ada Byron"]),
        ("BY ADA BYRON AND BO LIND", "en", ["ADA BYRON", "BO LIND"]),
        ("Ada Byron, Chief Political Correspondent", "en", ["Ada Byron"]),
        ("Ada van der Byron-Smith Jr.", "en", ["Ada van der Byron-Smith Jr."]),
        ("By Ada O’Brien and Seán Ó Briain", "en", ["Ada O’Brien", "Seán Ó Briain"]),
        ("By Ada Byron (Reuters)", "en", ["Ada Byron"]),
        ("By Ben Byron", "en", ["Ben Byron"]),
        ("By ADA SPIEGELMAN & COURTNEY LIND | 3/10/26 7:15 AM", "en", ["ADA SPIEGELMAN", "COURTNEY LIND"]),
        ("By Marina Harcourt and Jan Haberman", "en", ["Marina Harcourt", "Jan Haberman"]),
        ("By MARY ANN McBYRON", "en", ["MARY ANN McBYRON"]),
        ("Par ADA BYRON, BO LIND Envoyés spéciaux à Toulouse", "fr", ["ADA BYRON", "BO LIND"]),
        (
            "By Ada Byron<br>AlderPost.example<br><a href='/x'>Archive</a> | <a href='/y'>Contact</a>",
            "en",
            ["Ada Byron"],
        ),
        ("<span>By: <a href='/x'>Ada Byron</a><br>CNB Executive News Editor</span>", "en", ["Ada Byron"]),
        ("By Ada Byron, Associated Press", "en", ["Ada Byron"]),
        ("Von unserem Korrespondenten Ada Byron, Paris", "de", ["Ada Byron"]),
        ("Von Ada Byron, dpa", "de", ["Ada Byron"]),
        ("Ein Kommentar von Ada Byron", "de", ["Ada Byron"]),
        ("Protokoll: Ada Byron", "de", ["Ada Byron"]),
        ("Aufgezeichnet von Ada Byron", "de", ["Ada Byron"]),
        ("Von Ada Byron (Text) und Bo Lind (Fotos)", "de", ["Ada Byron"]),
        ("Text: Ada Byron, Fotos: Bo Lind", "de", ["Ada Byron"]),
        ("Par Ada Byron, à Bruxelles", "fr", ["Ada Byron"]),
        ("Propos recueillis par Ada Byron", "fr", ["Ada Byron"]),
        ("Par Ada Byron et Bo Lind (avec AFP)", "fr", ["Ada Byron", "Bo Lind"]),
        ("Ada Byron, envoyée spéciale à Kiev", "fr", ["Ada Byron"]),
        ("De notre correspondante Ada Byron", "fr", ["Ada Byron"]),
        ("Por Ada Byron y Bo Lind | Madrid", "es", ["Ada Byron", "Bo Lind"]),
        ("Ada Byron / Corresponsal en París", "es", ["Ada Byron"]),
        ("Una entrevista de Ada Byron", "es", ["Ada Byron"]),
        ("Por Ada Byron, g1 Rio", "pt", ["Ada Byron"]),
        ("Ada Byron, Do R7", "pt", ["Ada Byron"]),
        ("di Ada Byron e Bo Lind", "it", ["Ada Byron", "Bo Lind"]),
        ("dal nostro inviato Ada Byron", "it", ["Ada Byron"]),
        ("Ada Byron en Bo Lind", "nl", ["Ada Byron", "Bo Lind"]),
        ("Door: Ada Byron", "nl", ["Ada Byron"]),
        ("Tekst: Ada Byron Foto: Bo Lind", "no", ["Ada Byron"]),
        ("Ada Byron Journalist", "no", ["Ada Byron"]),
        ("Af Ada Byron og Bo Lind", "da", ["Ada Byron", "Bo Lind"]),
        ("Text Ada Byron", "sv", ["Ada Byron"]),
        ("Teksti Ada Byron, kuvat Bo Lind", "fi", ["Ada Byron"]),
        ("Tekst: Ada Byron, zdjęcia: Bo Lind", "pl", ["Ada Byron"]),
        ("Autor: Ada Byronová", "cs", ["Ada Byronová"]),
        ("Byron Ada újságíró", "hu", ["Byron Ada"]),
        ("Autor Ada Byron", "ro", ["Ada Byron"]),
        ("Текст: Ирина Соколова, фото: Пётр Лесной", "ru", ["Ирина Соколова"]),
        ("Ирина Соколова и Пётр Лесной", "ru", ["Ирина Соколова", "Пётр Лесной"]),
        ("Авторка: Марія Ковальчук", "uk", ["Марія Ковальчук"]),
        ("Της Ελένης Παππά", "el", ["Ελένης Παππά"]),
        ("Ada Byron - Ankara", "tr", ["Ada Byron"]),
        ("Muhabir: Ayşe Yılmaz", "tr", ["Ayşe Yılmaz"]),
        ("كتب - أحمد الزهراني:", "ar", ["أحمد الزهراني"]),
        ("القاهرة - سلمى الرواحي", "ar", ["سلمى الرواحي"]),
        ("تحریر: علی رضا خان", "ur", ["علی رضا خان"]),
        ("מאת נועה ברקאי ודוד לוין", "he", ["נועה ברקאי", "דוד לוין"]),
        ("लेखक: अनिता शर्मा", "hi", ["अनिता शर्मा"]),
        ("নিজস্ব প্রতিবেদক", "bn", []),
        ("โดย: สมชาย ใจดี", "th", ["สมชาย ใจดี"]),
        ("Penulis: Dewi Lestari | Editor: Budi Santoso", "id", ["Dewi Lestari"]),
        ("記者王小明／台北報導", "zh", ["王小明"]),
        ("〔記者王小明／台北報導〕", "zh", ["王小明"]),
        ("撰文：張三 攝影：李四", "zh", ["張三"]),
        ("作者：王小明 编辑：李娜", "zh", ["王小明"]),
        ("本报记者 王小明 李娜", "zh", ["王小明", "李娜"]),
        ("記者・山田太郎", "ja", ["山田太郎"]),
        ("文＝佐藤美咲\u3000写真＝鈴木一郎", "ja", ["佐藤美咲"]),
        ("【山田花子】", "ja", ["山田花子"]),
        ("김하늘 기자", "ko", ["김하늘"]),
        ("김하늘·이바다 기자", "ko", ["김하늘", "이바다"]),
        ("서울=김하늘 특파원", "ko", ["김하늘"]),
        ("Mwandishi: Asha Juma", "sw", ["Asha Juma"]),
        ("Na Asha Juma", "sw", ["Asha Juma"]),
    ],
)
def test_bylines_name_authors_and_leave_out_all_others(line: str, lang: str, expected: list[str]):
    """Offices, places, agencies, photographers, editors and what joins names are told from names."""
    assert names(found(f'<p class="byline">{line}</p>{COPY}', lang=lang)) == expected


def test_agencies_are_parties_and_no_authors_beside_a_person():
    """An agency goes to the parties; it is an author where the data names it and nobody else."""
    result = found(f'<p class="byline">Von Ada Byron mit AFP</p>{COPY}', author="Ada Byron", lang="de")
    assert names(result) == ["Ada Byron"]
    assert [party.name for party in result.parties] == ["AFP"]
    alone = found(f"<p>Von dpa</p>{COPY}", author={"@type": "Person", "name": "dpa"}, lang="de")
    assert (names(alone), [party.name for party in alone.parties]) == (["dpa"], ["dpa"])
    printed = found(f"<p>Von dpa</p>{COPY}", lang="de")
    assert (names(printed), [party.name for party in printed.parties]) == ([], ["dpa"])


@pytest.mark.parametrize(
    "author",
    [
        "Redaktion",
        "admin",
        "Staff",
        {"@type": "Person", "name": ""},
        [],
    ],
)
def test_staff_is_no_author(author: object):
    """What publishes without a name is nobody."""
    assert found(COPY, author=author).authors == ()


@pytest.mark.parametrize(
    "author",
    [
        {"@type": "Organization", "name": "Alder Post"},
        {"@type": "Person", "name": "Alder Post"},
        "Alder Post",
    ],
)
def test_house_is_the_author_where_the_data_says_so_and_no_person_is_named(author: object):
    """The site or another house signs as the data says; a person beside it in print is the author alone."""
    assert names(found(COPY, author=author)) == ["Alder Post"]
    assert names(found(f'<p class="byline">By Ada Byron</p>{COPY}', author=author)) == ["Ada Byron"]


def test_page_of_a_house_is_absolute():
    """The address that the data gives for a house is read as one of the page."""
    (house,) = found(COPY, author={"@type": "Organization", "name": "Alder Post", "url": "/about"}).authors
    assert house.url == "https://www.alder-post.example/about"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<p class="byline">By Alder Post Staff</p>', ["Alder Post Staff"]),
        ('<p class="author">Redaktion Alder Post</p>', ["Redaktion Alder Post"]),
        ("<p>By Alder Post</p>", ["Alder Post"]),
        ('<p class="byline">By Alder Post with agencies</p>', ["Alder Post"]),
        ('<p class="byline">By Ada Byron, Alder Post Staff</p>', ["Ada Byron"]),
        ('<p class="byline">By Reuters</p>', []),
        ('<p class="byline">Staff and agencies</p>', []),
        ('<p class="byline">Redaktion</p>', []),
        ('<p class="meta">3 March 2026 Alder Post</p>', []),
        ("<p>by Harbour News Desk 3 March 2026</p>", ["Harbour News Desk"]),
    ],
)
def test_house_signs_where_the_byline_prints_it_and_no_person(markup: str, expected: list[str]):
    """The paper or its desk is the author if the byline says so; agencies gave the text and sign nothing."""
    assert names(found(f"{markup}{COPY}")) == expected


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="author">By</div><div class="name">Ada Byron</div>',
        '<dl><dt>Author</dt><dd class="x1">Ada Byron</dd></dl>',
        '<h4 class="meta-title">Autor:</h4><p class="meta-text">Ada Byron,</p>',
    ],
)
def test_word_of_a_byline_may_stand_above_the_name(markup: str):
    """A block that is only the word of a byline announces the next one."""
    assert names(found(f"{markup}{COPY}")) == ["Ada Byron"]


@pytest.mark.parametrize(
    ("markup", "author", "expected"),
    [
        ('<div class="author">Ada Byron</div><p>Editor : Cy Marsh</p>', "Cy Marsh", ["Ada Byron"]),
        (
            '<p class="x1"><span class="autor">Ada Byron</span> | <span>Palamós</span></p>',
            None,
            ["Ada Byron"],
        ),
        ('<div class="x1"><span>Ada Byron</span><span>, Property reporter</span></div>', None, ["Ada Byron"]),
        ("<dl><dt>Author</dt><dd>Ada Byron</dd></dl>", "Cy Marsh", ["Ada Byron"]),
        (
            '<ul><li>By <a href="/author/a">Ada Byron</a><li>Translated by <a href="/author/b">Bo</a></ul>',
            "Ada Byron",
            ["Ada Byron"],
        ),
        ('<p class="meta">3 March 2026 <a rel="author" href="/author/7">marc</a></p>', None, ["marc"]),
        ("<p>Let us try it with GNU GCC 8.3 first.</p>", None, []),
        ("<p>Ada Byron, principal and managing director, Alder Yards</p>", None, []),
        ('<p><a href="/author/ada">Ada</a> <a href="/tag/x">Harbour</a>, Boats</p>', "Ada", ["Ada"]),
        ("<p>A standfirst that tells more.</p><p>Ada Byron/Bo Lind</p>", None, ["Ada Byron", "Bo Lind"]),
        (
            '<p><a href="/">Home</a> > <a href="/people/">People</a> > <a href="/people/x/">Stars</a></p>',
            None,
            [],
        ),
        ('<p>Text <a href="https://creativecommons.example/licenses/by/4.0/">CC BY 4.0</a></p>', None, []),
        ('<p class="byline">Picture © Ada Byron</p>', None, []),
        ("<div>Facebook Activity</div><div>Teaser Image:</div>", None, []),
        ("<h3>More from Alder Weekly</h3>", None, []),
        ("<div><a href='/kr/'>South Harbour</a> 09:31 August 20, 2026</div>", None, []),
        ('<div class="author"><div>15.08.2026, <time>godz. 13:37</time></div></div>', None, []),
        ('<div class="auteur">L’auteur</div>', None, []),
        (
            '<p class="author">Ada Byron — 2026-03-03 — <a href="https://f.example/?user_id=7">tip</a></p>',
            "Ada Byron",
            ["Ada Byron"],
        ),
        ('<p class="author">Thursday</p><div class="author"><button>Cancel</button></div>', None, []),
    ],
)
def test_what_stands_beside_a_byline_is_no_author(markup: str, author: object, expected: list[str]):
    """Editors, tags, trails, licences, pictures, days and buttons name no author."""
    assert names(found(f"{markup}{COPY}", author=author)) == expected


def test_site_may_have_the_name_of_its_author():
    """A person in the data who is called like the site is the author, in print or not."""
    data = {"@type": "NewsArticle", "headline": TITLE, "publisher": {"name": "Ada Byron"}}
    data["author"] = {"@type": "Person", "name": "Ada Byron"}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    for line in (f"<p>Ada Byron, 3 March 2026</p>{COPY}", COPY):
        page = Document(f"<head>{script}</head><main><h1>{TITLE}</h1>{line}</main>", URL)
        assert names(find_credits(page, find_headline(page))) == ["Ada Byron"]


def test_data_speaks_where_the_page_shows_no_byline():
    """The authors of JSON-LD, with their pages, else those of the metas."""
    data = [{"@type": "Person", "name": "Ada Byron", "url": "/by/ada", "jobTitle": "Editor"}, "By Bo Lind"]
    result = found(COPY, author=data)
    assert [(each.name, each.role, each.url) for each in result.authors] == [
        ("Ada Byron", "Editor", "https://www.alder-post.example/by/ada"),
        ("Bo Lind", None, None),
    ]
    assert (result.byline, result.provenance[0].method) == (None, "json_ld")
    metas = found(
        COPY, head='<meta name="author" content="Alder Post"><meta name="dc.creator" content="Byron, Ada">'
    )
    assert (names(metas), metas.provenance[0].method) == (["Ada Byron"], "meta")


def test_sentence_that_names_the_author_is_no_byline():
    """Who writes of himself, or is quoted, is named in the copy, which stays copy."""
    person = {"@type": "Person", "name": "Ada Byron"}
    told = "<p>“We had no choice,” said Ada Byron, who leads the harbour board and wrote this.</p>"
    result = found(f"{COPY}{told}{COPY}", author=person)
    assert (names(result), result.byline, result.blocks) == (["Ada Byron"], None, frozenset())


def test_visible_byline_goes_before_the_data():
    """Another name in the data is a disagreement; a list that the byline cuts short is completed."""
    other = found(f'<p class="byline"><a rel="author" href="/a">Ada Byron</a></p>{COPY}', author="Cy Marsh")
    assert names(other) == ["Ada Byron"]
    assert other.provenance[0].disagrees == "Cy Marsh"
    short = found(f'<p class="byline">Ada Byron and 1 more</p>{COPY}', author=["Ada Byron", "Bo Lind"])
    assert names(short) == ["Ada Byron", "Bo Lind"]


def test_authors_have_the_page_that_their_name_links_to():
    """The link on a name is the author's address, absolute; the office beside it is the role."""
    result = found(f'<p class="byline">By <a href="/people/ada">Ada Byron</a></p>{COPY}', author="Ada Byron")
    assert result.authors[0].url == "https://www.alder-post.example/people/ada"
    office = found(f'<div class="author"><a href="/x">Ada Byron</a><p>Europe Editor</p></div>{COPY}')
    assert names(office) == ["Ada Byron"]
    beside = found(f'<div class="author">Ada Byron<span>Europe Editor</span></div>{COPY}')
    assert beside.authors[0].role == "Europe Editor"


def test_blocks_of_the_byline_are_taken():
    """Every line of a list of authors is the byline's."""
    body = '<ul class="authors"><li><a href="/by/a">Ada Byron</a><li><a href="/by/b">Bo Lind</a></ul>'
    page = document(body + COPY)
    result = find_credits(page, find_headline(page))
    assert {page.walk.blocks[index].text for index in result.blocks} == {"Ada Byron", "Bo Lind"}
    assert names(result) == ["Ada Byron", "Bo Lind"]


def test_byline_at_the_foot_is_found():
    """A labelled name below the last paragraph counts; one in a teaser or a comment does not."""
    assert names(found(f"{COPY * 16}<p>Text: Ada Byron</p>")) == ["Ada Byron"]
    last = f"{COPY * 16}<ul><li>It was seen by all of the town, and by some of the next one.</li></ul>"
    few = "<p>More of the people of the town came than ever before.</p>"
    lines = few + "<p>So it goes in the old harbour of the river town.</p>" + few
    assert names(found(f"{last}{lines}<p>-- By Ada Byron Follow @ada_b</p>")) == ["Ada Byron"]
    genre = '<p class="byline"><a href="/news/ferry-4711">Briefly</a></p>'
    assert names(found(f"{COPY * 16}{genre}")) == []
    others = (
        '<div class="comment"><p class="comment-author">Bo Lind says:</p></div>'
        '<div class="teaser"><p class="teaser__summary">Short.</p><p>By Cy Marsh</p></div>'
    )
    assert names(found(f"{COPY * 16}{others}")) == []


@pytest.mark.parametrize(
    "line",
    [
        '<p class="photo-credit">Photo: Ada Byron</p>',
        '<div class="byline">Photo: Ada Byron</div>',
        "<p>De weg is weer open voor alle auto's in de stad</p>",
        '<div class="author-tools"><a href="/author/x">Follow</a></div>',
        "<p>Updated 3 March 2026</p>",
        "<h2>By the river</h2>",
    ],
)
def test_what_only_looks_like_a_byline_is_none(line: str):
    """Photographers, buttons, dates and sentences that begin like a byline name no author."""
    assert found(f"{line}{COPY}").authors == ()


def test_person_whose_name_sounds_like_a_house_is_a_person():
    """A name that the data calls a person's is one though a part of it is an institution's word."""
    author = {"@type": "Person", "name": "Edgar Schuler"}
    assert names(found(f'<p class="author">Edgar Schuler</p>{COPY}', author=author, lang="de")) == [
        "Edgar Schuler"
    ]


@pytest.mark.parametrize(
    "body",
    [
        '<p class="byline">' + "By Ada Byron and " * 20_000 + "</p>",
        '<p class="byline">By ' + "A" * 400_000 + "</p>",
        '<p class="author">Ada Byron</p>' * 5_000,
        "<p>By " + "1 " * 100 + "</p>",
        "".join(f'<p><a rel="author" href="/author/{n}">Ada B{n}</a></p>' for n in range(5_000)),
    ],
)
def test_hostile_bylines_end_in_time(body: str):
    """Endless bylines and thousands of authors cost less than a second."""
    page = document(body, author=[{"name": f"Ada B{n}"} for n in range(3000)])
    headline = find_headline(page)
    assert page.structured
    start = time.process_time()
    find_credits(page, headline)
    assert time.process_time() - start < 1


@given(st.text(max_size=80), st.sampled_from(["byline", "author", "date", ""]))
def test_any_line_gives_credits(line: str, name: str):
    """Whatever stands in a byline, reading it raises nothing, and names are not empty."""
    text = line.replace("<", "").replace("&", "")
    result = found(f'<p class="{name}">{text}</p>{COPY}', author=text)
    assert all(author.name.strip() for author in result.authors)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("홍길동 기자 hong@gull.example", ["홍길동"]),
        ("[서울=뉴시스] 홍길동 기자 =", ["홍길동"]),
        ("山田太郎記者", ["山田太郎"]),
        ("作者：张三　编辑：李四", ["张三"]),
        ("记者 张三", ["张三"]),
        ("（记者 张三）", ["张三"]),
        ("文/张三", ["张三"]),
        ("記者會改期", []),
        ("文明的冲突是一个问题", []),
    ],
)
def test_bylines_of_east_asia_need_no_markup(line: str, expected: list[str]):
    """The post stands behind the name or before it; a word that only begins like a post is none."""
    assert names(found(f"<div>{line}</div>{COPY}", lang="ko")) == expected
