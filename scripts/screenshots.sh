#!/usr/bin/env bash
# Pictures of the running pages, phone and desktop, under docs/images/.
set -euo pipefail
cd "$(dirname "$0")/.."

(cd web && npm ci --ignore-scripts && npm run build)
SOZIALATLAS_WEB=dist cargo build --locked
mkdir -p docs/images
exec bash scripts/with-server.sh "${CARGO_TARGET_DIR:-target}/debug/sozialatlas" npm --prefix web run screenshots
