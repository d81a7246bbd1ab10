-- Sign-in by another provider (OpenID Connect): which of its subjects is which account.

CREATE TABLE linked_identity (
    issuer TEXT NOT NULL,
    -- what the provider calls the person for good: an address may change there, this does not
    subject TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    linked_at TEXT NOT NULL,
    last_used_at TEXT NOT NULL,
    -- set when the person has ended the link: it is not made again by itself
    unlinked_at TEXT,
    PRIMARY KEY (issuer, subject),
    UNIQUE (account_id, issuer)
);

-- How a session was opened; provider_strong = the provider has asked for a second factor.
ALTER TABLE session ADD COLUMN way TEXT NOT NULL DEFAULT 'password'
    CHECK (way IN ('password', 'provider', 'provider_strong'));
