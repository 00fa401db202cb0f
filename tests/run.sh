#!/bin/sh
# Runs every test of a build folder and ends in "N passed, N failed". Usage: tests/run.sh build/release
# A test program prints TAP ("ok 1 - ..." or "not ok 1 - ..."); one that ends badly without saying so counts as failed.
set -u
cd "$(dirname "$0")/.."
build=${1:-build/release}
export HEARTH="$build/hearth" BUILD="$build" CMOCKA_MESSAGE_OUTPUT=TAP SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy LC_ALL=C.UTF-8
# Slow, and with system calls of its own: tests that cannot live with that ask for this.
if grep -q __asan_init "$HEARTH"; then export SANITIZED=yes; fi
passed=0
failed=0
run() { # name, command...
    name=$1
    shift
    output=$("$@" 2>&1)
    status=$?
    ok=$(printf '%s\n' "$output" | grep -c '^ok ')
    bad=$(printf '%s\n' "$output" | grep '^not ok ' | grep -vc '# SKIP') # what the machine does not allow to try
    skipped=$(printf '%s\n' "$output" | grep -c '# SKIP')
    if [ "$bad" = 0 ] && { [ $status != 0 ] || [ $((ok + skipped)) = 0 ]; }; then bad=1; fi
    [ "$bad" = 0 ] || printf '== %s (exit %s)\n%s\n' "$name" "$status" "$output"
    printf '%-28s %4d ok %4d not ok\n' "$name" "$ok" "$bad"
    passed=$((passed + ok))
    failed=$((failed + bad))
}
for program in "$build"/tests/*_test; do
    [ -x "$program" ] && run "$(basename "$program")" "$program"
done
for script in tests/*/*_test.sh; do
    [ -f "$script" ] && run "$(basename "$script" .sh)" sh "$script"
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
