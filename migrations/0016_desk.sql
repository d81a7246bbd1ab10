-- What a county package says otherwise than people have written; merges that can be undone; months that were counted.

-- Where a package differs from what people have written of an entry: a case for an editor, never an overwriting. A row is
-- kept when it was decided, so that the same difference is not asked about again.
CREATE TABLE import_case (
    service_id TEXT NOT NULL PRIMARY KEY REFERENCES service (id),
    -- short name of the county whose package it is
    region TEXT NOT NULL,
    -- SHA-256 of what the package says
    digest TEXT NOT NULL,
    -- what it says and where that would stand; NULL = it no longer has the entry
    document TEXT,
    review_status TEXT
        CHECK (review_status IN ('draft', 'pending', 'published', 'rejected', 'archived')),
    -- taken = the entry says what the package says; kept = it stays as people wrote it
    state TEXT NOT NULL CHECK (state IN ('open', 'taken', 'kept')),
    since TEXT NOT NULL,
    CHECK ((document IS NULL) = (review_status IS NULL))
);

CREATE INDEX import_case_state ON import_case (state, since, service_id);

-- What the county package said of an organization when it was last taken over: as long as the record says the same, no
-- person has changed it. NULL = it never came from a package, or before there was this column.
ALTER TABLE organization ADD COLUMN source_document TEXT;

-- The case before and the case after are looked up by key, in the order of the editors' list.
CREATE INDEX service_waiting_new ON service (last_modified, id)
    WHERE review_status = 'pending' AND published_revision IS NULL;

CREATE INDEX service_waiting_changed ON service (last_modified, id)
    WHERE review_status = 'pending' AND published_revision IS NOT NULL;

CREATE INDEX sample_since ON sample (since, service_id);

-- A merge as it has to be known to be undone; forgotten when that is no longer possible.
CREATE TABLE merge_undo (
    merged_id TEXT NOT NULL PRIMARY KEY REFERENCES service (id),
    kept_id TEXT NOT NULL REFERENCES service (id),
    at TEXT NOT NULL,
    -- versions of both records after the merge: whoever has written since is not overwritten
    merged_version BIGINT NOT NULL,
    kept_version BIGINT NOT NULL,
    -- what stood before, as JSON: states of both, ids that led elsewhere, sums that were moved
    before TEXT NOT NULL
);

CREATE INDEX merge_undo_kept ON merge_undo (kept_id, at);

-- How many entries were fresh at the end of a month that is over, by one policy: counted once.
CREATE TABLE freshness_month (
    month TEXT NOT NULL,
    -- SHA-256 of the periods it was counted by
    policy TEXT NOT NULL,
    fresh BIGINT NOT NULL CHECK (fresh >= 0),
    stale BIGINT NOT NULL CHECK (stale >= 0),
    unknown BIGINT NOT NULL CHECK (unknown >= 0),
    PRIMARY KEY (month, policy)
);
