"""Le Monde: the desk of an author stands inside of the link of the name."""

from harvester.pages.page import ArticlePage, field
from harvester.parts import Author, Party
from harvester.site import Feed, Site, Sitemap


class LeMonde(Site):
    hosts = ("lemonde.fr",)
    name = "Le Monde"
    publisher = "Société éditrice du Monde"
    zone = "Europe/Paris"
    seeds = (Feed("https://www.lemonde.fr/rss/une.xml"), Sitemap("https://www.lemonde.fr/sitemap_news.xml"))
    article_url = r"/article/\d{4}/\d{2}/\d{2}/"

    class Page(ArticlePage):
        unwanted = ("span.author__desc--header", "section.author")

        @field
        def authors(self) -> tuple[Author, ...]:
            names = self.texts("#js-authors-list a.article__author-link")
            return tuple(Author(name) for name in names) or super().authors

        @field
        def sources(self) -> tuple[Party, ...]:
            names = {author.name for author in self.authors}
            return tuple(party for party in super().sources if party.name not in names)
