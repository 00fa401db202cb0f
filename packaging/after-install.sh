#!/bin/sh
# On the device itself: makes the user and its folders, and tells systemd and udev of what is new.
set -eu
command -v systemd-sysusers >/dev/null || exit 0
systemd-sysusers
systemd-tmpfiles --create hearth.conf
if [ -d /run/systemd/system ]; then
    systemctl daemon-reload
    udevadm control --reload
    /lib/systemd/systemd-sysctl 90-hearth.conf
fi
echo 'installed; start it now and at every boot with: systemctl enable --now hearth'
