"""A household whose every private word is marked: no mark appears where others could read it."""

import array
import contextlib
import fcntl
import html
import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import termios
import threading
import urllib.parse
from pathlib import Path

from home import Skipped, at, eventually, holds, household, later, same
from served import PASSPHRASE, Client, Served
from trial import PATIENCE, STATUSES, House

#: A mark for each kind of private word; none is a word of mend's.
MARKS = [
    f"qz{name}" for name in (
        "name", "second", "note", "kite", "aunt", "number", "purpose", "mailto", "command", "phone", "phrase", "typed")]
NOW = at("01-05 12:00")


def found(text):
    """The marks in a text, in any of the ways in which it may be written."""
    folded = text.replace("\r\n ", "")
    texts = [text, folded, html.unescape(html.unescape(folded)), urllib.parse.unquote(folded)]
    return sorted({mark for mark in MARKS for each in texts if mark in each.casefold()})


def tells_nothing(text, where, secrets=()):
    same(found(text), [], f"private words in {where} ({text[:200]!r})")
    holds(not any(secret in text for secret in secrets), f"a secret address in {where}")


class Watch(threading.Thread):
    """Looks at the programs that mend has started: their names, words and environments."""

    def __init__(self):
        super().__init__(daemon=True)
        self.is_over, self.finding, self.seen = threading.Event(), None, 0

    def run(self):
        while not self.is_over.wait(0.01):
            for folder in Path("/proc").glob("[0-9]*"):
                with contextlib.suppress(OSError):
                    parent = int((folder / "stat").read_bytes().rpartition(b")")[2].split()[1])
                    if os.readlink(f"/proc/{parent}/exe") not in (os.environ["MEND"], os.environ["MEND"] + "-verbs"):
                        continue
                    self.seen += 1
                    for name in ("cmdline", "comm", "environ"):
                        text = (folder / name).read_bytes().decode(errors="replace")
                        # What a channel runs, and whom it mails to, is what was asked for.
                        marks = [mark for mark in found(text) if name != "cmdline" or mark not in ("qzcommand", "qzmailto")]
                        if marks:
                            self.finding = f"{name} of a child: {marks}"

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.is_over.set()
        self.join()


class Canary(House):
    """Reads all that mend complains of."""

    secrets: list

    def __init__(self, folder):
        super().__init__(folder)
        self.secrets = []
        self.scratch = self.folder / "scratch"
        self.scratch.mkdir(parents=True, exist_ok=True)
        self.environment |= {"MEND_LOG": "trace", "TMPDIR": str(self.scratch)}
        # A name in capitals, so that it does not make an id.
        self.load(
            household(country="US"),
            {"type": "contact", "name": "Aunt Qzaunt", "number": "qznumber 555-0134", "for": "qzpurpose"},
            {"type": "person", "id": "p1", "name": "Qzname", "relation": "child", "born": "2022-04-03", "closed": ["mon-fri 08:00-10:00"]},
            {"type": "person", "id": "p2", "name": "Ben Qzsecond", "relation": "partner"},
            {"type": "rupture", "id": "r1", "with": "p1", "kind": "toxic", "at": at("01-05 09:00"), "excitedAbout": "qzkite", "note": "qznote"},
            {"type": "channel", "name": "cmd", "kind": "exec", "to": f"exec '{folder}/take' qzcommand"},
            {"type": "channel", "name": "mail", "kind": "mail", "to": "qzmailto@example.org"}, now=NOW)

    def say(self, *arguments, statuses=STATUSES, now=NOW, kill_after=None, **options):
        """Runs it; its complaints and log hold no private word. Those of the parser may quote the line that was typed."""
        end = self.run(*arguments, now=now, kill_after=kill_after, **options)
        holds(end.was_killed or end.status in statuses, f"status {end.status} of {arguments[:2]} ({end.err[-200:]!r})")
        lines = [line for line in end.err.splitlines() if end.status != 64]
        tells_nothing("\n".join(lines), f"standard error of {arguments[0]}", self.secrets)
        return end


#: Every verb, well and badly used.
GOOD = [
    ["today"], ["open"], ["guide"], ["guide", "r1"], ["calm", "--with", "Qzname"], ["agenda", "--from", "2026-01-05", "--to", "2026-02-05"],
    ["agenda", "--from", "2026-01-05", "--to", "2026-01-20", "--format", "json"], ["explain", "r1"], ["doctor"], ["dump"], ["cron"],
    ["person", "list"], ["contact", "list"], ["channel", "list"], ["subscription", "list"], ["household", "show"], ["plan", "show"],
    ["plan", "check"], ["due"], ["due", "--format", "html"], ["checkin", "--zone", "red", "--with", "Qzname"],
    ["rupture", "--with", "Ben Qzsecond", "--kind", "toxic", "--note", "qznote", "--excited-about", "qzkite"],
    ["attempt", "r1", "--outcome", "declined", "--note", "qznote"], ["person", "edit", "Qzname", "--good", "17:30"],
    ["contact", "add", "Qzaunt two", "qznumber", "--for", "qzpurpose"], ["contact", "remove", "Qzaunt two"],
    ["person", "add", "Kim Qzsecond", "--relation", "friend"], ["channel", "add", "more", "--kind", "mail", "--to", "qzmailto@example.org"],
    ["channel", "test", "mail"], ["channel", "remove", "more"], ["subscription", "add", "qzphone"], ["subscription", "add", "Qzphone two", "--open"],
    ["subscription", "revoke", "Qzphone two"], ["household", "edit", "--cap", "4"]]
BAD = [
    ["rupture", "--with", "Qztyped", "--kind", "benign"], ["rupture", "--with", "Qzname", "--kind", "qztyped"],
    ["rupture", "--with", "Qzname", "--kind", "benign", "--at", "qztyped"],
    ["rupture", "--with", "Qzname", "--kind", "benign", "--excited-about", "qzkite" * 9000], ["rupture", "--with", "Qzname", "qztyped"],
    ["attempt", "r1", "--outcome", "declined", "--at", "2020-01-01 10:00", "--note", "qznote"], ["checkin", "--zone", "red", "--with", "Qztyped"],
    ["person", "add", "Qzname", "--relation", "child"], ["person", "add", "Qzname", "--relation", "friend"], ["person", "add", "Qz\x07name", "--relation", "friend"],
    ["person", "edit", "Qztyped", "--good", "17:30"], ["person", "edit", "Qzname", "--closed", "qztyped"],
    ["person", "edit", "Qzname", "--closed", "daily 00:00-24:00"], ["person", "edit", "Qzname", "--rename", "Ben Qzsecond"],
    ["person", "edit", "Qzname", "--born", "2027-01-01"], ["household", "edit", "--quiet", "10:30-10:00"], ["household", "edit", "--zone", "qztyped"],
    ["contact", "add", "Qzaunt" * 90, "qznumber"], ["contact", "remove", "Qztyped"],
    ["channel", "add", "bad", "--kind", "mail", "--to", "qzmailto nobody"], ["channel", "add", "mail", "--kind", "mail", "--to", "qzmailto@example.org"],
    ["subscription", "add", "qzphone"], ["subscription", "add", "qzphone" * 90], ["subscription", "revoke", "Qztyped"],
    ["explain", "qztyped"], ["agenda", "--from", "qztyped", "--to", "qztyped"], ["export", "--out", "/proc/none", "--base-url", "qztyped"],
    ["load", "/dev/null"], ["init", "--zone", "UTC"]]


def delivered(house, failure):
    """A channel that fails, and says all that it got."""
    house.program("take", f"cat; cat >&2; {failure}")
    house.mails.set(failure)
    with Watch() as watch:
        for day in range(3):
            house.say("due", "--via", "cmd", "--via", "mail", now=later(NOW, days=1 + day), statuses={0, 73})
    same(watch.finding, None, "what others see of the programs that mend starts")
    return watch.seen


def of_every_verb(trial):
    house = Canary(trial.folder)
    done = 0
    for command in GOOD:
        end = house.say(*command, statuses={0, 65} if command[0] == "plan" else {0})
        if command[:2] == ["subscription", "add"]:
            house.secrets += re.findall(r"/([a-z0-9]{20,})/", end.out)
        done += 1
    holds(house.secrets, "no secret address was printed")
    for command in BAD:
        end = house.say(*command)
        holds(end.status != 0, f"{command!r:.200} was taken")
        done += 1
    seen = sum(delivered(house, failure) for failure in ("sleep 0.2; exit 1", "kill -9 $$", "sleep 0.1"))
    holds(seen, "no program that mend started was seen")
    exported(house, trial)
    damaged(house)
    loads_badly(house)
    same(len(house.lines()) > 5, True, "the household is there")
    for path in house.data.rglob("*"):
        tells_nothing(str(path.relative_to(house.data)), "names of files")
    same(list(house.scratch.rglob("*")), [], "temporary files")
    trial.count("command lines tried", done)


def exported(house, trial):
    """Discreet files: not a word, no id that tells, no address that does."""
    for options in ([], ["--discreet"], ["--base-url", "https://mend.example.org/x"]):
        out = trial.folder / f"out{len(options)}"
        house.say("export", "--out", out, *options, statuses={0})
        for path in out.rglob("*.*"):
            tells_nothing(str(path.relative_to(out)) + path.read_bytes().decode(), f"a discreet {path.name}", house.secrets)
    house.say("backup", trial.folder / "kept", statuses={0})


def loads_badly(house):
    """Faults in a file of records are told without its words."""
    good = house.lines()
    file = house.folder / "bad.jsonl"
    for number, line in enumerate(good):
        for change in ('"at": "qznote",', '"qzname": 1,', '"type": "qznote",', '"name": "Qz\\u0007name",', '"id": "p1",'):
            worse = good[:number] + [line.replace("{", "{" + change, 1)] + good[number + 1:]
            file.write_text("\n".join(worse))
            house.environment["MEND_DATA"] = str(house.folder / "unused")
            run = house.run("load", "--with-addresses", file, now=NOW)
            tells_nothing(run.err, "a fault in a file of records")


def damaged(house):
    """A journal whose rows cannot be: what mend says of it holds none of their words."""
    copy = House(house.folder / "damaged")
    copy.environment = house.environment
    for table, column in (("person", "relation"), ("rupture", "kind"), ("contact", "number"), ("channel", "kind"), ("rupture", "at")):
        shutil.rmtree(copy.data, ignore_errors=True)
        shutil.copytree(house.data, copy.data)
        database = sqlite3.connect(copy.data / "journal.sqlite")
        sql = database.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
        changed = sql.replace(f"{column} TEXT NOT NULL", f"{column} TEXT").replace(f"{column} INTEGER NOT NULL", f"{column} INTEGER")
        database.execute("PRAGMA writable_schema = ON")
        database.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (changed, table))
        database.commit()
        database.close()
        database = sqlite3.connect(copy.data / "journal.sqlite")
        database.execute(f"UPDATE {table} SET {column} = NULL")
        database.commit()
        database.close()
        end = copy.run("open", now=NOW)
        tells_nothing(end.err, f"what is said of a {table} without {column}")
        same(end.status, 65, f"status for a {table} without {column}")


def of_a_server(trial):
    """Pages for the household may hold names; errors, headers, addresses and the log do not."""
    house = Canary(trial.folder)
    with Served(house, NOW) as served:
        client = Client(served.port).begin(served.greeting)
        stranger = Client(served.port)
        asked = 0
        for number in range(trial.amount(150, 15)):
            note = f"qznote {number}"
            forms = [
                ("/record", {"with": "p1", "kind": "toxic", "note": note, "excited-about": "qzkite"}),
                ("/record", {"with": "Qztyped", "kind": "toxic", "note": note}), ("/record", {"with": "p1", "kind": "toxic", "at": "qztyped"}),
                ("/repair/r1", {"outcome": "declined", "note": note}), ("/repair/qztyped", {"outcome": "declined", "note": note}),
                ("/calm", {"zone": "red", "with": "p1"}), ("/calm", {"zone": "red", "with": "Qztyped"}),
                ("/settings/people/p1", {"name": "Qzname", "born": "qztyped"}), ("/settings/contacts", {"contact-name": "Qzaunt", "contact-number": ""}),
                ("/settings/contacts/remove", {"name": "Qzaunt"}), ("/settings/passphrase", {"present": "qzphrase wrong"}),
                ("/subscribe", {"name": f"qzphone {number}"}), ("/subscribe", {"name": "qzphone" * 90}), ("/nothing/qztyped", {"note": note})]
            path, fields = trial.chance.choice(forms)
            status, headers, page = client.post(path, **fields)
            asked += 1
            # What was typed into an address leads back to its page.
            told = "\n".join(f"{name}: {value}" for name, value in headers.items())
            tells_nothing(told, f"headers of {path}: {status}", house.secrets)
            if status in (404, 405, 413, 415, 500):
                tells_nothing(page, f"the page {path}: {status}")
            for path in ("/", "/record", "/repair/r1", "/i/none", "/settings", "/subscribe", "/look-back", "/h/none/none/Mend.ics"):
                status, headers, page = stranger.ask("GET", path)
                tells_nothing(page + str(headers), f"{path} for a stranger: {status}")
            for path in ("/repair/none", "/i/none", "/settings/people/none"):
                status, headers, page = client.ask("GET", path)
                tells_nothing(page + str(headers), f"{path}: {status}")
        addresses(house, client, served)
        same(stranger.post("/sign-in", passphrase=PASSPHRASE + " qzphrase")[0], 403, "a passphrase without a form of ours")
        served.end()
        for each in (client, stranger):
            each.close()
    log = (trial.folder / "serve.log").read_text()
    holds(" trace " in log or " debug " in log or " info " in log, "no log was written")
    tells_nothing(log, "the server's log", [*house.secrets, served.greeting.split("/begin/")[1].split()[0], client.cookie.split("=")[1]])
    same(list(house.scratch.rglob("*")), [], "temporary files")
    house.lines()
    trial.count("requests sent", asked * 12)


def addresses(house, client, served):
    """Discreet calendars and feeds, and their addresses."""
    printed = house.say("subscription", "add", "qzphone", "--base-url", f"http://127.0.0.1:{served.port}", statuses={0}).out
    for line in printed.splitlines():
        name, address = line.split(" ", 1)
        tells_nothing(address, "an address")
        house.secrets.append(address.split("/")[-2])
        status, headers, page = client.ask("GET", urllib.parse.urlsplit(address).path)
        same(status, 200, f"status of {name}")
        tells_nothing(page + str(headers), f"a discreet {name}")


def of_kills(trial):
    """Whatever is interrupted leaves no private word outside of the household's own files."""
    house = Canary(trial.folder)
    house.program("take", "cat > /dev/null; sleep 0.05")
    commands = [
        ["rupture", "--with", "Qzname", "--kind", "benign", "--note", "qznote"], ["export", "--out", trial.folder / "out"],
        ["due", "--via", "cmd", "--via", "mail"], ["subscription", "add", "qzphone"], ["person", "edit", "Qzname", "--good", "17:30"]]
    before = set(Path("/dev/shm").iterdir())
    for number in range(trial.amount(150, 15)):
        house.say(
            *trial.chance.choice(commands), now=later(NOW, days=number), kill_after=trial.chance.uniform(0, 0.2), cwd=house.scratch)
    same(list(house.scratch.rglob("*")), [], "temporary files")
    same([path.name for path in set(Path("/dev/shm").iterdir()) - before if path.name.startswith("mend")], [], "files in memory")
    for path in (trial.folder / "out").rglob("*"):
        if path.is_file():
            tells_nothing(str(path) + path.read_bytes().decode(errors="replace"), path.name)
    for path in house.data.rglob("*"):
        same((path.stat().st_mode & 0o077, found(path.name)), (0, []), f"others' rights to {path.name}, and its name")
    house.lines()
    trial.count("kills survived", trial.amount(150, 15))


#: Signals with which a fault of its own, or the system, ends a program.
CRASHES = [signal.SIGSEGV, signal.SIGABRT, signal.SIGILL, signal.SIGBUS, signal.SIGFPE, signal.SIGTRAP, signal.SIGQUIT]


def of_crashes(trial):
    """It is ended by a fault while it holds a note: it prints none of it, and leaves no image of its memory."""
    house = Canary(trial.folder)
    before, most = house.lines(), resource.getrlimit(resource.RLIMIT_CORE)[1]
    if most == 0:
        raise Skipped("no program may leave an image of its memory here")
    for number in range(trial.amount(28, 7)):
        process = subprocess.Popen(
            house.command("rupture", "--with", "Qzname", "--kind", "benign", "--note", "-", now=NOW), env=house.environment,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=house.scratch,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (most, most)))
        process.stdin.write(b"a qznote that is not at its end")
        process.stdin.flush()
        # Once the pipe is empty it holds the note, and waits for more.
        eventually(lambda: not waiting_bytes(process.stdin), "it reads the note", seconds=PATIENCE)
        limits = Path(f"/proc/{process.pid}/limits").read_text()
        holds(re.search(r"Max core file size +0 +0 ", limits), f"it may leave an image of its memory: {limits!r:.200}")
        process.send_signal(CRASHES[number % len(CRASHES)])
        out, err = (text.decode(errors="replace") for text in process.communicate(timeout=PATIENCE))
        same(process.returncode, -CRASHES[number % len(CRASHES)], "how it ended")
        tells_nothing(out + err, "what a crash prints")
    same(list(house.scratch.rglob("*")), [], "what crashes have left")
    same(house.lines(), before, "the household")
    trial.count("crashes", trial.amount(28, 7))


def waiting_bytes(pipe):
    """How many nobody has read yet."""
    number = array.array("i", [0])
    fcntl.ioctl(pipe, termios.FIONREAD, number)
    return number[0]


CHECKS = {
    "canary: every verb": of_every_verb,
    "canary: the server": of_a_server,
    "canary: kills": of_kills,
    "canary: crashes": of_crashes,
}
