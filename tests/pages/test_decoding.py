"""Bytes to text, whatever is said of them."""

# ruff: noqa: E501 - a row of a table is a line

import codecs
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.pages.decoding import decode
from harvester.pages.encodings import encoding_of

RUSSIAN = (
    "Паром вернулся в гавань после шторма, и весь город вышел его встречать. Капитан сказал, что ждал давно."
)
FRENCH = "Le café du port a rouvert à l'été ; les pêcheurs y déjeunent dès l'aube, très tôt."
GREEK = "Το πλοίο επέστρεψε στο λιμάνι μετά την καταιγίδα και όλη η πόλη βγήκε να το υποδεχτεί."
POLISH = "Prom wrócił do portu po burzy, a całe miasto wyszło mu na spotkanie; żeglarze śpiewali do północy."
TURKISH = (
    "Feribot fırtınadan sonra limana döndü ve bütün şehir onu karşılamaya çıktı, çocuklar şarkı söyledi."
)
HEBREW = "המעבורת חזרה לנמל אחרי הסערה וכל העיר יצאה לקבל את פניה"
ARABIC = "عادت العبارة إلى الميناء بعد العاصفة وخرجت المدينة كلها لاستقبالها"
THAI = "เรือข้ามฟากกลับถึงท่าเรือหลังพายุและคนทั้งเมืองออกมาต้อนรับ"
JAPANESE = "嵐のあとフェリーが港に戻り、町の人々がみな出迎えに集まった。船長は待っていたと話した。"
CHINESE = "暴风雨过后渡轮回到港口，全城的人都出来迎接。船长说我们等了很长时间。"
TAIWAN = "暴風雨過後渡輪回到港口，全城的人都出來迎接。船長說我們等了很長時間。"
KOREAN = "폭풍이 지나간 뒤 여객선이 항구로 돌아왔고 온 도시 사람들이 마중을 나왔다."


def page(words: str, meta: str = "", lang: str = "") -> str:
    return f"<!doctype html><html{lang}><head>{meta}<title>x</title></head><body><p>{words}</p></body></html>"


def charset(name: str) -> str:
    return f'<meta charset="{name}">'


@pytest.mark.parametrize(
    ("raw", "header", "encoding", "source"),
    [
        (page(RUSSIAN).encode("utf-8-sig"), "text/html; charset=windows-1251", "utf-8", "bom"),
        (page(RUSSIAN, charset("utf-8")).encode("utf-16"), None, "utf-16le", "bom"),
        (codecs.BOM_UTF16_BE + page(RUSSIAN).encode("utf-16-be"), None, "utf-16be", "bom"),
        (page(RUSSIAN).encode("utf-16-le"), "text/html; charset=utf-16le", "utf-16le", "guess"),
        (page(RUSSIAN).encode("utf-16-be"), None, "utf-16be", "guess"),
        (page(RUSSIAN).encode(), "text/html; charset=UTF-8", "utf-8", "header"),
        (page(RUSSIAN, charset("utf-8")).encode(), None, "utf-8", "meta"),
        (page(RUSSIAN, charset("utf-8")).encode(), "text/html", "utf-8", "meta"),
        (page(RUSSIAN).encode(), None, "utf-8", "valid_utf8"),
        (page(RUSSIAN).encode(), "text/html; charset=iso-8859-1", "utf-8", "valid_utf8"),
        (page(RUSSIAN, charset("windows-1251")).encode(), None, "utf-8", "valid_utf8"),
        (page("模", charset("gbk")).encode("gbk"), None, "gbk", "meta"),
        (page(FRENCH * 9, charset("gbk")).encode(), None, "utf-8", "valid_utf8"),
        (page(RUSSIAN, charset("utf-16")).encode(), None, "utf-8", "meta"),
        (page(RUSSIAN).encode(), "text/html; charset=utf-16le", "utf-8", "header"),
        (page(RUSSIAN).encode(), "text/html; charset=utf-7", "utf-8", "valid_utf8"),
        (page(RUSSIAN).encode("cp1251"), "text/html; charset=windows-1251", "windows-1251", "header"),
        (page(RUSSIAN).encode("cp1251"), 'text/html;charset="cp1251";x=1', "windows-1251", "header"),
        (page(RUSSIAN, charset("cp1251")).encode("cp1251"), None, "windows-1251", "meta"),
        (page(RUSSIAN, charset("cp1251")).encode("cp1251"), "text/html; charset=utf-8", "windows-1251", "meta"),
        (page(RUSSIAN, charset("utf-8")).encode("cp1251"), "text/html; charset=utf-8", "windows-1251", "guess"),
        (page(RUSSIAN, charset("cp1251")).encode("cp1251"), "text/html; charset=latin1", "windows-1251", "meta"),
        (page(RUSSIAN, charset("latin1")).encode("koi8-r"), None, "koi8-r", "guess"),
        (page(FRENCH).encode("latin-1"), "text/html; charset=iso-8859-1", "windows-1252", "header"),
        (page(FRENCH).encode("latin-1"), "text/html; charset=utf-8", "windows-1252", "guess"),
        (page("„Wir“ – 5 €").encode("cp1252"), "text/html; charset=iso-8859-1", "windows-1252", "header"),
        (page(JAPANESE, charset("x-sjis")).encode("cp932"), None, "shift_jis", "meta"),
        (page(JAPANESE, charset("iso-2022-jp")).encode("iso2022_jp"), None, "iso-2022-jp", "meta"),
        (page("plain", charset("shift_jis")).encode(), None, "shift_jis", "meta"),
        (page("plain").encode(), None, "utf-8", "valid_utf8"),
        (page(RUSSIAN, '<meta http-equiv=Content-Type content="text/html; charset=windows-1251">').encode("cp1251"),
         None, "windows-1251", "meta"),
        (page(RUSSIAN, '<META CONTENT="text/html;CHARSET=windows-1251" HTTP-EQUIV="content-type"/>').encode("cp1251"),
         None, "windows-1251", "meta"),
        (page(RUSSIAN, f"<!-- {charset('koi8-r')} -->{charset('cp1251')}").encode("cp1251"), None, "windows-1251",
         "meta"),
        (page(RUSSIAN, f"{charset('bogus')}{charset('cp1251')}").encode("cp1251"), None, "windows-1251", "meta"),
        (page(RUSSIAN, f"{charset('cp1251')}{charset('koi8-r')}").encode("cp1251"), None, "windows-1251", "meta"),
        (page(RUSSIAN, '<meta name="description" content="charset=koi8-r">').encode("cp1251"), None, "windows-1251",
         "guess"),
        (page(RUSSIAN, f"<script>{'var lamp;' * 900}</script>{charset('cp1251')}").encode("cp1251"), None,
         "windows-1251", "meta"),
        (b'<?xml version="1.0" encoding="windows-1251"?>' + page(RUSSIAN).encode("cp1251"), None, "windows-1251",
         "meta"),
    ],
)  # fmt: skip
def test_what_is_said_is_believed_as_far_as_the_bytes_allow(
    raw: bytes, header: str | None, encoding: str, source: str
) -> None:
    """Mark, header, meta, in this order; bytes that refute them win."""
    found = decode(raw, header)
    assert (found.encoding, found.source) == (encoding, source)
    assert "�" not in found.text


@pytest.mark.parametrize(
    ("words", "codec", "lang"),
    [
        (RUSSIAN, "cp1251", ""), (RUSSIAN, "koi8-r", ""), (RUSSIAN, "cp866", ""), (RUSSIAN, "iso8859-5", ""),
        (FRENCH, "cp1252", ""), (GREEK, "cp1253", ""), (POLISH, "cp1250", ' lang="pl"'), (POLISH, "cp1250", ""),
        (POLISH, "iso8859-2", ' lang="pl"'), (TURKISH, "cp1254", ' class="a" lang=tr'), (HEBREW, "cp1255", ""),
        (ARABIC, "cp1256", ""), (THAI, "cp874", ""), (JAPANESE, "cp932", ""), (JAPANESE, "euc_jp", ""),
        (CHINESE, "gb18030", ""), (TAIWAN, "big5", ""), (KOREAN, "cp949", ""),
    ],
)  # fmt: skip
def test_what_nobody_says_is_told_by_the_letters(words: str, codec: str, lang: str) -> None:
    """Each script is read in the encoding that makes words of it, without any declaration."""
    source = page(words, lang=lang)
    found = decode(source.encode(codec), "text/html")
    assert (found.text, found.source) == (source, "guess")


@pytest.mark.parametrize("header", [None, "text/html; charset=utf-8"])
@pytest.mark.parametrize("words", [RUSSIAN, FRENCH, JAPANESE])
def test_a_broken_byte_breaks_no_page(words: str, header: str | None) -> None:
    """One byte that is no UTF-8, or an end in the middle of a letter, costs one letter."""
    whole = page(words).encode()
    assert words in decode(whole.replace(b"</body>", b"\xff</body>"), header).text
    cut = decode(words.encode()[:-1] + b"\xe3\x81", header)
    assert cut.encoding == "utf-8"
    assert cut.text.startswith(words[:-1])


def test_halves_of_letters_are_joined_or_lost() -> None:
    """Some systems write a letter beyond 16 bits as two halves of three bytes each."""
    found = decode(
        b"<p>lamp \xed\xa0\xbd\xed\xb2\xa1 and half \xed\xa0\xbd of one</p>", "text/html; charset=utf-8"
    )
    assert (found.text, found.encoding, found.source) == (
        "<p>lamp 💡 and half \ufffd of one</p>",
        "utf-8",
        "header",
    )


def test_text_stays_text() -> None:
    """Text has no encoding; half letters in it are replaced, so that it can be written."""
    found = decode("caf\ud800é", "text/html; charset=utf-8")
    assert (found.text, found.encoding, found.source) == ("caf�é", None, None)


@pytest.mark.parametrize(
    "label", ["utf-7", "utf-32", "zlib", "hex", "rot13", "iso-2022-kr", "hz-gb-2312", "", "idna"]
)
def test_dangers_are_no_encodings(label: str) -> None:
    """Python knows codecs that no page may ask for."""
    assert encoding_of(label) is None


@given(
    st.binary(max_size=300),
    st.sampled_from(["", "utf-8", "gbk", "utf-16", "iso-2022-jp", "shift_jis", "cp874"]),
)
def test_any_bytes_become_text(raw: bytes, label: str) -> None:
    """Nothing raises, and what comes back can be written as UTF-8."""
    for given_bytes in (raw, page("x", charset(label)).encode() + raw):
        for header in (None, f"text/html; charset={label}"):
            assert decode(given_bytes, header).text.encode() is not None


@pytest.mark.parametrize(
    "raw",
    [b"<meta " * 400_000, b"<!--" * 500_000, b"<meta charset=" * 100_000 + b"\xff", b"\xff\xfe" * 900_000, b"\x80" * 2_000_000,
     b"<meta content='" * 100_000 + b"\xe0", (b"\xe9 " * 700_000)],
)  # fmt: skip
def test_no_page_takes_long(raw: bytes) -> None:
    """Megabytes of half declarations and of letters that are none cost a bounded time."""
    started = time.process_time()
    decode(raw, "text/html; charset=gbk")
    assert time.process_time() - started < 1
