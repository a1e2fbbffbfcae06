"""The language that a page declares, and the one that its text is in."""

# ruff: noqa: E501 - a row of a table is a line
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.evidence import Evidence, Link
from harvester.pages.document import Document
from harvester.pages.language import canonical_tag, find_language

ENGLISH = "The ferry came back to the harbour after the storm, and all of the town was there to see it. " * 3
GERMAN = (
    "Die Fähre ist nach dem Sturm in den Hafen zurückgekehrt, und die ganze Stadt hat auf sie gewartet. " * 3
)
SPANISH = (
    "El barco volvió al puerto después de la tormenta y toda la ciudad estaba en el muelle para verlo. " * 3
)
NORWEGIAN = "Fergen kom tilbake til havnen etter stormen, og hele byen var der for å se den, også barna. " * 3
RUSSIAN = "Паром вернулся в гавань после шторма, и весь город вышел на причал, чтобы его встретить. " * 3
UKRAINIAN = "Пором повернувся до гавані після шторму, і все місто вийшло на причал, щоб його зустріти. " * 3
JAPANESE = "嵐のあとフェリーが港に戻り、町の人々がみな出迎えに集まった。船長は待っていたと話した。" * 6
CHINESE = "暴风雨过后渡轮回到港口，全城的人都出来迎接。船长说我们等了很长时间。" * 8
GREEK = "Το πλοίο επέστρεψε στο λιμάνι μετά την καταιγίδα και όλη η πόλη βγήκε να το υποδεχτεί. " * 3
PERSIAN = "کشتی پس از طوفان به بندر بازگشت و همه مردم شهر برای دیدن آن آمدند که این را یک جشن می دانند. " * 3
SWAHILI = "Meli ilirudi bandarini baada ya dhoruba na watu wote wa mji walikuja kuiona ikifika salama. " * 3


def language(html: str = "", head: str = "", text: str = "", link: str | None = None) -> str | None:
    page = f"<html {html}><head>{head}</head><body><p>{text}</p></body></html>"
    announced = Link("https://harbour.example/a", "feed", language=link) if link else None
    document = Document(page, "https://harbour.example/a", Evidence(announced=announced))
    return find_language(document, text).tag


@pytest.mark.parametrize(
    ("raw", "tag"),
    [
        ("en", "en"), ("en-US", "en-US"), ("en_GB", "en-GB"), ("EN-gb", "en-GB"), ("en_GB.UTF-8", "en-GB"), ("en-UK", "en-GB"),
        ("de-DE-1996", "de-DE"), ("zh_Hant_TW", "zh-Hant-TW"), ("zh-hans", "zh-Hans"), ("sr-Latn", "sr-Latn"), ("es-419", "es-419"),
        ("nb-NO", "nb-NO"), ("iw", "he"), ("in-ID", "id-ID"), ("Deutsch", "de"), ("deutsch", "de"), ("English", "en"), ("de, en", "de"),
        ("jp", "ja"), ("ger", "de"), ("ckb", "ckb"), (" fr ", "fr"),
        ("", None), ("{{lang}}", None), ("von", None), ("xx", None), ("und", None), ("C", None), ("english only", None),
        ("a" * 10_000, None),
    ],
)  # fmt: skip
def test_tags_are_made_canonical(raw: str, tag: str | None) -> None:
    """Cases, underscores, names and old codes become BCP 47; what is no language is none."""
    assert canonical_tag(raw) == tag


@pytest.mark.parametrize(
    ("html", "head", "text", "tag"),
    [
        ('lang="de-AT"', "", GERMAN, "de-AT"),
        ("", '<meta http-equiv="Content-Language" content="de">', GERMAN, "de"),
        ("", '<meta property="og:locale" content="de_CH">', GERMAN, "de-CH"),
        ("", '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","inLanguage":"de-DE"}</script>', GERMAN, "de-DE"),
        ('lang="en"', '<meta property="og:locale" content="de_DE">', GERMAN, "de-DE"),
        ('lang="en-US"', "", GERMAN, "de"),
        ('lang="en"', "", RUSSIAN, "ru"),
        ('lang="ru"', "", UKRAINIAN, "uk"),
        ('lang="uk"', "", UKRAINIAN, "uk"),
        ('lang="no"', "", NORWEGIAN, "no"),
        ('lang="nb-NO"', "", NORWEGIAN, "nb-NO"),
        ('lang="ru"', "", ENGLISH, "en"),
        ('lang="ja"', "", JAPANESE, "ja"),
        ('lang="en"', "", JAPANESE, "ja"),
        ('lang="zh-TW"', "", CHINESE, "zh-TW"),
        ('lang="en"', "", CHINESE, "zh"),
        ('lang="sw"', "", SWAHILI, "sw"),
        ('lang="{{locale}}"', "", SPANISH, "es"),
        ("", "", GREEK, "el"),
        ("", "", PERSIAN, "fa"),
        ("", "", ENGLISH, "en"),
        ("", "", SWAHILI, "sw"),
        ('lang="fr"', "", "Bref.", "fr"),
        ("", "", "Bref.", None),
        ("", "", "", None),
    ],
)  # fmt: skip
def test_what_is_declared_counts_where_the_text_bears_it_out(
    html: str, head: str, text: str, tag: str | None
) -> None:
    """The first declaration that script and common words do not refute; else what they show."""
    assert language(html, head, text) == tag


def test_the_feed_may_say_it() -> None:
    """A feed's language counts where the page says none."""
    assert language(text="Kurz.", link="de-DE") == "de-DE"


def test_a_refuted_declaration_is_kept_as_disagreement() -> None:
    """Provenance says that the text told it, and what the page declared."""
    document = Document(
        f'<html lang="en-US"><body><p>{GERMAN}</p></body></html>', "https://harbour.example/a"
    )
    found = find_language(document, GERMAN).provenance
    assert [(each.method, each.disagrees) for each in found] == [("text", "en-US")]


@given(st.text(max_size=300), st.text(max_size=40))
def test_any_text_and_any_tag_are_read(text: str, tag: str) -> None:
    """Nothing raises; a tag begins with two or three small letters."""
    document = Document(
        f'<html lang="{tag.replace(chr(34), "")}"><body><p>x</p></body></html>', "https://harbour.example/a"
    )
    found = find_language(document, text * 5).tag
    assert found is None or found.partition("-")[0].islower()
