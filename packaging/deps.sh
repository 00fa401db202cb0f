#!/bin/sh
# Installs the Debian packages that Hearth builds and runs with, if any is missing. Says which and why. `deps.sh test` also
# installs what the tests need, `deps.sh device` what only a device needs.
set -eu
needed='gcc:compiles
make:builds
pkg-config:finds the libraries
libsdl2-dev:window, touch and drawing
libsdl2-ttf-dev:draws letters
libsdl2-image-dev:reads PNG, JPEG and SVG pictures
libsdl2-mixer-dev:plays speech and recordings
espeak-ng:speaks, as a program of its own
libyaml-dev:reads packs
libicu-dev:line breaks, directions, plurals and dates of every language
libsodium-dev:signs and verifies packs, keeps the staff PIN
libqrcodegen-dev:makes the QR codes
fonts-noto-core:faces for Arabic, Gurmukhi, Cyrillic and more
fonts-noto-cjk:faces for Chinese'
test='clang-format:holds the sources to .clang-format
libcmocka-dev:runs the unit tests
minisign:proves in the tests that our signatures are its own
strace:pulls the plug in the tests, at any system call
libzbar-dev:reads the QR codes back in the tests'
device='dbus:what systemd needs to be asked for a mount
libgl1-mesa-dri:shows pictures on a bare console
ntfs-3g:reads NTFS sticks; the kernel of Debian 12 does not'
case ${1:-} in
test) needed="$needed
$test" ;;
device) needed="$needed
$device" ;;
esac
missing=''
while IFS=: read -r package reason; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' && continue
    echo "needed: $package ($reason)"
    missing="$missing $package"
done <<END
$needed
END
[ -n "$missing" ] || exit 0
as_root=''
[ "$(id -u)" = 0 ] || as_root=sudo
$as_root apt-get update
# shellcheck disable=SC2086 # a list of names on purpose
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y --no-install-recommends $missing
