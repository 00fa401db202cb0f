#!/bin/sh
# What `make run` does once everything is built: plays the packs of content/, in a window or on the bare console, and says how to
# end it; or, where there is no display, plays a scripted visit through the same screens and leaves its pictures in build/tour/.
set -eu
cd "$(dirname "$0")/../.."
tour=build/tour

# A console of our own with a graphics card that has a display on it.
has_console() {
    case $(tty 2>/dev/null) in /dev/tty[0-9]*) ;; *) return 1 ;; esac
    for status in /sys/class/drm/card*-*/status; do
        [ -r "$status" ] && [ "$(cat "$status")" = connected ] && return 0
    done
    return 1
}

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || has_console; then
    exec ./hearth play content
fi
echo "There is no display here, so this is a scripted visit (tests/session/tour.script), to the same program."
rm -rf "$tour"
./hearth play content --script tests/session/tour.script --pictures "$tour"
echo "Its pictures: $tour/index.html, or all of them in $tour/contact-sheet.png"
