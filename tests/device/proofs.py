#!/usr/bin/python3
"""Proves on a device what no other test can: console, touch, sticks, services, plugs that are pulled. See README.md.

Usage: proofs.py HEARTH FOLDER [PROOF ...]    ends in "N passed, N failed"; pictures stay in FOLDER/pictures
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

from machine import Machine, Stuck, places

PIN = "482913"
DEVICE_SLOW_S = 10  # what is there at once on a device takes so long here, where each instruction is translated
passed, failed = [], []


def holds(name, truth, said=""):
    (passed if truth else failed).append(name)
    print(("ok" if truth else "not ok") + f" {len(passed) + len(failed)} - {name}", flush=True)
    if not truth and said:
        print("\n".join("# " + line for line in str(said).splitlines()[-12:]), flush=True)


class Kiosk:
    """A machine, and beside it a script that does the same visit, to know where things are."""

    def __init__(self, hearth, folder, name, **options):
        self.hearth, self.folder = hearth, folder
        self.machine = Machine(folder, name, **options)
        self.state = tempfile.mkdtemp()
        self.steps = []

    def ready(self, seconds=300):
        self.machine.reach_shell(seconds)
        up = self.machine.wait_for("systemctl is-active hearth", seconds)
        self.machine.hands_begin()
        return up

    def begin(self, *steps, pin=True):
        """The visit starts anew, in the script as in the room."""
        if pin:
            subprocess.run([self.hearth, "pin", "--state", self.state], input=f"{PIN}\n{PIN}\n", text=True,
                           capture_output=True, check=True)
        self.steps = list(steps)

    def touch(self, name, hold_s=0.15):
        found = places(self.hearth, "\n".join(self.steps), state=self.state)
        if name not in found:
            raise Stuck(f"there is nothing called {name} to touch; there are {' '.join(found)}")
        self.machine.touch(*found[name], hold_s=hold_s)
        self.steps += [f"hold #{name} {hold_s + 0.5}s" if hold_s > 1 else f"tap #{name}", "wait 2s"]
        time.sleep(4)

    def type_pin(self):
        keys = places(self.hearth, "\n".join(self.steps), state=self.state)
        for digit in PIN:
            self.machine.touch(*keys["key." + digit])
            time.sleep(2)
        self.steps += ["type " + PIN, "wait 2s"]
        time.sleep(DEVICE_SLOW_S)

    def open_panel(self):
        self.begin("wait 1s")
        self.touch("mark", hold_s=9)
        pad = self.machine.picture("pad")
        self.type_pin()
        if not looks_new(self, pad, "panel", seconds=90, share=0.1)[0]:
            raise Stuck("the panel does not open")

    def give_pin(self):
        """The PIN as `hearth pin` sets it; and the key whose packs are trusted. Once is enough."""
        if self.machine.run("ls /var/lib/hearth/keys/key.pub") and self.machine.status == 0:
            return
        with open(os.path.join(self.folder, "sticks", "key.pub"), encoding="utf-8") as file:
            key = file.read().strip()
        run = self.machine.run
        run("runuser -u hearth -- mkdir -p /var/lib/hearth/keys")
        run(f"cat >/var/lib/hearth/keys/key.pub <<'END'\n{key}\nEND\nchown hearth: /var/lib/hearth/keys/key.pub")
        run(f"printf '{PIN}\\n{PIN}\\n' | runuser -u hearth -- hearth pin --state /var/lib/hearth")
        self.restart()

    def restart(self):
        self.machine.run("systemctl restart hearth", 120)
        self.machine.wait_for("systemctl is-active hearth")
        self.settle()

    def settle(self, seconds=60):
        """Until it rests: a finger that comes before is noticed late, and a long press is then a short one."""
        used_ns = lambda: int(self.machine.run("systemctl show -P CPUUsageNSec hearth"))
        end, before_ns = time.monotonic() + seconds, used_ns()
        while time.monotonic() < end:
            time.sleep(4)
            now_ns = used_ns()
            if now_ns - before_ns < 4e8:
                return
            before_ns = now_ns

    def player(self):
        return self.machine.run("systemctl show -P MainPID hearth")

    def stick_in(self, name):
        self.machine.stick_in(os.path.join(self.folder, "sticks", name + ".img"))
        return self.machine.wait_for("grep -q ' /run/hearth-sticks/' /proc/mounts || ls /run/hearth-sticks/*.unreadable", 60)

    def stick_out(self):
        self.machine.stick_out()
        gone = self.machine.wait_for("! ls /run/hearth-sticks | grep -q .", 60)
        time.sleep(DEVICE_SLOW_S)
        return gone

    def close(self):
        self.machine.stop()
        shutil.rmtree(self.state)


def looks_new(kiosk, before, name, seconds=30, share=0.02):
    """The display shows something else than `before` within that time. Returns whether, and what it shows then."""
    end = time.monotonic() + seconds
    while True:
        now = kiosk.machine.picture(name)
        if now.difference(before) > share or time.monotonic() > end:
            break
        time.sleep(1)
    time.sleep(6)
    return now.difference(before) > share, kiosk.machine.picture(name)


def proof_console(kiosk):
    run = kiosk.machine.run
    status = run("systemctl status hearth --no-pager -l | cat")
    holds("the kiosk is up on the bare console", "active (running)" in status, status)
    said = run("journalctl -b -u hearth -o cat --no-pager | grep -v -e Starting -e Started")
    holds("its journal has no complaints", said == "", said)
    limits = run(f"grep -E '^(Uid|NoNewPrivs|Seccomp|CapEff):' /proc/{kiosk.player()}/status")
    right = "Seccomp:\t2" in limits and "NoNewPrivs:\t1" in limits and "CapEff:\t0000000000000000" in limits
    holds("as its own user, in its sandbox", right and "Uid:\t0" not in limits, limits)
    holds("the watchdog is on", run("systemctl show -P WatchdogUSec hearth") == "20s")
    memory_mb = int(run("systemctl show -P MemoryCurrent hearth")) // 2**20
    before_ns = int(run("systemctl show -P CPUUsageNSec hearth"))
    time.sleep(20)
    share = (int(run("systemctl show -P CPUUsageNSec hearth")) - before_ns) / 20e9
    print(f"# {memory_mb} MB; {share:.1%} of a slow processor while nobody touches it")
    holds("it needs less than 300 MB", memory_mb < 300, memory_mb)
    holds("at rest it sleeps", share < 0.05, share)


def proof_first_start(kiosk):
    kiosk.begin("wait 1s", pin=False)
    first = kiosk.machine.picture("first-language")
    kiosk.touch("next")
    changed, _ = looks_new(kiosk, first, "first-pin")
    holds("the first start asks for a language, then for a PIN", changed)
    for _ in range(2):
        kiosk.type_pin()
    kiosk.machine.picture("first-recovery")
    is_set = kiosk.machine.wait_for("test -s /var/lib/hearth/pin || ls /var/lib/hearth | grep -qi pin", 60)
    holds("the PIN is set by touch", is_set, kiosk.machine.run("ls /var/lib/hearth"))


def proof_keys(kiosk):
    machine, player = kiosk.machine, kiosk.player()
    before = machine.picture("before-keys")
    for keys in (("ctrl", "alt", "f2"), ("alt", "f3"), ("alt", "right"), ("ctrl", "c"), ("ctrl", "backslash"),
                 ("ctrl", "z"), ("ctrl", "alt", "delete"), ("alt", "sysrq", "b"), ("alt", "sysrq", "i")):
        machine.press(*keys)
    time.sleep(DEVICE_SLOW_S)
    still = machine.run("cat /sys/class/tty/tty0/active") == "tty1" and kiosk.player() == player
    calm = "T" not in machine.run(f"ps -o stat= -p {player}") and machine.run("systemctl list-jobs --no-legend") == ""
    holds("no keys leave the kiosk, stop it or restart the device", still and calm)
    machine.press("tab")
    machine.press("ret")
    holds("a keyboard opens what it stands on", looks_new(kiosk, before, "keyboard")[0])


def proof_keyboard_pin(kiosk):
    """Where the panel does not feel fingers any more, staff plug in a keyboard: Home held, then the PIN."""
    kiosk.restart()
    kiosk.open_panel()
    panel = kiosk.machine.picture("panel")
    kiosk.restart()
    slide = kiosk.machine.picture("slide")
    kiosk.machine.press("home", hold_ms=9000)
    opened, pad = looks_new(kiosk, slide, "keyboard-pad", share=0.3)
    for digit in PIN:
        kiosk.machine.press(digit)
    _, now = looks_new(kiosk, pad, "keyboard-panel", seconds=90, share=0.1)
    holds("a keyboard alone opens the staff panel", opened and now.difference(panel) < 0.05, now.difference(panel))


def proof_touch(kiosk):
    kiosk.restart()
    slide = kiosk.machine.picture("slide")
    kiosk.machine.touch(400, 300)
    changed, page = looks_new(kiosk, slide, "slide-opened", share=0.3)
    holds("a touch opens a slide", changed)
    kiosk.machine.touch(1179, 758)
    holds("Hide hides it", looks_new(kiosk, page, "hidden", share=0.3)[0])


def mount_line(kiosk):
    return kiosk.machine.run("grep ' /run/hearth-sticks/' /proc/mounts")


def proof_sticks(kiosk):
    kiosk.restart()
    for name in ("vfat", "exfat", "ntfs", "ext4"):
        slide = kiosk.machine.picture("slide")
        came = kiosk.stick_in(name)
        line = mount_line(kiosk)
        safe = all(word in line for word in ("ro,", "nosuid", "nodev", "noexec"))
        holds(f"{name}: mounted for reading only", came and safe, line)
        time.sleep(DEVICE_SLOW_S)
        changed, card = looks_new(kiosk, slide, f"stick-{name}", share=0.3)
        holds(f"{name}: the card comes", changed)
        gone = kiosk.stick_out()
        holds(f"{name}: pulled out, it is put away and the card says that nothing was changed",
              gone and looks_new(kiosk, card, f"stick-{name}-out", share=0.05)[0], mount_line(kiosk))
        time.sleep(DEVICE_SLOW_S)
    slide = kiosk.machine.picture("slide")
    kiosk.stick_in("unreadable")
    holds("a stick that cannot be read gets a sentence", looks_new(kiosk, slide, "stick-unreadable", share=0.3)[0])
    kiosk.stick_out()


def with_stick(kiosk, name, restart=True):
    """The visit of a stick, here and in the script."""
    if restart:
        kiosk.restart()
    sticks = tempfile.mkdtemp(dir=kiosk.state)
    shutil.copytree(os.path.join(kiosk.folder, "sticks", name), os.path.join(sticks, "." + name))
    kiosk.stick_in(name)
    time.sleep(2 * DEVICE_SLOW_S)
    kiosk.sticks = sticks


def proof_install(kiosk):
    kiosk.begin()
    with_stick(kiosk, "signed")
    kiosk.machine.picture("signed-offered")
    kiosk.machine.touch(*stick_button(kiosk, "signed", "install"))
    time.sleep(DEVICE_SLOW_S)
    kiosk.machine.picture("signed-pin")
    kiosk.begin("hold #mark 5.5s", "wait 1s")
    kiosk.type_pin()
    there = kiosk.machine.wait_for("runuser -u hearth -- hearth list --state /var/lib/hearth | grep visit", 120)
    time.sleep(DEVICE_SLOW_S)
    kiosk.machine.picture("signed-installed")
    holds("a signed pack is installed", there, kiosk.machine.run("find /var/lib/hearth/packs"))
    kiosk.stick_out()


def stick_button(kiosk, name, button):
    """Where it is on the card of that stick: a script with a folder in place of the stick says so."""
    keys = os.path.join(kiosk.state, "keys")
    os.makedirs(keys, exist_ok=True)
    shutil.copy(os.path.join(kiosk.folder, "sticks", "key.pub"), keys)
    steps = "\n".join(kiosk.steps + [f"stick in {name}", "wait 2s"])
    return places(kiosk.hearth, steps, state=kiosk.state, sticks=kiosk.sticks)[button]


def proof_report(kiosk):
    kiosk.restart()
    kiosk.open_panel()
    panel = kiosk.machine.picture("panel")
    kiosk.stick_in("refused")
    holds("a pack with a mistake is refused", looks_new(kiosk, panel, "refused", seconds=90, share=0.1)[0])
    there = kiosk.machine.wait_for("ls /run/hearth-sticks/*/HEARTH-REPORT.txt", 60)
    said = kiosk.machine.run("cat /run/hearth-sticks/*/HEARTH-REPORT.txt")
    holds("with the panel open the report is on the stick", there and "lake.yaml" in said, said)
    holds("which is read only again", there and " ro," in mount_line(kiosk), mount_line(kiosk))
    kiosk.stick_out()


def proof_save(kiosk):
    kiosk.restart()
    kiosk.open_panel()
    panel = list(kiosk.steps)
    with_stick(kiosk, "empty", restart=False)
    kiosk.machine.touch(*stick_button(kiosk, "empty", "finish"))
    time.sleep(DEVICE_SLOW_S)
    kiosk.begin(*panel)
    kiosk.touch("save")
    saved = kiosk.machine.wait_for("ls /run/hearth-sticks/*/relationships/pack.yaml", 90)
    kiosk.machine.picture("saved")
    holds("installed packs are saved to a stick", saved, kiosk.machine.run(
        "journalctl -b -u 'hearth-save@*' --no-pager | tail -4; ls -la /run/hearth-sticks/*"))
    again = kiosk.machine.wait_for("grep ' /run/hearth-sticks/.* ro,' /proc/mounts")
    holds("which is read only again after that", saved and again, mount_line(kiosk))
    kiosk.stick_out()


def proof_rights(kiosk):
    as_player = "setpriv --reuid hearth --regid hearth --clear-groups --no-new-privs"
    refused = True
    for verb, unit in (("start", "shell"), ("start", "getty@tty2"), ("start", "hearth-stick@sda"), ("restart", "hearth"),
                       ("stop", "hearth-clock.socket")):
        kiosk.machine.run(f"{as_player} systemctl --no-ask-password {verb} {unit}")
        refused = refused and kiosk.machine.status != 0
    for verb in ("reboot", "poweroff", "daemon-reload"):
        kiosk.machine.run(f"{as_player} systemctl --no-ask-password {verb}")
        refused = refused and kiosk.machine.status != 0
    holds("the player may start, stop and restart nothing", refused)
    said = kiosk.machine.run(f"{as_player} sh -c 'mv /run/hearth-sticks /run/x; mkdir /run/hearth-sticks/x; rm /run/hearth-door/save'; ls /run")
    holds("nor rearrange the folders of sticks and sockets", "hearth-sticks" in said and "x" not in said.split(), said)
    sockets = kiosk.machine.run("stat -c '%U %a %n' /run/hearth-door/*")
    holds("each socket is the player's alone", sockets.count("hearth 600") == 5, sockets)


def proof_clock(kiosk):
    kiosk.restart()
    kiosk.open_panel()
    kiosk.touch("open.clock")
    before = int(kiosk.machine.run("date +%s"))
    kiosk.touch("more.3")
    kiosk.machine.picture("clock")
    kiosk.touch("set")
    time.sleep(DEVICE_SLOW_S)
    hours = round((int(kiosk.machine.run("date +%s")) - before) / 3600, 1)
    holds("staff set the clock an hour on", 0.8 <= hours <= 1.2, hours)
    kiosk.machine.picture("clock-after")


def proof_restart(kiosk):
    kiosk.restart()
    kiosk.open_panel()
    boot = kiosk.machine.run("cat /proc/sys/kernel/random/boot_id")
    kiosk.touch("restart")
    kiosk.machine.picture("restart-asks")
    kiosk.touch("yes")
    holds("staff restart the device", restarted(kiosk.machine, boot) and kiosk.ready())


def restarted(machine, boot, seconds=300):
    """Until another start than `boot` answers; the shell of the one before lives on for a while."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            machine.reach_shell(30)
            if machine.run("cat /proc/sys/kernel/random/boot_id", 10) != boot:
                return True
        except Stuck:
            pass
        time.sleep(2)
    return False


def proof_crashes(kiosk):
    machine, player = kiosk.machine, kiosk.player()
    machine.run(f"kill -9 {player}")
    back = machine.wait_for(f"test $(systemctl show -P MainPID hearth) != {player} && systemctl is-active hearth", 60)
    holds("killed, it comes back", back)
    player = kiosk.player()
    machine.run(f"kill -STOP {player}")
    back = machine.wait_for(f"test $(systemctl show -P MainPID hearth) != {player} && systemctl is-active hearth", 120)
    holds("hanging, the watchdog starts it again", back)


def proof_headphones(kiosk):
    kiosk.restart()
    machine = kiosk.machine
    machine.hands("plug jack")
    time.sleep(4)
    machine.touch(400, 300)
    time.sleep(2 * DEVICE_SLOW_S)
    out = machine.picture("headphones-out")
    machine.hands("headphones in")
    came, heard = looks_new(kiosk, out, "headphones-in", share=0.001)
    holds("headphones in: Listen comes", came)
    machine.hands("headphones out")
    holds("headphones out: it goes", looks_new(kiosk, heard, "headphones-out-again", share=0.001)[0])
    machine.hands("headphones in")
    time.sleep(2 * DEVICE_SLOW_S)  # Listen is back, and must not be taken for the mode
    before = machine.picture("three-fingers")
    machine.hands("down 0 300 500", "down 1 400 500", "down 2 500 500", "wait 4", "up 0", "up 1", "up 2")
    time.sleep(2 * DEVICE_SLOW_S)
    holds("three fingers for two seconds: eyes-free", looks_new(kiosk, before, "eyes-free", share=0.001)[0])


def proof_power_cuts(kiosk):
    """The plug is pulled at any moment of an installation: the old pack or the new one, never none, never half."""
    machine, good = kiosk.machine, 0
    machine.run("cp -r /usr/share/hearth/packs/relationships /root/one; cp -r /root/one /root/two")
    machine.run("sed -i 's/^version: .*/version: 9.0.0/' /root/two/pack.yaml; chmod -R a+rX /root; sync")
    install = "runuser -u hearth -- hearth install --unsigned --state /var/lib/hearth"
    machine.run(f"systemctl stop hearth; {install} /root/one; sync; sleep 6", 300)
    cuts = 3
    for cut in range(cuts):
        machine.run(f"rm -rf /tmp/done; ({install} /root/{('two', 'one')[cut % 2]}; touch /tmp/done) >/dev/null 2>&1 &")
        time.sleep(random.uniform(0.5, 12))
        machine.reset()
        up = kiosk.ready()
        machine.run("systemctl stop hearth", 60)
        said = machine.run("runuser -u hearth -- hearth list --state /var/lib/hearth", 120)
        whole = up and machine.status == 0 and "relationships" in said
        good += whole
        if not whole:
            print("# " + said)
    holds(f"{cuts} power cuts while installing: old or new, and the kiosk came up", good == cuts, f"{good} of {cuts}")


def proof_read_only(hearth, folder):
    kiosk = Kiosk(hearth, folder, "read-only", command_line="ro proofs.read-only")
    try:
        up = kiosk.ready()
        holds("with a read-only root and /var/lib/hearth the kiosk comes up", up)
        holds("the root is read only", " ro," in kiosk.machine.run("grep ' / ' /proc/mounts"))
        kiosk.give_pin()
        holds("and staff can set a PIN", "pin" in kiosk.machine.run("ls /var/lib/hearth"))
        kiosk.machine.picture("read-only")
    finally:
        kiosk.close()


PROOFS = [proof_console, proof_first_start, proof_touch, proof_keys, proof_keyboard_pin, proof_sticks, proof_install, proof_report, proof_save,
          proof_rights, proof_clock, proof_headphones, proof_crashes, proof_restart, proof_power_cuts]


def main():
    hearth, folder, chosen = sys.argv[1], sys.argv[2], sys.argv[3:]
    kiosk = Kiosk(hearth, folder, "kiosk")
    try:
        holds("it starts by itself", kiosk.ready())
        time.sleep(DEVICE_SLOW_S)
        for proof in PROOFS:
            if chosen and proof.__name__.removeprefix("proof_") not in chosen:
                continue
            try:
                if proof not in (proof_console, proof_first_start):
                    kiosk.give_pin()
                proof(kiosk)
            except (Stuck, KeyError) as trouble:
                holds(f"{proof.__name__}: {proof.__doc__ or 'all of it'}", False, repr(trouble))
    finally:
        kiosk.close()
    if not chosen or "read_only" in chosen:
        proof_read_only(hearth, folder)
    print(f"{len(passed)} passed, {len(failed)} failed")
    return 0 if not failed else 1


if __name__ == "__main__":
    sys.exit(main())
