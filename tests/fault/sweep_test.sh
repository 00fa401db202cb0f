#!/bin/sh
# slow: left out where the same tests run once more under other conditions (QUICK=yes).
# A sample of the power cuts and failures; `make sweep` tries them all.
if [ -n "${SANITIZED:-}" ]; then
    echo "ok 1 # skip: among a sanitizer's own system calls, which do not expect to fail"
    exit 0
fi
exec sh "$(dirname "$0")/sweep.sh"
