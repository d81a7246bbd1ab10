#!/usr/bin/env bash
# What pages and map reach in a browser, with the release build.
#     scripts/bench-browser.sh [--record] [--only pages|map]
set -euo pipefail
cd "$(dirname "$0")/.."

cargo build --release --locked
(cd web && npm ci --ignore-scripts)
exec bash scripts/with-server.sh "${CARGO_TARGET_DIR:-target}/release/sozialatlas" npm --prefix web run bench -- "$@"
