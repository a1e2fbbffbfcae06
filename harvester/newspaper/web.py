"""A request as the newspaper's server reads it, and the answer to it."""

from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Protocol
from urllib.parse import parse_qsl, urlsplit

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Request:
    """One request: the method, the target as sent, and headers with lower-case names."""

    method: str
    target: str
    """Path and query, as they stood in the request line."""
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The target without its query."""
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, str]:
        """The query's parameters; the last one wins."""
        return dict(parse_qsl(urlsplit(self.target).query))

    @property
    def base(self) -> str:
        """The site's address as the client sees it: ``http://127.0.0.1:4711``."""
        return f"http://{self.headers.get('host', 'localhost')}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back: a status, headers, and the body in parts that are sent one after the other."""

    status: int = 200
    headers: Headers = ()
    parts: tuple[bytes, ...] = ()

    @property
    def length(self) -> int:
        """Bytes of the body."""
        return sum(map(len, self.parts))

    def header(self, name: str) -> str | None:
        """The first header of that name, whatever its case."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    def with_headers(self, *more: tuple[str, str]) -> "Answer":
        """The same answer with further headers."""
        return replace(self, headers=self.headers + more)


class Site(Protocol):
    """Whatever answers requests."""

    def answer(self, request: Request) -> Answer:
        """The answer to one request."""
        ...


def html(text: str, status: int = 200, charset: str = "utf-8") -> Answer:
    """A page of HTML, encoded as it says; what the charset lacks is written as a reference."""
    return Answer(
        status,
        (("Content-Type", f"text/html; charset={charset}"),),
        (text.encode(charset, "xmlcharrefreplace"),),
    )


def xml(text: str, kind: str = "application/xml") -> Answer:
    """A feed or a sitemap in UTF-8."""
    return Answer(200, (("Content-Type", f"{kind}; charset=utf-8"),), (text.encode(),))


def plain(text: str, status: int = 200) -> Answer:
    """A few words of plain text."""
    return Answer(status, (("Content-Type", "text/plain; charset=utf-8"),), (text.encode(),))


def moved(target: str, status: int = 301) -> Answer:
    """A redirect."""
    return Answer(status, (("Location", target),))


def reason(status: int) -> str:
    """The words beside a status: "Not Found"."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"
