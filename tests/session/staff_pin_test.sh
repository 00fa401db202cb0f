#!/bin/sh
# Staff at the kiosk: the PIN by touch, by keyboard and by digits, wrong tries, and the recovery code.
set -u
cd "$(dirname "$0")/../.." || exit 2
. tests/session/staff.sh

fresh
# Where the touch panel is broken, a keyboard opens the staff panel: Home held as long as the mark, then the keys of the pad.
visit by_keyboard tests/packs/good/visit <<END
key home 4s
wait 2s
expect screen attract
key home 5.5s
wait 1s
expect screen pin
expect focus any
$(for digit in 4 8 2 9 1 3; do printf 'tab-to #key.%s\nkey enter\n' $digit; done)
wait 2s
expect screen staff
tab-to #lock
key enter
wait 1s
expect screen attract
END

# Its digits type the PIN, also one that a switch would press: that wakes the ring only where nothing else is meant by it.
cp -r tests/packs/good/clinic "$work/clinic"
printf 'switches: {first: "1"}\n' >>"$work/clinic/site.yaml"
visit by_digits tests/packs/good/visit "$work/clinic" <<END
key home 5.5s
wait 1s
expect screen pin
keys 482914
key erase
keys 3
wait 2s
expect screen staff
key escape
wait 1s
expect screen attract
expect ring none
keys 1
wait 1s
expect ring rows
END
rm -r "$work/clinic"

# Five wrong tries, then a pause; visitors go on, and the panel stays shut.
fresh
visit wrong_pin tests/packs/good/visit <<END
hold #mark 5.5s
$end_of_hold
type 111111
wait 2s
expect text "4 tries left"
type 222222
wait 2s
type 333333
wait 2s
type 444444
wait 2s
expect text "1 try left"
type 555555
wait 2s
expect text "Please wait 5 minutes"
picture pause
audit
type $pin
wait 2s
expect screen pin
tap #pin.back
wait 1s
expect screen attract
tap 50% 30%
wait 1s
expect screen reading
hold #top.home 5.5s
$end_of_hold
expect text "Please wait"
tap #crisis
wait 1s
expect screen crisis
wait 6min
expect screen attract
hold #mark 5.5s
$end_of_hold
type $pin
wait 2s
expect screen staff
wait 4.9min
expect screen staff
wait 10s
expect screen attract
expect nothing-kept
END

# Whoever forgot the PIN types the printed code, and sets a new one. A slip is found in its group.
fresh
other=$((($(echo "$code" | cut -c 4) + 1) % 10))
visit recovery tests/packs/good/visit <<END
hold #mark 5.5s
$end_of_hold
tap #pin.code
wait 1s
keys "${code%"${code#???}"}$other"      # by a keyboard that is plugged in
wait 1s
expect text "Group 1 has a slip"
picture slip
audit
key erase
wait 1s
expect no-text "Group 1 has a slip"
type "${code#???}"
wait 2s
expect screen first
picture new-pin
audit
type 591846
wait 2s
type 591846
wait 2s
expect text "Write down this recovery code"
audit
END
visit new_pin tests/packs/good/visit <<END
hold #mark 5.5s
$end_of_hold
type $pin
wait 2s
expect text "That is not the PIN."
type 591846
wait 2s
expect screen staff
END

tap_end
