#!/bin/sh
# Writes tests/packs/bad/*/expected.txt anew. Read the difference (git diff) before you keep it.
set -eu
cd "$(dirname "$0")/../.."
case ${HEARTH:-hearth} in /*) ;; *) HEARTH=$PWD/${HEARTH:-hearth} ;; esac
found=$(mktemp)
trap 'rm -f "$found"' EXIT
for dir in tests/packs/bad/*/ tests/packs/together/*/; do
    "$HEARTH" check --today 2026-11-24 "${dir%/}" 2>/dev/null > "$found" || true
    cat "$found" > "${dir}expected.txt"
done
git diff --stat -- tests/packs/bad
