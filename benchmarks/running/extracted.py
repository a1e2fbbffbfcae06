"""What an extractor made of a page, in one form for all of them; it travels between processes as JSON."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Named:
    """A party of a line."""

    name: str
    role: str | None = None
    generic: bool = False


@dataclass(frozen=True)
class Picture:
    caption: str | None = None
    credit: str | None = None
    parties: tuple[Named, ...] = ()


@dataclass(frozen=True)
class Teaser:
    title: str
    url: str | None = None
    labels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rail:
    heading: str | None
    kind: str | None
    teasers: tuple[Teaser, ...]


@dataclass(frozen=True, kw_only=True)
class Extracted:
    """The fields that are scored; an extractor leaves empty what it does not have."""

    headline: str | None = None
    body: str | None = None
    bare: str | None = None
    """The body without the standfirst that ``body`` begins with; ``None``: it has none."""
    paragraphs: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    byline: str | None = None
    published: str | None = None
    """As text, of any form."""
    language: str | None = None
    dateline: str | None = None
    agency: str | None = None
    """Of the dateline."""
    pictures: tuple[Picture, ...] = ()
    source_line: str | None = None
    sources: tuple[Named, ...] = ()
    rails: tuple[Rail, ...] = ()
    parties: tuple[Named, ...] = ()
    """Of a line that was parsed by itself."""


@dataclass(frozen=True)
class Answer:
    """What came of one page: the fields, or an error, and the CPU time."""

    id: str
    cpu: float
    """Seconds."""
    size: int
    """Bytes of the page."""
    error: str | None
    """Name of the exception and its words."""
    extracted: Extracted

    @property
    def refused(self):
        """The extractor said that the page is no article."""
        return (self.error or "").startswith("NotAnArticle:")

    @property
    def crashed(self):
        """It failed in any other way."""
        return bool(self.error) and not self.refused


def answer_from(row):
    """Read an answer back from its JSON."""
    fields = dict(row["extracted"])
    fields["pictures"] = tuple(
        Picture(p["caption"], p["credit"], _named(p["parties"])) for p in fields["pictures"]
    )
    fields["rails"] = tuple(_rail(rail) for rail in fields["rails"])
    for name in ("sources", "parties"):
        fields[name] = _named(fields[name])
    for name in ("paragraphs", "authors"):
        fields[name] = tuple(fields[name])
    return Answer(row["id"], row["cpu"], row["size"], row["error"], Extracted(**fields))


def _named(rows):
    return tuple(Named(**row) for row in rows)


def _rail(row):
    teasers = (Teaser(t["title"], t["url"], tuple(t["labels"])) for t in row["teasers"])
    return Rail(row["heading"], row["kind"], tuple(teasers))
