"""Pages that need a browser: found by evidence, rendered by scrapy-playwright, fed and guarded by Scrapy's own downloader.

``BrowserAddon`` (Scrapy's ``ADDONS``) switches it on. Nothing here starts a browser, or imports Playwright, before the first
page that needs one. The browser has no network: what a page asks for goes through the downloader middlewares of the run, so
that robots.txt, domains, private addresses, pace, user agent and size limits hold there by the same code as everywhere.
"""
