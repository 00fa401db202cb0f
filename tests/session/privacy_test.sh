#!/bin/sh
# slow: left out where the same tests run once more under other conditions (QUICK=yes).
# What a visit leaves in memory: nothing that tells what was read.
cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"${BUILD:-build/release}/tests/session/privacy" "$work"
