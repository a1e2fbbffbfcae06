"""commonspace.eu: Drupal; the generic page reads it, the source line at the foot of the text too."""

from harvester.site import Feed, ListingPage, Site


class Commonspace(Site):
    hosts = ("commonspace.eu",)
    home = "https://www.commonspace.eu/"
    name = "commonspace.eu"
    publisher = "LINKS Europe"
    zone = "Europe/Amsterdam"
    language = "en"
    seeds = (Feed("https://www.commonspace.eu/rss.xml"), ListingPage("https://www.commonspace.eu/news"))
    article_url = r"commonspace\.eu/(?:news|opinion|analysis|interview|podcast)/[^/?#]+"
