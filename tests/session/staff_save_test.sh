#!/bin/sh
# Staff at the kiosk: packs are saved to a stick.
set -u
cd "$(dirname "$0")/../.." || exit 2
. tests/session/staff.sh

# A stick that cannot be read gets a sentence; packs are saved to one that can.
fresh
mkdir -p "$work/sticks/.paper"
touch "$work/sticks/.bent.unreadable"
stick new tests/packs/good/visit 2.0.0
visit save tests/packs/good/visit <<END
stick in bent.unreadable
wait 1s
expect screen stick
expect text "This stick can’t be read."
picture unreadable
audit
stick out bent.unreadable
wait 1s
expect screen attract
stick in new
wait 1s
tap #install
wait 1s
type $pin
wait 2s
expect text "Update installed"
stick out new
wait 1s
tap #finish
wait 1s
$open_panel
tap #save
wait 1s
expect text "No USB stick was found."
stick in paper
wait 2s
tap #finish
wait 1s
expect screen staff
tap #save
wait 2s
expect text "Saved. You can take the USB stick out now."
picture saved
audit
END
holds "what was saved passes the check" sh -c "cd '$work/sticks/paper' && '$(realpath "$hearth")' check visit"

# What came with the program and was never installed can be saved, too: a clinic begins with that.
fresh
mkdir -p "$work/sticks/.paper"
visit save_as_it_came tests/packs/good/visit <<END
$open_panel
stick in paper
wait 2s
tap #finish
wait 1s
tap #save
wait 2s
expect text "Saved. You can take the USB stick out now."
END
holds "it passes the check" sh -c "cd '$work/sticks/paper' && '$(realpath "$hearth")' check visit"

tap_end
