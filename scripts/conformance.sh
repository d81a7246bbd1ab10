#!/usr/bin/env bash
# Foreign clients read the county's own data from the running binary: GDAL's OAPIF driver and OWSLib list the
# collections, page through all items and read a box; their counts must equal the server's own.
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
    told=$(python3 tests/foreign/run.py "$SOZIALATLAS_E2E_URL" --venv "$1") || { printf '%s\n' "$told"; return 1; }
    printf '%s\n' "$told"
    ! grep -q '^SKIP' <<<"$told"
}
export -f check
exec bash scripts/with-server.sh "$binary" bash -euc 'check "$0"' "$target/foreign-venv"
