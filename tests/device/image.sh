#!/bin/sh
# Makes a device: Debian 12 as debootstrap leaves it, and Hearth as `make install` puts it there. Usage: image.sh FOLDER
# Leaves in FOLDER: device.img (ext4), vmlinuz, initrd.img. The bare system is kept there and used again.
set -eu
cd "$(dirname "$0")/../.."
folder=$1
root=$folder/root
suite=bookworm
mirror=${MIRROR:-http://deb.debian.org/debian}
# What a device has and a chroot does not: a kernel and an init. And for the proofs: what makes sticks and input devices.
packages=systemd-sysv,udev,linux-image-amd64,initramfs-tools,zstd,ca-certificates,make
packages=$packages,procps,strace,python3-minimal,dosfstools,exfatprogs,ntfs-3g

inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 "$@"; }

# What stays mounted below a folder that is removed would be removed as well.
away() { umount "$root/proc" 2>/dev/null || true; }

bare_system() {
    [ -d "$folder/bare" ] && return
    rm -rf "$folder/bare.new"
    debootstrap --variant=minbase --include="$packages" "$suite" "$folder/bare.new" "$mirror"
    mv "$folder/bare.new" "$folder/bare"
}

hearth_install() {
    mkdir "$root/root/hearth"
    git ls-files -coz --exclude-standard | tar --null --files-from - -cf - | tar -C "$root/root/hearth" -xf -
    inside make -s -C /root/hearth -j2 install
    inside systemctl enable hearth
}

# A root shell on the second serial line, the names of things to plug in, and a password, so that a login could be had.
proofs_install() {
    install -D -m 644 -t "$root/etc/systemd/system" tests/device/guest/*.service tests/device/guest/*.mount
    install -D -m 755 -t "$root/usr/local/bin" tests/device/guest/fingers
    inside systemctl enable shell var-lib-hearth.mount
    echo waiting-room >"$root/etc/hostname"
}

trap away EXIT
mkdir -p "$folder"
bare_system
away
rm -rf "$root"
cp -a "$folder/bare" "$root"
mount -t proc proc "$root/proc"
hearth_install
proofs_install
away
rm -rf "$root/root/hearth" "$root"/var/cache/apt/archives/*.deb
cp "$root"/boot/vmlinuz-* "$folder/vmlinuz"
cp "$root"/boot/initrd.img-* "$folder/initrd.img"
rm -f "$folder/device.img"
truncate -s 4G "$folder/device.img"
mke2fs -q -t ext4 -d "$root" "$folder/device.img"
