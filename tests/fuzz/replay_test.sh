#!/bin/sh
# Replays the corpus of every fuzz target, each in a process of its own.
cd "$(dirname "$0")/../.." || exit 2
for target in tests/fuzz/fuzz_*.c; do
    name=$(basename "$target" .c)
    name=${name#fuzz_}
    "$BUILD/tests/replay_$name" "tests/fuzz/corpus/$name" || echo "not ok - fuzz_$name (exit $?)"
done
