"""mend is killed at any moment of any verb that writes: what it said that it did is there, and nothing is there by half."""

import json
import re
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from home import MEND, Wrong, at, channel, child, holds, household, later, rupture, same
from trial import House, nothing_lost

NOW = at("01-05 20:30")
#: System calls with which something is changed, and which strace can make deadly.
DEADLY = ["pwrite64", "write", "fdatasync", "fsync", "ftruncate", "unlink", "unlinkat", "renameat", "fchmod", "openat", "mkdir"]


def family(folder, *more, now=at("01-05 09:00")):
    return House(
        folder, household(False, country="US"), child(), child(f"Ben {'é' * 20}", "ben", born="2016-02-03"),
        rupture(at("01-05 09:00")), *more, now=now)


def words(chance, number):
    """A private text that is long enough to be torn, and told from every other by its number."""
    return f"{number}: " + "".join(chance.choice("abc déß 🪁\n\"'\\{}") for _ in range(chance.randrange(2, 900))).strip() + "."


class Killer:
    """Moments at which to kill a run: spread over how long it takes, and at its system calls."""

    def __init__(self, trial, house):
        self.trial, self.house = trial, house
        self.usual, self.calls = None, None

    def run(self, *arguments, now=NOW):
        """One run that is killed, perhaps after it has ended."""
        if self.usual is None:
            end = self.house.run(*arguments, now=now)
            same(end.status, 0, f"status of {arguments[0]} ({end.err[-200:]!r})")
            self.usual = end.seconds
            return end
        if self.trial.chance.random() < 0.3:
            end = self.at_a_call(*arguments, now=now)
        else:
            end = self.house.run(*arguments, now=now, kill_after=self.trial.chance.uniform(0, 1.1 * self.usual))
            if not end.was_killed:
                # The machine may have other work at one time than at another.
                self.usual += (end.seconds - self.usual) / 3
        holds(end.was_killed or end.status == 0, f"status of {arguments[0]}: {end.status} ({end.err[-200:]!r})")
        self.trial.count("kills survived", end.was_killed)
        return end

    def at_a_call(self, *arguments, now):
        if self.calls is None:
            # The first run counts them.
            log = self.house.folder / "calls"
            end = self.house.run(*arguments, now=now, under=strace(log, "-e", f"trace={','.join(DEADLY)}"))
            found = re.findall(r"^\d+ +(\w+)\((?!.*ENOENT)", log.read_text(), re.MULTILINE)
            self.calls = [(name, 1 + found[:place].count(name)) for place, name in enumerate(found)]
            return end
        name, number = self.trial.chance.choice(self.calls)
        injection = f"inject={name}:signal=SIGKILL:when={number}"
        end = self.house.run(*arguments, now=now, under=strace("/dev/null", "-e", f"trace={name}", "-e", injection))
        self.trial.count("kills survived, at a system call", end.was_killed)
        return end


def strace(log, *options):
    return ["strace", "-f", "-qq", "-o", str(log), *options]


def recorded(house, before, end, expected):
    """What a run that adds one record has left: all of it, or nothing when it had not said so. The lines after it."""
    after = house.lines()
    nothing_lost([line for line in before if line not in after], "lines")
    new = [json.loads(line) for line in after if line not in before]
    holds(len(new) == len(after) - len(before) <= 1, f"{len(after) - len(before)} new lines")
    if end.status == 0 or end.out:
        nothing_lost([] if new else [end.out[:60]], "records that it said it had written")
    for record in new:
        same({key: record.get(key) for key in expected}, expected, "what is there by half")
    return after


def adding(usual, quick, arguments):
    """A check of a verb that adds one record. `arguments`: of (chance, number), the words of the command and what the record
    holds then."""
    def survives(trial):
        house = family(trial.folder)
        killer, before = Killer(trial, house), house.lines()
        for number in range(trial.amount(usual, quick)):
            command, expected = arguments(trial.chance, number)
            before = recorded(house, before, killer.run(*command), expected)
        trial.count("records written under kills", len(before))
    return survives


def a_rupture(chance, number):
    note, kite = words(chance, number), words(chance, number)
    kind = chance.choice(["benign", "oscillating", "limit-setting", "toxic"])
    command = ["rupture", "--with", "ada", "--kind", kind, "--note", note, "--excited-about", kite, "--zone", "red"]
    return command, {"type": "rupture", "with": "ada", "kind": kind, "note": note, "excitedAbout": kite, "zone": "red"}


def an_attempt(chance, number):
    note, outcome = words(chance, number), chance.choice(["partial", "declined", "not-ready"])
    command = ["attempt", "r1", "--outcome", outcome, "--roadblock", "guilt", "--note", note]
    return command, {"type": "attempt", "rupture": "r1", "outcome": outcome, "roadblock": "guilt", "note": note}


def a_checkin(chance, number):
    zone = chance.choice(["green", "yellow", "red"])
    return ["checkin", "--zone", zone, "--with", "ben"], {"type": "checkin", "zone": zone, "with": "ben"}


def a_contact(chance, number):
    command = ["contact", "add", f"Aunt {number}", f"555-{number:04}", "--for", "a calm voice"]
    return command, {"type": "contact", "name": f"Aunt {number}", "number": f"555-{number:04}", "for": "a calm voice"}


def a_person(chance, number):
    command = ["person", "add", f"Kim {number}", "--relation", "friend", "--closed", "mon-fri 08:00-15:00"]
    return command, {"type": "person", "name": f"Kim {number}", "relation": "friend", "closed": ["mon-fri 08:00-15:00"]}


def a_subscription(chance, number):
    command = ["subscription", "add", f"phone {number}", "--only", "repairs"]
    return command, {"type": "subscription", "name": f"phone {number}", "only": "repairs", "open": False}


def a_channel(chance, number):
    command = ["channel", "add", f"mail{number}", "--kind", "mail", "--to", f"me{number}@example.org"]
    return command, {"type": "channel", "name": f"mail{number}", "kind": "mail", "to": f"me{number}@example.org"}


def an_edit(trial):
    """A person is as before or as after."""
    house = family(trial.folder)
    killer = Killer(trial, house)

    def ben():
        return next(record for record in map(json.loads, house.lines()) if record.get("id") == "ben")

    before = ben()
    for number in range(trial.amount(60, 4)):
        name, hours = f"Ben {number}", f"mon-fri 08:{number % 60:02}-15:00"
        # Named by the id, as the name may be either.
        end = killer.run("person", "edit", "--id", "ben", "--rename", name, "--closed", hours, "--good", f"17:{number % 60:02}")
        wanted = before | {"name": name, "closed": [hours], "good": f"17:{number % 60:02}"}
        after = ben()
        holds(after == wanted or after == before and not end.out, f"{after} in place of {wanted}")
        before = after


def printed_due(trial):
    """What a run has not said, the next one says."""
    house = family(trial.folder)
    house.due(now=NOW)
    killer = Killer(trial, house)
    for number in range(1, trial.amount(120, 8)):
        now = later(NOW, days=number)
        end = killer.run("due", "--format", "json", now=now)
        try:
            first = [item["id"] for item in json.loads(end.out or "[]")]
        except ValueError:
            # Killed while it printed.
            first = []
        second = [item["id"] for item in json.loads(house.mend("due", "--format", "json", now=now).out or "[]")]
        nothing_lost([now] if f"daily.{now[:10]}" not in first + second else [], "days' prompts")
        if end.status == 0:
            same(second, [], "what comes twice")
    house.lines()


def delivered_due(trial):
    """What a command was not given, the next run gives it; at most twice."""
    house = family(trial.folder, channel("cmd", "exec", trial.folder / "take"))
    house.program("take", 'sed -n "s/^    .id.: .\\(.*\\).,$/\\1/p" >> "$here/ids"')
    house.due("cmd", now=NOW)
    killer = Killer(trial, house)
    for number in range(1, trial.amount(120, 8)):
        now = later(NOW, days=number)
        killer.run("due", "--via", "cmd", now=now)
        house.due("cmd", now=now)
        taken = (trial.folder / "ids").read_text().split()
        nothing_lost([now] if f"daily.{now[:10]}" not in taken else [], "days' prompts")
        holds(max(map(taken.count, taken)) <= 2, "something came three times")
    house.lines()
    same(house.delivered("cmd", "claimed"), [], "claimed")


def is_whole(path):
    """Wrong when a file of an export is none that a reader can take."""
    data = path.read_bytes()
    try:
        match path.suffix:
            case ".ics": assert data.startswith(b"BEGIN:VCALENDAR\r\n") and data.endswith(b"\r\nEND:VCALENDAR\r\n")
            case ".json": json.loads(data)
            case ".html": assert data.rstrip().endswith(b"</html>")
            case _: ElementTree.fromstring(data)
    except (AssertionError, ValueError, ElementTree.ParseError) as error:
        raise Wrong(f"{path.name} is not whole: {error}") from error


def exported(trial):
    """Readers see whole files at every moment, and the next export tidies up."""
    house = family(trial.folder)
    out = trial.folder / "out"
    killer = Killer(trial, house)
    for number in range(trial.amount(120, 8)):
        now = later(NOW, days=3 * number)
        killer.run("export", "--out", out, now=now)
        for path in out.rglob("*"):
            if path.is_file() and not path.name.endswith(".mend-new"):
                is_whole(path)
        house.mend("export", "--out", out, now=now)
        same([path.name for path in out.rglob(".*")], [], "left behind")
        if number % 10 == 0:
            anew = trial.folder / f"anew{number}"
            house.mend("export", "--out", anew, now=now)
            for path in anew.rglob("*.*"):
                same((out / path.relative_to(anew)).read_bytes(), path.read_bytes(), path.name)
            shutil.rmtree(anew)
    house.lines()


def loaded(trial):
    """A household is there whole, or not at all; then it can be loaded again."""
    source = family(trial.folder)
    lines = source.lines()
    file = trial.folder / "copy.jsonl"
    file.write_text("".join(line + "\n" for line in lines))
    made(trial, ["load", "--with-addresses", file], lambda house: same(house.lines(), lines, "what was loaded"))


def begun(trial):
    def is_begun(house):
        same([json.loads(line)["zone"] for line in house.lines()], ["Europe/London"], "zone")

    made(trial, ["init", "--zone", "Europe/London"], is_begun)


def made(trial, command, is_made):
    house = House(trial.folder / "new")
    killer = Killer(trial, house)
    for number in range(trial.amount(100, 8)):
        shutil.rmtree(house.data, ignore_errors=True)
        end = killer.run(*command)
        look = house.run("dump")
        if end.status == 0 or look.status == 0:
            same(look.status, 0, "status of dump after it was made")
        else:
            same(look.status, 66, f"status of dump ({look.err[-200:]!r})")
            again = house.run(*command)
            same(again.status, 0, f"{command[0]} again, where an interrupted one has left no household ({again.err[-200:]!r})")
        is_made(house)


#: A journal as each released schema has left it.
OLD_JOURNALS = sorted((Path(__file__).parents[1] / "MendJournalTests/Fixtures").glob("journal-*.sqlite"))


def put_old_journal(old, house):
    """In the place of what was there."""
    shutil.rmtree(house.data, ignore_errors=True)
    house.data.mkdir(mode=0o700)
    (house.data / "journal.sqlite").write_bytes(old.read_bytes())
    (house.data / "journal.sqlite").chmod(0o600)


def migrated(trial):
    """A journal of an earlier mend says the same, however often its first opening was interrupted."""
    house, lines = House(trial.folder / "moved"), {}
    holds(len(OLD_JOURNALS) >= 5, f"old journals: {len(OLD_JOURNALS)}")
    for old in OLD_JOURNALS:
        put_old_journal(old, house)
        lines[old] = house.lines()
        holds(len(lines[old]) > 5, f"lines of {old.name}: {len(lines[old])}")
    killers = {old: Killer(trial, house) for old in OLD_JOURNALS}
    for number in range(trial.amount(120, 10)):
        old = OLD_JOURNALS[number % len(OLD_JOURNALS)]
        put_old_journal(old, house)
        killers[old].run(trial.chance.choice(["dump", "open", "today"]))
        if number % 5 == 0:
            killers[old].run("dump")
        same(house.lines(), lines[old], f"what {old.name} says")


def backed_up(trial):
    """A backup is whole or not there, and the old one stays until then."""
    house = family(trial.folder)
    killer, file = Killer(trial, house), trial.folder / "kept"
    for number in range(trial.amount(60, 4)):
        if number % 2:
            file.unlink(missing_ok=True)
        was_there = file.exists()
        lines = house.lines()
        end = killer.run("backup", "--replace", file)
        holds(file.exists() or not (was_there or end.status == 0), "the backup is gone")
        if file.exists():
            copy = House(trial.folder / f"copy{number}")
            copy.mend("restore", file)
            same(copy.lines(), lines, "what a backup holds")
        same(house.lines(), lines, "the household itself")
        house.mend("backup", "--replace", file)
        same([path.name for path in trial.folder.glob(".*")], [], "left behind")


def unedited(lines):
    """Without the time at which a household was changed last: a restoration is such a change."""
    return [re.sub(', "edited": "[^"]+"', "", line) for line in lines]


def restored(trial):
    """A household is the old one or the restored one."""
    house = family(trial.folder)
    file, kept = trial.folder / "kept", unedited(house.lines())
    house.mend("backup", file)
    killer = Killer(trial, house)
    for number in range(trial.amount(60, 4)):
        if unedited(house.lines()) == kept:
            house.mend("contact", "add", "Aunt Mo", "555-0134")
        before = house.lines()
        end = killer.run("restore", file, "--replace")
        after = house.lines()
        holds(unedited(after) == kept or after == before and end.status != 0, "it is neither the old one nor the restored one")
        shutil.rmtree(trial.folder / "fresh", ignore_errors=True)
        fresh = House(trial.folder / "fresh")
        same(fresh.run("restore", file).status, 0, "status of restore into a fresh directory")
        same(fresh.lines(), kept, "what was restored")


def forgotten(trial):
    """What is to be forgotten is there whole, or gone for good: from the journal, from a backup and from an export. After a
    kill the same command goes on."""
    ben = child("Ben Qzsecond", "ben", born="2016-02-03")
    private = {"note": "a qznote", "excitedAbout": "a qzkite"}
    source = House(
        trial.folder, household(False), child(), ben, rupture(at("01-05 09:00")),
        rupture(at("01-05 09:10"), "r2", "ben") | private, now=NOW)
    (trial.folder / "household.jsonl").unlink()
    backup, out, whole = trial.folder / "kept.sqlite", trial.folder / "out", trial.folder / "whole"
    source.mend("backup", backup)
    source.mend("export", "--out", out, now=NOW)
    shutil.copytree(source.data, whole)
    lines = source.lines()
    cases = [
        (["--id", "ben"], '"ben"', ["qzsecond", "qznote", "qzkite"]), (["--rupture", "r2"], '"r2"', ["qznote", "qzkite"]),
        (["--everything"], "", ["qzsecond", "qznote", "qzkite", "qzcanary", "k7qm2xw9"])]
    killers = [Killer(trial, source) for _ in cases]
    for number in range(trial.amount(60, 9)):
        for path in (source.data, out):
            shutil.rmtree(path, ignore_errors=True)
        shutil.copytree(whole, source.data)
        # Copies are known to the journal that has made them, and this one is another than the last.
        source.mend("backup", "--replace", backup)
        source.mend("export", "--out", out, now=NOW)
        options, key, marks = cases[number % 3]
        end = killers[number % 3].run("forget", *options, "--yes")
        look = source.run("dump")
        if look.status != 66 or key:
            # The household remembers the last id that was given, so that none is given again.
            after = source.lines()
            holds(
                after == lines and end.status != 0 or key and not any(key in line for line in after[1:]),
                f"{options}: half is forgotten")
        if end.status != 0:
            same(source.run("forget", *options, "--yes", now=NOW).status in (0, 65, 66), True, f"{options} once more")
        left = [path for path in (source.data, backup, out) if path.exists()]
        files = [file for path in left for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file()]
        found = [(file.name, mark) for file in files for mark in marks if mark.encode() in file.read_bytes().lower()]
        same(found, [], f"{options}: bytes that are still there")
        trial.count("files looked through for what was forgotten", len(files))


class Families(House):
    """mend over many households: without one of its own."""

    def command(self, *arguments, now=None):
        return [MEND, *map(str, arguments), *(["--now", now] if now else [])]


def many_households_exported(trial):
    """Of each household readers see whole files, and the next run goes on where a killed one was."""
    every, out, names = trial.folder / "all", trial.folder / "out", ["one", "two", "three"]
    every.mkdir()
    for name in names:
        family(trial.folder / f"made-{name}").data.rename(every / name)
    house = Families(trial.folder / "runner")
    killer = Killer(trial, house)
    for number in range(trial.amount(40, 4)):
        now = later(NOW, days=3 * number)
        command = ["export", "--households", every, "--out", out, "--jobs", 2]
        killer.run(*command, now=now)
        for path in out.rglob("*.*"):
            if path.is_file() and not path.name.endswith(".mend-new"):
                is_whole(path)
        same(house.run(*command, now=now).status, 0, "status")
        same([path.name for path in out.rglob(".*")], [], "left behind")
        same(sorted(path.name for path in out.iterdir()), sorted(names), "folders")
    for name in names:
        one = House(trial.folder / f"look-{name}")
        one.data = every / name
        one.lines()


def ended_by_a_signal(trial):
    """SIGTERM, SIGINT and SIGHUP: what was being made is gone, and what was there is whole."""
    house = family(trial.folder)
    out, count = house.folder / "out", 0
    house.mend("export", "--out", out, now=NOW)
    house.mend("backup", house.folder / "b.sqlite", now=NOW)
    for number in range(trial.amount(60, 6)):
        command = [["export", "--out", out], ["backup", "--replace", house.folder / "b.sqlite"]][number % 2]
        call, signal = trial.chance.choice(["fsync", "fchmod", "rename", "renameat"]), ["TERM", "INT", "HUP"][number % 3]
        injection = f"inject={call}:signal=SIG{signal}:when={trial.chance.randrange(1, 4)}"
        under = strace("/dev/null", "-e", f"trace={call}", "-e", injection)
        end = house.run(*command, now=later(NOW, days=3 * number), under=under)
        count += end.status != 0
        left = [path.name for path in house.folder.rglob("*") if ".mend-new" in path.name]
        same(left, [], f"left behind by {command[0]} after SIG{signal} at {call}")
        for path in out.rglob("*.*"):
            is_whole(path)
        House(trial.folder / f"new-{number}").mend("restore", house.folder / "b.sqlite", now=later(NOW, days=3 * number))
    holds(count, "no signal was met")
    trial.count("signals survived", count)


CHECKS = {
    "kills: rupture": adding(180, 12, a_rupture),
    "kills: attempt": adding(160, 10, an_attempt),
    "kills: checkin": adding(100, 6, a_checkin),
    "kills: contact add": adding(50, 4, a_contact),
    "kills: person add": adding(50, 4, a_person),
    "kills: subscription add": adding(50, 4, a_subscription),
    "kills: channel add": adding(50, 4, a_channel),
    "kills: person edit": an_edit,
    "kills: due": printed_due,
    "kills: due by a command": delivered_due,
    "kills: export": exported,
    "kills: load": loaded,
    "kills: init": begun,
    "kills: journals of earlier versions": migrated,
    "kills: backup": backed_up,
    "kills: restore": restored,
    "kills: forget": forgotten,
    "kills: export of many households": many_households_exported,
    "kills: a signal leaves no half file": ended_by_a_signal,
}
