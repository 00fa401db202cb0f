#!/bin/sh
# Fails every look that a start takes at the state folder, one at a time: a kiosk with a PIN never asks a visitor for a new one.
if [ -n "${SANITIZED:-}" ]; then
    echo "ok 1 # SKIP among a sanitizer's own system calls, which do not expect to fail"
    exit 0
fi
cd "$(dirname "$0")/../.." || exit 2
hearth=$(realpath "${HEARTH:-./hearth}")
if ! command -v strace >/dev/null || ! strace -o /dev/null true 2>/dev/null; then
    echo "ok 1 # SKIP there is no strace here, or it may not trace"
    exit 0
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' INT TERM
export HEARTH_PACKS=tests/packs/good/visit
state=$scratch/state
printf '481516\n481516\n' | "$hearth" pin --state "$state" >/dev/null
cp "$state/pin" "$scratch/pin.before"
cat >"$scratch/start.script" <<END
expect screen attract
hold #mark 5.5s
wait 1s
expect screen pin
END
start() { # more for strace ...
    strace -f -o "$scratch/trace" "$@" "$hearth" play --script "$scratch/start.script" --state "$state" >"$scratch/out" 2>&1
}
# "name number" of each call of the main thread that opens the state folder or a file in it, or reads such a file.
calls_of_state() {
    awk -v state="\"$state\"" '
        NR == 1 { main = $1 }
        $1 != main { next }
        { call = $0; sub(/^[0-9]+ +/, "", call); name = call; sub(/\(.*/, "", name); number[name]++ }
        name == "openat" && index(call, state) { print name, number[name] }
        name == "openat2" { print name, number[name]; file = $NF ~ /^[0-9]+$/ ? $NF : -1 }
        name == "read" || name == "newfstatat" || name == "fstat" {
            fd = call; sub(/^[a-z0-9]+\(/, "", fd); sub(/,.*/, "", fd)
            if (fd == file) print name, number[name]
        }' "$scratch/trace"
}
start -e trace=openat,openat2,read,newfstatat,fstat || echo "not ok - a start without failures: $(cat "$scratch/out")"
calls_of_state >"$scratch/calls"
tried=0 wrong=
while read -r name number; do
    case $name in open*) errors="EIO EMFILE" ;; *) errors=EIO ;; esac
    for error in $errors; do
        tried=$((tried + 1))
        start -e trace="$name" -e inject="$name:error=$error:when=$number" </dev/null &&
            cmp -s "$state/pin" "$scratch/pin.before" || wrong="$wrong $name:$number:$error"
    done
done <"$scratch/calls"
if [ "$tried" -gt 10 ] && [ -z "$wrong" ]; then echo "ok 1 - $tried failing looks at the state folder, none opens the first start"
else echo "not ok 1 - $tried failing looks at the state folder; the first start, or no pad:$wrong"; fi
echo 1..1
