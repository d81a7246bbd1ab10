#!/usr/bin/env bash
# Foreign clients read the county's own data from the running binary: GDAL's OAPIF driver and OWSLib list the
# collections, page through all items and read a box; their counts must equal the server's own. Then scipy and geopandas
# recompute its coverage figures from the data it exports, and veraPDF judges what it prints.
#     scripts/conformance.sh [BINARY]
set -euo pipefail
cd "$(dirname "$0")/.."

target="${CARGO_TARGET_DIR:-$PWD/target}"
binary=${1:-}
if [ -z "$binary" ]; then
    cargo build --locked
    binary="$target/debug/sozialatlas"
fi
# What is skipped is not shown to work: here it counts as a failure.
check() {
    local told
    told=$(python3 "tests/foreign/$1" "$SOZIALATLAS_E2E_URL" --venv "$2") || { printf '%s\n' "$told"; return 1; }
    printf '%s\n' "$told"
    ! grep -q '^SKIP' <<<"$told"
}
# Java and Maven are no part of what the tests install: where they are missing, that is said and does not fail.
check_if_possible() {
    python3 "tests/foreign/$1" "$SOZIALATLAS_E2E_URL" --venv "$2" || [ $? -eq 2 ]
}
# All run even if one fails, so that one run tells all.
all() {
    local status=0
    check run.py "$1/foreign-venv" || status=1
    check coverage.py "$1/tmp/foreign-venv-coverage" || status=1
    check_if_possible pdf_ua.py "$1/tmp/foreign-pdf-ua" || status=1
    return $status
}
export -f check check_if_possible all
exec bash scripts/with-server.sh "$binary" bash -uc 'all "$0"' "$target"
