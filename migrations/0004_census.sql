-- Cells whose ages are not known, or known only in part; and which grid the cells are of.

-- SQLite cannot change a column's NOT NULL: the table is made anew and keeps its rows. They come last, as PostgreSQL
-- alters no table whose deferred references are still to be checked.
ALTER TABLE population_cell RENAME TO population_cell_0003;

DROP INDEX population_cell_ags;

CREATE TABLE population_cell (
    easting_m BIGINT NOT NULL,
    northing_m BIGINT NOT NULL,
    size_m BIGINT NOT NULL CHECK (size_m > 0),
    ags TEXT NOT NULL REFERENCES municipality (ags) DEFERRABLE INITIALLY DEFERRED,
    -- all people, as counted; the bands need not add up to it
    people BIGINT NOT NULL CHECK (people >= 0),
    -- NULL = not known, which is not the same as nobody
    lt18 BIGINT CHECK (lt18 >= 0),
    a18to29 BIGINT CHECK (a18to29 >= 0),
    a30to49 BIGINT CHECK (a30to49 >= 0),
    a50to64 BIGINT CHECK (a50to64 >= 0),
    ge65 BIGINT CHECK (ge65 >= 0),
    PRIMARY KEY (size_m, easting_m, northing_m)
);

CREATE INDEX population_cell_ags ON population_cell (ags);

INSERT INTO population_cell
    (easting_m, northing_m, size_m, ags, people, lt18, a18to29, a30to49, a50to64, ge65)
SELECT easting_m, northing_m, size_m, ags, lt18 + a18to29 + a30to49 + a50to64 + ge65,
    lt18, a18to29, a30to49, a50to64, ge65
FROM population_cell_0003;

DROP TABLE population_cell_0003;

-- The grid that is loaded: at most one row. None = cells that a package brought before this table was there.
CREATE TABLE census_grid (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    -- whether a county package may replace it: what a person imported stays
    origin TEXT NOT NULL CHECK (origin IN ('package', 'import')),
    -- source, day, size of the cells, files, counts, as JSON
    document TEXT NOT NULL
);
