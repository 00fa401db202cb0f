#!/bin/sh
# Pulls the plug at every step of what changes a kiosk's store, and looks what is left. Prints TAP.
#
# The store lies on an ext4 in a file. The program is killed before its N-th call of each system call that changes something;
# then the file, which holds exactly what has reached "the disk", is copied and mounted, as after a start. Two disks:
#   lose    nothing that was not synced has been written
#   commit  the journal has been written (another program synced a file), but none of the data that was not synced
# What is there after the start must be wholly the old or wholly the new, and the new wherever the program has said so.
#
# Then, without power cuts: every single call fails once, or lies. The old must stay, and a sentence must say so.
#
# Usage: sweep.sh [--all] [OPERATION ...]   Without --all a sample of the steps, for `make test`.
set -u
cd "$(dirname "$0")/../.." || exit 2
hearth=$(realpath "${HEARTH:-./hearth}")
driver=$(realpath "${BUILD:-build/release}/tests/fault_driver")
all=
if [ "${1:-}" = --all ]; then all=yes && shift; fi
operations=${*:-install replace repair rollback settings pin}
number=0
say() { # true or false, name
    number=$((number + 1))
    if "$1"; then echo "ok $number - $2"; else echo "not ok $number - $2"; fi
}
if ! command -v strace >/dev/null || ! strace -o /dev/null true 2>/dev/null; then
    echo "ok 1 - power cuts: skipped, there is no strace here or it may not trace"
    exit 0
fi
scratch=$(mktemp -d /dev/shm/hearth-fault-XXXXXX 2>/dev/null || mktemp -d)
disk=$scratch/disk # where the store's file system is mounted
mkdir "$disk" "$scratch/after"
clean() {
    umount "$disk" 2>/dev/null
    umount "$scratch/after" 2>/dev/null
    rm -rf "$scratch"
}
trap clean EXIT
trap 'exit 1' INT TERM

# --- packs and keys -------------------------------------------------------------------------------------------------
packs() {
    cd "$scratch" || exit 2
    "$hearth" keygen --no-password --name Team team >/dev/null && "$hearth" keygen --no-password --name Next next >/dev/null
    "$hearth" new old >/dev/null && mkdir keys && cp team.pub keys
    sed -i 's/^id: .*/id: small/' old/pack.yaml
    cp -r old new
    sed -i 's/^version: .*/version: 2.0.0/' new/pack.yaml
    echo '      - text: A line more.' >>new/en/welcome.yaml
    "$hearth" sign --key team.key --counter 1 old >/dev/null &&
        "$hearth" sign --key team.key --counter 2 --next-key next.pub new >/dev/null
    cd - >/dev/null || exit 2
}
packs

# --- what is done: the state before, the command, and what may be there after it ------------------------------------
# Each sets `old` and `new` as seen() prints them, and `done`, what the program says once it has promised the new.
prepare() { # operation, state folder
    mkdir -p "$2" && cp -r "$scratch/keys" "$2"
    case $1 in
    install) ;;
    replace | rollback | repair) "$hearth" install --state "$2" "$scratch/old" >/dev/null ;;
    settings) "$driver" "$2" set volume old >/dev/null ;;
    pin) printf '481516\n481516\n' | "$hearth" pin --state "$2" >/dev/null ;;
    esac
    [ "$1" != rollback ] || "$hearth" install --state "$2" "$scratch/new" >/dev/null
    [ "$1" != repair ] || truncate -s 5 "$2"/packs/small/1-*/en/welcome.yaml
}
expect() {
    case $1 in
    install) old=- new=2.0.0 promise=Installed ;;
    replace) old=1.0.0 new=2.0.0 promise=Installed ;;
    repair) old=- new=1.0.0 promise=Installed ;;
    rollback) old=2.0.0 new=1.0.0 promise='is back' ;;
    settings) old=old new=new promise=Set ;;
    pin) old=right-wrong new=wrong-right promise='PIN is set' ;;
    esac
}
act() { # operation, state folder, command before it ...
    operation=$1 state=$2
    shift 2
    case $operation in
    install | replace) "$@" "$hearth" install --state "$state" "$scratch/new" ;;
    repair) "$@" "$hearth" install --state "$state" "$scratch/old" ;;
    rollback) "$@" "$hearth" rollback --state "$state" small ;;
    settings) "$@" "$driver" "$state" set volume new ;;
    pin) printf '234223\n234223\n' | "$@" "$hearth" pin --state "$state" ;;
    esac >"$scratch/out" 2>"$scratch/err"
}
seen() { # operation, state folder: what a start would find
    case $1 in
    settings) "$driver" "$2" get volume ;;
    pin) echo "$("$driver" "$2" try 481516)-$("$driver" "$2" try 234223)" ;;
    *) "$hearth" list --state "$2" --json | sed -n '/"id": "small"/{
        s/.*"version": "\([^"]*\)".*"state": "sound".*/\1/p;t
        s/.*"previous": "\([^"]*\)".*"state": "previous".*/\1/p;t
        s/.*/-/p
    }' | grep . || echo - ;;
    esac
}

# --- power cuts -----------------------------------------------------------------------------------------------------
mount_image() { mount -o loop,commit=300,noauto_da_alloc "$1" "$2"; }
image_make() { # operation
    truncate -s 16M "$scratch/before.img" && mkfs.ext4 -q -F "$scratch/before.img" &&
        mount_image "$scratch/before.img" "$disk" && prepare "$1" "$disk/state" && umount "$disk"
}
calls="openat mkdirat write fsync renameat renameat2 unlinkat"
# The calls of one undisturbed run from where it turns to the store, one "name number" a line; of each name every `step`th.
# `skipped` leaves out lines of strace that match it.
calls_list() { # operation, step, skipped
    act "$1" "$disk/state" strace -o "$scratch/trace" -e trace="$(echo $calls | tr ' ' ,)"
    status=$?
    awk -v step="$2" -v skipped="$3" '
        { name = $1; sub(/\(.*/, "", name); number[name]++ }
        /\/state"|, "lock"/ { begun = 1 }
        !begun || name !~ /^[a-z]/ || $0 ~ skipped { next }
        seen[name]++ % step == 0 { print name, number[name] }' "$scratch/trace" >"$scratch/calls"
    return $status
}
# True if what is in the image is the old or the new, and the new if it was promised.
image_is_fine() { # operation, image
    mount_image "$2" "$scratch/after" || return 1
    found=$(seen "$1" "$scratch/after/state")
    fine=false
    [ "$found" = "$new" ] && fine=true
    [ "$found" = "$old" ] && ! grep -q "$promise" "$scratch/out" && fine=true
    # A start sweeps up, and the same can be done again.
    if $fine && $again && [ "$1" != pin ]; then
        act "$1" "$scratch/after/state"
        [ "$(seen "$1" "$scratch/after/state")" = "$new" ] || [ "$1" = rollback ] || fine=false
        [ -z "$(ls -A "$scratch/after/state/packs" 2>/dev/null | grep '^[.]new')" ] || fine=false
    fi
    umount "$scratch/after"
    $fine
}
# Cuts the power before a call, or "after" the end of the program: what it has promised is not to be lost then, either.
cut() { # operation, system call, which, more for strace ...: counts what is broken
    operation=$1 call=$2 which=$3
    shift 3
    [ "$which" = after ] || set -- "$@" -e inject="$call:signal=KILL:when=$which"
    cp --sparse=always "$scratch/before.img" "$scratch/work.img"
    mount_image "$scratch/work.img" "$disk"
    act "$operation" "$disk/state" strace -o /dev/null -e trace="$call,fsync" "$@"
    cp --sparse=always "$scratch/work.img" "$scratch/lose.img"
    dd if=/dev/zero of="$disk/unrelated" bs=1 count=1 conv=fsync 2>/dev/null
    cp --sparse=always "$scratch/work.img" "$scratch/commit.img"
    umount "$disk"
    cp "$scratch/out" "$scratch/out.cut"
    for model in lose commit; do
        cp "$scratch/out.cut" "$scratch/out"
        cuts=$((cuts + 1))
        image_is_fine "$operation" "$scratch/$model.img" && continue
        broken=$((broken + 1))
        where="$where $call:$which/$model=$found"
    done
}
sweep() { # operation, a step to take of so many, more for strace ...
    operation=$1 stride=$2
    shift 2
    expect "$operation"
    image_make "$operation"
    cp --sparse=always "$scratch/before.img" "$scratch/work.img"
    mount_image "$scratch/work.img" "$disk"
    # Opening a file only to read it changes nothing: a cut there would be the one before it over again.
    calls_list "$operation" "$stride" '^openat[(].*O_RDONLY' && [ "$(seen "$operation" "$disk/state")" = "$new" ]
    whole=$?
    umount "$disk"
    cuts=0 broken=0 where=
    while read -r call which; do cut "$operation" "$call" "$which" "$@" </dev/null; done <"$scratch/calls"
    cut "$operation" fsync after "$@"
    total=$((total + cuts))
}
power_cuts() {
    total=0 again=false
    step=1
    [ -n "$all" ] || step=12
    # First the proof that this test can fail: a store whose syncs do nothing loses what it promised, or worse.
    sweep replace $((step * 8)) -e inject=fsync:retval=0
    test "$broken" -gt 0 && good=true || good=false
    say $good "without syncing, $broken of $cuts power cuts break the store: so this test can fail"
    total=0
    for operation in $operations; do
        [ -n "$all" ] && again=true
        sweep $operation $step
        test "$whole" = 0 && test "$cuts" -gt 0 && test "$broken" = 0 && good=true || good=false
        say $good "$operation: $cuts power cuts, $broken broken$where"
    done
    echo "# $total power cuts in all"
    [ -z "$all" ] || [ "$operations" = "${operations#install replace}" ] || { test "$total" -ge 400 && good=true || good=false; say $good "at least 200 cuts on each of two disks"; }
}
kills=
if mkfs.ext4 -V >/dev/null 2>&1 && image_make settings 2>/dev/null; then
    power_cuts
else
    umount "$disk" 2>/dev/null
    say true "power cuts on a real file system: skipped, this needs root, loop devices and mkfs.ext4"
    for call in $calls; do kills="$kills $call:signal=KILL"; done # instead, the program alone is killed
fi

# --- a failing world ------------------------------------------------------------------------------------------------
faults="openat:error=EMFILE openat:error=EIO openat2:error=EMFILE openat2:error=EIO getdents64:error=EIO mkdirat:error=ENOSPC write:error=ENOSPC write:error=EIO write:retval=100 write:retval=1
    fsync:error=EIO renameat:error=EIO renameat2:error=EIO unlinkat:error=EIO read:error=EIO read:retval=0"
fault() { # operation, fault, which
    rm -rf "$scratch/state"
    cp -a "$scratch/ready" "$scratch/state"
    act "$1" "$scratch/state" strace -o "$scratch/trace" -e trace="${2%%:*}" -e inject="$2:when=$3"
    status=$?
    found=$(seen "$1" "$scratch/state")
    faults_tried=$((faults_tried + 1))
    fine=false
    [ $status = 0 ] && [ "$found" = "$new" ] && fine=true
    [ $status != 0 ] && [ "$found" = "$old" ] && [ -s "$scratch/err" ] && fine=true
    # What was damaged may be whole again before the list of packs, which names it already, could be written anew.
    [ "$1" = repair ] && [ $status != 0 ] && [ "$found" = "$new" ] && [ -s "$scratch/err" ] && fine=true
    # Killed, it says nothing, and may have come to the end of what matters.
    case $2 in *KILL) if [ "$found" = "$old" ] || [ "$found" = "$new" ]; then fine=true; fi ;; esac
    $fine && return
    broken=$((broken + 1))
    where="$where $2:$3=$found/$status"
}
fail_all() { # operation, a step to take of so many
    expect "$1"
    rm -rf "$scratch/ready" "$scratch/state"
    prepare "$1" "$scratch/ready"
    cp -a "$scratch/ready" "$scratch/state"
    calls="openat openat2 getdents64 mkdirat write fsync renameat renameat2 unlinkat read"
    disk=$scratch calls_list "$1" 1 '^$'
    rm -rf "$scratch/state"
    broken=0 where= faults_tried=0
    for one in $faults $kills; do
        every=$2
        [ "$one" != write:retval=100 ] || every=1 # a disk that lies is the worst, and there are few writes
        for which in $(awk -v name="${one%%:*}" -v every=$every '$1 == name && n++ % every == 0 { print $2 }' "$scratch/calls"); do
            fault "$1" "$one" "$which" </dev/null
        done
    done
}
for operation in $operations; do
    step=1
    [ -n "$all" ] || step=11
    fail_all $operation $step
    test "$faults_tried" -gt 0 && test "$broken" = 0 && good=true || good=false
    say $good "$operation: $faults_tried failing or lying calls, $broken with a wrong end$where"
done
echo "1..$number"
