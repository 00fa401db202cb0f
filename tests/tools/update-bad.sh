#!/bin/sh
# Writes tests/packs/bad/*/expected.txt anew. Read the difference (git diff) before you keep it.
set -eu
cd "$(dirname "$0")/../.."
case ${HEARTH:-hearth} in /*) ;; *) HEARTH=$PWD/${HEARTH:-hearth} ;; esac
laid=$(mktemp -d)
trap 'rm -rf "$laid"' EXIT
mkdir "$laid/bad"
sh tests/packs/lay.sh "$laid/bad" tests/packs/bad/*
cp -R tests/packs/together "$laid"
for dir in "$laid"/bad/* "$laid"/together/*; do
    "$HEARTH" check --today 2026-11-24 "$dir" 2>/dev/null > "$laid/found" || true
    cat "$laid/found" > "tests/packs/${dir#"$laid/"}/expected.txt"
done
git diff --stat -- tests/packs/bad tests/packs/together
