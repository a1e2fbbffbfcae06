"""Rows 51 and 54: names that lead elsewhere, as a path or as an address of the article."""

from tests.newspaper.faults.call import Call
from tests.newspaper.faults.fault import NOT_HALF, WHOLE, Catalogue

catalogue = Catalogue("security")
fault = catalogue.fault

UP = "/story/..%2f..%2f..%2f..%2fetc%2fpasswd"
CLIMBING = (
    "/story/..%5c..%5cwindows",
    "/story/con",
    "/story/nul.html",
)
LONG = "/story/" + "a-very-long-address-" * 80 + "end"
HIJACKED, HIJACKER = "/story/honest", "/story/hijacker"
SHARED = tuple(f"/story/shares-{number}" for number in range(4))


@fault(51, WHOLE, at=("/story/*",), articles=CLIMBING)
async def climbing_paths(call: Call) -> None:
    """Addresses that would climb out of a folder, or are no name of a file on some systems."""
    await call.page(call.article())


@fault(51, NOT_HALF, at=(UP,))
async def climbing_slashes(call: Call) -> None:
    """An address of encoded slashes and dots that repeats itself: it may be taken for a trap."""
    await call.page(call.article())


@fault(51, NOT_HALF, at=("/story/dots*", "/story/nul*", "/etc/*"), articles=("/story/nul%00byte",),
       links=("/story/nul%00byte", "/story/dots/%2e%2e/%2e%2e/%2e%2e/etc/passwd"))  # fmt: skip
async def nul_in_path(call: Call) -> None:
    """A NUL and encoded dots in an address."""
    await call.page(call.article())


@fault(51, WHOLE, at=(LONG,))
async def long_path(call: Call) -> None:
    """An address of 1,600 letters: longer than any file's name may be."""
    await call.page(call.article())


@fault(54, WHOLE)
async def base_elsewhere(call: Call) -> None:
    """An article whose ``<base>`` is another site."""
    await call.page(call.article(head='<base href="http://thief.example/">'))


@fault(54, WHOLE)
async def canonical_elsewhere(call: Call) -> None:
    """An article that names another site's page as canonical: the claim is refused, the article kept."""
    await call.page(call.article(head='<link rel="canonical" href="http://thief.example/story">'))


@fault(54, WHOLE)
async def canonical_front(call: Call) -> None:
    """An article that names the front page as canonical."""
    await call.page(call.article(head=call.fill('<link rel="canonical" href="{base}/">')))


@fault(54, WHOLE, at=(HIJACKED, HIJACKER), links=(HIJACKER, HIJACKED))
async def canonical_hijack(call: Call) -> None:
    """One article claims to be another one; the other one must not vanish."""
    head = call.fill(f'<link rel="canonical" href="{{base}}{HIJACKED}">')
    await call.page(call.article(head=head if call.path == HIJACKER else ""))


@fault(54, WHOLE, at=SHARED)
async def canonical_shared(call: Call) -> None:
    """Four different articles that name one and the same canonical address, as a broken template does."""
    await call.page(call.article(head=call.fill(f'<link rel="canonical" href="{{base}}{SHARED[0]}">')))


@fault(54, WHOLE)
async def canonical_many(call: Call) -> None:
    """Three canonical addresses on one page, one of them in the body."""
    head = "".join(
        f'<link rel="canonical" href="{href}">' for href in ("/story/x", "http://thief.example/", "")
    )
    await call.page(
        call.article(head=head).replace("</h1>", '</h1><link rel="canonical" href="/elsewhere">', 1)
    )
