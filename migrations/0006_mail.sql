-- Mail that waits to be sent, and what became of it; and tasks that run once a period, whichever instance does them.

-- A mail is written in the transaction of what it tells of, so that neither goes without the other.
CREATE TABLE outbox (
    -- also its Message-ID, so that a mail that is sent twice is known as one
    id TEXT NOT NULL PRIMARY KEY,
    -- what the mail is about, a word of the program
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    -- the account it is sent to, so that its mails go when it is erased; no foreign key: a mail may outlive it
    account_id TEXT,
    subject TEXT NOT NULL,
    -- the texts are emptied when the mail has been sent: links in them open doors
    plain TEXT NOT NULL,
    html TEXT NOT NULL,
    created_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed')),
    -- queued: not before this moment; sending: whoever took it may be taken for dead from this moment on
    next_try_at TEXT NOT NULL,
    attempts BIGINT NOT NULL CHECK (attempts >= 0),
    -- the instance that is sending it
    taken_by TEXT,
    -- why the last attempt did not succeed, without the recipient's name
    last_error TEXT,
    -- when it was sent, or given up
    finished_at TEXT,
    CHECK ((state = 'sending') = (taken_by IS NOT NULL)),
    CHECK ((state IN ('sent', 'failed')) = (finished_at IS NOT NULL))
);

CREATE INDEX outbox_waiting ON outbox (state, next_try_at);
CREATE INDEX outbox_account ON outbox (account_id);

-- Tasks of the upkeep: the last period each was done for, and who is doing it now.
CREATE TABLE upkeep_task (
    name TEXT NOT NULL PRIMARY KEY,
    -- the last period it was done for (a day: 2026-11-23), in the region's time zone
    done_for TEXT,
    finished_at TEXT,
    taken_by TEXT,
    taken_until TEXT,
    -- what the last run did or why it failed, in a word and numbers
    outcome TEXT
);

-- Which reminder was sent for which state of an entry: one step is never taken twice.
CREATE TABLE reminder (
    service_id TEXT NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    -- the date the entry was confirmed last when the reminder went out; '' = never
    assured_date TEXT NOT NULL,
    -- 1 = first reminder, 2 = second, 3 = last
    step BIGINT NOT NULL CHECK (step > 0),
    sent_at TEXT NOT NULL,
    -- how many accounts got it
    recipients BIGINT NOT NULL CHECK (recipients > 0),
    PRIMARY KEY (service_id, assured_date, step)
);
