#!/bin/sh
# Holds the checker to its promises with 10,000 one-line slips in everything that ships. Look at one kind of its own with
# build/release/tests/packs/slips COUNT SEED FOLDER...
set -u
cd "$(dirname "$0")/../.." || exit 2
count=10000
[ -z "${SANITIZED:-}" ] || count=1000
"${BUILD:-build/release}/tests/packs/slips" $count "${SEED:-1}" content/relationships content/first-aid content/site tests/packs/good/clinic
status=$?
echo "1..3"
exit $status
