import pytest

from harvester.attribution import Caption, is_credit_line, split_credit

CUT = [
    ("The harbour of Tolin. Photo: Ada Quill/Reuters", "The harbour of Tolin.", "Photo: Ada Quill/Reuters"),
    ("The harbour. (Foto: Ada Quill/dpa)", "The harbour.", "Foto: Ada Quill/dpa"),
    ("The harbour (picture courtesy of Tolin Zoo)", "The harbour", "picture courtesy of Tolin Zoo"),
    ("The harbour | Ada Quill/AFP via Getty Images", "The harbour", "Ada Quill/AFP via Getty Images"),
    ("Port w Tolinie. Fot. Ada Quill / PAP", "Port w Tolinie.", "Fot. Ada Quill / PAP"),
    ("He took the photo. Ada Quill / AFP", "He took the photo.", "Ada Quill / AFP"),
    ("The harbour © Ada Quill", "The harbour", "© Ada Quill"),
    ("De haven in de storm. — © BELGA", "De haven in de storm.", "© BELGA"),
    ("The harbour, May 3. AP Photo/Ada Quill", "The harbour, May 3.", "AP Photo/Ada Quill"),
    ("The square in Tolin. REUTERS/Ada Quill", "The square in Tolin.", "REUTERS/Ada Quill"),
    ("The square in Tolin REUTERS/Ada Quill", "The square in Tolin", "REUTERS/Ada Quill"),
    ("He leaves the show Ada Quill/Getty Images", "He leaves the show", "Ada Quill/Getty Images"),
    ("The ferry - Photo: Ada Quill", "The ferry", "Photo: Ada Quill"),
    ("The ferry Credit: Ada Quill/AFP", "The ferry", "Credit: Ada Quill/AFP"),
    ("The ferryCredit: AFP", "The ferry", "Credit: AFP"),
    ("The ferry. Getty Images", "The ferry.", "Getty Images"),
    ("Die Fähre in Tolin.dpa", "Die Fähre in Tolin.", "dpa"),
    ("The ferry (Ada Quill/Tolin Herald)", "The ferry", "Ada Quill/Tolin Herald"),
    (
        "The ferry. (AP Photo/Ada Quill) - Copyright AP Photo",
        "The ferry.",
        "(AP Photo/Ada Quill) - Copyright AP Photo",
    ),
    ("Ships, Tolin © Harbour Board / Ada Quill", "Ships, Tolin", "© Harbour Board / Ada Quill"),
    ("Wisuda di Tolin(Dok.IGI )", "Wisuda di Tolin", "Dok.IGI"),
    ("港に入る船（Ｃ）共同通信社", "港に入る船", "（Ｃ）共同通信社"),
    ("Source: Harbour Council, Tolin Museum", None, "Source: Harbour Council, Tolin Museum"),
    ("La alcaldesa. Archivo/La Gaceta", "La alcaldesa.", "Archivo/La Gaceta"),
    ("港に入る船＝3日（山田太郎撮影）", "港に入る船＝3日", "山田太郎撮影"),
    ("港に入る船＝3日（共同）", "港に入る船＝3日", "共同"),
    ("Le port, le 3 mai. ADA QUILL / AFP", "Le port, le 3 mai.", "ADA QUILL / AFP"),
    ("The ferry. Photo by Ada Quill for Mareblog", "The ferry.", "Photo by Ada Quill for Mareblog"),
    (
        "Der Rat tagt. Ada Quill/Copyright 2026 The AP. All rights reserved.",
        "Der Rat tagt.",
        "Ada Quill/Copyright 2026 The AP. All rights reserved.",
    ),
]
WHOLE = [
    "The harbour of Tolin on Monday",
    "Otto Pike (l.) with Ada Quill and Pia Stone.",
    "Otto Pike (SPD) und Ada Quill (CDU)",
    "The minister speaks: we will build a bridge",
    "Tolin, May 3, 2024.",
    "Bild 1 von 9",
    "A picture of the harbour. It is old.",
    "Photo of the day",
    'Radical dips: "Bloody Chicken", "Smashed Fish" und "Vampire Garlic".',
]
CREDITS = [
    "HANDOUT / AFP",
    "Foto: dpa",
    "© Ada Quill",
    "Ada Quill / Lehtikuva",
    "AP Photo/Ada Quill, File",
    "(Getty Images)",
    "REUTERS/Ada Quill",
    "IMAGO / Ada Quill",
    "Photo by Ada Quill/AFP",
    "Courtesy of Tolin Zoo",
    "（共同）",
    "사진=연합뉴스",
]
NO_CREDITS = [
    "Ada Quill",
    "Otto Pike speaks in Tolin.",
    "Agenturen",
    "Photo gallery",
    "",
    "Bild anzeigen",
    "© 2024 Tolin Media",
    "Foto: Eine Frau steht vor dem Rathaus und hält eine Fahne in der Hand",
    "and/or",
    "Quelle: dpa",
]


@pytest.mark.parametrize(("text", "caption", "credit"), CUT)
def test_credit_is_cut_off(text, caption, credit):
    """The credit is cut off verbatim, without the brackets around it; the caption keeps its full stop."""
    assert split_credit(text) == Caption(caption, credit)


@pytest.mark.parametrize("text", WHOLE)
def test_caption_stays_whole(text):
    """In doubt all of it is caption."""
    assert split_credit(text) == Caption(text, None)


@pytest.mark.parametrize("text", CREDITS)
def test_credit_line(text):
    """A block that is nothing but a credit is told as one, and has no caption."""
    assert is_credit_line(text)
    assert split_credit(text).caption is None


@pytest.mark.parametrize("text", NO_CREDITS)
def test_no_credit_line(text):
    """Names, notices, navigation and captions are no credits."""
    assert not is_credit_line(text)


def test_empty_caption():
    """An empty string has neither caption nor credit."""
    assert split_credit("  ") == Caption(None, None)


@pytest.mark.parametrize("evil", ["a. ", "/", "(", "A/", "[", "Photo by ", "© ", "Abc Def / ", "x "])
def test_long_text_is_quick(evil, quick):
    """A text longer than any caption is left alone, and answered at once."""
    with quick(1.0):
        assert split_credit((evil * 300_000)[:300_000]).credit is None
        split_credit((evil * 2000)[:1990])
        is_credit_line((evil * 200)[:150])
