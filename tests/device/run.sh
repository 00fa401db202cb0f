#!/bin/sh
# Makes a device, starts it, proves on it what no other test can. Usage: run.sh HEARTH FOLDER [PROOF ...]
set -eu
cd "$(dirname "$0")/../.."
hearth=$(realpath "$1")
folder=$2
shift 2
missing=''
while read -r program package; do
    command -v "$program" >/dev/null || missing="$missing $package"
done <<END
debootstrap debootstrap
qemu-system-x86_64 qemu-system-x86
qemu-img qemu-utils
python3 python3
mkfs.vfat dosfstools
mcopy mtools
mkfs.exfat exfatprogs
mount.exfat-fuse exfat-fuse
mkntfs ntfs-3g
sfdisk fdisk
END
[ -z "$missing" ] || { echo "needed: apt-get install$missing"; exit 1; }
[ "$(id -u)" = 0 ] || { echo 'only root can make a device: debootstrap and loop devices need it'; exit 1; }
mkdir -p "$folder/sticks"
folder=$(realpath "$folder")
newer=$(find Makefile src assets fonts content packaging tests/device/guest tests/device/image.sh -newer "$folder/device.img" 2>/dev/null | head -n 1)
[ -f "$folder/device.img" ] && [ -z "$newer" ] || sh tests/device/image.sh "$folder"
sh tests/device/sticks.sh "$hearth" "$folder/sticks"
exec python3 tests/device/proofs.py "$hearth" "$folder" "$@"
