import pytest

from harvester.attribution import parse_dateline
from harvester.parts import Dateline

DATELINES = [
    ("TOLIN CITY (AP) — The", Dateline("TOLIN CITY (AP) —", "TOLIN CITY", None, "AP")),
    ("LA CROSSE, Wis. (AP) — After", Dateline("LA CROSSE, Wis. (AP) —", "LA CROSSE, Wis.", None, "AP")),
    (
        "SEOUL, Aug. 20 (Yonhap) -- North",
        Dateline("SEOUL, Aug. 20 (Yonhap) --", "SEOUL", "Aug. 20", "Yonhap"),
    ),
    ("KYIV, May 3 (Reuters) - The", Dateline("KYIV, May 3 (Reuters) -", "KYIV", "May 3", "Reuters")),
    ("(EFE).- Nicaragua cerró", Dateline("(EFE).-", None, None, "EFE")),
    ("Madrid, 3 may (EFE).- El", Dateline("Madrid, 3 may (EFE).-", "Madrid", "3 may", "EFE")),
    ("Berlin/Frankfurt (dpa) - Die", Dateline("Berlin/Frankfurt (dpa) -", "Berlin/Frankfurt", None, "dpa")),
    ("Tolin (dpa/lno) – Trotz", Dateline("Tolin (dpa/lno) –", "Tolin", None, "dpa/lno")),
    ("Wiesbaden (KNA/iz). Der", Dateline("Wiesbaden (KNA/iz).", "Wiesbaden", None, "KNA")),
    ("Kiel (dpo) - Endlich", Dateline("Kiel (dpo) -", "Kiel", None, None)),
    (
        "PORT ELLERY, May 3 (Northwire) — The",
        Dateline("PORT ELLERY, May 3 (Northwire) —", "PORT ELLERY", "May 3", "Northwire"),
    ),
    (
        "OSMARK, 27 April (Harbour News Service) -- The",
        Dateline("OSMARK, 27 April (Harbour News Service) --", "OSMARK", "27 April", "Harbour News Service"),
    ),
    ("Bad Tolin (kpd) – Der", Dateline("Bad Tolin (kpd) –", "Bad Tolin", None, None)),
    ("OSMARK, May 3 (mkr) — The", Dateline("OSMARK, May 3 (mkr) —", "OSMARK", "May 3", None)),
    ("PARIS — The", Dateline("PARIS —", "PARIS", None, None)),
    ("TOLIN, Varnia — The", Dateline("TOLIN, Varnia —", "TOLIN, Varnia", None, None)),
    ("BERLIN -- The", Dateline("BERLIN --", "BERLIN", None, None)),
    ("新华社北京11月17日电 记者", Dateline("新华社北京11月17日电", "北京", "11月17日", "新华社")),
    ("（中央社台北3日電）行政院", Dateline("（中央社台北3日電）", "台北", "3日", "中央社")),
    ("人民网北京5月3日电", Dateline("人民网北京5月3日电", "北京", "5月3日", None)),
    ("【ワシントン共同】米政府", Dateline("【ワシントン共同】", "ワシントン", None, "共同")),
    ("【5月3日 AFP】米国", Dateline("【5月3日 AFP】", None, "5月3日", "AFP")),
    (
        "(서울=연합뉴스) 홍길동 기자 = 정부",
        Dateline("(서울=연합뉴스) 홍길동 기자 =", "서울", None, "연합뉴스"),
    ),
    ("МОСКВА, 3 мая /ТАСС/. Дума", Dateline("МОСКВА, 3 мая /ТАСС/.", "МОСКВА", "3 мая", "ТАСС")),
    (
        "МОСКВА, 3 мая — РИА Новости. Дума",
        Dateline("МОСКВА, 3 мая — РИА Новости.", "МОСКВА", "3 мая", "РИА Новости"),
    ),
    (
        "Москва. 3 мая. ИНТЕРФАКС - Дума",
        Dateline("Москва. 3 мая. ИНТЕРФАКС -", "Москва", "3 мая", "ИНТЕРФАКС"),
    ),
    ("القاهرة (رويترز) - قالت", Dateline("القاهرة (رويترز) -", "القاهرة", None, "رويترز")),
    (
        "دبي 3 مايو أيار (رويترز) - قال",
        Dateline("دبي 3 مايو أيار (رويترز) -", "دبي", "3 مايو أيار", "رويترز"),
    ),
    ("(ANSA) - ROMA, 03 MAG - Il", Dateline("(ANSA) - ROMA, 03 MAG -", "ROMA", "03 MAG", "ANSA")),
    ("ROMA, 03 MAG - Il", Dateline("ROMA, 03 MAG -", "ROMA", "03 MAG", None)),
    (
        "Lisboa, 03 mai 2024 (Lusa) – O",
        Dateline("Lisboa, 03 mai 2024 (Lusa) –", "Lisboa", "03 mai 2024", "Lusa"),
    ),
    (
        "Warszawa, 3.05.2024 (PAP) - Rząd",
        Dateline("Warszawa, 3.05.2024 (PAP) -", "Warszawa", "3.05.2024", "PAP"),
    ),
]
NONE = [
    "Angela Muster (CDU) - die Kanzlerin sprach",
    "Otto Pike (D) — the senator",
    "BREAKING — The president",
    "NASA — the agency — said",
    "WHO — what is it?",
    "Der Minister (SPD) – seit Mai im Amt – sagt",
    "Apple (AAPL) - shares rose",
    "The report (PDF) - 3 MB",
    "Ada Quill, 34 (Northwire) - the editor",
    "TOLIN (Archive) — a picture",
    "He (we) - they say",
    "In 2020 (Reuters) - a",
    "I like it — a lot",
    "He said (AFP) that he — who knows",
    "",
]


@pytest.mark.parametrize(("text", "dateline"), DATELINES)
def test_dateline(text, dateline):
    """Place, date and agency are read; satire and a paper's own tag are no agency."""
    assert parse_dateline(text) == dateline


@pytest.mark.parametrize("text", NONE)
def test_no_dateline(text):
    """Parties of politicians, tickers, shouts and dashes in a sentence open no dateline."""
    assert parse_dateline(text) is None


@pytest.mark.parametrize("evil", ["A ", "(", "/", "A, ", "=", "1日", "[", "A. "])
def test_long_paragraph_is_quick(evil, quick):
    """Only the first characters of a paragraph are looked at."""
    with quick(0.5):
        parse_dateline(evil * 150_000)
