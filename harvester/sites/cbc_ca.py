"""CBC News: a video stands in the text with its own title and summary."""

from harvester.pages.page import ArticlePage
from harvester.site import Feed, Site


class CBCNews(Site):
    hosts = ("cbc.ca",)
    home = "https://www.cbc.ca/news"
    name = "CBC News"
    publisher = "Canadian Broadcasting Corporation"
    zone = "America/Toronto"
    seeds = (Feed("https://www.cbc.ca/webfeed/rss/rss-topstories"),)
    article_url = r"cbc\.ca/(?:news|sports)/.+-?\b\d\.\d{5,}"

    class Page(ArticlePage):
        unwanted = ("div.story > div:has(span.mediaEmbed)",)
