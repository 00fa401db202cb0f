#!/bin/sh
# Staff at the kiosk: sticks with nothing to install, with what must not be installed, and those that come out too early.
set -u
cd "$(dirname "$0")/../.." || exit 2
. tests/session/staff.sh

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
        printf '#!/bin/sh\nASAN_OPTIONS=detect_leaks=0 exec strace -o %s %s "%s" "$@"\n' "$work/reads" "$(printf '%s ' -e trace=read $stick_files "$@")" "$(realpath "$plain")" >"$work/hearth"
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
    skips "a stick that comes out in the middle of the copying" "it takes strace"
fi

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
    skips "a disk without room" "it takes root"
fi

tap_end
