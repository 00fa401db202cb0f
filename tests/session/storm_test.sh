#!/bin/sh
# slow: left out where the same tests run once more under other conditions (QUICK=yes).
# A storm of input, in short: build/release/tests/session/storm 200000 content is the long one.
cd "$(dirname "$0")/../.." || exit 1
exec "${BUILD:-build/release}/tests/session/storm" 12000 content
