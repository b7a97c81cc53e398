"""The tables of the history, one script a version; a script that was released is never changed.

Rows are found by 64-bit keys (``keys.key_of``), which SQLite keeps as row ids: ten million of them cost no text index.
"""

from __future__ import annotations

_FIRST = """
CREATE TABLE article (            -- what is known of each article: one row, for ever
    key INTEGER PRIMARY KEY,      -- of the article id
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    hash BLOB,                    -- SHA-256 of the own content; NULL where the line of this revision was lost
    digests BLOB,                 -- four bytes an own field
    first_seen INTEGER,           -- seconds since 1970, as all times here
    checked INTEGER,
    file INTEGER                  -- the published file with the last line
);
CREATE TABLE address (            -- every address an article is known under
    key INTEGER PRIMARY KEY,      -- of the identity key of the URL
    article INTEGER NOT NULL
);
CREATE TABLE alternate (          -- further addresses as text; most articles have none
    article INTEGER NOT NULL,
    url TEXT NOT NULL,
    PRIMARY KEY (article, url)
) WITHOUT ROWID;
CREATE TABLE schedule (           -- articles young enough to be looked at again
    article INTEGER PRIMARY KEY,
    spider TEXT NOT NULL,
    url TEXT NOT NULL,
    next_check INTEGER NOT NULL
);
CREATE INDEX schedule_due ON schedule (spider, next_check);
CREATE TABLE validator (          -- for conditional requests, of articles and listings
    key INTEGER PRIMARY KEY,      -- of the clean URL
    etag TEXT,
    last_modified TEXT,
    checked INTEGER NOT NULL
);
CREATE TABLE frontier (           -- what listings named and is not settled as an article
    key INTEGER PRIMARY KEY,      -- of spider and identity key
    spider TEXT NOT NULL,
    url TEXT NOT NULL,
    state INTEGER NOT NULL,       -- 0 waiting, 1 failed, 2 quarantined, 3 skipped
    tries INTEGER NOT NULL,       -- failed runs
    named INTEGER NOT NULL,       -- when a listing named it first
    last_run TEXT,                -- the run that failed it last
    next_try INTEGER,             -- of the quarantined, and of pages without text on a site that is well
    reason TEXT,
    cards TEXT                    -- JSON list: where and how it was announced
);
CREATE INDEX frontier_open ON frontier (spider, state) WHERE state < 3;
CREATE TABLE outbox (             -- lines that are not in a published file yet
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    spider TEXT NOT NULL,
    article INTEGER NOT NULL,
    file INTEGER,                 -- once the name is fixed
    line BLOB NOT NULL
);
CREATE INDEX outbox_file ON outbox (spider, file);
CREATE TABLE file (               -- the manifest: every file whose name was fixed
    id INTEGER PRIMARY KEY,
    spider TEXT NOT NULL,
    day TEXT NOT NULL,
    name TEXT NOT NULL UNIQUE,    -- below the articles folder
    lines INTEGER,                -- NULL until published
    size INTEGER,
    sha256 TEXT
);
CREATE INDEX file_day ON file (spider, day);
CREATE TABLE teaser (             -- texts that announce an article, to know them again inside another one
    key INTEGER PRIMARY KEY,      -- of site and folded text
    page INTEGER NOT NULL,        -- the address key of the page they announce, 0 where unknown
    seen INTEGER NOT NULL
);
CREATE TABLE staff (              -- names in the bylines of a site
    site TEXT NOT NULL,
    name TEXT NOT NULL,
    url TEXT,
    articles INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    PRIMARY KEY (site, name)
) WITHOUT ROWID;
CREATE TABLE note (               -- small facts that glue code keeps between runs, as JSON
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID
"""

_COPIES = """
CREATE TABLE text (               -- of texts read lately, to know a copy
    article INTEGER PRIMARY KEY,
    sketch BLOB NOT NULL,
    original INTEGER,             -- the article that had this text first; NULL where it is this one
    seen INTEGER NOT NULL
);
CREATE TABLE band (               -- hashes of their sketches: copies share one
    hash INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (hash, article)
) WITHOUT ROWID
"""

MIGRATIONS = (_FIRST, _COPIES)
