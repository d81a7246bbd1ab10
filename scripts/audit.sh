#!/usr/bin/env bash
# Looks at every page of a server of its own with axe: all languages, light and dark, at 320, 768 and 1440 pixels.
#     scripts/audit.sh [WORD]     only pages whose address holds the word
set -euo pipefail
cd "$(dirname "$0")/.."

(cd web && npm ci --ignore-scripts && npm run build)
SOZIALATLAS_WEB=dist cargo build --locked
exec bash scripts/with-server.sh "${CARGO_TARGET_DIR:-target}/debug/sozialatlas" npm --prefix web run audit -- "$@"
