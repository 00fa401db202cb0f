#!/bin/sh
# Runs what has threads under ThreadSanitizer. Usage: tsan.sh BUILD
# The libraries are not built with it, so what they do among themselves is left out; ours is not.
set -u
cd "$(dirname "$0")/../.." || exit 2
export TSAN_OPTIONS="suppressions=$PWD/tests/tools/tsan.supp halt_on_error=1"
exec tests/run.sh "$1" images_test sleeper_test speaker_test search_test pad_test platform_events_test present_test settings_test device_test
