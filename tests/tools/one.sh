#!/bin/sh
# Builds and runs one test by its name. Usage: one.sh BUILD NAME
# A name is a unit test ("scene"), a script of tests/session ("people_fr"), or a test script ("staff", "bad").
set -eu
cd "$(dirname "$0")/../.."
build=$1
name=${2%_test}
export HEARTH="$build/hearth" BUILD="$build" SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy LC_ALL="${LC_ALL:-C.UTF-8}"
if [ -f "tests/unit/${name}_test.c" ]; then
    make -s "BUILD=$build" "$build/tests/${name}_test"
    exec "$build/tests/${name}_test"
fi
make -s "BUILD=$build" units
if [ -f "tests/session/$name.script" ]; then
    # shellcheck disable=SC2046 # words on purpose
    exec "$HEARTH" play $(sed -n '1s/^# with: //p' "tests/session/$name.script") --script "tests/session/$name.script" \
        --pictures "build/one/$name"
fi
for script in tests/*/"${name}"_test.sh; do [ -f "$script" ] && exec sh "$script"; done
echo "there is no test called \"$name\"; try one of these:"
ls tests/unit tests/session tests/*/*_test.sh | sed -n 's|.*/||; s/_test\.\(c\|sh\)$//p; s/\.script$//p' | grep -F "$(printf %.3s "$name")" | sort -u
exit 2
