#!/bin/sh
# The loop, a page, the crisis page and Hide in each language, for people who touch nothing: by keyboard, by one switch, by two.
# The scripts in languages/ are played in all of them.
set -u
cd "$(dirname "$0")/../.." || exit 2
hearth=${HEARTH:-./hearth}
script=$(mktemp)
trap 'rm -f "$script"' EXIT
count=0
play() { # name, script, language, one or two
    count=$((count + 1))
    chooser=$([ "$4" = two ] && echo 2 || echo 1)
    sed "s/LANGUAGE/$3/;s/SWITCHES/$4/;s/CHOOSER/$chooser/" "tests/session/languages/$2.script" >"$script"
    if said=$("$hearth" play content --lang "$3" --seed 3 --script "$script" 2>&1); then echo "ok $count - $3, $1"; else
        echo "not ok $count - $3, $1"
        echo "$said" | sed 's/^/# /'
    fi
}
for lang in en fr es ar pa zh-Hans uk tl; do
    play "by keyboard alone" keyboard "$lang" off
    play "by one switch alone" switches "$lang" one
    play "by two switches alone" switches "$lang" two
done
echo "1..$count"
