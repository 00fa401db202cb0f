#!/bin/sh
# What Hearth costs, beside the least program on the same libraries and a browser in kiosk mode, all in one interleaved run on a
# display of 1920x1080 in memory. Prints medians and ratios; judges nothing. Usage: tests/bench/kiosk_bench.sh build/release
# RUNS=5 is how often each program is started.
set -eu
cd "$(dirname "$0")/../.."
build=${1:-build/release}
runs=${RUNS:-5}
hearth=$build/hearth
work=$(mktemp -d)
trap 'kill "$display_server" 2>/dev/null; rm -rf "$work"' EXIT

[ -x "$(command -v Xvfb)" ] || { echo "Xvfb is not installed: nothing is measured"; exit 0; }
Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp -noreset 3>"$work/display" >/dev/null 2>&1 &
display_server=$!
while [ ! -s "$work/display" ]; do sleep 0.1; done
DISPLAY=:$(cat "$work/display")
export DISPLAY HOME="$work"
chromium=$(command -v chromium || command -v chromium-browser || true)
root_flag=
[ "$(id -u)" != 0 ] || root_flag=--no-sandbox

keep() { # what, who, value
    echo "$3" >>"$work/$1.$2"
}
family() { # a process and all that it started
    echo "$1"
    for child in $(cat /proc/"$1"/task/*/children 2>/dev/null); do family "$child"; done
}
pss_mib() {
    for pid in $(family "$1"); do cat "/proc/$pid/smaps_rollup"; done 2>/dev/null |
        awk '/^Pss:/ { kib += $2 } END { printf "%.1f\n", kib / 1024 }'
}
# Nanoseconds on a processor, and how often it went to sleep: all threads of all its processes.
spent() {
    for pid in $(family "$1"); do
        cat /proc/"$pid"/task/*/schedstat | awk '{ print "ns", $1 }'
        cat /proc/"$pid"/task/*/status
    done 2>/dev/null | awk '/^ns / { ns += $2 } /^voluntary_ctxt_switches/ { sleeps += $2 } END { printf "%.0f %d\n", ns, sleeps }'
}
watch() { # process, seconds, what, who: keeps what.cpu in percent and what.wakes a second
    before=$(spent "$1")
    sleep "$2"
    echo "$before $(spent "$1") $2" | awk '{ printf "%.2f %.1f\n", ($3 - $1) / $5 / 1e7, ($4 - $2) / $5 }' >"$work/spent"
    read -r cpu wakes <"$work/spent"
    keep "$3.cpu" "$4" "$cpu"
    keep "$3.wakes" "$4" "$wakes"
}
command_of() {
    case $1 in
    floor) echo "$build/tests/bench/floor fonts/AtkinsonHyperlegibleNext_400Regular.ttf" ;;
    hearth) echo "$hearth play --lock content --software" ;;
    few | many) echo "$hearth play --lock $work/pages-$1 --software" ;;
    chromium) echo "$chromium --kiosk $root_flag --no-first-run --password-store=basic --disable-component-update
        --user-data-dir=$work/chromium --window-size=1920,1080 --window-position=0,0 file://$PWD/tests/bench/page.html" ;;
    esac
}
start() { # who: its process id is then $pid
    # shellcheck disable=SC2046 # words on purpose
    "$build/tests/bench/probe" first $(command_of "$1") >"$work/first" 2>/dev/null
    read -r first pid <"$work/first"
    keep first "$1" "$first"
}
stop() {
    kill "$pid"
    while [ -e "/proc/$pid" ]; do sleep 0.1; done
}
taps() { # who, x, y
    "$build/tests/bench/probe" tap "$2" "$3" 20 | grep -v - >>"$work/tap.$1" || true
}
visit_hearth() {
    start hearth
    sleep 3
    keep loop.pss hearth "$(pss_mib "$pid")"
    watch "$pid" 20 loop hearth
    "$build/tests/bench/probe" tap 960 400 1 >/dev/null # opens the page of the slide
    sleep 3
    keep still.pss hearth "$(pss_mib "$pid")"
    watch "$pid" 5 still hearth
    taps hearth 1602 1024 # the button for more contrast
    stop
}
visit_page() { # who
    start "$1"
    sleep 5
    keep still.pss "$1" "$(pss_mib "$pid")"
    watch "$pid" 5 still "$1"
    taps "$1" 350 350
    stop
}

sh tests/bench/pages.sh 10 "$work/pages-few"
sh tests/bench/pages.sh 10000 "$work/pages-many"
[ -n "$chromium" ] || echo "chromium is not installed here: its column is empty"
run=0
while [ $run -lt "$runs" ]; do
    run=$((run + 1))
    echo "run $run of $runs" >&2
    visit_page floor
    visit_hearth
    [ -z "$chromium" ] || visit_page chromium
    for who in few many; do
        start $who
        sleep 1
        keep still.pss $who "$(pss_mib "$pid")"
        stop
    done
    "$build/tests/bench/frames" content >"$work/frames"
    while read -r name p50 p99 first work_p50 work_p99 work_first; do
        keep "$name.p50" hearth "$p50"
        keep "$name.p99" hearth "$p99"
        keep "$name.first" hearth "$first"
        keep "$name.p50" work "$work_p50"
        keep "$name.p99" work "$work_p99"
        keep "$name.first" work "$work_first"
    done <"$work/frames"
done

part() { # what, who, share: of all values
    [ -s "$work/$1.$2" ] || { echo -; return; }
    sort -n "$work/$1.$2" | awk -v share="$3" '{ value[NR] = $1 } END { print value[int(share * (NR - 1) + 1.5)] }'
}
ratio() {
    echo "$1 $2" | awk '$1 == "-" || $2 == "-" || $2 + 0 == 0 { print "-"; next } { printf "%.2f\n", $1 / $2 }'
}
row() { # words, what, share
    hearth_value=$(part "$2" hearth "$3")
    floor_value=$(part "$2" floor "$3")
    chromium_value=$(part "$2" chromium "$3")
    printf '%-34s %9s %9s %9s %9s %9s\n' "$1" "$hearth_value" "$floor_value" "$(ratio "$hearth_value" "$floor_value")" \
        "$chromium_value" "$(ratio "$chromium_value" "$hearth_value")"
}
size_kib() {
    du -skL "$@" 2>/dev/null | awk '{ kib += $1 } END { print kib + 0 }'
}
package_kib() { # a package and what it needs that a bare Debian with X does not have
    dpkg-query -W -f='${Installed-Size}\n' "$@" 2>/dev/null | awk '{ kib += $1 } END { print kib + 0 }'
}
libraries_kib() {
    # shellcheck disable=SC2046 # words on purpose
    size_kib $(ldd "$hearth" | awk '$3 ~ /^\// { print $3 }')
}

printf '%-34s %9s %9s %9s %9s %9s\n' '' hearth floor h/floor chromium chr/h
row 'first content, ms' first 0.5
row 'PSS on a page of text, MiB' still.pss 0.5
row 'PSS on the loop, MiB' loop.pss 0.5
row 'still page: CPU, %' still.cpu 0.5
row 'still page: wake-ups a second' still.wakes 0.5
row 'loop: CPU, %' loop.cpu 0.5
row 'loop: wake-ups a second' loop.wakes 0.5
row 'tap to pixel p50, ms' tap 0.5
row 'tap to pixel p95, ms' tap 0.95
printf '%-34s %9s %9s\n' 'frames, ms' seen work
for name in turn drag fade; do
    for what in p50 p99 first; do
        printf '%-34s %9s %9s\n' "$name: $what" "$(part $name.$what hearth 0.5)" "$(part $name.$what work 0.5)"
    done
done
many=$(part first many 0.5)
few=$(part first few 0.5)
printf '%-34s %9s %9s %9s\n' '' '10,000' 10 ratio
printf '%-34s %9s %9s %9s\n' 'pages: first content, ms' "$many" "$few" "$(ratio "$many" "$few")"
many=$(part still.pss many 0.5)
few=$(part still.pss few 0.5)
printf '%-34s %9s %9s %9s\n' 'pages: PSS, MiB' "$many" "$few" "$(ratio "$many" "$few")"
make -s install BUILD="$build" DESTDIR="$work/installed" >/dev/null
strip "$work/installed/usr/bin/hearth"
installed=$(size_kib "$work/installed")
echo "installed: $installed KiB, of it $(size_kib "$work/installed/usr/bin/hearth") KiB the program; with every library that it" \
    "loads: $((installed + $(libraries_kib))) KiB; the package chromium alone: $(package_kib chromium chromium-common) KiB"
