#!/bin/sh
# slow: left out where the same tests run once more under other conditions (QUICK=yes).
# Too little memory, a little more of it each time: the program ends in 75, for the supervisor to start it again, or does all
# of its work; it never breaks, and never blames the pack.
set -u
cd "$(dirname "$0")/../.." || exit 2
hearth=${HEARTH:-./hearth}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# with KIB, command...: its status. What the loader and the libraries' own start do with no memory is not ours: "loading".
with() {
    kib=$1
    shift
    prlimit --as=$((kib * 1024)) "$@" >"$work/out" 2>"$work/err"
    status=$?
    if [ $status = 127 ] || grep -q 'GLib (gthread' "$work/err"; then status=loading; fi
    echo $status
}

if [ -n "${SANITIZED:-}" ]; then
    echo "ok 1 # skip: this build reserves more than a limit can give (a sanitizer)"
    echo "1..1"
    exit 0
fi

count=0
# try NAME STEP_KIB command...: finds the least memory that is enough, and goes down from there.
try() {
    name=$1 step_kib=$2 steps=24
    shift 2
    low=20000 high=600000
    while [ $((high - low)) -gt 32 ]; do
        middle=$(((low + high) / 2))
        if [ "$(with $middle "$@")" = 0 ]; then high=$middle; else low=$middle; fi
    done
    : >"$work/wrong"
    restarts=0 at=$high
    for _ in $(seq "$steps"); do
        at=$((at - step_kib))
        status=$(with $at "$@")
        case $status in
        75) restarts=$((restarts + 1)) ;;
        0 | loading) ;;
        *) { echo "with $at KiB it ended in $status"; cat "$work/out" "$work/err"; } >>"$work/wrong" ;;
        esac
    done
    [ $restarts -gt 4 ] || echo "only $restarts of $steps ran out of memory: this test does not reach what it is for" >>"$work/wrong"
    count=$((count + 1))
    if [ -s "$work/wrong" ]; then
        echo "not ok $count - $name"
        head -n 20 "$work/wrong" | sed 's/^/# /'
    else
        echo "ok $count - $name ($restarts of $steps runs ended in 75, below $high KiB)"
    fi
}

try "reading packs" 24 "$hearth" check content/first-aid
try "a visit" 400 "$hearth" play tests/packs/good/visit --script tests/session/visit.script
echo "1..$count"
