"""``big_site``: a site of many pages of real size, made quickly and always the same, for benchmarks."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from random import Random
from typing import Final

from harvester.newspaper.desk import current_day
from harvester.newspaper.prattle import furniture, paragraph, title
from harvester.newspaper.web import Answer, Request, html, plain, xml

PER_LISTING: Final = 50
DAYS: Final = 28
"""The pages are spread over so many days."""
PARAGRAPHS: Final = 14
NAMESPACE: Final = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


@dataclass
class BigSite:
    """A site of ``pages`` articles; equal arguments answer equal bytes, other ``seed`` other words."""

    pages: int
    page_bytes: int
    seed: int
    today: date
    _filler: bytes = field(init=False)

    def __post_init__(self) -> None:
        spare = max(0, self.page_bytes - len(self._article(0, 0)))
        self._filler = furniture(Random(self.seed), spare, self.pages).encode()

    def answer(self, request: Request) -> Answer:
        """An article, a listing page, the sitemap or robots.txt; 404 for all else."""
        path = request.path
        if path.startswith("/news/"):
            return self._page(path)
        if path == "/":
            return self._listing(int(request.query.get("page", "1")))
        if path == "/sitemap.xml":
            return self._sitemap(request.base)
        if path == "/robots.txt":
            return plain(f"User-agent: *\nDisallow:\nSitemap: {request.base}/sitemap.xml\n")
        return plain("There is no such page.", 404)

    def path(self, number: int) -> str:
        """Address of the article with that number, from 0, the newest first."""
        return f"/news/{_title(self.seed, number).lower().replace(' ', '-')}-{number}"

    def published(self, number: int) -> datetime:
        """When it was published: evenly spread, the newest at the last midnight."""
        last = datetime.combine(self.today, time(), UTC)
        return last - timedelta(days=DAYS) * number / max(1, self.pages)

    def _page(self, path: str) -> Answer:
        number = path.rpartition("-")[2]
        if not number.isdecimal() or int(number) >= self.pages or path != self.path(int(number)):
            return plain("There is no such article.", 404)
        head = self._article(int(number), self.seed)
        tail = b"</body></html>\n"
        return Answer(200, (("Content-Type", "text/html; charset=utf-8"),), (head, self._filler, tail))

    def _article(self, number: int, seed: int) -> bytes:
        return _article(seed, number, self.published(number).isoformat()).encode()

    def _listing(self, page: int) -> Answer:
        numbers = range((page - 1) * PER_LISTING, min(self.pages, page * PER_LISTING))
        rows = "".join(
            f'<li><h3><a href="{self.path(number)}">{_title(self.seed, number)}</a></h3></li>'
            for number in numbers
        )
        more = f'<a rel="next" href="/?page={page + 1}">Older</a>' if page * PER_LISTING < self.pages else ""
        return html(f"<!DOCTYPE html><title>Big site</title><h1>Big site</h1><ul>{rows}</ul>{more}")

    def _sitemap(self, base: str) -> Answer:
        rows = "".join(
            f"<url><loc>{base}{self.path(number)}</loc><lastmod>{self.published(number).isoformat()}</lastmod></url>\n"
            for number in range(self.pages)
        )
        return xml(f'<?xml version="1.0"?><urlset {NAMESPACE}>\n{rows}</urlset>')


def big_site(
    pages: int = 1000, page_bytes: int = 80_000, seed: int = 0, today: date | None = None
) -> BigSite:
    """A site of ``pages`` articles of about ``page_bytes`` each, all of the last four weeks."""
    return BigSite(pages, page_bytes, seed, today or current_day())


@lru_cache(maxsize=100_000)
def _title(seed: int, number: int) -> str:
    return title(Random(f"{seed}/{number}/title"))


@lru_cache(maxsize=5_000)
def _article(seed: int, number: int, published: str) -> str:
    """Head, headline and text of one page: what differs from page to page."""
    words = Random(f"{seed}/{number}")
    text = "\n".join(f"<p>{paragraph(words)}</p>" for _ in range(PARAGRAPHS))
    name = _title(seed, number)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{name} | Big site</title>
<meta property="article:published_time" content="{published}"></head><body>
<article><h1>{name}</h1><p class="byline">By {title(words, 2)}</p><time datetime="{published}">{published}</time>
<figure><img src="/pictures/{number}.png" alt=""><figcaption>{title(words, 6)}. <span
class="credit">{title(words, 2)} / Northwire</span></figcaption></figure>
{text}
</article>
"""
