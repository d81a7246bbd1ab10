#!/usr/bin/env bash
# Runs a command with a PostgreSQL of its own, made in a temporary folder and thrown away afterwards:
#     scripts/with-postgres.sh cargo test --test store
# The command finds it by TEST_DATABASE_URL. Nothing of a PostgreSQL that may already run here is touched.
set -euo pipefail

if [ $# -eq 0 ]; then
    echo "usage: $0 COMMAND [ARGUMENT…]" >&2
    exit 2
fi

find_server() {
    local dir
    dir=$(ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin 2>/dev/null | sort -V | tail -n 1 || true)
    if [ -z "$dir" ] && command -v initdb >/dev/null; then dir=$(dirname "$(command -v initdb)"); fi
    [ -n "$dir" ] && [ -x "$dir/initdb" ] && echo "$dir"
}

if ! bin=$(find_server); then
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        echo "PostgreSQL is not installed; install the package postgresql, or set TEST_DATABASE_URL yourself" >&2
        exit 1
    fi
    echo "installing postgresql" >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends postgresql >&2
    bin=$(find_server)
fi

# The server refuses to run as root; exec keeps the process id ours.
as_owner() { exec "$@"; }
dir=$(mktemp -d "${TMPDIR:-/tmp}/sozialatlas-pg.XXXXXX")
if [ "$(id -u)" -eq 0 ]; then
    as_owner() { exec setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"; }
    chown postgres: "$dir"
fi

server=
cleanup() {
    status=$?
    trap - EXIT INT TERM
    if [ -n "$server" ] && kill -0 "$server" 2>/dev/null; then
        kill -INT "$server" || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$dir"
    exit "$status"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
(umask 077; printf '%s\n' "$password" > "$dir/password")
[ "$(id -u)" -ne 0 ] || chown postgres: "$dir/password"
cd "$dir"
(as_owner "$bin/initdb" -D "$dir/data" -U postgres --auth=scram-sha-256 --pwfile="$dir/password" \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync) > "$dir/initdb.log" 2>&1 || { cat "$dir/initdb.log" >&2; exit 1; }
cd "$OLDPWD"

export PGPASSWORD="$password"
for attempt in $(seq 1 20); do
    port=$((20000 + (RANDOM * 32768 + RANDOM) % 40000))
    # Somebody answers there: take another.
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then continue; fi
    (cd "$dir" && as_owner "$bin/postgres" -D "$dir/data" -p "$port" -c listen_addresses=127.0.0.1 \
        -c unix_socket_directories="$dir" -c fsync=off -c full_page_writes=off -c max_connections=200) \
        > "$dir/server.log" 2>&1 &
    server=$!
    for _ in $(seq 1 100); do
        if "$bin/psql" -h 127.0.0.1 -p "$port" -U postgres -qAtc 'SELECT 1' postgres >/dev/null 2>&1; then
            break 2
        fi
        kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
    kill -INT "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    server=
    [ "$attempt" -lt 20 ] || { cat "$dir/server.log" >&2; exit 1; }
done
unset PGPASSWORD

TEST_DATABASE_URL="postgres://postgres:$password@127.0.0.1:$port/postgres" "$@"
