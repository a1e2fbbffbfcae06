"""Rows 31 and 32: what is hidden, what closes what it should not, what lacks."""

from tests.newspaper.faults.call import Call
from tests.newspaper.faults.fault import ABSENT, FLAGGED, NOT_HALF, WHOLE, Catalogue
from tests.newspaper.faults.words import mark

catalogue = Catalogue("content")
fault = catalogue.fault

HIDDEN = "Buy cheap lamp oil at the third barrel today"
STUB = "The council met behind closed doors on Tuesday."


def before_text(call: Call, html: str) -> str:
    """The article with something before its second paragraph."""
    first, *rest = (f"<p>{text}</p>" for text in call.paragraphs)
    return call.article(body="\n".join((first, html, *rest)))


@fault(31, WHOLE, never=(HIDDEN,))
async def hidden_text(call: Call) -> None:
    """Paragraphs that no reader sees, hidden in five ways."""
    ways = ('style="display:none"', "hidden", 'aria-hidden="true"', 'style="color:red; DISPLAY : none !important"',
            'style="visibility:hidden"')  # fmt: skip
    await call.page(before_text(call, "".join(f"<p {way}>{HIDDEN}.</p>" for way in ways)))


@fault(31, WHOLE, never=(HIDDEN,))
async def template_text(call: Call) -> None:
    """Text within template, noscript and a script of another type."""
    html = f"<template><p>{HIDDEN}</p></template><script type='text/html'><p>{HIDDEN}</p></script>"
    await call.page(before_text(call, f"{html}<noscript><img src='/pixel.gif'></noscript>"))


@fault(31, WHOLE)
async def script_closes_tags(call: Call) -> None:
    """A script whose strings close everything."""
    await call.page(before_text(call, '<script>var s = "</article></main></body></html>";</script>'))


@fault(31, WHOLE)
async def comment_unclosed(call: Call) -> None:
    """A comment behind the text that is never closed."""
    await call.page(call.article().replace("<footer>", "<!-- the footer <footer>", 1))


@fault(31, WHOLE)
async def comments_odd(call: Call) -> None:
    """Comments that end as browsers end them, with text behind each."""
    await call.page(
        before_text(call, "<!--><p>One.</p><!---><p>Two.</p><!-- x --!><p>Three.</p><![CDATA[ y ]]>")
    )


@fault(31, WHOLE)
async def tags_crossed(call: Call) -> None:
    """Tags that are closed in the wrong order, or twice, or never."""
    await call.page(before_text(call, "<p><b>One<i>two</b>three</i></p></span></div></p><p>Four"))


@fault(31, WHOLE)
async def body_twice(call: Call) -> None:
    """A second document behind the first one's beginning."""
    await call.page("<html><head></head><body></body></html>" + call.article())


@fault(31, NOT_HALF)
async def unclosed_attribute(call: Call) -> None:
    """A quote that is never closed, in the middle of the text."""
    await call.page(before_text(call, '<a href="/never>closed</a>'))


@fault(32, ABSENT)
async def no_headline(call: Call) -> None:
    """A text without any headline: neither h1 nor title nor meta."""
    text = "".join(f"<p>{text}</p>" for text in call.paragraphs)
    await call.page(f"<!DOCTYPE html><html><body><article>{text}</article></body></html>")


@fault(32, FLAGGED)
async def paywall_stub(call: Call) -> None:
    """A headline, one sentence and a wall."""
    said = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
    body = f"<p>{STUB} {mark(call.fault.key, call.path)}.</p><div class='paywall'><p>Subscribe to read on.</p></div>"
    await call.page(call.article(head=said, body=body))


@fault(32, ABSENT)
async def blank_page(call: Call) -> None:
    """A page with a head and an empty body."""
    await call.page("<!DOCTYPE html><html><head><title>Faulty Edition</title></head><body></body></html>")
