-- The truth: what was written, when, by whom (docs/adr/0002-revisions-are-the-truth.md).
-- One SQL text for SQLite and PostgreSQL: TEXT, BIGINT, DOUBLE PRECISION, BOOLEAN; ids and times are TEXT.

-- Every write, in commit order and without gaps.
CREATE TABLE change (
    seq BIGINT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('create', 'update', 'withdraw')),
    before_revision BIGINT,
    after_revision BIGINT
);

-- Bodies that run services. The document is the whole record, the columns are what SQL asks for.
CREATE TABLE organization (
    id TEXT NOT NULL PRIMARY KEY,
    source_id TEXT,
    name TEXT NOT NULL,
    kind_text TEXT,
    document TEXT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    last_modified TEXT NOT NULL
);

-- The root of an entry: where it stands, and which of its versions is public.
-- organization_id, name and status are those of the published version, or of the latest where none is published.
CREATE TABLE service (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT REFERENCES organization (id),
    name TEXT NOT NULL,
    review_status TEXT NOT NULL
        CHECK (review_status IN ('draft', 'pending', 'published', 'rejected', 'archived')),
    status TEXT NOT NULL CHECK (status IN ('active', 'inactive', 'defunct', 'temporarily_closed')),
    version BIGINT NOT NULL CHECK (version > 0),
    latest_revision BIGINT NOT NULL CHECK (latest_revision > 0),
    published_revision BIGINT,
    -- revision.seq of the published version, so that all public documents are read in one sweep
    published_seq BIGINT,
    published_at TEXT,
    created_at TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    CHECK ((published_revision IS NULL) = (published_seq IS NULL)),
    CHECK ((published_revision IS NULL) = (published_at IS NULL)),
    CHECK (published_revision IS NULL OR published_revision <= latest_revision)
);

CREATE INDEX service_published ON service (published_seq, published_at);
CREATE INDEX service_organization ON service (organization_id);

-- Every version of an entry as one JSON document; rows are only ever added.
CREATE TABLE revision (
    -- the change that added it
    seq BIGINT NOT NULL PRIMARY KEY REFERENCES change (seq),
    service_id TEXT NOT NULL REFERENCES service (id),
    number BIGINT NOT NULL CHECK (number > 0),
    review_status TEXT NOT NULL
        CHECK (review_status IN ('draft', 'pending', 'published', 'rejected', 'archived')),
    author TEXT NOT NULL,
    created_at TEXT NOT NULL,
    reason TEXT,
    document TEXT NOT NULL,
    UNIQUE (service_id, number)
);
