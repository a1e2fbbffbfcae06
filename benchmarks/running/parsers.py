"""Parsing alone, nothing extracted: what no extractor of its parser can be faster than."""

# ruff: noqa: PLC0415 - each library is imported only where it runs

from running.decoding import decoded
from running.extracted import Extracted


def lxml():
    import lxml.html

    def read(page, url):  # noqa: ARG001 - the form of all
        lxml.html.document_fromstring(page)
        return Extracted()

    return read


def parsel():
    from parsel import Selector

    def read(page, url):  # noqa: ARG001 - the form of all
        _ = Selector(text=decoded(page)).root
        return Extracted()

    return read


def walk():
    """Parse, and visit every element once in Python."""
    import lxml.html

    def read(page, url):  # noqa: ARG001 - the form of all
        for element in lxml.html.document_fromstring(page).iter():
            _ = element.tag
        return Extracted()

    return read
