"""Rows 52, 53 and 55: text that is code elsewhere, lines within lines, food for bad patterns."""

from tests.newspaper.faults.call import Call
from tests.newspaper.faults.fault import ABSENT, FLAGGED, NOT_HALF, WHOLE, Catalogue
from tests.newspaper.faults.log import no_header

catalogue = Catalogue("security")
fault = catalogue.fault

ESCAPE = {"never": ("\x1b", "\\u001b", "\x9b", "\x07")}
LONG = 300_000


@fault(52, WHOLE)
async def formula_headline(call: Call) -> None:
    """A headline that a spreadsheet would run."""
    await call.page(call.article(name=f'=HYPERLINK("http://thief.example/","{call.headline}")'))


@fault(52, WHOLE, says=("<script>",))
async def script_headline(call: Call) -> None:
    """A headline that a careless report would run: as data it stays as it was printed."""
    await call.page(call.article(name=f"&lt;script&gt;alert('news')&lt;/script&gt; {call.headline}"))


@fault(52, WHOLE, **ESCAPE)
async def ansi_headline(call: Call) -> None:
    """A headline that would clear a terminal."""
    await call.page(call.article(name=f"\x1b[2J\x1b]0;owned\x07{call.headline}&#27;[31m&#x9b;1m"))


@fault(52, ABSENT, **ESCAPE)
async def ansi_status(call: Call) -> None:
    """Escape codes in the words beside an error's status."""
    await call.page("<h1>Sorry</h1>", status="500 \x1b[2JCleared\x1b[0m")


@fault(52, NOT_HALF, at=("/story/ansi*",), articles=("/story/ansi%1b%5b31m",), **ESCAPE)
async def ansi_link(call: Call) -> None:
    """Escape codes in an address, percent-encoded."""
    await call.page(call.article())


@fault(53, NOT_HALF, at=("/story/crlf*",), articles=("/story/crlf%0d%0ax-injected:%20yes",),
       check=no_header("x-injected"))  # fmt: skip
async def crlf_in_link(call: Call) -> None:
    """A line break and a header in an address, percent-encoded."""
    await call.page(call.article())


@fault(53, WHOLE, at=("/story/broken-link",), links=("/story/\n\tbroken\r-link",))
async def newline_in_link(call: Call) -> None:
    """Line breaks within an ``href``: browsers leave them out."""
    await call.page(call.article())


@fault(53, NOT_HALF, at=("/story/redirect_crlf",), check=no_header("x-injected"))
async def crlf_in_redirect(call: Call) -> None:
    """A redirect to an address with an encoded line break in it."""
    await call.moved("/story/there%0d%0aX-Injected:%20yes")


@fault(53, WHOLE)
async def newline_in_headline(call: Call) -> None:
    """A headline over three lines that would end a line of JSON."""
    await call.page(call.article(name=f'"}}\n{{"headline":\r\n"{call.headline}'))


def stuffed(call: Call, extra: str) -> str:
    """The article with one more thing between headline and text."""
    text = "\n".join(f"<p>{text}</p>" for text in call.paragraphs)
    return call.article(body=f"{extra}\n{text}")


@fault(55, WHOLE)
async def long_byline(call: Call) -> None:
    """A byline of 300 KB that never comes to a name."""
    await call.page(stuffed(call, f'<p class="byline">By {"By and , " * (LONG // 9)}</p>'))


@fault(55, WHOLE)
async def long_source_line(call: Call) -> None:
    """A source line of 300 KB of commas, slashes and brackets."""
    await call.page(stuffed(call, f'<p class="source">Source: {"a with (b, / and " * (LONG // 17)}</p>'))


@fault(55, WHOLE)
async def long_credit(call: Call) -> None:
    """A caption of 300 KB in which a bracket opens and opens."""
    body = f'<figure><img src="/a.png"><figcaption>{"(Photo: a/" * (LONG // 10)}</figcaption></figure>'
    await call.page(stuffed(call, body))


@fault(55, WHOLE)
async def long_dateline(call: Call) -> None:
    """A first paragraph of 300 KB that might be a dateline to its very end."""
    await call.page(stuffed(call, f"<p>{'PORT ELLERY, May (' * (LONG // 18)}</p>"))


@fault(55, WHOLE)
async def long_blanks(call: Call) -> None:
    """300 KB of blanks and non-breaking blanks between headline and text, and within the headline."""
    blanks = " \u00a0\t" * (LONG // 3)
    await call.page(stuffed(call, f"<p>{blanks}x{blanks}</p>").replace("<h1>", f"<h1>{blanks}", 1))


@fault(55, WHOLE)
async def long_date(call: Call) -> None:
    """A date of 300 KB of digits and colons."""
    await call.page(
        stuffed(call, f'<time datetime="{"2026-05-0" * (LONG // 9)}">{"1:" * (LONG // 2)}</time>')
    )


@fault(55, WHOLE)
async def long_title(call: Call) -> None:
    """A title of 300 KB of separators, as a site's suffix is cut off at."""
    await call.page(call.article().replace("<title>", f"<title>{' | - ' * (LONG // 5)}", 1))


@fault(55, NOT_HALF | FLAGGED)
async def long_address(call: Call) -> None:
    """An article that announces a canonical address of 300 KB."""
    await call.page(call.article(head=f'<link rel="canonical" href="/{"a/../" * (LONG // 5)}">'))
