"""Places where a household cannot be written or read: a status, a clear line, and nothing lost."""

import os
import sqlite3
import subprocess
import time
from contextlib import contextmanager

from home import KEEP, MEND, Home, Skipped, at, channel, child, eventually, holds, household, rupture, same

NOW = at("01-05 12:00")
NOBODY = 65534


def family(folder, data=None):
    home = Home(folder)
    home.data = data or home.data
    home.load(
        household(), child(), rupture(at("01-05 09:00")), channel("cmd", "exec", f"exec '{folder}/take'"),
        now=at("01-05 09:00"))
    home.program("take", KEEP)
    return home.begun("cmd", now=at("01-05 09:00"))


def comes_in_the_end(home, times=1):
    home.due("cmd", now=NOW)
    same(home.lists(), [["r1.reconnect"]] * times, "delivered in the end")
    same(home.delivered("cmd"), ["r1.reconnect"], "sent")
    home.due("cmd", now=NOW)
    same(len(home.lists()), times, "deliveries after one more run")


def read_only(*paths):
    """The whole directory, or a part of it, to another user who may read it."""
    def is_told(folder):
        home = family(folder)
        program = folder / "mend"
        subprocess.run(["cp", MEND, str(program)], check=True)
        program.chmod(0o755)
        folder.chmod(0o777)
        for path in [home.data, *home.data.rglob("*")]:
            os.chown(path, NOBODY, NOBODY)
            if path.relative_to(home.data).as_posix() in paths:
                path.chmod(0o500 if path.is_dir() else 0o400)
        as_nobody = ["setpriv", "--reuid", str(NOBODY), "--regid", str(NOBODY), "--clear-groups", str(program)]

        def run():
            return subprocess.run(
                [*as_nobody, *home.command("due", "--via", "cmd", now=NOW)[1:]], env=home.environment, text=True,
                capture_output=True, timeout=60)

        tried = subprocess.run([*as_nobody, "--version"], capture_output=True)
        if tried.returncode != 0:
            raise Skipped(f"another user cannot run mend here ({tried.stderr[-100:].decode(errors='replace')!r})")
        done = run()
        same(done.returncode, 73, f"status ({done.stderr!r})")
        same(len(done.stderr.splitlines()), 1, f"lines on standard error ({done.stderr!r})")
        holds("cannot be written" in done.stderr and str(home.data) in done.stderr, f"it says {done.stderr!r}")
        same(home.lists(), [], "delivered")
        for path in [home.data, *home.data.rglob("*")]:
            path.chmod(0o700 if path.is_dir() else 0o600)
        done = run()
        same(done.returncode, 0, f"status in the end ({done.stderr!r})")
        same(home.lists(), [["r1.reconnect"]], "delivered in the end")
    return is_told


@contextmanager
def small_disk(folder):
    place = folder / "disk"
    place.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m,mode=755", "none", str(place)], capture_output=True)
    if done.returncode != 0:
        raise Skipped("a small file system cannot be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], capture_output=True)


def fill(path):
    """Takes all space that is left."""
    with open(path, "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass


def full_disk(folder):
    """Nothing goes out, or, where the claim has just found room, once, and then again with the same id."""
    with small_disk(folder) as place:
        home = family(folder, place / "data")
        fill(place / "filler")
        home.due("cmd", now=NOW, status=73).complains(73, str(home.data), "space")
        times = len(home.lists())
        (place / "filler").unlink()
        comes_in_the_end(home, times=times + 1)


def disk_full_while_it_goes_out(folder):
    """What was taken cannot be written down: it comes again, with the same id."""
    with small_disk(folder) as place:
        home = family(folder, place / "data")
        home.program("take", f"{KEEP}; cat /dev/zero > '{place}/filler' 2>/dev/null; exit 0")
        home.due("cmd", now=NOW, status=73).complains(73, str(home.data), "space")
        same(home.lists(), [["r1.reconnect"]], "delivered")
        (place / "filler").unlink()
        home.program("take", KEEP)
        comes_in_the_end(home, times=2)


def disk_that_stays_full(folder):
    """Filled once, while a command runs: it does not nag at every run, for what can be claimed there can be confirmed."""
    with small_disk(folder) as place:
        home = family(folder, place / "data")
        home.program("take", f"{KEEP}; [ -e '{place}/filler' ] || cat /dev/zero > '{place}/filler' 2>/dev/null; exit 0")
        home.due("cmd", now=at("01-05 12:00"), status=73).complains(73, str(home.data), "space")
        for minute in (15, 30, 45):
            home.due("cmd", now=at(f"01-05 12:{minute}"), status=None)
        holds(1 <= len(home.lists()) <= 2, f"it came {len(home.lists())} times")


@contextmanager
def held(home):
    """The journal is another program's."""
    connection = sqlite3.connect(home.data / "journal.sqlite", isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    finally:
        connection.execute("ROLLBACK")
        connection.close()


def locked(folder):
    home = family(folder)
    with held(home):
        run = home.due("cmd", now=NOW, status=75)
        run.complains(75, str(home.data), "try again")
        holds(run.seconds < 15, f"it took {run.seconds:.0f} s")
        same(home.lists(), [], "delivered")
    comes_in_the_end(home)


def locked_for_a_moment(folder):
    home = family(folder)
    with held(home):
        process = home.start("due", "--via", "cmd", now=NOW)
        time.sleep(1.5)
        holds(process.poll() is None, "it has not waited")
    same(home.end(process).status, 0, "status")
    same(home.lists(), [["r1.reconnect"]], "delivered")


def locked_while_it_goes_out(folder):
    home = family(folder)
    home.program("take", f'{KEEP}; touch "$here/began"; sleep 1')
    process = home.start("due", "--via", "cmd", now=NOW)
    eventually((folder / "began").exists, "the command begins")
    with held(home):
        home.end(process).complains(75, str(home.data), "try again")
    same(home.lists(), [["r1.reconnect"]], "delivered")
    home.program("take", KEEP)
    comes_in_the_end(home, times=2)


def nothing_there(folder):
    home = family(folder)
    home.due("nope", now=NOW, status=66).complains(66, "nope", "mend channel list")
    home.due("cmd", "nope", now=NOW, status=66)
    same(home.delivered("cmd"), ["r1.reconnect"], "sent beside a channel that is not there")
    holds("--format" in home.mend("due", "--format", "xml", now=NOW, status=64).err, "the bad format is not named")
    home.mend("due", "--now", "yesterday", status=65).complains(65, "now")
    empty = Home(folder / "empty")
    empty.due(now=NOW, status=66).complains(66, "no household here")
    holds(not empty.data.exists(), "a directory was made")


def damaged(folder):
    home = family(folder)
    for path in home.data.glob("journal.sqlite*"):
        path.write_bytes(b"no journal, but long enough to be looked at " * 40)
    home.due("cmd", now=NOW, status=65).complains(65, str(home.data))
    same(home.lists(), [], "delivered")


def a_link_in_place_of_the_run_file(folder):
    """Somebody may have put a link where mend keeps when it ran: nothing is written through it."""
    home = family(folder)
    (folder / "other").write_text("somebody's")
    (home.data / "channels" / "cmd").unlink()
    (home.data / "channels" / "cmd").symlink_to(folder / "other")
    home.due("cmd", now=NOW, status=73).complains(73, "channels/cmd")
    same((folder / "other").read_text(), "somebody's", "the file behind the link")
    (home.data / "channels" / "cmd").unlink()
    comes_in_the_end(home)


CHECKS = {
    "place: a directory that is read-only": read_only(".", "journal.sqlite", "channels", "channels/cmd"),
    "place: a journal that is read-only": read_only("journal.sqlite"),
    "place: a file of the channel that is read-only": read_only("channels/cmd"),
    "place: a full disk": full_disk,
    "place: a disk that becomes full while a command runs": disk_full_while_it_goes_out,
    "place: a disk that stays full": disk_that_stays_full,
    "place: a locked journal": locked,
    "place: a journal that is locked for a moment": locked_for_a_moment,
    "place: a journal that is locked while a command runs": locked_while_it_goes_out,
    "place: no such channel, format, time or household": nothing_there,
    "place: a damaged journal": damaged,
    "place: a link in place of the channel's file": a_link_in_place_of_the_run_file,
}
