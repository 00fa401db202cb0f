"""A device: a virtual machine without a network, driven from outside by its monitor (QMP) and a root shell on a serial line."""

import itertools
import json
import os
import re
import socket
import subprocess
import tempfile
import time

W, H = 1280, 800


class Stuck(Exception):
    """Something did not come in time; the text says what."""


class Line:
    """A socket that is read up to a mark."""

    def __init__(self, path, patience_s=30):
        end = time.monotonic() + patience_s
        while True:
            self.socket = socket.socket(socket.AF_UNIX)
            try:
                self.socket.connect(path)
                break
            except OSError:
                self.socket.close()
                if time.monotonic() > end:
                    raise
                time.sleep(0.2)
        self.got = b""

    def send(self, text):
        self.socket.sendall(text.encode())

    def until(self, mark, seconds):
        """What came up to and with what `mark` matches."""
        end = time.monotonic() + seconds
        while not (found := re.search(mark, self.got)):
            left = end - time.monotonic()
            self.socket.settimeout(max(left, 0.01))
            try:
                more = self.socket.recv(65536)
            except socket.timeout:
                more = b""
            if left <= 0 or more is None:
                raise Stuck(f"no {mark!r} after {seconds} s; got {self.got[-400:]!r}")
            self.got += more
        before, self.got = self.got[: found.end()], self.got[found.end():]
        return before

    def drop(self):
        """Forgets what lies there unread."""
        self.socket.setblocking(False)
        try:
            while self.socket.recv(65536):
                pass
        except BlockingIOError:
            pass
        self.socket.setblocking(True)
        self.got = b""


class Picture:
    """What the display shows: RGB, row by row."""

    def __init__(self, path):
        with open(path, "rb") as file:
            kind, size, _, self.bytes = file.read().split(b"\n", 3)
        assert kind == b"P6"
        self.w, self.h = map(int, size.split())

    def at(self, x, y):
        start = (y * self.w + x) * 3
        return tuple(self.bytes[start: start + 3])

    def difference(self, other):
        """How much of it is another picture, from 0 to 1, looked at every fourth pixel."""
        if (self.w, self.h) != (other.w, other.h):
            return 1.0
        step = 3 * 4
        pairs = [(self.bytes[i: i + 3], other.bytes[i: i + 3]) for i in range(0, len(self.bytes), step)]
        return sum(max(abs(a - b) for a, b in zip(one, two)) > 24 for one, two in pairs) / len(pairs)


class Machine:
    """`folder` holds device.img, vmlinuz and initrd.img; what changes goes to an overlay that is new each time."""

    def __init__(self, folder, name, command_line="", fresh=True):
        self.folder, self.name = folder, name
        self.numbers = itertools.count(1)
        self.disk = os.path.join(folder, name + ".qcow2")
        if fresh or not os.path.exists(self.disk):
            subprocess.run(["qemu-img", "create", "-q", "-f", "qcow2", "-F", "raw", "-b",
                            os.path.abspath(os.path.join(folder, "device.img")), self.disk], check=True)
        self.start(command_line)

    def path(self, ending):
        return os.path.join(self.folder, f"{self.name}.{ending}")

    def start(self, command_line):
        for ending in ("qmp", "shell"):
            if os.path.exists(self.path(ending)):
                os.unlink(self.path(ending))
        self.process = subprocess.Popen([
            "nice", "-n", "5", "qemu-system-x86_64", "-machine", "q35", "-accel", "tcg,thread=multi", "-cpu", "max",
            "-smp", "2", "-m", "1024", "-nodefaults", "-no-user-config", "-display", "none", "-net", "none",
            "-kernel", os.path.join(self.folder, "vmlinuz"), "-initrd", os.path.join(self.folder, "initrd.img"),
            "-append", f"root=/dev/vda rw console=tty0 console=ttyS0 quiet {command_line}".strip(),
            "-drive", f"file={self.disk},if=virtio,cache=writeback,discard=unmap",
            "-device", f"virtio-vga,xres={W},yres={H}", "-device", "qemu-xhci,id=usb",
            "-device", "usb-kbd,bus=usb.0",
            "-audiodev", "none,id=sound", "-device", "intel-hda", "-device", "hda-output,audiodev=sound",
            "-serial", "file:" + self.path("console"),
            "-serial", f"unix:{self.path('shell')},server=on,wait=off",
            "-qmp", f"unix:{self.path('qmp')},server=on,wait=off",
            "-rtc", "base=2026-11-24T09:00:00",
        ], stdin=subprocess.DEVNULL)
        self.qmp = Line(self.path("qmp"))
        self.qmp.until(rb"QMP.*\n", 30)
        self.ask("qmp_capabilities")
        self.line = Line(self.path("shell"))

    def stop(self):
        self.process.terminate()
        self.process.wait()

    # The monitor.

    def ask(self, command, **arguments):
        number = next(self.numbers)
        self.qmp.send(json.dumps({"execute": command, "arguments": arguments, "id": number}) + "\n")
        while True:
            answer = json.loads(self.qmp.until(rb"\n", 60))
            if answer.get("id") == number:
                break
        if "error" in answer:
            raise Stuck(f"{command}: {answer['error']['desc']}")
        return answer["return"]

    def reset(self):
        """The plug is pulled and put back."""
        self.ask("system_reset")

    def picture(self, name):
        path = os.path.join(self.folder, "pictures", name + ".ppm")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        self.ask("screendump", filename=os.path.abspath(path))
        return Picture(path)

    def press(self, *keys, hold_ms=80):
        codes = [{"type": "qcode", "data": key} for key in keys]
        self.ask("send-key", keys=codes, **{"hold-time": hold_ms})
        time.sleep(hold_ms / 1000 + 0.3)

    def stick_in(self, image, read_only=False):
        self.ask("blockdev-add", **{"driver": "raw", "node-name": "stick", "read-only": read_only,
                                    "file": {"driver": "file", "filename": os.path.abspath(image)}})
        self.ask("device_add", driver="usb-storage", id="stick", drive="stick", bus="usb.0", removable=True)

    def stick_out(self):
        self.ask("device_del", id="stick")
        for _ in range(50):
            try:
                self.ask("blockdev-del", **{"node-name": "stick"})
                return
            except Stuck:
                time.sleep(0.2)
        raise Stuck("the stick does not come out")

    # The shell inside.

    def run(self, command, seconds=120):
        """What the command says, standard error with it; its exit status is in `status`."""
        mark = f"@{next(self.numbers)}@"
        # Without a terminal to read from: systemctl would start somebody who asks for passwords, and eats what we send next.
        self.line.send(f"{{ {command}\n}} </dev/null 2>&1; echo {mark[:-1]}''@ $?\n")
        said = self.line.until(re.escape(mark).encode() + rb" (\d+)\r?\n", seconds).decode(errors="replace")
        said, _, status = said.replace("\r", "").rstrip("\n").rpartition(mark + " ")
        self.status = int(status)
        return said.strip("\n")

    def reach_shell(self, seconds=600):
        """Waits for the shell after a start; its line begins anew."""
        end = time.monotonic() + seconds
        while True:
            self.line.drop()
            try:
                self.line.send("stty -echo 2>/dev/null; PS1=; PS2=; set +m\n")
                self.run("true", seconds=10)
                return
            except Stuck:
                if time.monotonic() > end:
                    raise
            time.sleep(1)

    # Hands inside: the steps of guest/fingers.

    def hands_begin(self):
        """Somebody to plug things in, and a touch panel; until the machine goes down."""
        self.run("rm -f /run/hands; mkfifo /run/hands; (sleep infinity >/run/hands & fingers </run/hands &)")
        self.hands("plug panel")

    def hands(self, *steps):
        self.run("cat >/run/hands <<'END'\n" + "\n".join(steps) + "\nEND")

    def touch(self, x, y, hold_s=0.15):
        per_mille = f"{x * 1000 // W} {y * 1000 // H}"
        self.hands("down 0 " + per_mille, f"wait {hold_s}", "up 0")
        time.sleep(hold_s)

    def wait_for(self, command, seconds=120):
        """Until the command succeeds inside. True if it did."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.run(command)
            if self.status == 0:
                return True
            time.sleep(0.5)
        return False


def places(hearth, steps="", width=W, height=H, **options):
    """Where things are, by id, after these steps of a script: the program itself says so."""
    flags = [word for name, value in options.items() for word in ("--" + name, value)]
    with tempfile.NamedTemporaryFile("w", suffix=".script") as script:
        script.write(f"size {width}x{height}\n{steps}\ndump\n")
        script.flush()
        said = subprocess.run([hearth, "play", *flags, "--script", script.name], text=True, capture_output=True)
    nodes = re.findall(r"^node +\w+ +(-?\d+),(-?\d+) (\d+)x(\d+) (\S+) ", said.stdout + said.stderr, re.M)
    return {name: (int(x) + int(w) // 2, int(y) + int(h) // 2) for x, y, w, h, name in nodes}
