#!/bin/sh
# slow: left out where the same tests run once more under other conditions (QUICK=yes).
# A pack that stops the player three times in five minutes goes back by itself: the real program, stopped from outside each
# time, as a fault of its own would. Then what comes after: the same pack again, a mended one, and a kiosk with nothing left.
set -u
cd "$(dirname "$0")/../.." || exit 2
hearth=$(realpath "${HEARTH:-./hearth}")
export SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy
work=$(mktemp -d)
player=
clean() {
    [ -z "$player" ] || kill -KILL "$player" 2>/dev/null
    rm -rf "$work"
}
trap clean EXIT
. tests/tap.sh
state=$work/state
starts() { wc -l 2>/dev/null <"$state/starts" || echo 0; }
# The folder of the pack that the running player holds, so that nothing sweeps it away under a reader.
folder_shown() { readlink /proc/"$player"/fd/* 2>/dev/null | grep "^$state/packs/visit/." | head -n 1; }
version_shown() { sed -n 's/^version: *//p' "$(folder_shown)/pack.yaml" 2>/dev/null; }
# Starts the kiosk and waits until it shows a pack, or says that it rests: at most half a minute, on a slow machine.
is_up() { [ -n "$(folder_shown)" ] || grep -q 'rests on the emergency card' "$work/err"; }
start() {
    "$hearth" play --state "$state" --windowed 640x480 "$work/none" 2>"$work/err" &
    player=$!
    tries=300
    while [ $tries -gt 0 ] && ! is_up; do
        sleep 0.1
        tries=$((tries - 1))
    done
    sleep 0.3
}
stop() { # with a signal
    kill -"$1" $player
    wait $player 2>/dev/null
    player=
}
crashes() { for signal in SEGV ABRT KILL; do start && stop $signal; done; }
listed() { "$hearth" list --state "$state" | grep -q "$1"; }
pack() { # folder, version, counter
    cp -r tests/packs/good/visit "$work/$1"
    sed -i "s/^version: .*/version: $2/" "$work/$1/pack.yaml"
    "$hearth" sign --key "$work/team.key" --counter "$3" "$work/$1" >/dev/null 2>&1
}

mkdir -p "$state/keys" "$work/none"
"$hearth" keygen --no-password --name Team "$work/team" >/dev/null 2>&1
cp "$work/team.pub" "$state/keys"
pack good 1.0.0 1
pack bad 2.0.0 2
pack mended 2.0.1 3
"$hearth" install --state "$state" "$work/good" >/dev/null 2>&1
"$hearth" install --state "$state" "$work/bad" >/dev/null 2>&1
printf '482913\n482913\n' | "$hearth" pin --state "$state" >/dev/null 2>&1

start
holds "the new version is shown" test "$(version_shown)" = 2.0.0
stop TERM
holds "whoever ends the player well has not crashed it" test "$(starts)" = 0
for signal in SEGV ABRT; do start && stop $signal; done
start
holds "two crashes change nothing" test "$(version_shown)" = 2.0.0
stop KILL
start
holds "after the third the version before is shown" test "$(version_shown)" = 1.0.0
holds "the journal says so" grep -q "Version 2.0.0 of .* stopped the screen three times, so the kiosk went back to version 1.0.0" "$work/err"
holds "hearth list says so" listed '1\.0\.0'
holds "and names the other one no more" sh -c "! '$hearth' list --state '$state' | grep -q '2\.0\.0'"
stop KILL
start
holds "the version before begins with a clean slate" test "$(version_shown)" = 1.0.0
stop TERM

# Staff read it among the past updates, also a week later.
cat >"$work/told.script" <<END
hold #mark 5.5s
wait 1s
type 482913
wait 2s
expect screen staff
tap #open.usb
wait 1s
expect screen updates
expect text "2.0.0"
expect text "kept closing the program, so the set before it was put back"
audit
END
holds "staff are told" "$hearth" play --state "$state" --script "$work/told.script" "$work/none"

# The pack that crashed does not come back without the PIN, signed or not; a mended one does.
"$hearth" install --state "$state" "$work/bad" >"$work/out" 2>&1
holds "the same again is asked about" sh -c "cat '$work/out'; grep -q 'PIN' '$work/out' && '$hearth' list --state '$state' | grep -q '1\.0\.0'"
holds "a mended one is installed" "$hearth" install --state "$state" "$work/mended"
start
holds "and shown" test "$(version_shown)" = 2.0.1
stop TERM

# Nothing left to go back to: the emergency card, which is no crash, and the pack stays where it is.
rm -rf "$state/packs" "$state/starts"
"$hearth" install --state "$state" "$work/mended" >/dev/null 2>&1
crashes
start
holds "with nothing left the player rests on the emergency card" grep -q 'it rests on the emergency card' "$work/err"
holds "and holds no pack" test -z "$(folder_shown)"
holds "the pack is kept" listed '2\.0\.1'
stop TERM
tap_end
