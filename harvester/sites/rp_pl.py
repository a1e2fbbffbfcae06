"""Rzeczpospolita: teasers with the opening of another article stand between the blocks of the text."""

from harvester.pages.page import ArticlePage
from harvester.site import Feed, Site


class Rzeczpospolita(Site):
    hosts = ("rp.pl",)
    name = "Rzeczpospolita"
    publisher = "Gremi Media"
    zone = "Europe/Warsaw"
    seeds = (Feed("https://www.rp.pl/rss_main"),)
    article_url = r"/(?:art)?\d{7,}-"

    class Page(ArticlePage):
        unwanted = ("div.content--excerpt p.lead",)
