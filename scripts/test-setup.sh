#!/usr/bin/env bash
# Installs what the tests need and what is not there: Chromium, PostgreSQL, GDAL and PROJ, as Debian packages.
# Rust and Node are the two things a person brings. Java and Maven are not installed: veraPDF judges PDF files only where they are.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

missing_tool=
for tool in cargo node npm python3; do
    command -v "$tool" >/dev/null || { say "$tool is not installed"; missing_tool=1; }
done
[ -z "$missing_tool" ] || { say "install Rust (rust-version in Cargo.toml), Node (engines in web/package.json) and Python 3"; exit 1; }

has_postgres() { command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }
has_venv() { python3 -c 'import venv, ensurepip' 2>/dev/null; }

packages=()
command -v chromium >/dev/null || packages+=(chromium)
has_postgres || packages+=(postgresql)
command -v ogrinfo >/dev/null || packages+=(gdal-bin)
command -v cs2cs >/dev/null || packages+=(proj-bin)
has_venv || packages+=(python3-venv)
[ ${#packages[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
    say "the tests need: ${packages[*]} (names of Debian packages); install them with this system's package manager"
    exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { say "as root: apt-get install ${packages[*]}"; exit 1; }
    as_root=(sudo)
fi
export DEBIAN_FRONTEND=noninteractive
say "installing: ${packages[*]}"
install() { "${as_root[@]}" apt-get install -y --no-install-recommends "${packages[@]}" </dev/null; }
# Old or missing lists are the usual reason for a failure: then they are fetched, and it is tried once more.
if ! ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1; then
    "${as_root[@]}" apt-get update </dev/null
fi
install || { "${as_root[@]}" apt-get update </dev/null && install; }
