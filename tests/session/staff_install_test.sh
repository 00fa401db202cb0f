#!/bin/sh
# Staff at the kiosk: a stick with a pack, from the card to the page that visitors see, and back to the version before.
set -u
cd "$(dirname "$0")/../.." || exit 2
. tests/session/staff.sh

fresh
stick one tests/packs/good/visit 1.0.1
stick new tests/packs/good/visit 2.0.0
visit=$work/sticks/.new/visit
sed 's/^title: .*/title: The quiet pond/' "$visit/en/lake.yaml" >"$visit/en/pond.yaml"
cp "$visit/fr/lake.yaml" "$visit/fr/pond.yaml"
sed -i 's/\(.*\){id: lake\(.*\)/&\n\1{id: pond\2/' "$visit/pack.yaml"
sed -i 's/^summary: .*/summary: Ask about it at 416-555-0164./' "$visit/en/rain.yaml"
printf 'attract:\n  - {line: A pond is a small lake., text: It waits as well., public: yes}\n' >>"$visit/en/pond.yaml"
visit from_stick_to_slide tests/packs/good/visit <<END
stick in one
wait 1s
expect screen stick
expect text "Not signed"
expect node #crisis
audit
tap #install
wait 1s
expect screen pin
audit
type $pin
wait 2s
expect text "Update installed"
picture first
audit
stick out one
wait 1s
tap #finish
wait 1s
expect screen attract
# The second one changes pages and a number.
stick in new
wait 1s
expect text "Phone numbers change"
expect text "416-555-0164"
expect text "Also other things"
picture offered
audit
# The pages that come can be read before anything is installed; their doors lead nowhere.
# Nobody signed them, so not everybody may fill the screen with them.
tap #preview
wait 1s
expect screen pin
type $pin
wait 2s
expect screen preview
expect text "The quiet pond"
expect text "Visitors do not see this"
expect text "1 / "
picture preview
audit
tap #preview.next
wait 1s
expect text "2 / "
tap #preview.lang
wait 1s
picture preview-fr
audit
size 1080x1920
wait 1s
picture preview-portrait
audit
size 1024x600
wait 1s
picture preview-small
audit
size 1920x1080
wait 1s
key escape
wait 1s
expect screen stick
tap #every
wait 1s
expect text "The quiet pond"
picture every
audit
key escape
wait 1s
tap #install
wait 1s
picture pin-again
type 999999
wait 2s
expect screen pin
expect text "That is not the PIN."
type $pin
wait 2s
expect text "Update installed"
expect text "take the USB stick out"
picture done
audit
stick out new
wait 1s
tap #finish
wait 1s
expect screen attract
note slide
tap 50% 30%
wait 1s
expect screen reading
expect ref visit/pond
END
holds "the version from the stick is installed" sh -c "'$hearth' list --state '$work/state' | grep -q '2.0.0'"

# Going back asks once, and visitors see the older pages.
visit rollback tests/packs/good/visit <<END
$open_panel
picture panel
audit
tap #restore
wait 1s
expect text "Go back to version 1.0.1?"
picture ask
tap #no
wait 1s
tap #restore
wait 1s
tap #yes
wait 1s
expect text "Version 1.0.1 is back in use."
picture back
tap #check
wait 1s
expect text "All packs are as they were signed."
audit
tap #open.usb
wait 1s
picture updates
audit
tap #lock
wait 1s
expect screen attract
END
holds "the version before is back" sh -c "'$hearth' list --state '$work/state' | grep -q '1.0.1'"

# A reader is never interrupted: the card waits until the loop is back.
fresh
stick new tests/packs/good/visit 2.0.0
visit waits_for_the_reader tests/packs/good/visit <<END
tap 50% 30%
wait 1s
expect screen reading
stick in new
wait 20s
expect screen reading
tap #dock.hide
wait 1s
expect screen hidden
until 5min screen stick
tap #not-now
wait 1s
expect screen attract
wait 1min
expect screen attract
END

# Two packs on one stick: chosen, never guessed.
fresh
stick two tests/packs/good/visit 2.0.0
cp -r tests/packs/good/minimal "$work/sticks/.two/minimal"
visit two_packs tests/packs/good/visit <<END
stick in two
wait 2s
expect text "2 packs are on the stick"
picture two
audit
tap #pack.1
wait 1s
expect node #install
tap #not-now
wait 1s
expect screen attract
END

# Without any pack the emergency card is the way in.
fresh
mkdir "$work/none"
stick new tests/packs/good/visit 2.0.0
visit from_the_emergency_card "$work/none" <<END
expect screen emergency
hold #mark 5.5s
$end_of_hold
expect text "9-8-8"
audit
tap #dock.hide
wait 1s
expect screen emergency
stick in new
wait 1s
expect screen stick
audit
tap #install
wait 1s
type $pin
wait 2s
expect text "Update installed"
tap #finish
wait 1s
expect screen attract
END

tap_end
