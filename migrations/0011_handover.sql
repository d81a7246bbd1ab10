-- Entries that their provider wants to hand to another organization: one proposal for an entry at a time, gone once it is
-- decided. What was decided stands in the versions of the entry and in the change feed.

CREATE TABLE handover (
    service_id TEXT NOT NULL PRIMARY KEY REFERENCES service (id) ON DELETE CASCADE,
    from_organization TEXT NOT NULL REFERENCES organization (id),
    to_organization TEXT NOT NULL REFERENCES organization (id),
    -- who proposed it, as in the change feed: names nobody once the account is erased
    proposed_by TEXT NOT NULL,
    proposed_at TEXT NOT NULL,
    CHECK (from_organization <> to_organization)
);

CREATE INDEX handover_from ON handover (from_organization);
CREATE INDEX handover_to ON handover (to_organization);
