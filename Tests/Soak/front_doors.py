"""Bytes that nobody should have written, through files, options and the journal itself: an answer, and no crash."""

import json
import os
import shutil
from pathlib import Path

from home import Wrong, at, channel, child, holds, household, later, rupture, same
from kills import NOW, family
from trial import House

ROOT = Path(__file__).parents[2]

#: What a mutation puts in.
PIECES = [
    b"", b"\x00", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf", b"\r", b"\n", b"\t", b" ", b'"', b"'", b"\\", b"{", b"}",
    b"[", b"]", b":", b",", b"- ", b"#", b"&a", b"*a", b"!!binary ", b"|", b">", b"%", b"<", b"null", b"true", b"-1", b"0", b"1e999",
    b"9223372036854775807", b"9223372036854775808", b"-9223372036854775809", b"99999999999999999999999999", b"0x10", b"1_000", b".inf",
    b"\\u0000", b"\\ud800", b"\xe2\x80\xae", b"\xe2\x80\xa8", b"\xcc\x81" * 40, b"\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9" * 8,
    b"9999-12-31", b"0000-00-00", b"-0001-01-01", b"10000-01-01", b"2026-02-30", b"24:00", b"23:59:60", b"99:99", b"T", b"Z", b"+24:00", b"mon-",
    b"00:00-00:00", b"ada", b"r1", b"t1", b"A" * 5_000,
]


def mutated(chance, data):
    """These bytes with a few changes; some are of a kind that parsers trip over."""
    data = bytearray(data)
    for _ in range(chance.choice([1, 1, 1, 2, 3, 8, 40])):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice([0, 1, 1, 2, 4, 10, 40]))
        match chance.randrange(8):
            case 0 if data: data[start % len(data)] = chance.randrange(256)
            case 1: data[start:end] = b""
            case 2: data[start:start] = data[start:end] * chance.choice([1, 2, 50])
            case 3: data[start:end] = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 20)))
            case 4 if b"\n" in data:
                lines = bytes(data).split(b"\n")
                one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
                lines[one], lines[other] = lines[other], lines[chance.choice([one, other])]
                data[:] = b"\n".join(lines)
            case 5 if chance.random() < 0.2: del data[start:]
            case _: data[start:end] = chance.choice(PIECES)
    return bytes(data)


def nested(chance):
    """Deep, long or wide."""
    count = chance.choice([100, 5_000, 100_000])
    return chance.choice([
        b"[" * count, b'{"a":' * count, b"[" * count + b"]" * count, b'{"type": "household", "zone": ' + b"[" * count + b"]" * count + b"}",
        b'"' + b"a" * count, b"\n" * count, b"- " * count, b"a: " * count, b"&a [" * count, b"  " * count + b"a", b"? " * count,
        b"a: &a [1]\n" + b"".join(b"b%d: &b%d [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n" % (n, n) for n in range(min(count, 500))),
        b"a0: &a0 [x, x]\n" + b"".join(b"a%d: &a%d [*a%d, *a%d]\n" % (n, n, n - 1, n - 1) for n in range(1, min(count, 60)))])


#: A household in which every field is used.
RECORDS = [
    household(False, country="US", quiet="21:00-07:00", cap=3, version=1),
    {"type": "contact", "name": "Aunt Mo", "number": "555-0134", "for": "a calm voice"},
    child(closed=["mon-fri 08:00-15:00"], away=["2026-01-10/2026-01-17"], sleep="19:30-06:30", good="17:30"),
    {"type": "person", "id": "sam", "name": "Sam", "relation": "partner"},
    rupture(at("01-04 17:40"), kind="toxic", recorded=at("01-04 17:50"), zone="red", theirZone="yellow"),
    rupture(at("01-05 08:40"), "r2", "sam", "oscillating"),
    {"type": "attempt", "id": "t1", "rupture": "r1", "at": at("01-04 19:00"), "recorded": at("01-04 19:01"), "outcome": "declined",
     "roadblock": "shame", "note": "no"},
    {"type": "checkin", "id": "c1", "with": "ada", "at": at("01-05 08:00"), "zone": "yellow"},
    channel("mail", "mail", "me@example.org", open=True), channel("cmd", "exec", "true"),
    {"type": "subscription", "name": "phone", "only": "repairs", "open": False, "secretHash": "ab" * 32, "created": at("01-05 08:00"),
     "used": "2026-01-05"},
    {"type": "published", "item": "daily.2026-01-05", "prompt": "body.feet", "start": at("01-05 07:30"), "sequence": 2, "modified": at("01-05 08:00")},
    {"type": "delivery", "item": "daily.2026-01-05", "channel": "mail", "at": at("01-05 07:30"), "outcome": "sent"},
]


def checked(end, source, statuses=None):
    """Sound; what is wrong names the input."""
    try:
        end.is_sound(statuses) if statuses else end.is_sound()
    except Wrong as wrong:
        raise Wrong(f"{wrong} ({source})") from wrong
    return end


def of_records(trial):
    """`mend load`: taken whole, or refused whole."""
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in RECORDS).encode()
    file = trial.folder / "input.jsonl"
    house, again = House(trial.folder / "house"), House(trial.folder / "again")
    file.write_bytes(lines)
    same(checked(house.run("load", "--with-addresses", file, now=NOW), "the household itself").status, 0, "status of what is right")
    taken = 0
    for _ in range(trial.amount(2500, 80)):
        shutil.rmtree(house.data, ignore_errors=True)
        file.write_bytes(nested(trial.chance) if trial.chance.random() < 0.03 else mutated(trial.chance, lines))
        end = checked(house.run("load", "--with-addresses", file, now=NOW), file, {0, 65})
        if end.status != 0:
            holds(not house.data.exists(), f"refused, and a household was made ({file})")
            continue
        taken += 1
        if taken % 8 == 1:
            dump = house.lines()
            for verb in (["open"], ["today"], ["export", "--out", trial.folder / "out"], ["due"]):
                checked(house.run(*verb, now=NOW), f"{file}, then {verb[0]}", {0})
            shutil.rmtree(again.data, ignore_errors=True)
            text = trial.folder / "dump.jsonl"
            text.write_text("".join(line + "\n" for line in dump))
            same(again.run("load", "--with-addresses", text, now=NOW).status, 0, f"status of loading a dump ({file})")
            same(again.lines(), dump, "a dump of a dump")
    holds(taken, "nothing was taken")
    trial.count("files of records tried", trial.amount(2500, 80))


def of_plans(trial):
    """`mend plan check`: each fault with its place, or none."""
    source = ROOT / "Plans/two-of-us"
    names = sorted(path.relative_to(source) for path in source.rglob("*.yaml"))
    house, folder = House(trial.folder), trial.folder / "plan"
    for number in range(trial.amount(700, 25)):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(source, folder)
        for path in trial.chance.sample(names, trial.chance.choice([1, 1, 2])):
            data = (source / path).read_bytes()
            (folder / path).write_bytes(nested(trial.chance) if trial.chance.random() < 0.05 else mutated(trial.chance, data))
        end = house.run("plan", "check", folder) if number % 2 else house.run("plan", "show", "--plan", folder)
        checked(end, folder, {0, 65, 66})
    trial.count("plans tried", trial.amount(700, 25))


TIMES = [
    "now", "17:40", "yesterday 17:40", "today 7:05", "2026-01-05 17:40", "2026-01-05T17:40:00-05:00", "20m ago", "2h ago", "3d ago",
    "20 minutes ago", "2026-03-08 02:30", "2026-11-01 01:30"]
CLOSED = ["mon-fri 08:00-15:00", "daily 12:00-13:30", "sat 22:00-06:00", "mon,wed 08:00-09:00", "sun-mon 00:00-24:00"]
DAYS = ["2026-01-10/2026-01-17", "2026-01-10", "today", "tomorrow", "yesterday", "2024-02-29"]
WORDS = ["ada", "r1", "t1", "daily.2026-01-05", "r1.try-again.1", "weekly.2026-01-04", "mail", "phone", "America/New_York", "UTC", "1", "-1"]


def typed(chance, samples):
    """An argument as a person, or nobody, would type it."""
    if chance.random() < 0.1:
        return chance.choice(samples)
    data = mutated(chance, chance.choice(samples).encode()).replace(b"\0", b"0")[:100_000]
    return os.fsdecode(data)


def of_options(trial):
    """What stands on the command line. What is refused has changed nothing."""
    house = family(trial.folder, now=NOW)
    before = house.lines()
    forms = [
        (TIMES, lambda text: ["rupture", "--with", "ada", "--kind", "benign", "--at", text]),
        (TIMES, lambda text: ["attempt", "r1", "--outcome", "declined", "--at", text]),
        (TIMES, lambda text: ["checkin", "--zone", "red", "--at", text]),
        (TIMES, lambda text: ["today", "--now", text]),
        (TIMES, lambda text: ["due", "--now", text]),
        (CLOSED, lambda text: ["person", "edit", "ada", "--closed", text]),
        (CLOSED, lambda text: ["person", "edit", "ada", "--sleep", text]),
        (CLOSED, lambda text: ["person", "edit", "ada", "--good", text]),
        (CLOSED, lambda text: ["household", "edit", "--quiet", text]),
        (DAYS, lambda text: ["person", "edit", "ada", "--away", text]),
        (DAYS, lambda text: ["person", "edit", "ada", "--born", text]),
        (DAYS, lambda text: ["agenda", "--from", "2026-01-05", "--to", text]),
        (DAYS, lambda text: ["agenda", "--from", text, "--to", "2026-01-20"]),
        (WORDS, lambda text: ["explain", text]),
        (WORDS, lambda text: ["guide", text]),
        (WORDS, lambda text: ["attempt", text, "--outcome", "declined"]),
        (WORDS, lambda text: ["rupture", "--with", "ada", "--kind", "benign", "--note", text]),
        (WORDS, lambda text: ["person", "add", text, "--relation", "friend"]),
        (WORDS, lambda text: ["contact", "add", text, text]),
        (WORDS, lambda text: ["household", "edit", "--zone", text]),
        (WORDS, lambda text: ["household", "edit", "--cap", text]),
        (WORDS, lambda text: ["channel", "add", text, "--kind", "mail", "--to", text]),
        (WORDS, lambda text: ["subscription", "add", text, "--base-url", text]),
        (WORDS, lambda text: ["export", "--out", str(trial.folder / "out"), "--base-url", text]),
        (WORDS, lambda text: ["due", "--via", text]),
        (WORDS, lambda text: ["serve", "--listen", f"{text}:notaport"]),
        (WORDS, lambda text: [text, text]),
    ]
    for number in range(trial.amount(2500, 80)):
        samples, command = trial.chance.choice(forms)
        text = typed(trial.chance, samples)
        words = command(text)
        end = house.run(*words, now=None if "--now" in words else NOW)
        checked(end, f"{words!r:.300}")
        if end.status != 0 and number % 4 == 0:
            same(house.lines(), before, f"the household after {words!r:.200}")
        elif end.status == 0:
            before = house.lines()
        if len(before) > 60:
            shutil.rmtree(house.data)
            house.load(*RECORDS, now=NOW)
            before = house.lines()
    trial.count("command lines tried", trial.amount(2500, 80))


def of_journals(trial):
    """The journal's file with bytes changed, or cut short."""
    source = family(trial.folder, *RECORDS[3:4], *RECORDS[7:], now=NOW)
    for day in range(6):
        source.mend("export", "--out", trial.folder / "out", now=later(NOW, days=14 * day))
    whole = (source.data / "journal.sqlite").read_bytes()
    house = House(trial.folder / "copy")
    verbs = [
        ["dump"], ["open"], ["today"], ["due"], ["guide"], ["doctor"], ["agenda", "--from", "2026-01-05", "--to", "2026-01-09"],
        ["person", "list"], ["export", "--out", trial.folder / "out2"], ["checkin", "--zone", "red"],
        ["rupture", "--with", "ada", "--kind", "benign"], ["attempt", "r1", "--outcome", "declined"]]
    for number in range(trial.amount(1200, 40)):
        shutil.rmtree(house.data, ignore_errors=True)
        house.data.mkdir(mode=0o700)
        data = bytearray(whole)
        match trial.chance.randrange(4):
            case 0: del data[trial.chance.randrange(len(data)):]
            case 1: data = bytearray(mutated(trial.chance, whole))
            case 2:
                page = 4096 * trial.chance.randrange(len(data) // 4096)
                data[page:page + 4096] = trial.chance.randbytes(4096)
            case _:
                for _ in range(trial.chance.choice([1, 3, 30])):
                    data[trial.chance.randrange(len(data))] = trial.chance.randrange(256)
        path = house.data / "journal.sqlite"
        path.write_bytes(data)
        if number % 10 == 0:
            (house.data / "journal.sqlite-wal").write_bytes(trial.chance.randbytes(trial.chance.randrange(1, 9000)))
        kept = trial.folder / "tried.sqlite"
        kept.write_bytes(data)
        checked(house.run(*trial.chance.choice(verbs), now=NOW), f"journal {kept}", {0, 65, 66, 73})
    trial.count("journals tried", trial.amount(1200, 40))


def of_folders(trial):
    """Links and other things where an export wants to write: nothing outside is touched."""
    house = family(trial.folder)
    fresh = trial.folder / "fresh"
    house.mend("export", "--out", fresh, now=NOW)
    names = [path.relative_to(fresh) for path in fresh.rglob("*.*")]
    outside = trial.folder / "outside"
    for number in range(trial.amount(300, 12)):
        out = trial.folder / "out"
        for folder in (out, outside):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
        (outside / "victim").write_text("theirs")
        for name in trial.chance.sample(names, trial.chance.choice([1, 1, 2, 4])):
            path = out / name
            path.parent.mkdir(exist_ok=True)
            if trial.chance.random() < 0.4:
                path = path.with_name(f".{path.name}.mend-new")
            match trial.chance.randrange(7):
                case 0: path.symlink_to(outside / "victim")
                case 1: path.symlink_to(outside / "new")
                case 2: path.symlink_to(path)
                case 3: path.mkdir()
                case 4: os.mkfifo(path)
                case 5: os.link(outside / "victim", path)
                case _: path.write_text("older")
        if number % 7 == 0:
            shutil.rmtree(out / "archive", ignore_errors=True)
            (out / "archive").symlink_to(outside)
        end = checked(house.run("export", "--out", out, now=NOW), out, {0, 73})
        same(sorted(path.name for path in outside.iterdir()), ["victim"], "names outside")
        same((outside / "victim").read_text(), "theirs", "the file outside")
        if end.status == 0:
            for name in names:
                same((out / name).is_symlink(), False, f"{name} is a link")
                same((out / name).read_bytes(), (fresh / name).read_bytes(), str(name))
    trial.count("export folders tried", trial.amount(300, 12))


CHECKS = {
    "bytes: files of records": of_records,
    "bytes: plans": of_plans,
    "bytes: command lines": of_options,
    "bytes: journals": of_journals,
    "bytes: export folders": of_folders,
}
