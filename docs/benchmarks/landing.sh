#!/usr/bin/env bash
# Landing beside bare readers of the same file, in turn, one thread each: docs/benchmarks/landing.sh [MEGABYTES] [PAIRS]
# Last, a file of 2 GB lands with a heap of 512 MB. Prints seconds, CPU seconds and peak memory of each; a ratio is the
# reader's time by landing's. Needs 10 GB of room for temporary files.
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
megabytes="${1:-200}" pairs="${2:-3}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

cd "$home"
./evenstar --version >/dev/null # builds first, if need be
path="$(echo jobs/cli/target/evenstar-cli-*.jar):jobs/cli/target/lib/*"
mkdir "$work/classes"
javac -d "$work/classes" -cp "$path" docs/benchmarks/LandingBench.java
bench() { java "-Xmx${heap:-1g}" -Dfile.encoding=UTF-8 -cp "$work/classes:$path" LandingBench "$@"; }

# Against which reader, of which folder, landing which folder.
compare() { # title, reader, its folder, folder
  bench "$2" "$3" >/dev/null # the file is in memory for both
  for pair in $(seq "$pairs"); do
    read -r peer peer_cpu peer_mb < <(bench "$2" "$3")
    rm -rf "$4/work"
    read -r own own_cpu own_mb < <(bench land "$4")
    awk -v t="$1" -v p="$2" -v a="$peer" -v ac="$peer_cpu" -v am="$peer_mb" -v b="$own" -v bc="$own_cpu" -v bm="$own_mb" 'BEGIN {
      printf "%-16s %-9s %6.2f s %6.2f CPU s %4d MB   landing %6.2f s %6.2f CPU s %4d MB   ratio %.2f, CPU %.2f\n",
        t, p, a, ac, am, b, bc, bm, a / b, ac / bc }'
  done
}

bench make-narrow "$work/narrow" "$megabytes"
compare "CSV, 3 scores" duckdb "$work/narrow" "$work/narrow"
rm -rf "$work/narrow"
bench make-wide "$work/wide" "$megabytes"
compare "CSV, wide" duckdb "$work/wide" "$work/wide"
bench make-gb18030 "$work/gb18030" "$megabytes"
compare "GB18030, wide" duckdb "$work/wide" "$work/gb18030"
rm -rf "$work/wide" "$work/gb18030"
bench make-xlsx "$work/xlsx" "$((megabytes * 150))"
compare "xlsx, wide" fastexcel "$work/xlsx" "$work/xlsx"
rm -rf "$work/xlsx"

bench make-wide "$work/large" 2048
read -r own own_cpu own_mb < <(heap=512m bench land "$work/large")
awk -v b="$own" -v bc="$own_cpu" -v bm="$own_mb" \
  'BEGIN { printf "CSV of 2 GB, heap of 512 MB: landing %.1f s, %.1f CPU s, peak %d MB\n", b, bc, bm }'
