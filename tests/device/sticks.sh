#!/bin/sh
# Makes sticks: files that the machine takes for USB sticks. Usage: sticks.sh HEARTH FOLDER
# A pack on each kind of file system that is read, a signed one, one that is refused, and a stick that nobody can read.
set -eu
cd "$(dirname "$0")/../.."
hearth=$1
folder=$2
sample=tests/packs/good/visit

# "pack NAME VERSION": the sample pack under that version, in a folder of its own.
pack() {
    rm -rf "$folder/$1"
    mkdir -p "$folder/$1"
    cp -r "$sample" "$folder/$1/visit"
    sed -i "s/^version: .*/version: $2/" "$folder/$1/visit/pack.yaml"
}

blank() {
    rm -f "$folder/$1.img"
    truncate -s 64M "$folder/$1.img"
}

# As sticks are sold: one partition, from the first megabyte on.
vfat() {
    mkdir -p "$folder/$1"
    blank "$1"
    echo '2048,,c' | sfdisk -q "$folder/$1.img"
    mkfs.vfat -F 32 --offset 2048 "$folder/$1.img" 64512 >/dev/null
    for item in "$folder/$1"/*; do
        [ ! -e "$item" ] || mcopy -s -i "$folder/$1.img@@1M" "$item" ::
    done
}

# "fuse NAME MKFS MOUNT": filled through a file system that needs no kernel.
fuse() {
    blank "$1"
    loop=$(losetup --find --show "$folder/$1.img")
    mkdir -p "$folder/mount"
    $2 "$loop" >/dev/null 2>&1
    $3 "$loop" "$folder/mount" >/dev/null 2>&1
    cp -r "$folder/$1/"* "$folder/mount"
    umount "$folder/mount"
    losetup --detach "$loop"
}

pack vfat 1.1.0
vfat vfat
pack exfat 1.2.0
fuse exfat mkfs.exfat mount.exfat-fuse
pack ntfs 1.3.0
fuse ntfs 'mkntfs -Q -F' ntfs-3g
pack ext4 1.4.0
blank ext4
mke2fs -q -t ext4 -d "$folder/ext4" "$folder/ext4.img"

pack signed 2.0.0
[ -f "$folder/key.pub" ] || "$hearth" keygen --no-password --name "the proofs" "$folder/key" >/dev/null
"$hearth" sign "$folder/signed/visit" --key "$folder/key.key" >/dev/null
vfat signed

pack refused 3.0.0
echo 'no page: [' >"$folder/refused/visit/en/lake.yaml"
vfat refused

vfat empty

blank unreadable
head -c 1M /dev/zero | tr '\0' 'x' | dd of="$folder/unreadable.img" conv=notrunc status=none
