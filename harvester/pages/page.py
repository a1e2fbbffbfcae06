"""``ArticlePage``: the fields of an article page, each found when it is asked for.

A site file overrides the few that the generic page gets wrong::

    class Page(ArticlePage):
        copy_in = "div.text"          # the body is what this holds
        unwanted = ("div.promo",)     # and these are no part of the article

        @field
        def kicker(self) -> str | None:
            return self.text("p.rubric")
"""

from dataclasses import replace
from datetime import datetime
from functools import cached_property
from operator import attrgetter
from typing import Final

from harvester.article import Article
from harvester.evidence import Evidence
from harvester.pages.bodies.choosing import Text, find_text
from harvester.pages.body import find_body
from harvester.pages.byline import find_credits, houses_line
from harvester.pages.copy import find_copy
from harvester.pages.counting import count_words
from harvester.pages.dates import Dates, find_dates
from harvester.pages.document import Document
from harvester.pages.figures import Figure, find_figures
from harvester.pages.found import Body, Copy, Credits, FoundRail, Headline
from harvester.pages.headline import find_headline
from harvester.pages.images import choose_images
from harvester.pages.kind import has_more_pages, is_stub, refuse_other_kinds, swallows_text
from harvester.pages.language import Language, find_language
from harvester.pages.metadata import Metadata, find_metadata
from harvester.pages.photo_lines import without_lines
from harvester.pages.rails import find_rails, placed
from harvester.pages.rules import Rules
from harvester.pages.standfirst import Standfirst, find_standfirst
from harvester.parts import (
    Author,
    Correction,
    Dateline,
    Http,
    Image,
    Paragraph,
    Party,
    Provenance,
    Rail,
    Warn,
)

field = cached_property
"""Marks a field of a page: found once, when it is asked for."""
_index: Final = attrgetter("index")
_SAID_BY: Final = {"copy_in": "body", "always_copy": "body", "paragraphs": "body"}
"""Keys of the record that a rule of another name decides."""
_NO_FIELDS: Final = frozenset(("unwanted", "zone"))
"""Rules that decide no field by themselves."""


class ArticlePage(Rules):
    """One article page. Each field is found by a module of its own, from what the fields before left over."""

    zone: str | None = None
    """IANA name of the zone that times without one are in."""

    def __init__(self, page: bytes | str, url: str, evidence: Evidence | None = None) -> None:
        """Parse the page; raises ``NotAnArticle`` for what cannot be one."""
        super().__init__(Document(page, url, evidence))

    @field
    def found_headline(self) -> Headline:
        """The headline, and where it stands."""
        return find_headline(self.document)

    @field
    def likely_rails(self) -> tuple[FoundRail, ...]:
        """What looks like rails, and the blocks they take."""
        return find_rails(self.document, self.found_headline)

    @field
    def found_rails(self) -> tuple[FoundRail, ...]:
        """The rails: none of them took the only text of the page."""
        text = {block.index for block in self.found_text.blocks}
        return tuple(found for found in self.likely_rails if found.blocks.isdisjoint(text))

    @field
    def found_figures(self) -> tuple[Figure, ...]:
        """Pictures that may be the article's, with the blocks of their captions."""
        taken = frozenset().union(*(found.blocks for found in self.likely_rails))
        return find_figures(self.document, self.found_headline, taken)

    @field
    def found_credits(self) -> Credits:
        """Byline and authors."""
        return find_credits(self.document, self.found_headline)

    @field
    def found_dates(self) -> Dates:
        """Published and modified."""
        block = self.found_headline.block
        return find_dates(self.document, block.index if block else None, self.zone)

    @field
    def found_text(self) -> Text:
        """The blocks of standfirst and body."""
        taken = self._taken | self.blocks_outside_copy
        text = find_text(self.document, self.found_headline, taken)
        if not text.blocks and self.likely_rails:
            of_rails = frozenset().union(*(found.blocks for found in self.likely_rails))
            text = find_text(self.document, self.found_headline, taken - of_rails)
        added = self.blocks_of_copy - self._taken - {block.index for block in text.blocks}
        blocks = [*text.blocks, *(self.document.walk.blocks[index] for index in added)]
        return replace(text, blocks=tuple(sorted(blocks, key=_index))) if added else text

    @field
    def found_standfirst(self) -> Standfirst:
        """The introduction."""
        return find_standfirst(self.found_text)

    @field
    def found_body(self) -> Body:
        """The blocks of copy."""
        return find_body(self.document, self.found_text, self.found_standfirst.blocks)

    @field
    def found_language(self) -> Language:
        """The language, as declared and as the text shows it."""
        return find_language(self.document, "\n\n".join(part.text for part in self.found_body.paragraphs))

    @field
    def found_copy(self) -> Copy:
        """The body without its lines of attribution, and what these say."""
        taken = self._taken | self.found_standfirst.blocks
        body = without_lines(self.found_body, self.found_figures)
        return find_copy(self.document, body, self.language, taken)

    @field
    def metadata(self) -> Metadata:
        """What the page says about itself."""
        return find_metadata(self.document)

    @field
    def _taken(self) -> frozenset[int]:
        """The blocks that belong to other fields than the body."""
        rails = (found.blocks for found in self.likely_rails)
        figures = (found.blocks for found in self.found_figures)
        own = (self.found_headline.blocks, self.found_credits.blocks)
        return frozenset().union(*rails, *figures, *own)

    @field
    def headline(self) -> str | None:
        """As printed, without the site's suffix."""
        return self.found_headline.text

    @field
    def kicker(self) -> str | None:
        """The short label above the headline."""
        return self.found_headline.kicker

    @field
    def standfirst(self) -> str | None:
        """The introduction between headline and body."""
        return self.found_standfirst.text

    @field
    def byline(self) -> str | None:
        """As printed."""
        return self.found_credits.byline

    @field
    def authors(self) -> tuple[Author, ...]:
        """The names in the byline."""
        return self.found_credits.authors

    @field
    def dateline(self) -> Dateline | None:
        """The opening of the body."""
        return self.found_copy.dateline

    @field
    def published(self) -> datetime | None:
        """In UTC."""
        return self.found_dates.published

    @field
    def modified(self) -> datetime | None:
        """In UTC."""
        return self.found_dates.modified

    @field
    def language(self) -> str | None:
        """BCP 47."""
        return self.found_language.tag

    @field
    def section(self) -> tuple[str, ...]:
        """The sections that the article stands in, from the widest."""
        return self.metadata.section

    @field
    def keywords(self) -> tuple[str, ...]:
        """The page's own keywords."""
        return self.metadata.keywords

    @field
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The body."""
        return self.found_copy.paragraphs

    @field
    def source_line(self) -> str | None:
        """Where the copy comes from, verbatim, without its label."""
        return self.found_copy.source_line or houses_line(self.document, self.found_credits)

    @field
    def sources(self) -> tuple[Party, ...]:
        """The parties of source line, dateline, suffix and byline."""
        return tuple(dict.fromkeys((*self.found_copy.sources, *self.found_credits.parties)))

    @field
    def corrections(self) -> tuple[Correction, ...]:
        """Notes that the article was corrected."""
        return self.found_copy.corrections

    @field
    def images(self) -> tuple[Image, ...]:
        """The article's own pictures."""
        return choose_images(self.document, self.found_figures, self.found_body)

    @field
    def related(self) -> tuple[Rail, ...]:
        """The rails, in reading order."""
        return placed(self.found_rails, self.found_body)

    @property
    def provenance(self) -> tuple[Provenance, ...]:
        """Where the fields' values come from."""
        found = (
            self.found_headline,
            self.found_standfirst,
            self.found_credits,
            self.found_dates,
            self.found_language,
            self.metadata,
            self.found_body,
            self.found_copy,
        )
        ruled = (_SAID_BY.get(name, name) for name in self.overridden(ArticlePage) if name not in _NO_FIELDS)
        own = tuple(Provenance(name, "site") for name in dict.fromkeys(ruled))
        named = {each.field for each in own}
        return own + tuple(p for each in found for p in each.provenance if p.field not in named)

    @property
    def warnings(self) -> tuple[Warn, ...]:
        """What a reader of the record should know."""
        found: list[Warn] = [*self.found_dates.warnings, *self.metadata.warnings]
        if self.document.is_cut or swallows_text(self.document):
            found.append("structure_cut")
        if self.document.decoded.source == "guess":
            found.append("encoding_guessed")
        if has_more_pages(self.document):
            found.append("several_pages")
        if is_stub(self.document, self.found_copy, is_free=self.metadata.is_accessible_for_free):
            found.append("short_body")
        return tuple(dict.fromkeys(found))

    def article(self) -> Article:
        """Return the article; raises ``NotAnArticle`` for a page that is none."""
        refuse_other_kinds(self.document, self.found_headline, self.found_copy)
        body = "\n\n".join(part.text for part in self.paragraphs) or None
        decoded, dates, facts = self.document.decoded, self.found_dates, self.metadata
        return Article(
            url=self.document.url,
            site=facts.site,
            canonical_url=facts.canonical_url,
            headline=self.headline,
            kicker=self.kicker,
            standfirst=self.standfirst,
            byline=self.byline,
            authors=self.authors,
            dateline=self.dateline,
            published=self.published,
            modified=self.modified,
            published_raw=dates.published_raw,
            modified_raw=dates.modified_raw,
            published_precision=dates.precision,
            published_zone=dates.zone,
            language=self.language,
            section=self.section,
            keywords=self.keywords,
            body=body,
            paragraphs=self.paragraphs,
            word_count=count_words(body or ""),
            char_count=len(body or ""),
            source_line=self.source_line,
            sources=self.sources,
            images=self.images,
            related=self.related,
            corrections=self.corrections,
            copyright_notice=facts.copyright_notice,
            license_url=facts.license_url,
            is_accessible_for_free=facts.is_accessible_for_free,
            warnings=self.warnings,
            http=Http(encoding=decoded.encoding, encoding_source=decoded.source),
            rights=facts.rights,
            provenance=self.provenance,
        )
