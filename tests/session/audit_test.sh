#!/bin/sh
# The rules of the design over everything that a visitor can come to: every screen and page, in every language, size of
# display, size of text and theme.
set -u
cd "$(dirname "$0")/../.."
hearth=${HEARTH:-./hearth}
count=0
for dir in content tests/packs/good/visit; do
    count=$((count + 1))
    said=$("$hearth" preview "$dir" --audit 2>&1)
    if [ $? = 0 ]; then echo "ok $count - $(basename "$dir"): $(echo "$said" | tail -n 1)"; else
        echo "not ok $count - $(basename "$dir"): $(echo "$said" | tail -n 1)"
        echo "$said" | head -n 40 | sed 's/^/# /'
    fi
done
echo "1..$count"
