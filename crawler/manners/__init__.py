"""What a guest may ask for, how often, what it may keep, and what it makes of a refusal. Pure: no network, no Scrapy.

    robots        robots.txt by RFC 9309: what an answer means, which addresses it forbids, how slowly it wants us
    directives    noindex, nofollow, noarchive, unavailable_after: of a page and of its headers
    reservation   text and data mining reserved: header, meta element, tdmrep.json, ai.txt
    backoff       how long a host that refused is left alone, from run to run
    trust         whether a host's 304 is believed
    usage         directives and reservation of one page together, and what follows by our policy
    walls         whether a page only stands in an article's place
    failures      the kinds of failure, and how heavily each weighs

The middlewares keep them for every request of a crawl, those of a browser's pages too: these go through the downloader.
"""
