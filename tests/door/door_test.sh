#!/bin/sh
# hearth-door: what it does for the player, and what a player that was taken over cannot make it do. Each check runs in a
# mount namespace of its own with copies of /etc and /run, so that nothing outside changes. Needs root and loop devices.
set -u
cd "$(dirname "$0")/../.." || exit 2
. tests/tap.sh
door=$(realpath "$BUILD/hearth-door")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

says() { # input, answer, arguments...
    input=$1 answer=$2
    shift 2
    said=$(printf "$input" | "$door" "$@" 2>/dev/null)
    [ "$said" = "$answer" ] || { echo "said '$said'"; return 1; }
}
holds 'a wish that is none is refused' sh -c '! "$1" sell-everything </dev/null 2>/dev/null' x "$door"
holds 'a clock in the past is refused' says '1000000000\n' failed clock
holds 'and one in words' says 'tomorrow\n' failed clock
holds 'and one with more than digits' says '1900000000 -x\n' failed clock
holds 'and a line that does not end' says '1900000000' failed clock
holds 'and nothing at all' says '' failed clock
holds 'light is 1 to 100' says '101\n' failed light
holds 'a restart wants its word' says 'yes\n' failed restart
for name in '' . .. ../etc a/b '../../etc' 'sdb1 x' 'SDB1' "$(printf %032d 1)"; do
    holds "no stick is called '$name'" says "$name\nreport" failed report
done

# A world with a stick (ext4 on a loop device, mounted read only as udev's rule has it) and the two users.
# shellcheck disable=SC2016 # expanded inside
world='
set -u
mount --make-rprivate /
t=$(mktemp -d) && mount -t tmpfs none "$t" && cp -a /etc "$t/etc" && mount --bind "$t/etc" /etc
mount -t tmpfs -o mode=755 none /run && mkdir /run/hearth /run/hearth-sticks && chown 977:977 /run/hearth && chmod 700 /run/hearth
printf "hearth:x:977:977::/:/bin/false\nhearth-stick:x:978:978::/:/bin/false\n" >>/etc/passwd
printf "hearth:x:977:\nhearth-stick:x:978:\n" >>/etc/group
mkdir "$t/m" && truncate -s 16M "$t/i" && mkfs.ext4 -q -F "$t/i"
dev=$(losetup -f --show "$t/i") || exit 77
name=${dev#/dev/} dir=/run/hearth-sticks/${dev#/dev/}
trap "umount -l $dir 2>/dev/null; losetup -d $dev" EXIT
mkdir "$dir" && mount -o ro,nosuid,nodev,noexec "$dev" "$dir" || exit 77
as_player() { setpriv --reuid=977 --regid=977 --clear-groups --inh-caps=-all --bounding-set=-all --no-new-privs sh -c "$1"; }
# The unit gives the door a mount namespace of its own.
ask() { unshare -m "$door" "$1" 2>&1; }
'
in_world() { door="$door" unshare -m sh -c "$world$1"; }

in_world 'exit 0' >"$work/said" 2>&1
if [ $? != 0 ]; then
    echo "not ok $((count += 1)) - a stick can be mounted here # SKIP needs root and loop devices: $(tail -n 1 "$work/said")"
    tap_end
fi
holds 'a report lies on the stick, as it was sent' in_world '
    printf "%s\nwhat is wrong\n" "$name" | ask report | grep -qx done && [ "$(cat "$dir/HEARTH-REPORT.txt")" = "what is wrong" ]'
holds 'which is read only again, and was never writable for the player' in_world '
    (printf "%s\n" "$name"; as_player "touch $dir/x 2>/dev/null && echo WROTE; sleep 0.2"; echo end) | ask report
    ! grep -q WROTE "$dir/HEARTH-REPORT.txt" && grep " $dir " /proc/mounts | grep -q " ro,"'
holds 'it belongs to the writer, not to root' in_world '
    printf "%s\nx" "$name" | ask report && [ "$(stat -c %u "$dir/HEARTH-REPORT.txt")" = 978 ]'
holds 'a link of its name is replaced, not followed' in_world '
    mount -o remount,rw "$dir" && ln -s /etc/passwd "$dir/HEARTH-REPORT.txt" && mount -o remount,ro "$dir"
    printf "%s\nroot::0:0" "$name" | ask report | grep -qx done && ! grep -qx "root::0:0" /etc/passwd && [ ! -L "$dir/HEARTH-REPORT.txt" ]'
holds 'a report that is too long is refused' in_world '(echo "$name"; head -c 300000 /dev/zero) | ask report | grep -qx failed'
holds 'packs lie in new folders' in_world '
    send() { printf "%s\npack one\nfile pack.yaml 3\nabcfile en/a.yaml 2\nxyend\n" "$name"; }
    send | ask save | grep -qx done && send | ask save | grep -qx done &&
    [ "$(cat "$dir/one/pack.yaml" "$dir/one-2/en/a.yaml")" = abcxy ]'
holds 'a pack of which the end is missing is taken away again' in_world '
    printf "%s\npack one\nfile pack.yaml 3\nabcfile en/a.yaml 99\nxy" "$name" | ask save | grep -qx failed && [ ! -e "$dir/one" ]'
for path in ../x /etc/x a/../x .hidden -x a/b/c/d/e 'a b' ''; do
    holds "no file of a pack is called '$path'" in_world '
        printf "%s\npack one\nfile %s 1\nxend\n" "$name" "'"$path"'" | ask save | grep -qx failed && [ ! -e "$dir/one" ] && [ ! -e "$dir/x" ]'
done
holds 'no pack is called ..' in_world 'printf "%s\npack ..\nend\n" "$name" | ask save | grep -qx failed'
holds 'a folder that is no mount is no stick' in_world '
    mkdir /run/hearth-sticks/sdz9 && printf "sdz9\nx" | ask report | grep -qx failed && [ ! -e /run/hearth-sticks/sdz9/HEARTH-REPORT.txt ]'
holds 'nor is a link to one' in_world '
    ln -s "$dir" /run/hearth-sticks/sdz9 && printf "sdz9\nx" | ask report | grep -qx failed'
holds 'nor is another device mounted under its name' in_world '
    umount "$dir" && mount -t tmpfs none "$dir" && printf "%s\nx" "$name" | ask report | grep -qx failed && [ ! -e "$dir/HEARTH-REPORT.txt" ]'
holds 'nothing is done while the player could rearrange the sticks' in_world '
    chown 977 /run/hearth-sticks && printf "%s\nx" "$name" | ask report | grep -qx failed'
holds 'a player that was taken over cannot move a stick elsewhere' in_world '
    as_player "mv /run/hearth-sticks /run/y; mkdir /run/y; ln -sfn /etc $dir; rmdir $dir; ln -s /etc /run/hearth-sticks/sdz9" 2>/dev/null
    [ -d "$dir" ] && [ ! -e /run/y ] && [ ! -e /run/hearth-sticks/sdz9 ]'
holds 'nor write anywhere else through a pack' in_world '
    mount -o remount,rw "$dir" && ln -s /etc "$dir/one" && mount -o remount,ro "$dir"
    printf "%s\npack one\nfile systemd.yaml 1\nxend\n" "$name" | ask save | grep -qx done
    [ ! -e /etc/systemd.yaml ] && [ "$(cat "$dir/one-2/systemd.yaml")" = x ]'
tap_end
