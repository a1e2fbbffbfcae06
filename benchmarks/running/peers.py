"""The extractors of others, each with its defaults; they live in a virtual environment of their own."""

# ruff: noqa: PLC0415 - each library is imported only where it runs

import re

from running.decoding import decoded
from running.extracted import Extracted

# fmt: off
BLOCKS = frozenset([
    "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "tr", "td", "th",
    "section", "article", "pre", "dl", "dt", "dd", "figure", "figcaption", "br", "hr", "header", "footer",
    "main", "aside", "form", "tbody",
])
# fmt: on


def trafilatura(**options):
    from trafilatura import bare_extraction

    settings = {"with_metadata": True, "include_comments": False, "include_tables": True, **options}

    def read(page, url):
        found = bare_extraction(page, url=url, **settings)
        if found is None:
            return Extracted()
        return Extracted(
            headline=found.title,
            body=found.text,
            authors=tuple(name.strip() for name in (found.author or "").split(";") if name.strip()),
            published=found.date,
            language=found.language,
        )

    return read


def trafilatura_fast():
    return trafilatura(fast=True)


def trafilatura_precision():
    return trafilatura(favor_precision=True)


def newspaper4k():
    from newspaper import Article, Config

    def parse(page, url, language=None):
        config = Config()
        config.fetch_images = False
        config.follow_meta_refresh = False
        if language:
            config.language = language  # this also stops the use of the page's own language
        article = Article(url, config=config)
        article.download(input_html=decoded(page))
        article.parse()
        return article

    def read(page, url):
        try:
            article = parse(page, url)
        except (ImportError, LookupError):  # its tokenizer of that language asks for further packages
            article = parse(page, url, "en")
        published = article.publish_date
        return Extracted(
            headline=article.title,
            body=article.text,
            authors=tuple(article.authors),
            published=str(published.isoformat() if hasattr(published, "isoformat") else published or "")
            or None,
            language=article.meta_lang,
        )

    return read


def readability():
    from readability import Document

    def read(page, url):  # noqa: ARG001 - the form of all
        document = Document(decoded(page))
        return Extracted(body=_text(document.summary(html_partial=True)), headline=document.short_title())

    return read


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    def read(page, url):  # noqa: ARG001 - the form of all
        tree = HTMLTree.parse_from_bytes(page, detect_encoding(page))
        body = extract_plain_text(tree, main_content=True, alt_texts=False, list_bullets=False)
        return Extracted(body=body, headline=tree.title)

    return read


def _text(fragment):
    """Text of the markup that readability gives: one line a block."""
    import lxml.html

    out = []

    def walk(element):
        if isinstance(element.tag, str):
            edge = "\0" if element.tag in BLOCKS else ""
            out.append(edge)
            if element.tag not in ("script", "style"):
                out.append(element.text or "")
            for child in element:
                walk(child)
            out.append(edge)
        out.append(element.tail or "")

    walk(lxml.html.fromstring(fragment))
    lines = (re.sub(r"\s+", " ", line).strip() for line in "".join(out).split("\0"))
    return "\n\n".join(line for line in lines if line)
