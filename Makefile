# The interface for people. Every line is a plain command; what takes more stands in scripts/.
.PHONY: run test torture audit fuzz bench lint fmt conformance screenshots advisories

# Builds web and server, then serves http://127.0.0.1:8080 with the only county package below data/.
run:
	cargo run --release --locked -- serve

# Everything that must pass; installs what the tests need.
test:
	bash scripts/test-setup.sh
	bash scripts/test.sh

# The program killed 300 times under write load on each database, 10,000 edits over two instances. Takes hours.
torture:
	bash scripts/test-setup.sh
	SOZIALATLAS_TEST_KILLS=300 SOZIALATLAS_TEST_EDITS=10000 bash scripts/with-postgres.sh \
		cargo test --locked --test cli -- --nocapture --test-threads 1 kills two_instances

# axe on every page, in every language, light and dark, at three widths; and whether a page is forgotten. Half an hour.
audit:
	bash scripts/test-setup.sh
	bash scripts/audit.sh

# Opening hours and the JSON of entries against input that nobody has chosen; FUZZ_SECONDS for each (60).
fuzz:
	bash scripts/fuzz.sh $(or $(FUZZ_SECONDS),60)

# Figures and machine go into docs/PERFORMANCE.md.
bench:
	cargo bench --locked --bench spatial
	cargo bench --locked --bench overland
	cargo bench --locked --bench server -- --record docs/PERFORMANCE.md
	cargo bench --locked --bench coverage -- --record docs/PERFORMANCE.md
	cargo bench --locked --bench search -- --record docs/PERFORMANCE.md
	bash scripts/test-setup.sh
	bash scripts/bench-browser.sh --record

lint:
	cargo fmt --check
	cargo clippy --locked --all-targets -- -D warnings
	cd web && npm ci --ignore-scripts && npm run check

fmt:
	cargo fmt
	cd web && npm ci --ignore-scripts && npm run format

# Foreign clients read the interface (GDAL, OWSLib), foreign libraries recompute its figures (scipy, geopandas).
conformance:
	bash scripts/test-setup.sh
	bash scripts/conformance.sh

# Components with known weaknesses, and those that are not the newest. Asks the internet, so it is no part of the tests.
advisories:
	bash scripts/advisories.sh

# Pictures of the running pages under docs/images/.
screenshots:
	bash scripts/test-setup.sh
	bash scripts/screenshots.sh
