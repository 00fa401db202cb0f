#!/bin/sh
# Staff at the kiosk: a PIN, sticks good and bad, going back; each visit on virtual time, with a state folder and sticks of its
# own. STAFF_PICTURES=DIR keeps the pictures.
set -u
cd "$(dirname "$0")/../.."
hearth=${HEARTH:-./hearth}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pin=482913
. tests/tap.sh

# A stick that is still out: "stick NAME", or with a pack on it "stick NAME DIR VERSION".
stick() {
    mkdir -p "$work/sticks/.$1"
    [ $# = 1 ] && return
    cp -r "$2" "$work/sticks/.$1/$(basename "$2")"
    sed -i "s/^version: .*/version: $3/" "$work/sticks/.$1/$(basename "$2")/pack.yaml"
}

fresh() {
    rm -rf "$work/state" "$work/sticks"
    mkdir -p "$work/state" "$work/sticks"
    printf '%s\n%s\n' $pin $pin | "$hearth" pin --state "$work/state" >"$work/said" 2>&1
    code=$(sed -n 's/.*forgotten: //p' "$work/said" | tr -d ' ')
}

# Plays the script on standard input: "visit NAME [DIR ...]".
visit() {
    name=$1
    shift
    cat >"$work/$name.script"
    [ -z "${STAFF_PICTURES:-}" ] || mkdir -p "$STAFF_PICTURES/$name"
    pictures=${STAFF_PICTURES:+--pictures $STAFF_PICTURES/$name}
    # shellcheck disable=SC2086 # words on purpose
    holds "$name" "$hearth" play "$@" --state "$work/state" --sticks "$work/sticks" --script "$work/$name.script" $pictures
}

open_panel='hold #mark 5.5s
wait 1s
expect screen pin
type 482913
wait 2s
expect screen staff'

end_of_hold='wait 1s
expect screen pin'

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

# Sticks with nothing to install get a sentence each, and a locked screen goes back to the loop by itself.
fresh
stick empty
stick zip
touch "$work/sticks/.zip/visit.zip"
stick part
mkdir "$work/sticks/.part/en" && cp tests/packs/good/visit/en/*.yaml "$work/sticks/.part/en"
visit nothing_to_install tests/packs/good/visit <<END
stick in empty
wait 1s
expect screen stick
expect text "There is no pack on this stick."
picture empty
audit
stick out empty
wait 1s
expect screen attract
stick in zip
wait 1s
expect text "visit.zip"
picture zip
audit
wait 30s
expect screen attract
stick out zip
wait 1s
stick in part
wait 1s
expect text "Only a part of a pack"
audit
tap #finish
wait 1s
expect screen attract
END

# What must not be installed is refused in one sentence, with the place, a code and a report on the stick.
fresh
stick broken tests/packs/good/visit 2.0.0
sed -i 's/^title:.*/titel: Lake/' "$work/sticks/.broken/visit/en/lake.yaml"
stick font tests/packs/good/visit 2.0.0
touch "$work/sticks/.font/visit/images/face.ttf"
stick link tests/packs/good/visit 2.0.0
ln -s /etc/passwd "$work/sticks/.link/visit/en/secret.yaml"
visit refused tests/packs/good/visit <<END
stick in broken
wait 2s
expect screen stick
expect text "This update was not installed"
expect text "en/lake.yaml"
expect text "H-10"
picture content
audit
tap #finish
wait 1s
expect screen attract
stick out broken
wait 1s
stick in font
wait 2s
expect text "face.ttf"
expect text "H-6"
picture font
audit
stick out font
wait 1s
stick in link
wait 2s
expect text "H-6"
audit
tap #finish
wait 1s
expect screen attract
END
holds "the report is on the stick" grep -q "lake.yaml" "$work/sticks/.broken/HEARTH-REPORT.txt"
holds "nothing was installed" sh -c "! '$hearth' list --state '$work/state' | grep -q visit"

# A stick that comes out while it is looked at, or before the PIN is typed, changes nothing.
fresh
stick new tests/packs/good/visit 2.0.0
visit pulled tests/packs/good/visit <<END
stick in new
wait 1s
tap #install
wait 1s
expect screen pin
stick out new
wait 1s
expect screen stick
expect text "Nothing was changed."
picture pulled
audit
wait 9s
expect screen attract
END
holds "nothing came from the stick that was pulled" sh -c "! '$hearth' list --state '$work/state' | grep -q visit"

# One that comes out in the middle of the copying: from then on every read of it fails, as the kernel has it. The kiosk keeps
# what it had, says so, and nothing of the copy is left.
if command -v strace >/dev/null && strace -o /dev/null true 2>/dev/null; then
    fresh
    "$hearth" install --state "$work/state" --unsigned tests/packs/good/visit >"$work/said" 2>&1
    stick new tests/packs/good/visit 2.0.0
    halfway="stick in new
wait 1s
tap #install
wait 1s
type $pin
wait 2s"
    stick_files=$(cd "$work/sticks/.new" && find visit -type f | sed "s|^|-P $work/sticks/new/|")
    cp -r "$work/state" "$work/state.before"
    plain=$hearth
    # shellcheck disable=SC2086 # words on purpose
    traced() { # more for strace ...; who is traced cannot look for leaks
        printf '#!/bin/sh\nASAN_OPTIONS=detect_leaks=0 exec strace -o %s %s "%s" "$@"\n' "$work/reads" "$(echo -e trace=read $stick_files "$@")" "$(realpath "$plain")" >"$work/hearth"
        chmod +x "$work/hearth"
        hearth=$work/hearth
    }
    traced
    visit undisturbed "$work/none" <<END
$halfway
expect text "Update installed"
stick out new
END
    reads=$(grep -c '^read' "$work/reads")
    rm -rf "$work/state" && mv "$work/state.before" "$work/state" # looking reads all of it once, installing once more
    traced -e inject=read:error=EIO:when=$((reads * 3 / 4))+
    visit pulled_halfway "$work/none" <<END
$halfway
expect screen stick
expect text "H-13"
picture halfway
audit
stick out new
wait 1s
expect screen stick
expect text "Nothing was changed."
picture halfway-pulled
audit
wait 9s
expect screen attract
tap 50% 30%
wait 1s
expect screen reading
END
    hearth=$plain
    holds "the copying had begun" grep -q EIO "$work/reads"
    holds "the version before is kept" sh -c "'$hearth' list --state '$work/state' | grep -q '1\.0\.0' && ! '$hearth' list --state '$work/state' | grep -q '2\.0\.0'"
    holds "nothing of the copy is left" test -z "$(find "$work/state" -name '.new*')"
else
    echo "# a stick that comes out in the middle of the copying was not tried: that takes strace"
fi

# A reader is never interrupted: the card waits until the loop is back.
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

# Signed by a key that this kiosk knows; and what was done to it afterwards.
"$hearth" keygen --no-password --name 'Content team' "$work/team" >/dev/null 2>&1
signed() { # stick, version, counter
    stick "$1" tests/packs/good/visit "$2"
    "$hearth" sign --key "$work/team.key" --counter "$3" "$work/sticks/.$1/visit" >/dev/null 2>&1
}
number_signed() { # a newer one with a number that was not there
    stick number tests/packs/good/visit 3.1.0
    sed -i 's/^summary: .*/summary: Ask about it at 416-555-0164./' "$work/sticks/.number/visit/en/rain.yaml"
    "$hearth" sign --key "$work/team.key" --counter 31 "$work/sticks/.number/visit" >/dev/null 2>&1
}
trusting() {
    fresh
    mkdir -p "$work/state/keys" && cp "$work/team.pub" "$work/state/keys"
}
refusal() { # code, words
    printf 'wait 2s\nexpect screen stick\nexpect text "%s"\nexpect text "%s"\nexpect text "still running"\naudit\npicture %s\ntap #finish\nwait 1s\nexpect screen attract\n' "$1" "$2" "$1"
}
trusting
signed newest 3.0.0 30
signed changed 3.1.0 31
echo '# changed' >>"$work/sticks/.changed/visit/en/lake.yaml"
signed broken 3.1.0 31
sed -i '2s/./%/60' "$work/sticks/.broken/visit/manifest.txt.minisig"
signed older 2.0.0 20
visit signed tests/packs/good/visit <<END
stick in newest
wait 2s
expect text "Signed by Content team"
tap #install
wait 1s
type $pin
wait 2s
expect text "Update installed"
stick out newest
wait 1s
tap #finish
wait 1s
stick in changed
$(refusal H-7 lake.yaml)
stick out changed
wait 1s
stick in broken
$(refusal H-8 'The signature does not belong')
stick out broken
wait 1s
stick in older
$(refusal H-5 'older than what is installed')
stick out older
wait 1s
expect screen attract
END
holds "the newest stays" sh -c "'$hearth' list --state '$work/state' | grep -q '3.0.0'"

# A clinic may let signed sticks install by themselves; one that changes a number is asked about all the same.
trusting
cp -r tests/packs/good/clinic "$work/clinic"
sed -i 's/sticks-install-signed: no/sticks-install-signed: yes/' "$work/clinic/site.yaml"
signed first 3.0.0 30
number_signed
visit by_itself tests/packs/good/visit "$work/clinic" <<END
stick in first
wait 2s
expect screen stick
expect text "Update installed"
picture by-itself
stick out first
wait 1s
tap #finish
wait 1s
expect screen attract
stick in number
wait 2s
expect screen stick
expect text "Phone numbers change"
expect no-text "Update installed"
tap #install
wait 1s
expect screen pin
END
holds "without a PIN the numbers stay" sh -c "'$hearth' list --state '$work/state' | grep -q '3.0.0'"

# The first update of what came with the program: it is compared with that, the same is not installed again, new numbers
# want the PIN, and that is what can be gone back to.
trusting
stick same tests/packs/good/visit 1.0.0
number_signed
visit first_update tests/packs/good/visit "$work/clinic" <<END
stick in same
wait 2s
expect text "already here"
audit
tap #finish
wait 1s
stick out same
wait 1s
stick in number
wait 2s
expect text "1.0.0 to 3.1.0"
expect text "0 pages added"
expect text "1 page changed"
expect text "416-555-0164"
picture first-update
tap #install
wait 1s
type $pin
wait 2s
expect text "Update installed"
stick out number
wait 1s
tap #finish
wait 1s
$open_panel
tap #open.usb
wait 1s
expect text "A visit, 1.0.0 to 3.1.0"
expect no-text "new on this screen"
key escape
wait 1s
tap #restore
wait 1s
expect text "Go back to version 1.0.0?"
tap #yes
wait 1s
expect text "Version 1.0.0 is back in use."
expect no-text "Not signed"
picture back
audit
END

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

# No room: how much it needs, and how much there is.
if [ "$(id -u)" = 0 ] && fresh && mount -t tmpfs -o size=600k none "$work/state" 2>/dev/null; then
    printf '%s\n%s\n' $pin $pin | "$hearth" pin --state "$work/state" >/dev/null 2>&1
    stick new tests/packs/good/visit 2.0.0
    visit no_room tests/packs/good/visit <<END
stick in new
$(refusal H-12 'is free.')
END
    umount "$work/state"
else
    echo "# a disk without room was not tried: that takes root"
fi

tap_end
