"""ZDFheute: class names change with every build, and the headline stands in an h2 with its kicker.

A film in the text comes with a summary, its day and its length; they are not the article's.
"""

from harvester.pages.page import ArticlePage, field
from harvester.site import Site


class ZDFheute(Site):
    hosts = ("zdfheute.de", "zdf.de")
    home = "https://www.zdfheute.de/"
    name = "ZDFheute"
    publisher = "Zweites Deutsches Fernsehen"
    zone = "Europe/Berlin"
    article_url = r"(?:zdfheute\.de|/nachrichten)/(?!video/).+-\d{3}\.html"

    class Page(ArticlePage):
        _heading = "main h2:has(> span + span + span)"
        always_copy = "[data-testid='text-module'] > div > h2"
        unwanted = (
            "[data-testid='text-module'] > div:has(> div > picture + figure)",
            "figure > blockquote + figcaption",
            "div.other-infos",
        )

        @field
        def headline(self) -> str | None:
            return self.text(f"{self._heading} > span:last-child") or super().headline

        @field
        def kicker(self) -> str | None:
            return self.text(f"{self._heading} > span:first-child") or super().kicker
