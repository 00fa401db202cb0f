# What the scripts about staff share, by `. tests/session/staff.sh`: each visit runs on virtual time, with a state folder and
# sticks of its own. STAFF_PICTURES=DIR keeps the pictures.
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

# A state folder with the PIN and nothing else; $code is its recovery code.
fresh() {
    rm -rf "$work/state" "$work/sticks"
    mkdir -p "$work/state" "$work/sticks"
    printf '%s\n%s\n' $pin $pin | "$hearth" pin --state "$work/state" >"$work/said" 2>&1
    code=$(sed -n 's/.*forgotten: //p' "$work/said" | tr -d ' ')
}

# Plays the script on standard input: "visit NAME [DIR ...]". If it fails, what was seen stays in BUILD/failed/NAME.
visit() {
    name=$1
    shift
    cat >"$work/$name.script"
    pictures=${STAFF_PICTURES:-${BUILD:-build/release}/failed}/$name
    rm -rf "$pictures"
    mkdir -p "$pictures"
    before=$failed
    failed=0
    holds "$name" "$hearth" play "$@" --state "$work/state" --sticks "$work/sticks" --script "$work/$name.script" --pictures "$pictures"
    [ "$failed" = 1 ] || [ -n "${STAFF_PICTURES:-}" ] || rm -rf "$pictures"
    [ "$before" = 0 ] || failed=1
}

open_panel='hold #mark 5.5s
wait 1s
expect screen pin
type 482913
wait 2s
expect screen staff'

end_of_hold='wait 1s
expect screen pin'

# What a stick is told whose pack is refused.
refusal() { # code, words
    printf 'wait 2s\nexpect screen stick\nexpect text "%s"\nexpect text "%s"\nexpect text "still running"\naudit\npicture %s\ntap #finish\nwait 1s\nexpect screen attract\n' "$1" "$2" "$1"
}
