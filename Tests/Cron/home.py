"""A household in a directory of its own, mend run over it as a user would, and stand-ins for what takes the mails."""

import json
import os
import select
import signal
import subprocess
import threading
import time
from datetime import datetime, timedelta, timezone
from email import message_from_bytes, policy
from pathlib import Path
from typing import NamedTuple

#: In every private text; it stands nowhere else.
PRIVATE = "qzcanary"
MEND = os.environ["MEND"]
#: A Monday in New York; the family's quiet hours are 21:00 to 07:00.
BEGIN = "2026-01-05T08:00:00-05:00"

#: Verbs that have verbs of their own.
GROUPS = ("channel", "contact", "household", "person", "plan", "subscription", "tasks")

#: (arguments, standard error) of everything that was run: no private word may be in it.
complaints = []


class Wrong(Exception):
    """A check has found something else than what it expects."""


def greeting(process):
    """What a starting `mend serve` says on its standard output, once it answers."""
    said = b""
    while b"Ctrl-C" not in said:
        ready, _, _ = select.select([process.stdout], [], [], 60)
        part = os.read(process.stdout.fileno(), 4096) if ready else b""
        if not part:
            raise ValueError("mend serve did not start")
        said += part
    return said.decode()


class Skipped(Exception):
    """This machine does not have what a check needs."""


def same(found, expected, what):
    if found != expected:
        raise Wrong(f"{what}: {found!r:.300} in place of {expected!r:.300}")


def holds(condition, what):
    if not condition:
        raise Wrong(what)


def at(text, zone="-05:00"):
    """`01-05 12:00` of the year 2026, as RFC 3339."""
    return f"2026-{text.replace(' ', 'T')}:00{zone}"


def later(moment, **amount):
    return (datetime.fromisoformat(moment) + timedelta(**amount)).isoformat()


def household(shared=None, zone="America/New_York", **more):
    record = {"type": "household", "id": "k7Qm2xW9", "zone": zone} | more
    return record if shared is None else record | {"shared": shared}


def child(name=f"Ada {PRIVATE}", key="ada", **more):
    return {"type": "person", "id": key, "name": name, "relation": "child", "born": "2022-04-03"} | more


def rupture(moment, key="r1", person="ada", kind="limit-setting", **more):
    private = {"excitedAbout": f"her {PRIVATE} kite", "note": f"a {PRIVATE} note"}
    return {"type": "rupture", "id": key, "with": person, "kind": kind, "at": moment} | private | more


def channel(name, kind, to=None, **more):
    return {"type": "channel", "name": name, "kind": kind} | ({} if to is None else {"to": str(to)}) | more


class Run(NamedTuple):
    status: int
    out: str
    err: str
    seconds: float

    def complains(self, status, *words):
        """It failed as it should: with one clear line that holds these words."""
        same(self.status, status, f"status ({self.err.strip()[:200]})")
        same(len(self.err.splitlines()), 1, f"lines on standard error ({self.err[:300]!r})")
        holds(self.err.startswith("mend: "), f"standard error begins with {self.err[:40]!r}")
        for word in words:
            holds(word in self.err, f"standard error does not say {word!r}: {self.err!r:.300}")


def write_program(path, text):
    """Written by another process: a file that is open for writing anywhere here, if only in a copy of this process that is
    about to become something else, cannot be run."""
    new = path.with_suffix(".new")
    subprocess.run(["sh", "-c", 'cat > "$1" && chmod 755 "$1"', "sh", str(new)], input=text.encode(), check=True)
    new.replace(path)
    return path


class Home:
    def __init__(self, folder, *records, now=BEGIN):
        self.folder = Path(folder)
        self.data = self.folder / "data"
        self.mails = Mails(self.folder / "mails")
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.folder), "TZ": "UTC", "LC_ALL": "C.UTF-8",
            "MEND_SENDMAIL": str(self.mails.program)}
        if records:
            self.load(*records, now=now)

    def load(self, *records, now=BEGIN):
        """From a file, so that no private word stands on a command line."""
        lines = self.folder / "household.jsonl"
        lines.write_text("".join(json.dumps(record) + "\n" for record in records))
        self.mend("load", "--with-addresses", lines, now=now)

    def begun(self, *channels, now=BEGIN):
        """After the first run of these channels, with which they begin."""
        self.due(*channels, now=now)
        return self

    def command(self, *arguments, now=None):
        options = ["--data", self.data] + (["--now", now] if now else [])
        verb = arguments[:2] if arguments[0] in GROUPS else arguments[:1]
        return [MEND, *map(str, verb), *map(str, options), *map(str, arguments[len(verb):])]

    def start(self, *arguments, now=None, **environment):
        """Runs it beside whatever comes next."""
        return subprocess.Popen(
            self.command(*arguments, now=now), env=self.environment | environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def end(self, process):
        began = time.monotonic()
        out, err = (stream.decode(errors="replace") for stream in process.communicate(timeout=150))
        complaints.append((process.args[1], err))
        return Run(process.returncode, out, err, time.monotonic() - began)

    def mend(self, *arguments, now=None, status=0, **environment):
        """Runs it to its end; any other status than the expected one is wrong (None: all are right)."""
        run = self.end(self.start(*arguments, now=now, **environment))
        if status is not None:
            same(run.status, status, f"status of {arguments[0]} ({run.err.strip()[-200:]})")
        return run

    def due(self, *channels, now=None, status=0, **environment):
        via = [word for name in channels for word in ("--via", name)]
        return self.mend("due", *via, now=now, status=status, **environment)

    def agenda(self, first, last, now):
        return json.loads(self.mend("agenda", "--from", first, "--to", last, "--format", "json", now=now).out)

    def items(self, day, now):
        """By id."""
        return {item["id"]: item for item in self.agenda(day, day, now)}

    def dump(self, kind=None):
        records = [json.loads(line) for line in self.mend("dump").out.splitlines()]
        return [record for record in records if kind in (None, record["type"])]

    def delivered(self, name, outcome="sent"):
        """Ids of items, sorted."""
        return sorted(
            record["item"] for record in self.dump("delivery")
            if (record["channel"], record["outcome"]) == (name, outcome) and record["item"] != "begin")

    def program(self, name, script):
        """A shell script that a channel runs; its own folder is $here."""
        return write_program(self.folder / name, f"#!/bin/sh\nhere='{self.folder}'\n{script}\n")

    def lists(self, name="taken"):
        """What a script that takes JSON has kept: the ids of each run, in order."""
        files = sorted(self.folder.glob(f"{name}.*.json"), key=lambda path: path.stat().st_mtime_ns)
        return [[item["id"] for item in json.loads(path.read_text())] for path in files]


#: Keeps what it gets, whole or not at all.
KEEP = 'cat > "$here/$$.part" && mv "$here/$$.part" "$here/taken.$(date +%s%N).$$.json"'


class Mails:
    """A stand-in for sendmail, and what it was given."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True)
        self.program = self.folder / "sendmail"
        self.set("exit 0")

    def set(self, ending):
        """What it does once it has kept a mail."""
        # The folder may have any name, so the script finds itself.
        write_program(
            self.program,
            '#!/bin/sh\nhere=$(dirname "$0")\ncat > "$here/$$.part"\nprintf "%s\\n" "$@" > "$here/$$.arguments"\n'
            f'mv "$here/$$.part" "$here/$(date +%s%N).$$.eml"\n{ending}\n')

    def raw(self):
        return [path.read_bytes() for path in sorted(self.folder.glob("*.eml"))]

    def read(self):
        return [message_from_bytes(data, policy=policy.default) for data in self.raw()]

    def arguments(self):
        return [path.read_text().splitlines() for path in sorted(self.folder.glob("*.arguments"))]

    def clear(self):
        for path in [*self.folder.glob("*.eml"), *self.folder.glob("*.arguments")]:
            path.unlink()


def alive(mark):
    """Ids of processes with this text on their command line."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if mark.encode() in path.read_bytes():
                found.append(int(path.parent.name))
        except OSError:
            pass
    return found


def eventually(condition, what, seconds=5):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise Wrong(f"not after {seconds} s: {what}")
        time.sleep(0.02)
