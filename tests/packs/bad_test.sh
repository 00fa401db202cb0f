#!/bin/sh
# Holds `hearth check` to its words: each folder in bad/, laid over its base (lay.sh), gives exactly the lines of its
# expected.txt, and each in good/ none. tests/tools/update-bad.sh writes the expected lines anew, for review.
set -u
cd "$(dirname "$0")" || exit 2
case ${HEARTH:-} in /*) ;; *) HEARTH=$(cd ../.. && pwd)/${HEARTH:-hearth} ;; esac
today=2026-11-24
count=0
result() { # 0 is ok, name
    count=$((count + 1))
    if [ "$1" = 0 ]; then echo "ok $count - $2"; else echo "not ok $count - $2"; fi
}
status_of() { # wanted exit status, name, arguments of check...
    wanted=$1
    name=$2
    shift 2
    "$HEARTH" check "$@" >/dev/null 2>&1
    [ $? = "$wanted" ]
    result $? "$name"
}

laid=$(mktemp -d)
trap 'rm -rf "$laid"' EXIT
all=$laid/lines
mkdir "$laid/bad" "$laid/base"
sh lay.sh "$laid/bad" bad/*
"$HEARTH" check --today $today "$laid"/bad/* good/* >"$all" 2>/dev/null # one run for all: lines start with the folder's name
[ $? = 1 ]
result $? "bad packs end in 1"

for dir in bad/*/; do
    name=$(basename "$dir")
    found=$(grep "^$name/" "$all")
    [ -n "$found" ] && [ "$found" = "$(cat "bad/$name/expected.txt")" ]
    status=$?
    result $status "bad/$name"
    [ $status = 0 ] || printf '%s\n' "$found" | diff -u "bad/$name/expected.txt" - | sed 's/^/# /'
done
[ "$(wc -l <"$all")" = "$(cat bad/*/expected.txt | wc -l)" ]
result $? "no line besides"

for dir in good/*/; do
    name=$(basename "$dir")
    ! grep "^$name/" "$all"
    result $? "good/$name"
done

# A bad pack is bad by its own files alone: what lies under it is good.
sort -u bad/*/base.txt | while read -r bases; do
    [ "$bases" != nothing ] || continue
    mkdir "$laid/over" && echo "$bases" >"$laid/over/base.txt"
    name=$(echo "$bases" | tr '/ ' '-+')
    sh lay.sh "$laid/base" "$laid/over" && mv "$laid/base/over" "$laid/base/$name" && rm -r "$laid/over"
done
for dir in "$laid"/base/*/; do
    status_of 0 "a base: $(basename "$dir")" --today $today "$dir"
done

# What a clinic's pack and the others beside it say of each other.
for dir in together/*/; do
    name=$(basename "$dir")
    found=$("$HEARTH" check --today $today "$dir" 2>/dev/null)
    [ "$found" = "$(cat "together/$name/expected.txt")" ]
    result $? "together/$name"
done
status_of 1 "a line of the clinic, without the clinic" --today $today together/lines/topic

# Every rule has a bad pack; those that would need large files are held by check_test.c and directory_test.c.
for code in $("$HEARTH" check --rules | sed -n '/^#/d; /^$/d; s/ .*//p'); do
    case $code in pack-too-big | picture-bytes | too-many-people) continue ;; esac
    grep -qs ": $code: " bad/*/expected.txt together/*/expected.txt
    result $? "a bad pack shows $code"
done

status_of 0 "two good packs" --today $today good/minimal good/whole
status_of 0 "a folder of packs" --today $today good
# What is due is said, but time alone makes no pack bad: not the good ones, nor those that ship.
for day in 2029-03-01 2126-11-24; do
    status_of 0 "good packs are good on $day" --today $day good/minimal good/whole
    status_of 0 "and so are those that ship" --today $day ../../content
done
status_of 1 "a folder with bad packs" --today $today "$laid/bad"
status_of 2 "no such folder" nowhere
status_of 2 "a folder without a pack" good/whole/images
status_of 64 "no path"
status_of 64 "no such option" --quick good/minimal
status_of 64 "no such day" --today 2026-02-30 good/minimal
status_of 0 "a table" --table --today $today good/whole
"$HEARTH" check --json --today $today "$laid/bad/no-crisis" 2>/dev/null | grep -q '"code": "no-crisis"'
result $? "problems as JSON"
"$HEARTH" check --table --today $today good/whole 2>/dev/null | grep -Eq '^en +one +[0-9]+ +[0-9.]+ +[0-9]+$'
result $? "a row of the table"
echo "1..$count"
