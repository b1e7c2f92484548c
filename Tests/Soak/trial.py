"""What a check gets: a folder, chance that its seed repeats, how much to do; and mend, run and measured."""

import os
import select
import signal
import sqlite3
import subprocess
import tempfile
import threading
import time
from collections import Counter
from typing import NamedTuple

from home import Home, holds, same

#: A run that is not over after so long hangs, however busy the machine is.
PATIENCE = 60
#: Seconds of a processor, and kB, that no run may need.
MOST_SECONDS = 1.0
MOST_MEMORY = 200_000
#: The contract's, all of them.
STATUSES = {0, 64, 65, 66, 73, 75}


class Trial:
    """One check's share of the soak."""

    #: What was done, over all checks: a figure's name and its number.
    figures = Counter({"lost": 0})
    _lock = threading.Lock()

    def __init__(self, folder, chance, is_quick):
        self.folder, self.chance, self.is_quick = folder, chance, is_quick

    def amount(self, usual, quick):
        return quick if self.is_quick else usual

    @classmethod
    def count(cls, figure, number=1):
        with cls._lock:
            cls.figures[figure] += number


def nothing_lost(missing, what):
    """Wrong unless this list is empty."""
    Trial.count("lost", len(missing))
    same(missing, [], f"{what} that are lost")


class End(NamedTuple):
    """How a run ended; `status` is negative for a signal."""
    status: int
    out: str
    err: str
    seconds: float
    #: Of a processor.
    cpu: float
    #: The most that it took, in kB.
    memory: int

    @property
    def was_killed(self):
        return self.status == -signal.SIGKILL

    def is_sound(self, statuses=STATUSES):
        """It kept the contract's statuses and the bounds; what it complained of, it said in lines of its own."""
        holds(self.status in statuses, f"status {self.status}, not one of {sorted(statuses)}: {self.err.lstrip()[:300]!r}")
        holds(self.cpu < MOST_SECONDS, f"it took {self.cpu:.2f} s of a processor")
        holds(self.memory < MOST_MEMORY, f"it took {self.memory} kB")
        if self.status == 0:
            return
        holds(self.err.strip(), f"status {self.status} without a word")
        if self.status != 64:
            # Faults of a plan come a line each.
            holds(self.err.startswith("mend: "), f"it says {self.err[:300]!r}")


def ended(command, environment, kill_after=None, **options):
    """Runs a program to its end, or kills it after so many seconds."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.monotonic()
        process = subprocess.Popen(
            command, env=environment, stdout=out, stderr=err, **{"stdin": subprocess.DEVNULL} | options)
        # Through a descriptor of the process: a number might be another's by then.
        handle = os.pidfd_open(process.pid)
        try:
            if not select.select([handle], [], [], PATIENCE if kill_after is None else kill_after)[0]:
                signal.pidfd_send_signal(handle, signal.SIGKILL)
            _, status, usage = os.wait4(process.pid, 0)
        finally:
            os.close(handle)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - began
        texts = []
        for file in (out, err):
            file.seek(0)
            texts.append(file.read().decode(errors="replace"))
    if kill_after is None:
        holds(seconds < PATIENCE, f"it hung for {PATIENCE} s: {command[1:4]}")
    return End(process.returncode, *texts, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)


class House(Home):
    """A household under strain."""

    def run(self, *arguments, now=None, kill_after=None, under=(), **options):
        """Runs mend to its end, whichever that is. `under`: a program that starts it."""
        return ended([*under, *self.command(*arguments, now=now)], self.environment, kill_after, **options)

    def lines(self):
        """The whole household; it can be read, and its file is sound."""
        end = self.run("dump")
        same(end.status, 0, f"status of dump ({end.err.strip()[-200:]})")
        self.is_sound()
        return end.out.splitlines()

    def is_sound(self):
        database = sqlite3.connect(self.data / "journal.sqlite")
        try:
            same(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)], "integrity_check")
            same(database.execute("PRAGMA foreign_key_check").fetchall(), [], "foreign_key_check")
        finally:
            database.close()
