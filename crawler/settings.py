"""All policy, each setting with its reason. Facts about a site stand in its spider, not here.

``-s NAME=VALUE`` overrides any of them for one run.
"""

from crawler import __version__

BOT_NAME = "copydesk"
SPIDER_MODULES = ["crawler.spiders"]
NEWSPIDER_MODULE = "crawler.spiders"
COMMANDS_MODULE = "crawler.commands"  # our "crawl" returns exit codes that cron can act on

# --- Where things lie
DATA_DIR = "data"  # everything of an installation: articles/, history.db, runs/
FEED_EXPORTERS = {  # -o and -O write the same lines as articles/
    "jsonl": "crawler.feeds.exporter.LineExporter",
    "jsonlines": "crawler.feeds.exporter.LineExporter",
    "jl": "crawler.feeds.exporter.LineExporter",
}

# --- Who we are
USER_AGENT = f"Copydesk/{__version__} (+https://github.com/copydesk/copydesk)"  # set your own contact address here
ROBOTSTXT_USER_AGENT = "Copydesk Scrapy"  # the names by which robots.txt may address us: what shuts out Scrapy shuts out us
DEFAULT_REQUEST_HEADERS = {  # no language preference: the site's own is what we want to read
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip, br, zstd",  # those whose end can be told: middlewares.whole
}

# --- Manners
ROBOTSTXT_OBEY = True  # by status as in RFC 9309: middlewares.robots
PAGE_DIRECTIVES_OBEY = [  # of the robots meta element and X-Robots-Tag; all are recorded, nobody's archive is what we keep
    "noindex",
    "nofollow",
    "unavailable_after",
]
TDM_RESERVATION_FILES = True  # tdmrep.json and ai.txt are asked for once a day and site; what they say stands on the line
TDM_RESERVATION_OBEY = False  # True: pages whose site reserves text and data mining give no line
DOWNLOAD_DELAY = 0.25  # never less between two requests to a host; Crawl-delay and slow answers make it more: middlewares.pace
CONCURRENT_REQUESTS_PER_DOMAIN = 1  # the next request leaves when the last answer is there
CONCURRENT_REQUESTS = 8  # over all hosts of a run; small, so that a stopped run ends soon
LOOPBACK_SLOT = {
    "delay": 0.001,
    "concurrency": 8,
    "jitter": 0.0,
}  # one's own machine needs no sparing; 0 would lift the concurrency limit
DOWNLOAD_SLOTS = {"127.0.0.1": LOOPBACK_SLOT, "localhost": LOOPBACK_SLOT, "::1": LOOPBACK_SLOT}
PACE_MAX_DELAY = 30.0  # the longest Crawl-delay kept between requests, seconds
PACE_MAX_WAIT = 60.0  # the longest Retry-After waited for within a run; a longer one ends the run for that host
BUDGET_REQUESTS = 10_000  # of one site, all its hosts, in one run; what is left then waits for the next
BUDGET_MEGABYTES = 2_000  # likewise, as they come over the line
DOWNLOAD_DELAY_JITTER = 0.0  # an honest crawler need not look like anybody
RETRY_TIMES = 1  # what fails twice is tried again by later runs: the frontier is durable
RETRY_EXCEPTIONS = [  # not timeouts: a hanging page would hold up the run twice
    "scrapy.exceptions.CannotResolveHostError",
    "scrapy.exceptions.DownloadConnectionRefusedError",
    "scrapy.exceptions.DownloadFailedError",
    "scrapy.exceptions.ResponseDataLossError",
]
RETRY_GIVE_UP_LOG_LEVEL = "INFO"  # counted and kept in the frontier, no news for cron's mail
REDIRECT_MAX_TIMES = 5  # RFC 9309's figure for robots.txt, enough for articles
METAREFRESH_ENABLED = False  # decodes every page for a header that news pages use to reload themselves
COOKIES_ENABLED = False  # nothing here needs a session, and cookies make tldextract ask the network for its suffix list
REFERRER_POLICY = "same-origin"  # nobody else need know how we found a page
HTTPPROXY_ENABLED = True  # http_proxy and https_proxy of the environment are obeyed

CONDITIONAL_CHECK_EVERY = 20  # one 304 of so many is checked in full; a host that lied is asked in full for 30 days

# --- Distrust
DOWNLOAD_MAXSIZE = 8 * 1024 * 1024  # unpacked too: a compressed bomb costs no more
DOWNLOAD_WARNSIZE = 0  # what is below the limit is no warning
DOWNLOAD_TIMEOUT = 15  # for a whole page; drips and silence must not hold up a run
DOWNLOAD_VERIFY_CERTIFICATES = True  # a wrong certificate is an outage, not a page
DOWNLOAD_HANDLERS = {  # no page may send us anywhere but to the web
    "http": "crawler.middlewares.wire.BoundedHandler",  # headers end
    "https": "crawler.middlewares.wire.BoundedHandler",
    **dict.fromkeys(("file", "data", "ftp", "s3")),
}
PRIVATE_ADDRESSES = False  # True lets sections lie in private networks; this very machine is open where a section is 127.0.0.1
TWISTED_DNS_RESOLVER = "crawler.middlewares.addresses.GuardedResolver"  # checks the address that is connected to, not the name
TELNETCONSOLE_ENABLED = False  # a console on a port is a way in
REMOTE_CONTROL_ENABLED = False  # likewise: it runs code
URLLENGTH_LIMIT = 2083  # longer addresses are traps

# --- Schedule: scrapy tick
TICK_SHORTEST = 300  # seconds between two looks at a section, however often it changes
TICK_LONGEST = 6 * 3600  # however seldom
TICK_TOGETHER = 3  # sites that a tick runs at the same time; each has its own servers, so none sees more requests for it
PING_URL = ""  # asked for with /<exit code> behind it after each tick: a dead-man switch

# --- Publishing
ARTICLES_COMPRESSION = ""  # of the files in articles/: gzip, zstd, or none
PUBLISH_LINES = 1000  # a long run publishes a file whenever so many lines wait
PUBLISH_SECONDS = 300.0  # and as often as this, so that readers need not wait for its end

RUNS_KEPT_DAYS = 90  # so long runs/ remembers how a run went

# --- Lists
LISTING_PAGES_MAX = (
    100  # pages of one section in one run, whatever the pager says; -s LISTING_PAGES_MAX=1000 for a deep backfill
)
LISTING_KNOWN_STOP = 10  # so many known articles in a row end a section, after one whole page
RECHECKS_MAX = 50  # known articles looked at again in one run; what is due beyond that comes first in the next
DEPTH_LIMIT = 0  # sections bound themselves: LISTING_PAGES_MAX

# --- The browser: docs/browser.md
ADDONS = {"crawler.browser.addon.BrowserAddon": 100}  # nothing of it is started before a page needs it
BROWSER_RENDER = (
    "auto"  # never, auto (where evidence says that a page is empty without), always; a site or -a render= may say otherwise
)
BROWSER_EXECUTABLE = ""  # a path or command; otherwise Playwright's own Chromium, else one that the system has
BROWSER_SANDBOX = True  # Chromium's own; root has none in any case, some containers cannot
BROWSER_PAGES = 2  # at once
BROWSER_CONTEXT_PAGES = 50  # then a fresh context takes over: what pages leave behind is bounded
BROWSER_MEMORY_MB = 768  # of one of its processes; a page that takes more is lost, the others are not
BROWSER_STEPS_MAX = 30  # scrolls or clicks in one list; a backfill (-a since) goes on to LISTING_PAGES_MAX
BROWSER_TIMEOUT = 20.0  # seconds of a page's own time, those not counted in which it waits for the site
BROWSER_TIMEOUT_TOTAL = 300.0  # seconds of a whole list, however it goes on
BROWSER_SETTLE = 6.0  # the longest wait for a page that never stops moving; what it shows then is taken
BROWSER_QUIET = 0.5  # so long without a request or growth, and a page is built
BROWSER_REQUESTS_MAX = 100  # of one page, refused ones included
BROWSER_ELEMENTS_MAX = 100_000  # the largest of a thousand saved news pages has 22,000 tags

# --- What runs
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,  # obeys 404 pages and ignores 5xx
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # lets retries and redirects pass, knows no ports
    "crawler.middlewares.origin.OriginMiddleware": 90,
    "crawler.middlewares.robots.RobotsMiddleware": 100,
    "crawler.middlewares.rights.RightsMiddleware": 110,
    "crawler.middlewares.whole.WholeMiddleware": 585,  # around HttpCompressionMiddleware at 590
    "crawler.middlewares.whole.PackedMiddleware": 595,
    "crawler.middlewares.pace.PaceMiddleware": 950,  # the last before the network: what waits here has not left
}
ITEM_PIPELINES = {
    "crawler.pipelines.FactsPipeline": 100,
    "crawler.pipelines.leaks.LeakPipeline": 150,
    "crawler.pipelines.DatelinePipeline": 200,
    "crawler.pipelines.BylinePipeline": 300,
    "crawler.pipelines.CreditPipeline": 400,
    "crawler.pipelines.TeaserPipeline": 500,
    "crawler.pipelines.DatePipeline": 600,
    "crawler.pipelines.IdentityPipeline": 700,
    "crawler.pipelines.CheckPipeline": 800,
    "crawler.pipelines.walls.WallPipeline": 850,  # what only stands in an article's place ends here
    "crawler.pipelines.storage.StoragePipeline": 900,  # the line and its seen mark, one commit; unchanged articles end here
}
EXTENSIONS = {
    "crawler.extensions.storage.Storage": 0,
    "crawler.extensions.verdict.Verdict": 100,
    "crawler.extensions.record.Record": 150,
    "crawler.extensions.progress.Progress": 200,
    "crawler.extensions.rate.Rate": 300,  # bodies that drip
    "scrapy.extensions.logstats.LogStats": None,  # a line a minute is no news
}

# --- Cost
CONCURRENT_ITEMS = 1  # a page gives one item: a hundred workers a response cost a quarter of the CPU
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"  # the newest first, as the lists have them
DNSCACHE_ENABLED = True  # one look-up a host and run; a name that changes its address meanwhile is not followed
MEMUSAGE_LIMIT_MB = 1024  # a run that grows beyond that ends itself and says so
MEMUSAGE_CHECK_INTERVAL_SECONDS = 15.0  # often enough to catch a leak before the machine does
STATS_DUMP = False  # the run record has them
WARN_ON_GENERATOR_RETURN_VALUE = False  # our callbacks are generators without one; the check parses their source

# --- What it says
LOG_LEVEL = (
    "CRITICAL"  # cron mails what is printed: one line, from the command itself; warnings and errors are in runs/<run>.log
)
LOG_VERSIONS: list[str] = []  # for bug reports: scrapy version -v
DEFAULT_DROPITEM_LOG_LEVEL = "INFO"  # a page that is no article is counted, not shouted
FEED_EXPORT_ENCODING = "utf-8"  # for Scrapy's other formats
