#!/usr/bin/env bash
# Runs each fuzz target of fuzz/ for some time over its corpus:
#     scripts/fuzz.sh [SECONDS] [TARGET…]     60 seconds each by default
# Needs a nightly toolchain and cargo-fuzz; what is missing is installed with rustup and cargo, or named.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-60}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(opening_hours listing_json)

say() { printf '%s\n' "$*" >&2; }

if ! command -v rustup >/dev/null; then
    say "rustup is not installed: fuzzing needs a nightly toolchain. The same functions run with: cargo test --test fuzz"
    exit 1
fi
if ! rustup run nightly rustc --version >/dev/null 2>&1; then
    say "installing the nightly toolchain"
    rustup toolchain install nightly --profile minimal || {
        say "the nightly toolchain could not be installed; without it there is no fuzzing"
        exit 1
    }
fi
if ! cargo fuzz --version >/dev/null 2>&1; then
    say "installing cargo-fuzz"
    cargo install --locked cargo-fuzz || {
        say "cargo-fuzz could not be installed; without it there is no fuzzing"
        exit 1
    }
fi

# What is found new goes into a folder of its own: the corpus that is checked in changes by hand alone.
status=0
for target in "${targets[@]}"; do
    found="fuzz/target/found/$target"
    mkdir -p "$found"
    say "== $target, $seconds s"
    cargo +nightly fuzz run "$target" "$found" "fuzz/corpus/$target" -- \
        -max_total_time="$seconds" -timeout=10 -max_len=20000 || {
        say "$target broke a law; the input is in fuzz/artifacts/$target (add it to fuzz/corpus/$target with its repair)"
        status=1
    }
done
exit $status
