"""Rows 18 and 19: bytes in one encoding that are said to be in another, or in none."""

from tests.newspaper.faults.call import Call
from tests.newspaper.faults.fault import WHOLE, Catalogue

catalogue = Catalogue("content")
fault = catalogue.fault

RUSSIAN = (
    "Маяк на мысе снова зажёгся вчера вечером, и рыбаки вышли смотреть на свет.",
    "Смотритель рассказал, что лампу чинили всю зиму и что новое стекло привезли на лодке.",
    "Школьники написали о маяке сочинения, лучшие из них повесят на лестнице у фонаря.",
    "Теперь корабли видят берег за двадцать миль, как и сто лет тому назад.",
)
FRENCH = (
    "Le café du port a rouvert à l'été, après trois années de travaux financés par la commune.",
    "Les pêcheurs y déjeunent dès l'aube, et l'on y sert du thé noir et des crêpes salées.",
    "Le maire espère que d'autres commerces suivront, même si l'hiver est long sur la côte.",
)
TURKISH = (
    "Liman kahvesi üç yıl aradan sonra yeniden açıldı ve balıkçılar sabah erkenden geldi.",
    "Çay bardakları eskisi gibi küçük, şeker kaşıkları ise büyük; kimse bundan şikâyetçi değil.",
    "Belediye başkanı kışın uzun olduğunu, ama ışığın artık sönmeyeceğini söyledi.",
)
JAPANESE = (
    "港の灯台に三年ぶりに明かりがともり、漁師たちが岸壁に集まって拍手を送った。",
    "灯台守は冬のあいだ毎日ガラスを磨き、古い歯車に油を差していたという。",
    "子どもたちは灯台の絵を描き、階段の壁に一枚ずつ飾ることになっている。",
)
CHINESE = (
    "港口的灯塔三年来第一次重新亮起，渔民们聚集在码头上鼓掌庆祝。",
    "看守人说，整个冬天他每天都在擦拭玻璃，给旧齿轮上油。",
    "孩子们画了灯塔的画，将一张一张挂在楼梯的墙上。",
)


def page(call: Call, lines: tuple[str, ...], meta: str | None = None) -> str:
    """The article with text in another language before its own, and the meta tag that is asked for."""
    body = "\n".join(f"<p>{line}</p>" for line in (*lines, *call.paragraphs[-1:]))
    declared = f'<meta charset="{meta}">' if meta else ""
    return call.article(body=body).replace('<meta charset="utf-8">', declared, 1)


async def send(call: Call, raw: bytes, charset: str | None = None) -> None:
    """The bytes as text/html, with the charset in the header that is asked for."""
    kind = f"text/html; charset={charset}" if charset else "text/html"
    await call.page(raw, ("Content-Type", kind))


@fault(18, WHOLE, says=RUSSIAN[:1])
async def cp1251_as_utf8(call: Call) -> None:
    """windows-1251, and both header and meta say UTF-8."""
    await send(call, page(call, RUSSIAN, "utf-8").encode("cp1251"), "utf-8")


@fault(18, WHOLE, says=FRENCH[:1])
async def utf8_as_latin1(call: Call) -> None:
    """UTF-8, and both header and meta say ISO-8859-1."""
    await send(call, page(call, FRENCH, "iso-8859-1").encode(), "iso-8859-1")


@fault(18, WHOLE, says=RUSSIAN[:1])
async def utf8_as_cp1251(call: Call) -> None:
    """UTF-8, and the meta tag says windows-1251."""
    await send(call, page(call, RUSSIAN, "windows-1251").encode())


@fault(18, WHOLE, says=FRENCH[:1])
async def latin1_as_utf8(call: Call) -> None:
    """ISO-8859-1 with few accents, and the header says UTF-8."""
    await send(call, page(call, FRENCH).encode("latin-1"), "utf-8")


@fault(18, WHOLE, says=FRENCH[:1])
async def utf8_with_one_bad_byte(call: Call) -> None:
    """UTF-8 with one byte that is none: the rest is not to suffer for it."""
    await send(call, page(call, FRENCH, "utf-8").encode().replace(b"</footer>", b"\xff</footer>"), "utf-8")


@fault(19, WHOLE, says=RUSSIAN[:1])
async def utf8_undeclared(call: Call) -> None:
    """UTF-8, and nobody says so."""
    await send(call, page(call, RUSSIAN).encode())


@fault(19, WHOLE, says=RUSSIAN[:1])
async def meta_late(call: Call) -> None:
    """windows-1251 with its meta tag behind three kilobytes of script."""
    late = f"<script>{'var lamp = 1; ' * 220}</script>" + '<meta charset="windows-1251">'
    await send(call, page(call, RUSSIAN).replace("<head>", f"<head>{late}", 1).encode("cp1251"))


@fault(19, WHOLE, says=FRENCH[:1])
async def bom_against_header(call: Call) -> None:
    """UTF-8 with a byte order mark, and a header that says windows-1252."""
    await send(call, page(call, FRENCH).encode("utf-8-sig"), "windows-1252")


@fault(19, WHOLE, says=RUSSIAN[:1])
async def utf16_with_bom(call: Call) -> None:
    """UTF-16 with a byte order mark, and a meta tag that says UTF-8."""
    await send(call, page(call, RUSSIAN, "utf-8").encode("utf-16"))


@fault(19, WHOLE, says=RUSSIAN[:1])
async def utf16_by_header(call: Call) -> None:
    """UTF-16 without a byte order mark; the header names it."""
    await send(call, page(call, RUSSIAN).encode("utf-16-le"), "utf-16le")


@fault(19, WHOLE, says=RUSSIAN[:1])
async def meta_says_utf16(call: Call) -> None:
    """UTF-8 whose meta tag says UTF-16: who could read the tag knows better."""
    await send(call, page(call, RUSSIAN, "utf-16").encode())


@fault(19, WHOLE, says=RUSSIAN[:1])
async def koi8_r(call: Call) -> None:
    """KOI8-R, as its meta tag says."""
    await send(call, page(call, RUSSIAN, "koi8-r").encode("koi8-r"))


@fault(19, WHOLE, says=RUSSIAN[:1])
async def charset_bogus(call: Call) -> None:
    """UTF-8 under the name of an encoding that does not exist."""
    await send(call, page(call, RUSSIAN, "lantern-8").encode(), "lantern-8")


@fault(19, WHOLE, never=("<b>inside</b>",))
async def utf7(call: Call) -> None:
    """A page that says UTF-7, in which plain letters would become markup: it is not believed."""
    await send(call, page(call, ("+ADw-b+AD4-inside+ADw-/b+AD4- is no markup.",), "utf-7").encode(), "utf-7")


@fault(19, WHOLE, says=("said “no” twice",))
async def latin1_is_windows(call: Call) -> None:
    """ISO-8859-1 with the quotes of windows-1252 in it, as browsers read it."""
    await send(call, page(call, ("The keeper said “no” twice.",), "iso-8859-1").encode("cp1252"))


@fault(19, WHOLE, says=TURKISH[:1])
async def latin5_is_windows(call: Call) -> None:
    """ISO-8859-9, Turkish."""
    await send(call, page(call, TURKISH, "iso-8859-9").encode("cp1254"))


@fault(19, WHOLE, says=JAPANESE[:1])
async def shift_jis(call: Call) -> None:
    """Shift_JIS under the name x-sjis, in the header only."""
    await send(call, page(call, JAPANESE).encode("cp932"), "x-sjis")


@fault(19, WHOLE, says=CHINESE[:1])
async def gb2312_is_gbk(call: Call) -> None:
    """GBK under the name of GB2312, in an old meta tag."""
    old = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
    await send(call, page(call, CHINESE).replace("<head>", f"<head>{old}", 1).encode("gbk"))
