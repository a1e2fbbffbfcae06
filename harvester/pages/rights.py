"""What the publisher allows, as the page says it: robots, text and data mining, licences."""

from typing import Final

from harvester.pages.document import Document
from harvester.parts import Rights
from harvester.urls import absolute

_ROBOT: Final = "harvester"
_LICENSE_METAS: Final = ("dcterms.license", "dc.rights.license", "cc:license", "license")
_MOST: Final = 10
_LONGEST: Final = 300


def find_rights(document: Document) -> Rights:
    """Return what the page says of its use; facts, not advice."""
    policy = document.meta("tdm-policy")
    return Rights(
        robots_meta=_robots(document),
        tdm_reservation=document.meta("tdm-reservation"),
        tdm_policy=(absolute(document.base_url, policy) or policy[:_LONGEST]) if policy else None,
        license_links=_license_links(document),
    )


def _robots(document: Document) -> str | None:
    """Return the rules for every robot and for this one, in the order of the page; Google's are not ours."""
    rules = [*document.metas.get("robots", ()), *document.metas.get(_ROBOT, ())]
    return ", ".join(dict.fromkeys(rules))[:_LONGEST] or None


def _license_links(document: Document) -> tuple[str, ...]:
    """Return the addresses of ``rel=license``, in the head and around words of the page."""
    links = (link for block in document.walk.blocks for link in block.links if link.rel)
    shown = (link.href for link in links if "license" in link.rel.lower().split())
    found = (absolute(document.base_url, href) for href in (*document.links.get("license", ()), *shown))
    return tuple(dict.fromkeys(url for url in found if url))[:_MOST]


def license_address(document: Document, rights: Rights) -> str | None:
    """Return the licence that the page gives its article: in its data, else as ``rel=license``."""
    article = document.structured.article
    said = (article.license if article else None, document.meta(*_LICENSE_METAS))
    found = (absolute(document.base_url, href) for href in said if href)
    return next((url for url in found if url), None) or next(iter(rights.license_links), None)
