#!/bin/sh
# Runs the tests of a build folder and ends in "N passed, N failed". Usage: tests/run.sh [BUILD [NAME ...]]
# Names are those of the list that it prints; without any, all tests run. As many run at a time as there are cores (JOBS), each
# in files of its own; what they say is printed in one order. QUICK=yes leaves out scripts that say "# slow:".
# A test prints TAP ("ok 1 - ..." or "not ok 1 - ..."); one that ends badly without saying so counts as failed. What a machine
# does not allow to try is "# SKIP": it is counted and said, and is no success.
set -u
cd "$(dirname "$0")/.." || exit 2
build=${1:-build/release}
[ $# = 0 ] || shift
export HEARTH="$build/hearth" BUILD="$build" CMOCKA_MESSAGE_OUTPUT=TAP SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy
export LC_ALL="${LC_ALL:-C.UTF-8}"
# Under faketime: it would change the times of files by way of memory that it shares with a process that must share none.
export NO_FAKE_STAT=1
# Slow, and with system calls of its own: tests that cannot live with that ask for this.
if grep -q __asan_init "$HEARTH"; then export SANITIZED=yes; fi
said=$(mktemp -d)
trap 'kill "$runner" 2>/dev/null; rm -rf "$said"' EXIT
export said

wanted() { # name, then the names that were asked for
    name=$1
    shift
    [ $# = 0 ] && return
    for asked in "$@"; do [ "$asked" != "$name" ] || return 0; done
    return 1
}

# Scripts first: among them are the longest.
for file in tests/*/*_test.sh "$build"/tests/*_test; do
    name=$(basename "$file" .sh)
    [ -f "$file" ] || continue
    wanted "$name" "$@" || continue
    case $file in *.sh) [ -n "${QUICK:-}" ] && grep -q "^# slow:" "$file" && continue ;; esac
    echo "$file"
done >"$said/list"

# shellcheck disable=SC2016 # expanded inside
xargs -P "${JOBS:-$(nproc)}" -I FILE sh -c '
    out=$said/$(basename FILE .sh)
    case FILE in *.sh) sh FILE ;; *) FILE ;; esac >"$out.out" 2>&1
    echo $? >"$out.new" && mv "$out.new" "$out.status"' <"$said/list" &
runner=$!

passed=0 failed=0 skipped=0
while read -r file; do
    name=$(basename "$file" .sh)
    until [ -f "$said/$name.status" ]; do sleep 0.1; done
    status=$(cat "$said/$name.status")
    ok=$(grep -a '^ok ' "$said/$name.out" | grep -vac '# SKIP')
    bad=$(grep -a '^not ok ' "$said/$name.out" | grep -vac '# SKIP')
    skip=$(grep -aE '^(not )?ok |^1\.\.0 ' "$said/$name.out" | grep -aic '# skip')
    if [ "$bad" = 0 ] && { [ "$status" != 0 ] || [ $((ok + skip)) = 0 ]; }; then bad=1; fi
    if [ "$bad" != 0 ]; then printf '== %s (exit %s)\n' "$name" "$status" && cat "$said/$name.out"; fi
    [ "$skip" = 0 ] || grep -ai '# skip' "$said/$name.out"
    printf '%-28s %4d ok %4d not ok\n' "$name" "$ok" "$bad"
    passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + skip))
done <"$said/list"
[ "$passed" != 0 ] || failed=$((failed + 1)) # no test at all is no success
if [ $skipped = 0 ]; then echo "$passed passed, $failed failed"; else echo "$passed passed, $failed failed, $skipped skipped"; fi
[ "$failed" = 0 ]
