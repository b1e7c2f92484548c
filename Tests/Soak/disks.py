"""Disks that are full, or fail: mend says so with status 73, and the household is as before."""

import contextlib
import json
import os
import shutil
import subprocess

from home import Skipped, Wrong, holds, later, same
from kills import (
    NOW, OLD_JOURNALS, a_checkin, a_contact, a_rupture, an_attempt, family, is_whole, put_old_journal, recorded, strace)
from served import Client, Served, signed_in
from trial import House

RECORDS = [a_rupture, an_attempt, a_checkin, a_contact]
#: Where an error of the disk shows itself to a program.
CALLS = ["pwrite64", "fdatasync", "ftruncate", "pread64"]


@contextlib.contextmanager
def small_disk(folder, kilobytes):
    """A file system of its own of this size."""
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k,mode=0700", "mend-soak", str(folder)], capture_output=True, check=False)
    if made.returncode != 0:
        raise Skipped("no file system can be mounted here; that needs root")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(disk, left):
    """Leaves so many bytes, rounded to the disk's blocks."""
    with open(disk / "filler", "ab", buffering=0) as file:
        free = os.statvfs(disk)
        size = max(0, free.f_bavail * free.f_frsize - left)
        file.write(bytes(size))


def house_on(trial, disk):
    house = family(trial.folder)
    shutil.move(house.data, disk / "data")
    house.data = disk / "data"
    return house


def refused(end):
    """Status 73, one clear line, and nothing that it would have said of a record."""
    same(end.status, 73, f"status ({end.err[-300:]!r})")
    same(len(end.err.splitlines()), 1, f"lines on standard error ({end.err[:300]!r})")
    holds(end.err.startswith("mend: ") and "cannot be written" in end.err, f"it says {end.err!r}")
    same(end.out, "", "standard output")


def full(trial):
    """Commands that record."""
    with small_disk(trial.folder / "disk", 2048) as disk:
        house = house_on(trial, disk)
        before, count = house.lines(), 0
        for number in range(trial.amount(150, 10)):
            command, expected = trial.chance.choice(RECORDS)(trial.chance, number)
            fill(disk, trial.chance.choice([0, 4096, 8192, 32768, 40960, 49152, 65536]))
            end = house.run(*command, now=NOW)
            if end.status != 0:
                refused(end)
                count += 1
            (disk / "filler").unlink()
            after = recorded(house, before, end, expected)
            holds(end.status == 0 or after == before, f"status {end.status}, and something has changed")
            before = after
        holds(count, "the disk was never full")
        trial.count("full disks survived", count)


def full_for_exports(trial):
    """The old files stay, whole; nothing is left behind."""
    house = family(trial.folder)
    with small_disk(trial.folder / "disk", 2048) as disk:
        out, count = disk / "out", 0
        house.mend("export", "--out", out, now=NOW)
        for number in range(1, trial.amount(40, 4)):
            old = {path.relative_to(out): path.read_bytes() for path in out.rglob("*.*")}
            before = house.lines()
            fill(disk, trial.chance.randrange(0, 150_000))
            now = later(NOW, days=3 * number)
            end = house.run("export", "--out", out, now=now)
            if end.status != 0:
                refused(end)
                count += 1
                same({path.relative_to(out): path.read_bytes() for path in out.rglob("*.*")}, old, "the files of before")
                same(house.lines(), before, "the household")
            for path in out.rglob("*.*"):
                is_whole(path)
            (disk / "filler").unlink()
            house.mend("export", "--out", out, now=now)
        holds(count, "the disk was never full")
        trial.count("full disks survived", count)


def full_for_a_first(trial):
    """`load` and the move of an old journal: nothing, or all; and it works once there is space."""
    lines = {"load": family(trial.folder).lines()}
    file, count = trial.folder / "copy.jsonl", 0
    file.write_text("".join(line + "\n" for line in lines["load"]))
    with small_disk(trial.folder / "disk", 2048) as disk:
        house = House(trial.folder / "new")
        house.data = disk / "data"
        put_old_journal(OLD_JOURNALS[0], house)
        lines["today"] = house.lines()
        for number in range(trial.amount(60, 6)):
            shutil.rmtree(house.data, ignore_errors=True)
            if number % 2:
                put_old_journal(OLD_JOURNALS[0], house)
            command = ["today"] if number % 2 else ["load", "--with-addresses", file]
            fill(disk, 4096 * trial.chance.randrange(0, 60))
            end = house.run(*command, now=NOW)
            (disk / "filler").unlink()
            if end.status != 0:
                refused(end)
                count += 1
                same(house.run(*command, now=NOW).status, 0, f"status of {command[0]}, with space again")
            same(house.lines(), lines[command[0]], f"the household after {command[0]}")
        holds(count, "the disk was never full")
        trial.count("full disks survived", count)


def full_for_forms(trial):
    """A form that cannot be taken is given back with its words; with space again it is taken."""
    with small_disk(trial.folder / "disk", 2048) as disk:
        house = house_on(trial, disk)
        [device] = signed_in(house, now=NOW)
        count = 0
        with Served(house, NOW) as served:
            client = Client(served.port, *device)
            for number in range(trial.amount(40, 4)):
                note = f"{number}:" + " qzwords" * trial.chance.randrange(1, 60)
                fill(disk, trial.chance.choice([0, 0, 4096, 16384]))
                status, _, page = client.post("/record", **{"with": "ada"}, kind="benign", note=note, instead="no")
                (disk / "filler").unlink()
                before = [record.get("note") for record in map(json.loads, house.lines())]
                if status != 303:
                    same((status, note in page), (500, True), "status, and the form is given back")
                    same(before.count(note), 0, "records of a form that was given back")
                    count += 1
                    same(client.post("/record", **{"with": "ada"}, kind="benign", note=note, instead="no")[0], 303, "with space again")
                same([record.get("note") for record in map(json.loads, house.lines())].count(note), 1, "records of a form")
            served.end()
        holds(count, "the disk was never full")
        trial.count("full disks survived", count)


def full_and_read(trial):
    """What is there can be read, and taken along, with no room at all."""
    with small_disk(trial.folder / "disk", 2048) as disk:
        house = house_on(trial, disk)
        asked = [["open"], ["today"], ["dump"], ["agenda"]]
        before = [house.mend(*command, now=NOW) for command in asked]
        for left in [0, 4096, 16384, 40960]:
            fill(disk, left)
            for command, words in zip(asked, before):
                end = house.run(*command, now=NOW)
                same((end.status, end.out), (0, words.out), f"{command[0]} with {left} bytes left ({end.err[-300:]!r})")
            (disk / "filler").unlink()
    trial.count("full disks survived", 4)


def full_and_forgotten(trial):
    """To erase everything needs no room."""
    for number in range(trial.amount(12, 3)):
        with small_disk(trial.folder / f"disk-{number}", 2048) as disk:
            house = House(trial.folder / f"house-{number}")
            house.data = disk / "data"
            lines = trial.folder / "family.jsonl"
            lines.write_text("".join(line + "\n" for line in family(trial.folder / f"family-{number}").lines()))
            house.mend("load", "--with-addresses", lines, now=NOW)
            house.mend("backup", disk / "b.sqlite", now=NOW)
            house.mend("export", "--out", disk / "out", now=NOW)
            fill(disk, [0, 4096, 16384][number % 3])
            end = house.run("forget", "--everything", "--yes", now=NOW)
            same(end.status, 0, f"status of forget ({end.err[-300:]!r})")
            same([path.name for path in disk.iterdir()], ["filler"], "what is left")
    trial.count("full disks survived", trial.amount(12, 3))


def failing(trial):
    """The n-th write, flush or read of the journal fails, once or from then on."""
    house = family(trial.folder)
    before, count = house.lines(), 0
    journal = house.data / "journal.sqlite"
    for number in range(trial.amount(250, 12)):
        call = trial.chance.choice(CALLS)
        error = "EIO" if call != "pwrite64" else trial.chance.choice(["EIO", "ENOSPC"])
        place = f"{trial.chance.randrange(1, 12)}{trial.chance.choice(['', '+'])}"
        command, expected = trial.chance.choice(RECORDS)(trial.chance, number)
        paths = [word for suffix in ("", "-wal") for word in ("-P", f"{journal}{suffix}")]
        under = strace("/dev/null", *paths, "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={place}")
        end = house.run(*command, now=NOW, under=under)
        what = f"{command[0]} with {error} at {call} {place}"
        try:
            if end.status != 0:
                count += 1
                statuses = {65, 66, 73} if call == "pread64" else {73}
                holds(end.status in statuses, f"status {end.status} ({end.err[-200:]!r})")
                holds(end.err.startswith("mend: ") and not end.out, f"it says {end.err!r} and {end.out!r}")
            after = recorded(house, before, end, expected)
            holds(end.status == 0 or after == before, f"status {end.status}, and it is recorded: {after[-1][:60]}")
        except Wrong as wrong:
            raise Wrong(f"{what}: {wrong}") from wrong
        before = after
    holds(count, "no error was met")
    trial.count("failing disks survived", count)


def failing_for_exports(trial):
    house = family(trial.folder)
    out, count = trial.folder / "out", 0
    house.mend("export", "--out", out, now=NOW)
    for number in range(1, trial.amount(60, 4)):
        old = {path.relative_to(out): path.read_bytes() for path in out.rglob("*.*")}
        before = house.lines()
        call, errors = trial.chance.choice([
            ("write", ["ENOSPC", "EIO", "EDQUOT"]), ("fsync", ["EIO"]), ("renameat", ["EIO", "ENOSPC"]), ("openat", ["EMFILE"])])
        place = trial.chance.randrange(1, 8)
        paths = ["-P", str(out)] if call in ("renameat", "openat") else [
            word for path in out.rglob("*.*") for word in ("-P", f"{path.parent}/.{path.name}.mend-new")]
        now = later(NOW, days=3 * number)
        injection = f"inject={call}:error={trial.chance.choice(errors)}:when={place}"
        end = house.run("export", "--out", out, now=now, under=strace("/dev/null", *paths, "-e", f"trace={call}", "-e", injection))
        if end.status != 0:
            refused(end)
            count += 1
            same(house.lines(), before, f"the household ({injection})")
            files = {path.relative_to(out): path.read_bytes() for path in out.rglob("*.*") if path.name[0] != "."}
            holds(files == old or call == "renameat", f"files have changed ({injection})")
        for path in out.rglob("*.*"):
            if path.name[0] != ".":
                is_whole(path)
        house.mend("export", "--out", out, now=now)
        same([path.name for path in out.rglob(".*")], [], "left behind")
    holds(count, "no error was met")
    trial.count("failing disks survived", count)


def limited(trial):
    """Under `ulimit -f`, which ends a program that does not mind it."""
    house = family(trial.folder)
    before, count = house.lines(), 0
    for number in range(trial.amount(40, 4)):
        command, expected = trial.chance.choice(RECORDS)(trial.chance, number)
        limit = f"--fsize={trial.chance.randrange(0, (4_000, 60_000, 120_000, 200_000)[number % 4])}"
        end = house.run(*command, now=NOW, under=["prlimit", limit], restore_signals=number % 2 == 0)
        if end.status != 0:
            count += 1
            holds(end.status in (73, -25), f"status {end.status} under {limit} ({end.err[-200:]!r})")
        before = recorded(house, before, end, expected)
    holds(count, "no limit was met")
    trial.count("full disks survived", count)


CHECKS = {
    "disks: full, for what is recorded": full,
    "disks: full, for exports": full_for_exports,
    "disks: full, for a first journal": full_for_a_first,
    "disks: full, for forms": full_for_forms,
    "disks: full, and read all the same": full_and_read,
    "disks: full, and everything is forgotten": full_and_forgotten,
    "disks: failing, for what is recorded": failing,
    "disks: failing, for exports": failing_for_exports,
    "disks: files of a limited size": limited,
}
