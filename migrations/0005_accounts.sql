-- People who may sign in, and what they sign in with. Secrets stand here only as hashes, but for the key of a
-- one-time code, which has to be computed with.

CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    -- as written by the person; empty once erased
    email TEXT NOT NULL,
    -- folded, for looking up; NULL once erased, so that the address is free again
    email_key TEXT UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('provider', 'editor', 'planner', 'admin')),
    state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'blocked', 'erased')),
    -- PHC string of Argon2id; NULL until a password is chosen
    password_hash TEXT,
    -- Base32 key of the one-time codes; NULL = no second factor
    totp_secret TEXT,
    -- a key that was shown, but not yet confirmed by a code
    totp_pending TEXT,
    -- the newest step a code was accepted for: no code counts twice
    totp_last_step BIGINT NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    last_sign_in_at TEXT,
    CHECK ((state = 'erased') = (email_key IS NULL))
);

CREATE TABLE account_organization (
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    organization_id TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
    PRIMARY KEY (account_id, organization_id)
);

CREATE INDEX account_organization_organization ON account_organization (organization_id);

-- For whoever has lost the device that makes the codes.
CREATE TABLE recovery_code (
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    hash TEXT NOT NULL,
    used_at TEXT,
    PRIMARY KEY (account_id, hash)
);

CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    -- SHA-256 of the cookie's value
    hash TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    -- code = the password was right, the one-time code is still to come
    stage TEXT NOT NULL CHECK (stage IN ('code', 'full')),
    -- the browser in the words of the person's list of sessions
    device TEXT NOT NULL,
    created_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
);

CREATE INDEX session_account ON session (account_id);
CREATE INDEX session_expires ON session (expires_at);

-- Browsers from which an account has signed in before: they are not held up by the failures of others.
CREATE TABLE known_device (
    hash TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    expires_at TEXT NOT NULL
);

CREATE INDEX known_device_account ON known_device (account_id);

CREATE TABLE api_token (
    id TEXT NOT NULL PRIMARY KEY,
    -- SHA-256 of the token
    hash TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    -- words with a blank between them
    scopes TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    last_used_at TEXT
);

CREATE INDEX api_token_account ON api_token (account_id);

-- Links that do one thing once.
CREATE TABLE link_token (
    -- SHA-256 of what stands in the link
    hash TEXT NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    -- what it is about, for example the id of an entry
    subject TEXT NOT NULL,
    account_id TEXT REFERENCES account (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
);

CREATE INDEX link_token_subject ON link_token (purpose, subject);
CREATE INDEX link_token_account ON link_token (account_id);

-- What happened to accounts, for administrators; kept for a time, not for ever.
CREATE TABLE audit_event (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    -- whose account; no reference, so that it stays when the account is erased
    account_id TEXT,
    actor TEXT NOT NULL,
    detail TEXT NOT NULL
);

CREATE INDEX audit_event_at ON audit_event (at);
CREATE INDEX audit_event_account ON audit_event (account_id);
