#!/usr/bin/env bash
# Foreign clients read the interface: GDAL's OAPIF driver and OWSLib list the collections, page through all
# items and read a box; their counts must equal the server's own.
#     scripts/conformance.sh [BINARY]
set -euo pipefail
cd "$(dirname "$0")/.."

binary=${1:-}
if [ -z "$binary" ]; then
    cargo build --locked
    binary="${CARGO_TARGET_DIR:-target}/debug/sozialatlas"
fi
# OWSLib lives in a folder of its own; the version is fixed, so that a new release breaks nothing by surprise.
venv="${SOZIALATLAS_TEST_VENV:-${CARGO_TARGET_DIR:-target}/foreign-clients}"
if [ ! -x "$venv/bin/python" ]; then
    python3 -m venv "$venv"
fi
"$venv/bin/python" -c 'import owslib' 2>/dev/null ||
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r scripts/foreign-clients.txt </dev/null

exec bash scripts/with-server.sh "$binary" "$venv/bin/python" scripts/foreign_clients.py
