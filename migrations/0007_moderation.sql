-- The life of an entry at the desks: decisions, spot checks, merged entries, requests that must not be done twice.

-- Whether the county lets an organization publish without review; and how often it has, so that every so-many-th is
-- looked at afterwards.
ALTER TABLE organization ADD COLUMN trusted BOOLEAN NOT NULL DEFAULT FALSE;

ALTER TABLE organization ADD COLUMN unreviewed BIGINT NOT NULL DEFAULT 0;

CREATE INDEX service_review_status ON service (review_status, id);

-- The history of one record.
CREATE INDEX change_record ON change (entity_id, seq);

-- What editors decided about a version, and why; rows are only ever added.
CREATE TABLE decision (
    seq BIGINT NOT NULL PRIMARY KEY REFERENCES change (seq),
    service_id TEXT NOT NULL REFERENCES service (id),
    revision BIGINT NOT NULL CHECK (revision > 0),
    kind TEXT NOT NULL
        CHECK (kind IN ('publish', 'reject', 'ask_back', 'approve', 'archive', 'merge')),
    -- the words for the provider: reason or question
    note TEXT,
    actor TEXT NOT NULL,
    at TEXT NOT NULL
);

CREATE INDEX decision_service ON decision (service_id, seq);

-- Versions published without review that are still to be looked at.
CREATE TABLE sample (
    service_id TEXT NOT NULL PRIMARY KEY REFERENCES service (id),
    revision BIGINT NOT NULL CHECK (revision > 0),
    since TEXT NOT NULL
);

-- Ids of entries and sites that became part of others, so that old addresses still lead there.
CREATE TABLE entry_alias (
    old_id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('service', 'site')),
    service_id TEXT NOT NULL REFERENCES service (id),
    site_id TEXT,
    since TEXT NOT NULL,
    CHECK ((kind = 'site') = (site_id IS NOT NULL))
);

CREATE INDEX entry_alias_service ON entry_alias (service_id);

-- What became of a request that carries a key: asked again, it is answered again and not done again.
CREATE TABLE answered_request (
    actor TEXT NOT NULL,
    request_key TEXT NOT NULL,
    -- SHA-256 of what was asked
    digest TEXT NOT NULL,
    -- what became of it, as JSON
    outcome TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (actor, request_key)
);

CREATE INDEX answered_request_at ON answered_request (at);
