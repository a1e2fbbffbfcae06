"""What differs from Scrapy's defaults, each line with its reason."""

from typing import Any, Final

from harvester.fetching.contact import AGENT, user_agent
from harvester.limits import LIMITS, Limits

BOT_NAME: Final = AGENT
SPIDER_MODULES: Final = ["harvester.spiders"]
USER_AGENT: Final = user_agent(None)  # the crawl command adds the contact

# Ours -------------------------------------------------------------------------------------------------
HARVESTER_LIMITS: Limits = LIMITS
HARVESTER_ALLOW_ADDRESSES: Final[
    list[str]
] = []  # "127.0.0.1:8001": opened on purpose, nothing else private is
HARVESTER_PROXY: Final[str | None] = None  # "http://proxy.example:3128": the only one that is ever used
HARVESTER_CONTACT: Final[str | None] = (
    None  # whom a site's owner could write to; the environment's by default
)

# The ledger is the frontier; an outcome is committed whole --------------------------------------------
SCHEDULER: Final = "harvester.spiders.scheduler.LedgerScheduler"
ITEM_PIPELINES: Final = {
    "harvester.pipelines.items.Check": 100,
    "harvester.pipelines.items.Deduplicate": 200,
    "harvester.pipelines.items.Export": 900,  # the last: what is behind it would not be committed
}

# No port listens ---------------------------------------------------------------------------------------
REMOTE_CONTROL_ENABLED = False  # on by default: an HTTP server on localhost that runs the Python sent to it
TELNETCONSOLE_ENABLED = False  # on by default: a Python console on localhost

# asyncio alone: crawls can follow one another in a process, aiohttp's parser is C, uvloop may carry it ----
TWISTED_REACTOR_ENABLED = False

# One way to fetch ------------------------------------------------------------------------------------
DOWNLOADER: Final = "harvester.fetching.downloader.CountingDownloader"
DOWNLOAD_HANDLERS: Final[dict[str, str | None]] = {
    "http": "harvester.fetching.handler.StrictHandler",
    "https": "harvester.fetching.handler.StrictHandler",
    "data": None,  # a page must not choose what we read
    "file": None,  # the same: files of this machine
    "ftp": None,
    "s3": None,
}
DOWNLOADER_MIDDLEWARES: Final[dict[str, int | None]] = {
    "harvester.fetching.answers.AnswersMiddleware": 60,
    "harvester.fetching.redirects.FollowMiddleware": 70,  # REDIRECT_ENABLED turns it off
    "harvester.fetching.robots.RobotsMiddleware": 100,
    "harvester.fetching.conditional.ConditionalMiddleware": 450,
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # drops without an outcome; ours: scope
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,  # a 503 allows everything there
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,  # no site has a password
    "scrapy.downloadermiddlewares.downloadtimeout.DownloadTimeoutMiddleware": None,  # the handler has limits
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,  # at once, unseen by the ledger
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,  # a page is what it was asked for
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,  # a loop vanishes without a callback
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,  # keeps cut bodies
    "scrapy.downloadermiddlewares.cookies.CookiesMiddleware": None,
    "scrapy.downloadermiddlewares.httpproxy.HttpProxyMiddleware": None,
    "scrapy.downloadermiddlewares.stats.DownloaderStats": None,  # writes each head out to count its bytes
}
SPIDER_MIDDLEWARES: Final[dict[str, int | None]] = {
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": None,  # an asked 304 is an answer
    "scrapy.spidermiddlewares.referer.RefererMiddleware": None,  # no site need know where we come from
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,  # the ledger counts depth
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,  # drops without an outcome
    "scrapy.spidermiddlewares.start.StartSpiderMiddleware": None,  # no request comes from the spider
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,  # the same
}
COOKIES_ENABLED = False  # a cookie bomb made request heads of 294 KB
HTTPPROXY_ENABLED = False  # a proxy of the environment would go round the address guard
COMPRESSION_ENABLED = False  # the handler decodes, strictly and while it reads
REDIRECT_MAX_TIMES: Final = LIMITS.redirects
RETRY_ENABLED = False  # the ledger asks again, with a growing delay
METAREFRESH_ENABLED = False
REFERER_ENABLED = False
ROBOTSTXT_OBEY = False  # Scrapy's own; RobotsMiddleware obeys always
DOWNLOAD_VERIFY_CERTIFICATES = True  # False by default
DEFAULT_REQUEST_HEADERS: Final = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip, br, zstd, deflate",  # what decoding.py decodes
}  # no Accept-Language: a paper is read in its own

# Bounds ----------------------------------------------------------------------------------------------
DOWNLOAD_TIMEOUT: Final = LIMITS.request_seconds  # 180 by default
DOWNLOAD_MAXSIZE: Final = LIMITS.page_bytes  # 1 GiB by default: a brotli bomb of 1.6 KB took 2 GB
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_DELAY = 0  # the pace is Hosts': one clock for the scheduler and the wire
CONCURRENT_REQUESTS = 0  # no limit here: the scheduler hands out what a host's slot can take
CONCURRENT_REQUESTS_PER_DOMAIN = 1000  # the same
CONCURRENT_ITEMS = 1  # an outcome a response: 100 tasks would be made for each, a tenth of all CPU time
WARN_ON_GENERATOR_RETURN_VALUE = False  # parses the source of our callbacks again for each response
SCRAPER_SLOT_MAX_ACTIVE_SIZE: Final = 2 * LIMITS.seed_bytes  # bytes of responses waiting for the spider

# What a person reads -----------------------------------------------------------------------------------
LOG_FORMATTER: Final = "harvester.fetching.logs.RedactingFormatter"
LOG_LEVEL: Final = "INFO"
STATS_DUMP = False  # the table at the end says it
LOGSTATS_INTERVAL = 0
EXTENSIONS: Final[dict[str, Any]] = {
    "scrapy.extensions.feedexport.FeedExporter": None,  # loses items on a kill; the outbox writes
    "scrapy.extensions.spiderstate.SpiderState": None,  # the ledger is the state
    "scrapy.extensions.throttle.AutoThrottle": None,  # Hosts slows down
    "scrapy.extensions.corestats.CoreStats": None,  # the run's tally counts, and the ledger
}
