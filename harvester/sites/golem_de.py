"""golem.de: links out of the site end in words for screen readers; videos ask for scripts in a caption."""

from harvester.pages.page import ArticlePage
from harvester.site import Feed, Site


class Golem(Site):
    hosts = ("golem.de",)
    name = "Golem.de"
    publisher = "Golem Media GmbH"
    zone = "Europe/Berlin"
    seeds = (Feed("https://rss.golem.de/rss.php?feed=RSS2.0"),)
    article_url = r"/(?:news|specials)/[^/]+-\d{4}-\d+(?:-\d+)?\.html"

    class Page(ArticlePage):
        unwanted = ("span.go-vh", "figure:has(> figcaption > a[href*='/subscription'])")
