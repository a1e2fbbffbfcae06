"""Row 15: certificates that nobody should believe. Their sites are https from the front page on."""

from tests.newspaper.faults.call import Call
from tests.newspaper.faults.fault import ABSENT, WHOLE, Catalogue

catalogue = Catalogue("server")
fault = catalogue.fault

WRONG = {"clean": ABSENT, "scheme": "https", "reasons": frozenset({"tls"})}


@fault(15, ABSENT, certificate="self_signed", **WRONG)
async def tls_self_signed(call: Call) -> None:
    """A certificate that vouches for itself."""
    await call.page(call.article())


@fault(15, ABSENT, certificate="expired", **WRONG)
async def tls_expired(call: Call) -> None:
    """A certificate of yesteryear, from the faulty edition's own authority."""
    await call.page(call.article())


@fault(15, ABSENT, certificate="wrong_name", **WRONG)
async def tls_wrong_name(call: Call) -> None:
    """A certificate for another host, from the faulty edition's own authority."""
    await call.page(call.article())


@fault(15, WHOLE, certificate="sound", scheme="https")
async def tls_sound(call: Call) -> None:
    """A good certificate from the faulty edition's own authority: fine for who trusts ``edition.authority``."""
    await call.page(call.article())
