#!/bin/sh
# Fails when a file changes the state that may only read it. Everybody reads app->state, which is const; the handlers of
# actions, the session's small functions and the end of a visit change it through app->own_state.
set -eu
cd "$(dirname "$0")/../.."
others=$(grep -rln 'own_state' src --include='*.[ch]' |
    grep -vE '^src/app/(app\.h|run\.c|session\.c|forget\.c|apply_[a-z]+\.c|listen\.c|listen_recording\.c)$' || true)
casts=$(grep -rnE '\((State|Session|Place|Listening) \*\)' src --include='*.[ch]' || true)
if [ "$others$casts" ]; then
    printf '%s\n' "$others" "$casts" | sed '/^$/d; s/$/ (changes the state: see src\/app\/session.h)/'
    exit 1
fi
echo "writers: only handlers, session.c and forget.c change the state"
