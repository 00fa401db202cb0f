#!/bin/sh
# Plays each script of this folder; each is one test. The first line of a script says with which packs and options:
# "# with: tests/packs/good/visit --windowed 1080x1920". A script that fails leaves its screen and scene in BUILD/failed.
set -u
cd "$(dirname "$0")/../.." || exit 2
hearth=${HEARTH:-./hearth}
failed=${BUILD:-build/release}/failed
count=0
for script in tests/session/*.script; do
    count=$((count + 1))
    with=$(sed -n '1s/^# with: //p' "$script")
    # shellcheck disable=SC2086 # words on purpose
    if "$hearth" play $with --script "$script" >/dev/null 2>&1; then
        echo "ok $count - $(basename "$script" .script)"
    else # once more, to keep what was seen
        echo "not ok $count - $(basename "$script" .script)"
        # shellcheck disable=SC2086 # words on purpose
        "$hearth" play $with --script "$script" --pictures "$failed/$(basename "$script" .script)" 2>&1 | sed 's/^/# /'
    fi
done
# A script that cannot hold must be told apart from one that does: the file and line are named.
broken=$(mktemp)
printf '# with: nothing\ntap 50%% 30%%\nexpect screen crisis\n' >"$broken"
said=$("$hearth" play tests/packs/good/visit --script "$broken" 2>&1)
[ $? = 1 ] && [ "$said" = "$broken:3: expected screen \"crisis\", but it is \"reading\"" ]
status=$?
rm -f "$broken"
count=$((count + 1))
if [ $status = 0 ]; then echo "ok $count - a step that does not hold ends in 1 and names its line"; else
    echo "not ok $count - a step that does not hold ends in 1 and names its line"
    echo "# $said"
fi
# The table of steps and expectations in README.md is the whole of it.
named=$(sed -n 's/^    X([a-z_]*, "\([a-z-]*\)".*/\1/p' src/visit/script_steps.h
    sed -n '/^} expectations/,/^};/p' src/visit/script_expect.c | grep -o '{"[a-z-]*"' | tr -d '{"')
unnamed=$(echo "$named" | while read -r name; do grep -qE "\`$name[\` ]" tests/session/README.md || echo "$name"; done)
count=$((count + 1))
if [ -z "$unnamed" ]; then echo "ok $count - README.md names every step and expectation"; else
    echo "not ok $count - README.md names every step and expectation"
    echo "# missing:" $unnamed
fi
echo "1..$count"
