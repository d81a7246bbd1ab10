-- What entries refer to: classification, municipalities, places, people, the loaded county package.

-- References to terms are checked at commit, so that a package may replace terms and entries in one transaction.
CREATE TABLE taxonomy_term (
    code TEXT NOT NULL PRIMARY KEY,
    facet TEXT NOT NULL CHECK (facet IN ('topic', 'target_group', 'service_form', 'legal_basis')),
    parent TEXT REFERENCES taxonomy_term (code) DEFERRABLE INITIALLY DEFERRED,
    label TEXT NOT NULL,
    description TEXT NOT NULL,
    -- JSON list of text
    synonyms TEXT NOT NULL,
    icon TEXT,
    color TEXT,
    shape TEXT,
    ordinal BIGINT NOT NULL
);

CREATE INDEX taxonomy_term_parent ON taxonomy_term (parent);

CREATE TABLE municipality (
    ags TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    designation TEXT NOT NULL,
    population BIGINT NOT NULL CHECK (population >= 0),
    population_date TEXT NOT NULL,
    center_lon DOUBLE PRECISION NOT NULL,
    center_lat DOUBLE PRECISION NOT NULL,
    -- all facts, as JSON
    document TEXT NOT NULL,
    -- GeoJSON geometry, lon/lat
    outline TEXT NOT NULL
);

-- The gazetteer: places people may type.
CREATE TABLE place (
    ordinal BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('municipality', 'district', 'postcode', 'stop')),
    lon DOUBLE PRECISION NOT NULL,
    lat DOUBLE PRECISION NOT NULL,
    point_is_fallback BOOLEAN NOT NULL,
    -- JSON list of municipality keys
    municipalities TEXT NOT NULL
);

CREATE INDEX place_name ON place (name);

-- Census grid cells: lower-left corner in metres of EPSG:3035, people counted.
CREATE TABLE population_cell (
    easting_m BIGINT NOT NULL,
    northing_m BIGINT NOT NULL,
    size_m BIGINT NOT NULL CHECK (size_m > 0),
    ags TEXT NOT NULL REFERENCES municipality (ags) DEFERRABLE INITIALLY DEFERRED,
    lt18 BIGINT NOT NULL CHECK (lt18 >= 0),
    a18to29 BIGINT NOT NULL CHECK (a18to29 >= 0),
    a30to49 BIGINT NOT NULL CHECK (a30to49 >= 0),
    a50to64 BIGINT NOT NULL CHECK (a50to64 >= 0),
    ge65 BIGINT NOT NULL CHECK (ge65 >= 0),
    PRIMARY KEY (size_m, easting_m, northing_m)
);

CREATE INDEX population_cell_ags ON population_cell (ags);

-- Which county packages were loaded, and in which state.
CREATE TABLE region (
    slug TEXT NOT NULL PRIMARY KEY,
    package_hash TEXT NOT NULL,
    loaded_at TEXT NOT NULL
);
