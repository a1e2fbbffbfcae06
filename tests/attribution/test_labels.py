import pytest

from harvester.attribution import split_label

LABELS = [
    ("Source: Reuters", "Source", "Reuters", "source"),
    ("Quelle：dpa", "Quelle", "dpa", "source"),
    ("Crédit photo : Ada Quill", "Crédit photo", "Ada Quill", "photo"),
    ("(Foto: Ada Quill)", "Foto", "Ada Quill", "photo"),
    ("©Foto: Ada Quill", "Foto", "Ada Quill", "photo"),
    ("Photo by Ada Quill", "Photo", "Ada Quill", "photo"),
    ("Ljósmynd/Jóna Sveins", "Ljósmynd", "Jóna Sveins", "photo"),
    ("사진 출처 = 연합뉴스", "사진 출처", "연합뉴스", "photo"),
    ("[사진=뉴시스]", "사진", "뉴시스", "photo"),
    ("来源： 新华网", "来源", "新华网", "source"),
    ("Credit...Ada Quill", "Credit", "Ada Quill", "photo"),
    ("Weitere Quellen • AP", "Weitere Quellen", "AP", "source"),
    ("Montage: Ada Quill", "Montage", "Ada Quill", "photo"),
    ("photo: The minister met with Ada", "photo", "The minister met with Ada", "photo"),
    ("Source AFP", "Source", "AFP", "source"),
    ("Styling: Ada Quill", None, "Styling: Ada Quill", None),
    ("Reuters", None, "Reuters", None),
    ("The source: a leak", None, "The source: a leak", None),
    ("20:15 Uhr", None, "20:15 Uhr", None),
    ("https://tolin.example", None, "https://tolin.example", None),
    ("", None, "", None),
]


@pytest.mark.parametrize(("text", "label", "rest", "kind"), LABELS)
def test_label(text, label, rest, kind):
    """The label is told from the rest, as printed, and whether it announces a source or a photo."""
    assert split_label(text) == (label, rest, kind)
