#!/usr/bin/env bash
# evenstar run beside plain DuckDB on the same folder, in turn: docs/benchmarks/whole-run.sh RUN_FOLDER [PAIRS]
# Prints seconds and peak memory of each, and the ratio of each pair. Needs GNU time.
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
folder="$1" pairs="${2:-3}"
out="$(mktemp -d)"
trap 'rm -rf "$out"' EXIT

measure() { /usr/bin/time -f '%e %M' "$@" 2>&1 >/dev/null | tail -n 1; }

"$home/evenstar" --version >/dev/null # builds first, if need be
plain=(java -cp "$home/jobs/cli/target/lib/*" "$home/docs/benchmarks/PlainDuckDb.java" "$folder" 2)
measure "${plain[@]}" >/dev/null # the files are in memory for both
for pair in $(seq "$pairs"); do
  read -r peer peer_kb < <(measure "${plain[@]}")
  read -r own own_kb < <(measure "$home/evenstar" run "$folder" --out "$out/$pair")
  awk -v a="$peer" -v am="$peer_kb" -v b="$own" -v bm="$own_kb" \
    'BEGIN { printf "plain DuckDB %5.2f s %4d MB   evenstar %5.2f s %4d MB   ratio %.2f\n", a, am / 1024, b, bm / 1024, b / a }'
done
