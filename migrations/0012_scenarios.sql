-- Scenarios of the planning that somebody has kept under a name.

CREATE TABLE scenario (
    id TEXT NOT NULL PRIMARY KEY,
    -- whose it is; NULL once that account is erased
    account_id TEXT REFERENCES account (id) ON DELETE SET NULL,
    -- name, note, question and what it was asked of, as JSON
    document TEXT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    last_modified TEXT NOT NULL
);

CREATE INDEX scenario_account ON scenario (account_id);
