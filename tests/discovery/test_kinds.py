"""What came for a seed, whatever was asked for."""

import gzip

import pytest

from harvester.discovery import FeedPage, Listing, Scope, SitemapPage, Unreadable, read_seed, seed_kind

URL = "https://harbour.example/x"
SCOPE = Scope(("harbour.example",))
URLSET = b"<urlset><url><loc>https://harbour.example/a</loc></url></urlset>"
RSS = b"<rss><channel><item><title>T</title><link>https://harbour.example/a</link></item></channel></rss>"
HTML = b'<!DOCTYPE html><html><body><a href="/2024/05/06/ferry-returns">Ferry returns</a></body></html>'


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (RSS, FeedPage),
        (
            b"\xef\xbb\xbf\n<?xml?><!-- x --><rdf:RDF><item><link>/a</link></item></rdf:RDF>",
            FeedPage,
        ),
        (b'<?xml version="1.0"?><feed><entry><link href="/a"/></entry></feed>', FeedPage),
        (b'{"items": [{"url": "/a"}]}', FeedPage),
        (RSS.decode().encode("utf-16"), FeedPage),
        (URLSET, SitemapPage),
        (gzip.compress(URLSET, mtime=0), SitemapPage),
        (b"<?xml version='1.0'?><sitemapindex><sitemap><loc>/a</loc></sitemap></sitemapindex>", SitemapPage),
        (b"https://harbour.example/a\nhttps://harbour.example/b\n", SitemapPage),
        (HTML, Listing),
        (b"<a href='/2024/05/06/ferry-returns'>Ferry returns</a>", Listing),
    ],
)
def test_a_seed_is_read_by_what_it_is(body: bytes, kind: type) -> None:
    """Feeds, sitemaps and pages are told by their content, not by address or type."""
    for content_type in (None, "text/html", "application/xml; charset=utf-8"):
        assert isinstance(read_seed(body, URL, SCOPE, content_type), kind)


@pytest.mark.parametrize("body", [b"", b"words", b"\x89PNG\r\n", b"%PDF-1.7"])
def test_what_is_nothing_of_this_is_refused(body: bytes) -> None:
    """An empty answer, a picture or plain words are no seed."""
    assert seed_kind(body) == "listing"
    with pytest.raises(Unreadable):
        read_seed(body, URL, SCOPE)
