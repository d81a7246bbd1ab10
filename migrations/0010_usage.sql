-- Counting without tracking: sums of views and of questions. No row is about a person, a session or a moment; what fewer
-- than five asked alike is not here at all (the program keeps it in memory only), and the database refuses it.

-- How often an entry was opened in a calendar month of the region (2026-11).
CREATE TABLE usage_view (
    -- no foreign key: a sum may outlive its entry
    service_id TEXT NOT NULL,
    month TEXT NOT NULL,
    views BIGINT NOT NULL CHECK (views > 0),
    PRIMARY KEY (service_id, month)
);

-- Questions from whose results an entry was opened.
CREATE TABLE usage_led (
    service_id TEXT NOT NULL,
    month TEXT NOT NULL,
    -- roots of the words in alphabetical order: what makes questions alike
    alike TEXT NOT NULL,
    -- how most of them were spelled
    words TEXT NOT NULL,
    asked BIGINT NOT NULL CHECK (asked >= 5),
    PRIMARY KEY (service_id, month, alike)
);

CREATE INDEX usage_led_month ON usage_led (month);

-- Questions without a good answer, by ISO week (2026-W48).
CREATE TABLE usage_unmet (
    week TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('zero', 'weak')),
    -- the municipality the question named; '' = none
    municipality TEXT NOT NULL,
    alike TEXT NOT NULL,
    words TEXT NOT NULL,
    asked BIGINT NOT NULL CHECK (asked >= 5),
    PRIMARY KEY (week, kind, municipality, alike)
);
