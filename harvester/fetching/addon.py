"""The fetching of harvester for any Scrapy project: ``ADDONS = {"harvester.fetching.addon.Addon": 500}``."""

from importlib import import_module
from typing import Final

from scrapy.settings import BaseSettings

_TAKEN: Final = (
    "COMPRESSION_ENABLED",
    "CONCURRENT_REQUESTS_PER_DOMAIN",
    "COOKIES_ENABLED",
    "DOWNLOADER",
    "DOWNLOAD_DELAY",
    "DOWNLOAD_TIMEOUT",
    "HARVESTER_ALLOW_ADDRESSES",
    "HARVESTER_LIMITS",
    "HARVESTER_PROXY",
    "HTTPPROXY_ENABLED",
    "LOG_FORMATTER",
    "METAREFRESH_ENABLED",
    "REMOTE_CONTROL_ENABLED",
    "RETRY_ENABLED",
    "ROBOTSTXT_OBEY",
    "TELNETCONSOLE_ENABLED",
)
_MERGED: Final = ("DEFAULT_REQUEST_HEADERS", "DOWNLOADER_MIDDLEWARES", "DOWNLOAD_HANDLERS")

_ABOVE_SCRAPY: Final = "project"
"""Without a reactor Scrapy sets its own handlers at this priority: an add-on's would lose, and the guard."""


class Addon:
    """Turns on the address guard, robots.txt, pace, strict bodies and ``Refused``; needs asyncio.

    What a project sets itself stays, its user agent too; what is refused comes to a request's errback.
    """

    def update_settings(self, settings: BaseSettings) -> None:
        """Set what the fetching needs, at the priority of add-ons."""
        ours = import_module("harvester.settings")
        for name in _TAKEN:
            settings.set(name, getattr(ours, name), priority="addon")
        for name in _MERGED:
            merged = {**settings.getdict(name), **getattr(ours, name)}
            settings.set(name, merged, priority=_ABOVE_SCRAPY)
