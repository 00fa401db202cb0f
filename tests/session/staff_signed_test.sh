#!/bin/sh
# Staff at the kiosk: packs that are signed by a key that this kiosk knows, and what was done to them afterwards.
set -u
cd "$(dirname "$0")/../.." || exit 2
. tests/session/staff.sh

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

tap_end
