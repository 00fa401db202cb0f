#!/bin/sh
# Lays out test packs: each folder of bad/ holds only the files that are wrong, over the folders that its base.txt names
# (good/minimal if it has none; "nothing" if the folder is all there is). Usage: lay.sh DIR FOLDER...: writes DIR/FOLDER's name.
set -eu
packs=$(cd "$(dirname "$0")" && pwd)
out=$1
shift
for folder in "$@"; do
    pack="$out/$(basename "$folder")"
    mkdir "$pack"
    bases=good/minimal
    [ ! -f "$folder/base.txt" ] || bases=$(cat "$folder/base.txt")
    for base in $bases; do
        [ "$base" = nothing ] || cp -R "$packs/$base/." "$pack"
    done
    cp -R "$folder/." "$pack"
    rm -f "$pack/base.txt" "$pack/expected.txt"
done
