"""Rows 20 to 23: letters that are none, that end lines, that turn the text around."""

from tests.newspaper.faults.call import Call
from tests.newspaper.faults.fault import WHOLE, Catalogue
from tests.newspaper.faults.words import headline

catalogue = Catalogue("content")
fault = catalogue.fault

CONTROLS = {"never": ("\x00", "\x01", "\x08", "\x0b", "\x1b", "\x7f")}
TWINS = ("/story/twin-latin", "/story/twin-cyrillic")


@fault(20, WHOLE, **CONTROLS)
async def controls_in_text(call: Call) -> None:
    """NUL, bell, backspace and escape within headline and text, as bytes and as references."""
    page = call.article(name=f"\x08{call.headline}&#1;")
    await call.page(page.replace("<p>", "<p>Here\x0b is\x1b[31m a &#0; &#27;[0m &#x7f; control. ", 1))


@fault(20, WHOLE, **CONTROLS)
async def nul_bytes(call: Call) -> None:
    """NUL bytes between the tags and within words."""
    await call.page(call.article().replace("<p>", "\x00<p>\x00").replace("ended", "ended\x00"))


@fault(21, WHOLE)
async def surrogates(call: Call) -> None:
    """References to halves of letters, and the bytes of one."""
    raw = call.article(name=f"{call.headline} &#xD800;&#xDFFF;").encode()
    await call.page(raw.replace(b"<p>", b"<p>Half a letter: \xed\xa0\x80 and &#55357;. ", 1))


@fault(21, WHOLE)
async def references_out_of_range(call: Call) -> None:
    """References to letters beyond the last one, and to none at all."""
    await call.page(call.article().replace("<p>", "<p>&#x110000; &#99999999999; &#x; &#xFFFE; &#xFDD0; ", 1))


@fault(22, WHOLE)
async def line_separators(call: Call) -> None:
    """U+2028, U+2029 and U+0085 within headline and text, where some readers see the end of a line."""
    page = call.article(name=f"Lamp\u2028{call.headline}\u0085")
    await call.page(page.replace("<p>", "<p>One\u2028two\u2029three\u0085four. ", 1))


@fault(23, WHOLE)
async def bidi_headline(call: Call) -> None:
    """A headline that turns the rest of a line around."""
    await call.page(call.article(name=f"{call.headline} \u202egnp.exe\u2066"))


@fault(23, WHOLE, at=TWINS)
async def homoglyph_headlines(call: Call) -> None:
    """Two articles whose headlines look alike and differ in one letter: both are kept."""
    same = headline(call.fault.key, TWINS[0])
    name = same if call.path == TWINS[0] else same.replace("a", "а")
    await call.page(call.article(name=name))


@fault(23, WHOLE)
async def combining_heap(call: Call) -> None:
    """A thousand accents on one letter."""
    await call.page(call.article().replace("<p>", f"<p>Z{chr(0x301) * 1000}. ", 1))
