#!/bin/sh
# What a keystroke of the search costs over 10,000 pages. Usage: tests/bench/search_bench.sh build/release
set -eu
cd "$(dirname "$0")/../.."
"${1:-build/release}/tests/bench/search" "${PAGES:-10000}"
