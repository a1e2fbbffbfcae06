"""What is no article: listings, error pages, empty pages; and what is one although it is short or mostly pictures."""

# ruff: noqa: E501 - lines of markup are as long as markup is

import pytest

from harvester.evidence import NotAnArticle
from harvester.pages.page import ArticlePage

TITLES = [
    "Harbour board buys a second dredger",
    "Ferry captain retires after forty winters",
    "School in Low Marsh gets its bell back",
    "Salt prices rise for the third time",
    "Lifeboat crew looks for two new rowers",
    "Puppet theatre climbs nine lighthouses",
    "Old cinema becomes a net loft again",
    "Council argues about eleven benches",
    "Storm takes the roof of the ice house",
]
SUMMARY = "The board decided on Monday after a long evening. Work begins in May."
COPY = "".join(
    f"<p>{text}</p>"
    for text in (
        "The lock gate of Brackwater is back in place after eleven weeks in the yard, the harbour board said on Monday.",
        "Divers lowered the forty tonnes of oak and steel at slack water, while three hundred people watched.",
        "Boats may pass again from Thursday. The board expects two hundred of them before the end of the month.",
    )
)


def slug(title):
    return "/news/" + title.lower().replace(" ", "-")


WORDPRESS = (
    "<main>"
    + "".join(
        f"<article class='post type-post'><h2 class='entry-title'><a href='{slug(t)}'>{t}</a></h2><div class='entry-summary'><p>{SUMMARY}</p></div></article>"
        for t in TITLES
    )
    + "</main>"
)
DRUPAL = (
    "<div class='view-content'>"
    + "".join(
        f"<div class='views-row'><div class='node node--teaser'><h3><a href='{slug(t)}'>{t}</a></h3><div class='field field--name-body'>{SUMMARY}</div></div></div>"
        for t in TITLES
    )
    + "</div>"
)
CARDS = (
    "<div class='css-1'>"
    + "".join(
        f"<div class='css-2'><a href='{slug(t)}'><img src='a.jpg'><span>{t}</span></a></div>" for t in TITLES
    )
    + "</div>"
)
TABLE = (
    "<table><tr><td>"
    + "".join(f"<b><a href='{slug(t)}'>{t}</a></b><br>{SUMMARY}<br><br>" for t in TITLES)
    + "</td></tr></table>"
)
LIST = (
    "<h1>Archive of May</h1><ul>"
    + "".join(f"<li>4 May <a href='{slug(t)}'>{t}</a></li>" for t in TITLES)
    + "</ul>"
)


def read(body, path="/", title="The Gull", head=""):
    page = f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    return ArticlePage(page, "https://gull.example" + path).article()


def reason(*args, **kwargs):
    with pytest.raises(NotAnArticle) as refused:
        read(*args, **kwargs)
    return refused.value.reason


@pytest.mark.parametrize(
    "path", ["/", "/news", "/news/", "/category/harbour/", "/index.html", "/news?page=3", "/tag/boats"]
)
@pytest.mark.parametrize("body", [WORDPRESS, DRUPAL, CARDS, TABLE, LIST])
def test_listing_is_refused(path, body):
    """Front pages, sections and archives of several publishing systems are told by address and teasers."""
    assert reason(body, path) == "listing"


@pytest.mark.parametrize(
    "title",
    [
        "Page not found | The Gull",
        "404 - The Gull",
        "The Gull – Seite nicht gefunden",
        "Page introuvable · La Mouette",
        "Página no encontrada | La Gaviota",
        "Pagina non trovata - Il Gabbiano",
        "Sidan hittades inte",
        "Strona nie istnieje",
        "Страница не найдена",
        "Сторінку не знайдено",
        "Sayfa bulunamadı",
        "الصفحة غير موجودة",
        "ページが見つかりません",
        "页面不存在",
        "페이지를 찾을 수 없습니다",
        "Halaman tidak ditemukan",
        "Không tìm thấy trang",
        "Η σελίδα δεν βρέθηκε",
    ],
)
def test_soft_404_is_refused_in_many_languages(title):
    """A page that answers 200 and says that there is none is not found."""
    assert reason(f"<h1>{title}</h1><p>Try the front page.</p>", "/news/the-gate-4711", title) == "not_found"


@pytest.mark.parametrize(
    "title",
    [
        "503 Service Unavailable",
        "Access Denied",
        "Just a moment...",
        "Attention Required! | Cloudflare",
        "Zugriff verweigert",
        "Доступ ограничен",
        "Log in",
        "Before you continue",
        "Войти",
    ],
)
def test_error_page_is_refused(title):
    """Faults of servers and walls against robots are no articles."""
    assert reason(f"<h1>{title}</h1><p>Reference 18.7f2a</p>", "/news/the-gate-4711", title) == "error_page"


@pytest.mark.parametrize("body", ["", "<script>draw()</script>", "<div></div>"])
def test_empty_page_is_refused(body):
    """A page that shows nothing, and says nothing, is empty."""
    assert reason(body, title="") == "empty"


def test_page_that_a_script_fills_is_empty_before():
    """A title alone is the site's, as likely as not."""
    page = "<noscript>You need to enable JavaScript to run this app.</noscript><div id='root'></div>"
    assert reason(page, "/news/the-gate-4711", "The Gull") == "empty"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("404: how a number became a joke", f"<h1>404: how a number became a joke</h1>{COPY}"),
        (
            "Not found: the search for the bell of Low Marsh",
            f"<h1>Not found: the search for the bell of Low Marsh</h1>{COPY}",
        ),
        ("Access denied at the lock gate", f"<h1>Access denied at the lock gate</h1>{COPY}"),
        (
            "The lock gate is back",
            f"<h1>The lock gate is back</h1><p>{SUMMARY} {SUMMARY}</p><aside><h2>More</h2>{WORDPRESS}</aside>",
        ),
        ("The lock gate is back", f"<h1>The lock gate is back</h1>{COPY}<aside><h2>More</h2>{CARDS}</aside>"),
        (
            "The lock gate in pictures",
            "<h1>The lock gate in pictures</h1><figure><img src='a.jpg'><figcaption>The gate.</figcaption></figure>",
        ),
    ],
)
def test_article_is_kept(title, body):
    """Headlines about faults, many rails and few words make no listing and no error page of an article."""
    assert read(body, "/news/the-lock-gate-is-back-4711", title).headline == title


def test_paragraphs_below_the_headline_make_an_article_where_the_address_says_nothing():
    """A short article among many teasers is one at any address; linked teasers with summaries are none."""
    rail = "".join(f"<h3><a href='{slug(t)}'>{t}</a></h3><p>{SUMMARY}</p>" for t in TITLES)
    body = f"<main><h1>The lock gate is back in place</h1>{COPY}</main><aside>{rail}</aside>"
    page = f"<html><head><title>The lock gate is back in place</title></head><body>{body}</body></html>"
    assert ArticlePage(page, "https://brackwater.example/index.html").article().headline
    with pytest.raises(NotAnArticle):
        ArticlePage(page.replace(COPY, ""), "https://brackwater.example/index.html").article()


def test_page_that_says_it_is_an_article_is_believed():
    """What states its type and its time is kept, even below teasers."""
    head = "<meta property='og:type' content='article'><meta property='article:published_time' content='2026-05-04T08:00:00Z'>"
    assert (
        read(f"<h1>The gate</h1><p>Short.</p>{WORDPRESS}", "/news", "The gate", head).headline == "The gate"
    )


def test_paywalled_stub_is_flagged():
    """An article that is not free and shows its first lines alone carries a warning."""
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The gate", "isAccessibleForFree": false, "datePublished": "2026-05-04"}</script>'
    article = read(
        f"<article><h1>The gate</h1>{COPY}</article>", "/news/the-lock-gate-is-back-4711", "The gate", head
    )
    assert article.is_accessible_for_free is False
    assert "short_body" in article.warnings


def test_free_article_is_not_flagged():
    """A whole article is not called short."""
    assert (
        "short_body"
        not in read(
            f"<article><h1>The gate</h1>{COPY}</article>", "/news/the-lock-gate-is-back-4711", "The gate"
        ).warnings
    )


def test_text_inside_an_attribute_that_nobody_closed_is_told():
    """A quote that lacks makes the rest of the text an attribute: the article says that its structure is cut."""
    cut = COPY.replace("<p>Divers", "<a href='/never>closed</a><p>Divers", 1)
    article = read(
        f"<article><h1>The gate</h1>{cut}</article><footer><a href='/imprint'>Imprint</a></footer>",
        "/news/the-lock-gate-is-back-4711",
        "The gate",
    )
    assert "structure_cut" in article.warnings


@pytest.mark.parametrize(
    ("path", "head", "foot", "is_parted"),
    [
        ("/news/the-gate-4711", "<link rel='next' href='/news/the-gate-4711/2'>", "", True),
        ("/news/the-gate-4711.html", "<link rel='next' href='the-gate-4711-2.html'>", "", True),
        ("/news/the-gate-4711?page=2", "<link rel='next' href='?page=3'>", "", True),
        ("/news/the-gate-4711/", "", "<p><a href='/news/the-gate-4711/?page=2'>2</a></p>", True),
        ("/2026/05/the-gate/", "<link rel='next' href='/2026/05/a-second-dredger/'>", "", False),
        ("/2026/05/rowing-day-1/", "<link rel='next' href='/2026/05/rowing-day-2/'>", "", False),
        ("/news/the-gate-4711", "", "<p>See note <a href='#n2'>2</a></p>", False),
        ("/news/the-gate-4711", "", "", False),
    ],
)
def test_further_pages_of_an_article_are_told(path, head, foot, is_parted):
    """A next address that is the page's own with a number says so; the next article of a weblog does not."""
    article = read(f"<article><h1>The gate</h1>{COPY}{foot}</article>", path, "The gate", head)
    assert ("several_pages" in article.warnings) == is_parted


@pytest.mark.parametrize(
    ("foot", "is_cut"),
    [
        ("<p>Il vous reste 62 % de cet article à lire. La suite est réservée aux abonnés.</p>", True),
        ("<div class='x1'>Already a subscriber? Sign in.</div>", True),
        ("<p>この記事は有料会員限定です。</p>", True),
        ("<p>Subscribe to our letter and get it every Friday.</p>", False),
        ("<p><a href='/abo'>Nur für Abonnenten: Das Archiv der Schleuse</a></p>", False),
    ],
)
def test_text_that_a_wall_cuts_is_flagged(foot, is_cut):
    """A short text above a line that keeps the rest for those who pay is a stub; a letter cuts nothing."""
    article = read(f"<article><h1>The gate</h1>{COPY}{foot}</article>", "/news/the-gate-4711", "The gate")
    assert ("short_body" in article.warnings) == is_cut
