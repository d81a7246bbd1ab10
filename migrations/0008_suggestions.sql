-- What people without an account tell the editors: errors, missing entries, praise, complaints. Never public.

CREATE TABLE suggestion (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('correction', 'new_entry', 'closed', 'claim', 'praise', 'complaint')),
    state TEXT NOT NULL CHECK (state IN ('received', 'in_progress', 'asked_back', 'accepted', 'declined')),
    service_id TEXT REFERENCES service (id),
    topic TEXT,
    -- what the sender wrote, as JSON; NULL = its time is over: words and sender are erased, the row stays for counting
    document TEXT,
    -- SHA-256 of the secret of the answer link, and of the mark of the form: the same form sent twice is one suggestion
    answer_hash TEXT NOT NULL UNIQUE,
    form_hash TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    decided_at TEXT,
    erase_after TEXT NOT NULL,
    CHECK ((topic IS NOT NULL) = (kind IN ('praise', 'complaint')))
);

CREATE INDEX suggestion_state ON suggestion (state, created_at);
CREATE INDEX suggestion_service ON suggestion (service_id);
CREATE INDEX suggestion_erase_after ON suggestion (erase_after);
CREATE INDEX suggestion_created_at ON suggestion (created_at);

-- What editors and the sender say to each other about it, in order; erased with the words of the sender.
CREATE TABLE suggestion_message (
    suggestion_id TEXT NOT NULL REFERENCES suggestion (id) ON DELETE CASCADE,
    number BIGINT NOT NULL CHECK (number > 0),
    at TEXT NOT NULL,
    -- 'sender', or the name of an account
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (suggestion_id, number)
);

-- Secrets that the instances of one county share, made at first use.
CREATE TABLE server_key (
    purpose TEXT NOT NULL PRIMARY KEY,
    secret TEXT NOT NULL,
    created_at TEXT NOT NULL
);
