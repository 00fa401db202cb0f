#!/bin/sh
# Staff at the kiosk: what the panel sets and shows: the volume, the clock, many packs, pages past their review.
set -u
cd "$(dirname "$0")/../.." || exit 2
. tests/session/staff.sh

# How loud pages are read: set by touch, heard at once, and kept. Without a device there is nothing to set, and staff are told.
fresh
visit volume tests/packs/good/visit <<END
$open_panel
expect text "35%"
tap #louder
wait 1s
expect text "45%"
expect said "chime"
expect volume 45
tap #louder
wait 1s
tap #quieter
wait 1s
expect text "45%"
picture volume
audit
tap #test
wait 1s
tap #sound
wait 1s
expect said "chime"
tap #right.3
wait 1s
expect text "Good"
audit
sound off
tap #sound
wait 1s
expect text "No sound device found."
picture no-sound
audit
tap #done
wait 1s
expect screen staff
expect no-node #louder
audit
tap #lock
wait 1s
expect screen attract
sound on
tap 50% 30%
wait 1s
expect screen reading
expect said nothing
tap #dock.listen
wait 1s
expect volume 45
END
visit volume_is_kept tests/packs/good/visit <<END
$open_panel
expect text "45%"
END
holds "it is written down" grep -q '^volume 45$' "$work/state/settings"
cp -r tests/packs/good/clinic "$work/silent"
sed -i 's/^display:/&\n  listen: off/' "$work/silent/site.yaml"
visit nothing_is_read_aloud tests/packs/good/visit "$work/silent" <<END
$open_panel
expect no-node #louder
END

# The clock: below the floor it is not known, and staff are told.
fresh
visit clock tests/packs/good/visit <<END
clock 2026-02-01 10:00
$open_panel
expect text "Not set"
tap #open.clock
wait 1s
tap #more.3
tap #set
wait 1s
expect text "This device has no control for that."
picture clock
audit
clock 2026-11-24 14:30
key escape
wait 1s
size 1024x600
wait 1s
expect text "14:30, 2026-11-24"
picture clock-small
audit
END

# Many packs are turned in pages, also while the emergency card is all there is; a kiosk that nobody updates says so.
fresh
stick new tests/packs/good/visit 2.0.0
visit season_begins tests/packs/good/visit <<END
clock 2026-12-01 10:00
stick in new
wait 1s
tap #install
wait 1s
type $pin
wait 2s
expect text "Update installed"
stick out new
wait 1s
END
many=''
for i in 1 2 3 4 5 6 7 8 9; do
    cp -r tests/packs/good/minimal "$work/many-$i" && sed -i "s/^id: .*/id: small-$i/" "$work/many-$i/pack.yaml"
    many="$many $work/many-$i"
done
# shellcheck disable=SC2086 # words on purpose
visit season_ends $many <<END
clock 2027-04-01 10:00
$open_panel
expect text "Nothing new since 1 December 2026"
picture many
audit
tap #more
wait 1s
expect page 2
picture many-2
audit
tap #more
wait 1s
expect page 1
size 1024x600
wait 1s
picture many-small
audit
END

# A page past its review: looked at, taken off this kiosk, still off after an update of the others, and brought back.
fresh
visit hide_a_page tests/packs/good/visit <<END
clock 2029-04-01 10:00
$open_panel
wait 1s
tap #open.doc
wait 1s
expect screen review
picture review
audit
tap #open.1
wait 1s
expect screen preview
picture open
audit
tap #top.back
wait 1s
expect screen review
tap #hide.1
wait 1s
expect screen review
expect text "Hidden on this kiosk"
picture hidden
audit
tap #lock
wait 1s
expect screen attract
wander 200
END
holds "it is written down" grep -q . "$work/state/hidden"
visit shown_again tests/packs/good/visit <<END
clock 2029-04-01 10:00
$open_panel
wait 1s
tap #open.doc
wait 1s
expect text "Hidden on this kiosk"
tap #hide.1
wait 1s
expect no-text "Hidden on this kiosk"
END
holds "nothing is hidden any more" sh -c "! grep -q . '$work/state/hidden'"

tap_end
