#!/usr/bin/env bash
# Which components have known weaknesses, and which are not the newest: needs the internet, and is no part of the tests.
#     scripts/advisories.sh            says all of it; fails where a weakness is known, or where a list could not be asked
#     ADVISORIES_INSTALL=1 …           installs cargo-audit where it is missing
# How soon each has to be mended: docs/SECURITY.md, "Components".
set -uo pipefail
cd "$(dirname "$0")/.."

say() { printf '\n== %s\n' "$*"; }
weak=()
unasked=()

say "Rust: known weaknesses (RustSec Advisory Database)"
if ! cargo audit --version >/dev/null 2>&1 && [ "${ADVISORIES_INSTALL:-}" = 1 ]; then
    cargo install --locked cargo-audit
fi
if cargo deny --version >/dev/null 2>&1; then
    cargo deny --locked check advisories || weak+=(Rust)
elif cargo audit --version >/dev/null 2>&1; then
    # Also what is no longer tended (RUSTSEC "unmaintained") and what was taken back (yanked).
    cargo audit --deny warnings || weak+=(Rust)
else
    echo "neither cargo-deny nor cargo-audit is installed: cargo install --locked cargo-audit, or ADVISORIES_INSTALL=1"
    unasked+=(Rust)
fi

say "npm: known weaknesses (GitHub Advisory Database, asked by the registry)"
# npm says the same number for "there are some" and "nobody answered"; its report tells them apart.
report=$(npm --prefix web audit --package-lock-only --json 2>/dev/null)
total=$(printf '%s' "$report" | node -e '
    let text = "";
    process.stdin.on("data", (part) => { text += part; }).on("end", () => {
        try {
            const counts = JSON.parse(text).metadata.vulnerabilities;
            process.stdout.write(String(counts.total));
        } catch { process.stdout.write("unasked"); }
    });')
case "$total" in
    0) echo "none of what stands in web/package-lock.json" ;;
    unasked) echo "the registry did not answer the question"; unasked+=(npm) ;;
    *) npm --prefix web audit --package-lock-only; weak+=(npm) ;;
esac

say "Rust: newer versions within the ranges of Cargo.toml (cargo update would take them)"
cargo update --dry-run --verbose 2>&1 | grep -E '(Updating|Unchanged) .*->|available' || echo "none"

say "npm: newer versions"
npm --prefix web outdated || true

say "in short"
[ ${#unasked[@]} -eq 0 ] || echo "not asked: ${unasked[*]}"
[ ${#weak[@]} -eq 0 ] || echo "with known weaknesses: ${weak[*]}; docs/SECURITY.md says how soon to mend them"
[ ${#unasked[@]} -eq 0 ] && [ ${#weak[@]} -eq 0 ] && echo "no known weakness"
exit $(( ${#weak[@]} > 0 ? 1 : ${#unasked[@]} > 0 ? 2 : 0 ))
