#!/bin/sh
# The rules of the design over everything that a visitor can come to: every screen and page, in every language, size of
# display, size of text, theme and reach. Without --all (make audit), Reach mode is seen in one theme and at the outer sizes:
# colours are the same there, and it lays out twice as many scenes.
set -u
cd "$(dirname "$0")/../.."
hearth=${HEARTH:-./hearth}
count=0
audit() { # name, options of preview...
    name=$1
    shift
    count=$((count + 1))
    said=$("$hearth" preview "$@" --audit 2>&1)
    if [ $? = 0 ]; then echo "ok $count - $name: $(echo "$said" | tail -n 1)"; else
        echo "not ok $count - $name: $(echo "$said" | tail -n 1)"
        echo "$said" | head -n 40 | sed 's/^/# /'
    fi
}
for dir in content tests/packs/good/visit; do
    name=$(basename "$dir")
    if [ "${1:-}" = --all ]; then
        audit "$name" "$dir"
        continue
    fi
    audit "$name" "$dir" --reach off
    audit "$name, in Reach mode" "$dir" --reach on --theme light --text 0,2 --size 1920x1080,1080x1920,1024x600
done
echo "1..$count"
