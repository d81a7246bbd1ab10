-- Websites that published entries and organizations name, and whether somebody answers there.

CREATE TABLE link_check (
    url TEXT NOT NULL PRIMARY KEY,
    checked_at TEXT NOT NULL,
    -- ok; moved = answers elsewhere; broken = the page is gone; unreachable = nobody answers; refused = not asked, as the
    -- address is none of the public internet
    outcome TEXT NOT NULL CHECK (outcome IN ('ok', 'moved', 'broken', 'unreachable', 'refused')),
    -- HTTP status of the last answer
    http_status BIGINT,
    -- where the page has moved
    target TEXT,
    -- why nobody answered, in words for the log
    detail TEXT,
    -- checks in a row that did not end well
    failures BIGINT NOT NULL CHECK (failures >= 0),
    -- since when
    failing_since TEXT,
    CHECK ((failures = 0) = (failing_since IS NULL))
);

CREATE INDEX link_check_failures ON link_check (failures);
