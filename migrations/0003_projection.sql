-- The published version of every entry as relations, rewritten in the transaction that publishes it.
-- Nothing here is a source of its own: all of it can be made again from service and revision.

-- A municipality key here may lie outside the county, whose municipalities alone are rows: no foreign key.
CREATE TABLE location (
    id TEXT NOT NULL PRIMARY KEY,
    disclosure TEXT NOT NULL,
    municipality_ags TEXT,
    street TEXT,
    postcode TEXT,
    locality TEXT,
    district TEXT,
    detail TEXT,
    lon DOUBLE PRECISION,
    lat DOUBLE PRECISION,
    coord_precision TEXT,
    position_source TEXT,
    CHECK ((lon IS NULL) = (lat IS NULL)),
    CHECK (disclosure <> 'protected' OR (lon IS NULL AND street IS NULL))
);

CREATE TABLE service_at_location (
    id TEXT NOT NULL PRIMARY KEY,
    service_id TEXT NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    location_id TEXT NOT NULL REFERENCES location (id) DEFERRABLE INITIALLY DEFERRED,
    ordinal BIGINT NOT NULL,
    source_id TEXT,
    name TEXT,
    site_type TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('active', 'inactive', 'defunct', 'temporarily_closed')),
    accessible TEXT NOT NULL CHECK (accessible IN ('yes', 'no', 'unknown')),
    valid_to TEXT,
    assured_date TEXT,
    assured_by TEXT NOT NULL CHECK (assured_by IN ('source', 'provider', 'editor')),
    confidence TEXT,
    reach TEXT NOT NULL CHECK (reach IN ('undeclared', 'municipalities', 'everywhere')),
    service_area_text TEXT
);

CREATE INDEX service_at_location_service ON service_at_location (service_id);
CREATE INDEX service_at_location_location ON service_at_location (location_id);

CREATE TABLE schedule (
    service_at_location_id TEXT NOT NULL PRIMARY KEY
        REFERENCES service_at_location (id) ON DELETE CASCADE,
    osm TEXT,
    text TEXT,
    appointment TEXT NOT NULL CHECK (appointment IN ('yes', 'no', 'unknown'))
);

-- The contact of exactly one organization, service or service at a location.
CREATE TABLE contact (
    organization_id TEXT REFERENCES organization (id) ON DELETE CASCADE,
    service_id TEXT REFERENCES service (id) ON DELETE CASCADE,
    service_at_location_id TEXT REFERENCES service_at_location (id) ON DELETE CASCADE,
    -- JSON list of text
    phones TEXT NOT NULL,
    email TEXT,
    website TEXT,
    CHECK (
        CASE WHEN organization_id IS NULL THEN 0 ELSE 1 END
        + CASE WHEN service_id IS NULL THEN 0 ELSE 1 END
        + CASE WHEN service_at_location_id IS NULL THEN 0 ELSE 1 END = 1
    )
);

CREATE UNIQUE INDEX contact_organization ON contact (organization_id)
    WHERE organization_id IS NOT NULL;
CREATE UNIQUE INDEX contact_service ON contact (service_id) WHERE service_id IS NOT NULL;
CREATE UNIQUE INDEX contact_site ON contact (service_at_location_id)
    WHERE service_at_location_id IS NOT NULL;

CREATE TABLE service_term (
    service_id TEXT NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    term_code TEXT NOT NULL REFERENCES taxonomy_term (code) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (service_id, term_code)
);

CREATE INDEX service_term_code ON service_term (term_code);

-- Declared service areas, municipality by municipality.
CREATE TABLE service_area (
    service_at_location_id TEXT NOT NULL REFERENCES service_at_location (id) ON DELETE CASCADE,
    ags TEXT NOT NULL,
    PRIMARY KEY (service_at_location_id, ags)
);

-- Ids of the package's rows, so that old links still lead to the entry they meant; kept when it is withdrawn.
CREATE TABLE id_alias (
    source_id TEXT NOT NULL PRIMARY KEY,
    service_id TEXT NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    service_at_location_id TEXT NOT NULL
);

CREATE INDEX id_alias_service ON id_alias (service_id);
