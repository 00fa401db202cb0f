#!/bin/sh
# What `make install` puts in place fits together: units find their programs, rules name units that there are, packs play.
set -u
cd "$(dirname "$0")/../.." || exit 2
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
. tests/tap.sh
there() { # paths below the root
    for path in "$@"; do [ -e "$root$path" ] || { echo "there is no $path"; return 1; }; done
}
programs() { sed -n 's/^Exec[A-Za-z]*=[-+!]*\([^ ]*\).*/\1/p' "$root"/usr/lib/systemd/system/*.service | grep -v systemctl | sort -u; }
units_named() {
    for wish in clock light restart report save; do
        there "/usr/lib/systemd/system/hearth-$wish.socket" "/usr/lib/systemd/system/hearth-$wish@.service" || return 1
    done
    ! grep -rhoE 'hearth-[a-z]+@?[^ ]*\.service' packaging/udev | tr -d '"' | sed 's/@.*/@.service/' | sort -u | while read -r unit; do
        [ -e "$root/usr/lib/systemd/system/$unit" ] || echo "there is no $unit"
    done | grep .
}
holds 'everything is put in place' make -s install BUILD="$BUILD" DESTDIR="$root" PREFIX=/usr
# shellcheck disable=SC2046 # words on purpose
holds 'each unit finds its program' there $(programs)
holds 'the rules and the player name units that there are' units_named
holds 'the packs pass the check' "$root/usr/bin/hearth" check "$root/usr/share/hearth/packs"
holds 'and so does the schema that editors read' there /usr/share/hearth/schema/page.json
holds 'the guide and its pictures lie together' sh -c "cd '$root/usr/share/doc/hearth/content' && grep -oE '\(pictures/[^)]*\)' README.md | tr -d '()' | xargs ls"
exposed() { # a unit's exposure as systemd-analyze counts it, in tenths; what it cannot say is no failure of the unit
    systemd-analyze security --offline=yes "$1" 2>/dev/null | sed -n 's/.*: \([0-9]*\)\.\([0-9]\) .*/\1\2/p'
}
confined() {
    for unit in packaging/systemd/*.service; do
        tenths=$(exposed "$unit")
        [ "${tenths:-99}" -le 20 ] || { echo "$unit: $tenths tenths"; return 1; }
    done
}
if systemd-analyze security --help 2>/dev/null | grep -q -- --offline; then
    holds 'no unit is more exposed than 2.0 of 10' confined
fi
for script in packaging/libexec/*; do holds "$(basename "$script") is a shell script" sh -n "$script"; done
tap_end
