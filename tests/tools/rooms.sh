#!/bin/sh
# Fails when a file of src/app includes a header of a room above its own. Rooms are listed from the lowest up; a file is
# named without its ending. This table is the direction inside app/; src/README.md explains it.
set -eu
cd "$(dirname "$0")/../.."
rooms='data: app focus idle transition search_loader
picture: session press picture listen_offer reading_position slideshow
features: forget place handlers search content switch_ring eyes_voice listen listen_page listen_recording apply_answers
features: apply_breathing apply_page apply_people apply_place apply_search apply_switches
actions: apply
input: input switches typing eyes_free
loop: run loop'
status=0
room_of() { echo "$rooms" | awk -v stem="$1" '$1 != last { level++; last = $1 } { for (i = 2; i <= NF; i++) if ($i == stem) print level }'; }
for file in src/app/*.[ch]; do
    stem=$(basename "${file%.[ch]}")
    room=$(room_of "$stem")
    [ "$room" ] || { echo "$file: in no room of tests/tools/rooms.sh"; status=1; continue; }
    for included in $(sed -n 's|^#include "app/\([a-z_]*\)\.h"$|\1|p' "$file"); do
        below=$(room_of "$included")
        [ "${below:-99}" -le "$room" ] || { echo "$file: \"app/$included.h\" is in a room above it"; status=1; }
    done
done
[ $status = 0 ] && echo "rooms: every include inside app/ stays in its room or goes down"
exit $status
