"""Harvester itself, with the generic page alone or with the site files that it ships."""

# ruff: noqa: PLC0415 - each library is imported only where it runs

from running.extracted import Extracted, Named, Picture, Rail, Teaser


def generic():
    from harvester.sites import Sites

    return _with(Sites.none())


def with_sites():
    from harvester.sites import Sites

    return _with(Sites.shipped())


def _with(sites):
    from harvester.extract import extract

    return lambda page, url: _extracted(extract(page, url, sites=sites))


def _extracted(article):
    standfirst, body, bare = article.standfirst, article.body or "", None
    paragraphs = tuple(p.text for p in article.paragraphs)
    if standfirst and standfirst not in body:  # the references count it as text
        body, bare, paragraphs = f"{standfirst}\n\n{body}", body, (standfirst, *paragraphs)
    dateline = article.dateline
    return Extracted(
        headline=article.headline,
        body=body,
        bare=bare,
        paragraphs=paragraphs,
        authors=tuple(author.name for author in article.authors),
        byline=article.byline,
        published=article.published and article.published.isoformat(),
        language=article.language,
        dateline=dateline and dateline.raw,
        agency=dateline and dateline.agency,
        pictures=tuple(Picture(i.caption, i.credit, _named(i.parties)) for i in article.images),
        source_line=article.source_line,
        sources=_named(article.sources),
        rails=tuple(_rail(rail) for rail in article.related),
    )


def _named(parties):
    return tuple(Named(p.name, p.role, p.generic) for p in parties)


def _rail(rail):
    teasers = (Teaser(t.title or "", t.url, t.labels) for t in rail.teasers)
    return Rail(rail.heading, rail.kind, tuple(teasers))
