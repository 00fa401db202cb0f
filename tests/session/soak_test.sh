#!/bin/sh
# slow: left out where the same tests run once more under other conditions (QUICK=yes).
# Two months of visits, past the days on which counts of milliseconds leave 31 and 32 bits. `make soak` is half a year of full days.
cd "$(dirname "$0")/../.." || exit 1
exec "${BUILD:-build/release}/tests/session/soak" 60 1 content/relationships
