-- Translations of the words of entries, made by people. Like entries: the root says where it stands and which version is
-- public, versions are only ever added (docs/adr/0014-translations-are-bound-to-the-words-they-translate.md).

CREATE TABLE translation (
    service_id TEXT NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    language TEXT NOT NULL CHECK (language IN ('en', 'uk', 'ar', 'tr', 'fr', 'leicht')),
    -- pending = the latest version waits for an editor; archived = taken back
    review_status TEXT NOT NULL
        CHECK (review_status IN ('pending', 'published', 'rejected', 'archived')),
    -- for the optimistic lock
    version BIGINT NOT NULL CHECK (version > 0),
    latest_number BIGINT NOT NULL CHECK (latest_number > 0),
    -- the version the public reads, if any
    published_number BIGINT,
    -- why an editor refused the latest version
    note TEXT,
    last_modified TEXT NOT NULL,
    PRIMARY KEY (service_id, language),
    CHECK (published_number IS NULL OR published_number <= latest_number)
);

CREATE INDEX translation_review_status ON translation (review_status);

CREATE TABLE translation_version (
    -- the change that added it
    seq BIGINT NOT NULL PRIMARY KEY REFERENCES change (seq),
    service_id TEXT NOT NULL,
    language TEXT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    -- as in the change feed: names nobody once the account is erased
    author TEXT NOT NULL,
    created_at TEXT NOT NULL,
    -- JSON: the translated texts, each with the German text it translates
    document TEXT NOT NULL,
    UNIQUE (service_id, language, number),
    FOREIGN KEY (service_id, language) REFERENCES translation (service_id, language)
        ON DELETE CASCADE
);
