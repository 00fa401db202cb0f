#!/bin/sh
# slow: left out where the same tests run once more under other conditions (QUICK=yes).
# The rules of the design over everything that a visitor can come to: every screen and page, in every language, size of
# display, size of text and theme; in Reach mode; with the ring of a switch; read aloud. Without --all (make audit), these three
# are seen in one theme and at the outer sizes: colours are the same there, and Reach mode lays out twice as many scenes.
set -u
cd "$(dirname "$0")/../.." || exit 2
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
        audit "$name, read aloud" "$dir" --listen on
        continue
    fi
    if [ -n "${SANITIZED:-}" ]; then
        audit "$name, a sample" "$dir" --lang en,ar --size 1024x600 --text 2 --theme light
        continue
    fi
    audit "$name" "$dir" --reach off --switch off
    audit "$name, with a switch" "$dir" --reach off --switch on --theme light --text 0,2 --size 1280x800,1080x1920,1024x600
    audit "$name, in Reach mode" "$dir" --reach on --switch off --theme light --text 0,2 --size 1920x1080,1080x1920,1024x600
    audit "$name, read aloud" "$dir" --listen on --reach off --switch off --theme light --text 2 --size 1920x1080,1080x1920,1024x600
    audit "$name, read aloud in Reach mode" "$dir" --listen on --reach on --switch off --theme light --text 0 --size 1024x600
done
echo "1..$count"
