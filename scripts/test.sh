#!/usr/bin/env bash
# All tests, the quick ones first. Every step runs even if one before it failed, so that one run tells all;
# the exit code is that of the first failure.
#     scripts/test.sh [STEP…]     only these steps
# The front end is built once and embedded in the one debug binary that all tests use.
set -uo pipefail
cd "$(dirname "$0")/.."

export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}"
export SOZIALATLAS_WEB="${SOZIALATLAS_WEB:-dist}"
binary="$CARGO_TARGET_DIR/debug/sozialatlas"

web_build() { (cd web && npm ci --ignore-scripts && npm run build && npm run size); }
format() { cargo fmt --check; }
lint() { cargo clippy --locked --all-targets -- -D warnings; }
server() { bash scripts/with-postgres.sh cargo test --locked --no-fail-fast; }
web_check() { (cd web && npm run check && npm test); }
build() { cargo build --locked; }
e2e() { bash scripts/with-server.sh "$binary" npm --prefix web run e2e; }
conformance() { bash scripts/conformance.sh "$binary"; }

steps=("$@")
[ $# -gt 0 ] || steps=(web_build format lint server web_check build e2e conformance)
failed=()
for step in "${steps[@]}"; do
    printf '\n== %s\n' "$step"
    began=$SECONDS
    if "$step" </dev/null; then
        printf '== %s: ok, %s s\n' "$step" "$((SECONDS - began))"
    else
        printf '== %s: FAILED, %s s\n' "$step" "$((SECONDS - began))"
        failed+=("$step")
    fi
done

printf '\n%s passed, %s failed\n' "$((${#steps[@]} - ${#failed[@]}))" "${#failed[@]}"
if [ ${#failed[@]} -gt 0 ]; then
    printf 'failed: %s\n' "${failed[*]}"
    exit 1
fi
