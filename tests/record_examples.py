"""Records in words of our own, for the tests of every room that writes or reads them."""

from dataclasses import replace
from datetime import UTC, datetime

from harvester.article import Record
from harvester.parts import (
    Author,
    Correction,
    Dateline,
    Family,
    HarvesterFacts,
    Http,
    Image,
    Paragraph,
    Party,
    Provenance,
    Rail,
    SiteFacts,
    Teaser,
)

PLAIN = Record(
    id="art_" + "0" * 26,
    url="https://harbourpost.example/news/quay",
    requested_url="https://harbourpost.example/news/quay?ref=a",
    site=SiteFacts("harbourpost.example"),
    headline="Quay reopens",
    retrieved=datetime(2026, 5, 3, 9, 30, 1, tzinfo=UTC),
    content_hash="sha256:" + "a" * 64,
    harvester=HarvesterFacts("0.1.0"),
)

FULL = replace(
    PLAIN,
    version=2,
    version_cause="publisher",
    previous_content_hash="sha256:" + "b" * 64,
    changes=("headline", "body"),
    also_at=("https://harbourpost.example/amp/news/quay",),
    kicker="Port",
    authors=(Author("Ines Marlow", "harbour correspondent", "https://harbourpost.example/marlow"),),
    dateline=Dateline("SALTMERE, May 3 (NPA) -", "SALTMERE", "May 3", "NPA"),
    published=datetime(2026, 5, 3, 8, 0, tzinfo=UTC),
    published_precision="minute",
    published_zone="explicit",
    body="The quay reopened.\n\nShips came.",
    paragraphs=(Paragraph("p", "The quay reopened."), Paragraph("p", "Ships came.")),
    word_count=5,
    char_count=31,
    sources=(Party("Saltmere press service", "contentSource", location="Saltmere"),),
    images=(
        Image(
            "https://harbourpost.example/quay.jpg",
            "The quay",
            "Foto: T. Ash/NPA",
            (Party("NPA", "imgSupplier"),),
            main=True,
            width=1200,
        ),
    ),
    related=(
        Rail("Related articles", "related", 0, (Teaser("Tide tables", "https://harbourpost.example/t"),)),
    ),
    corrections=(Correction("May 4", "An earlier version named the wrong quay."),),
    family=Family("fam_1", "copy", "agency:npa", containment=0.9, jaccard=0.5),
    warnings=("short_body",),
    http=Http(status=200, encoding="utf-8", encoding_source="header", payload_digest="sha256:" + "c" * 64),
    provenance=(Provenance("headline", "markup", "h1"),),
)
