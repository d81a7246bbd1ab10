#!/usr/bin/env bash
# Runs a command while a server of its own is up, on a free port and a database that is thrown away:
#     scripts/with-server.sh target/debug/sozialatlas npm --prefix web run e2e
# The command finds it by SOZIALATLAS_E2E_URL; program, data and the folder to run it in (which has the county package)
# by SOZIALATLAS_E2E_BINARY, SOZIALATLAS_E2E_DATA and SOZIALATLAS_E2E_HOME. Fails also when the server complained or did not stop cleanly.
set -euo pipefail

if [ $# -lt 2 ]; then
    echo "usage: $0 BINARY COMMAND [ARGUMENT…]" >&2
    exit 2
fi
binary=$1
shift
dir=$(mktemp -d "${TMPDIR:-/tmp}/sozialatlas-server.XXXXXX")
server=
cleanup() {
    status=$?
    trap - EXIT INT TERM
    if [ -n "$server" ] && kill -0 "$server" 2>/dev/null; then
        kill -TERM "$server" || true
        wait "$server" || { echo "the server did not stop cleanly" >&2; [ "$status" -ne 0 ] || status=1; }
    fi
    if grep -E ' (WARN|ERROR) ' "$dir/log" | grep -v 'mail is written into a folder' >&2; then
        echo "the server complained (above)" >&2
        [ "$status" -ne 0 ] || status=1
    fi
    rm -rf "$dir"
    exit "$status"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# All journeys come from one address, faster than people: no quota for analyses, which has tests of its own. Mail goes into a folder.
export SOZIALATLAS_MAIL_DIR="$dir/mail" SOZIALATLAS_MAIL_FROM="atlas@example.org"
SOZIALATLAS_ANALYSIS_PER_MINUTE=0 "$binary" serve --listen 127.0.0.1:0 --data-dir "$dir/var" >"$dir/out" 2>"$dir/log" </dev/null &
server=$!
for _ in $(seq 1 600); do
    url=$(sed -n 's/^.*\(http:\/\/[0-9.:]*\)$/\1/p' "$dir/out")
    [ -z "$url" ] || break
    kill -0 "$server" 2>/dev/null || { cat "$dir/log" >&2; server=; echo "the server did not start" >&2; exit 1; }
    sleep 0.1
done
[ -n "${url:-}" ] || { cat "$dir/log" >&2; echo "the server did not start within a minute" >&2; exit 1; }

# Journeys at the desks need accounts, which are made on the command line.
SOZIALATLAS_E2E_URL="$url" SOZIALATLAS_E2E_BINARY="$(realpath "$binary")" SOZIALATLAS_E2E_DATA="$dir/var" SOZIALATLAS_E2E_HOME="$PWD" "$@"
