"""Somebody else on the same machine, and somebody else at the other end of a connection: what they can open."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

from home import Skipped, at, channel, child, holds, household, rupture, same
from kills import NOW
from served import Client, Served
from trial import House, ended

#: A user who is nobody here.
STRANGER = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]


#: The owner of a household, where it matters that this is not root.
OWNER = 65533


def another_user(trial):
    """Under umask 0, in a folder like /tmp: of all that mend makes, nothing is another's to read, write or list."""
    if os.geteuid() != 0:
        raise Skipped("only root can be somebody else")
    shared = trial.folder / "shared"
    shared.mkdir()
    # The way there is open.
    shared.chmod(0o1777)
    for folder in (trial.folder, trial.folder.parent):
        folder.chmod(0o755)
    house = House(trial.folder / "mine")
    house.data = shared / "household"
    lines = trial.folder / "household.jsonl"

    def run(*arguments):
        end = ended(house.command(*arguments, now=NOW), house.environment, preexec_fn=lambda: os.umask(0))
        same(end.status, 0, f"status of {arguments[0]} ({end.err[-200:]!r})")

    records = [household(False), child(), rupture(at("01-05 09:00")), channel("cmd", "exec", "true")]
    lines.write_text("".join(json.dumps(record) + "\n" for record in records))
    run("load", "--with-addresses", lines)
    lines.unlink()
    run("due", "--via", "cmd")
    run("export", "--out", shared / "out", "--open")
    run("backup", shared / "kept.sqlite")
    run("restore", "--replace", shared / "kept.sqlite")
    made = [path for path in shared.rglob("*") if path.is_file()]
    holds(len(made) > 12, f"made: {len(made)}")
    found = subprocess.run(
        [*STRANGER, "find", shared, "-mindepth", "1", "(", "-readable", "-o", "-writable", ")"], capture_output=True,
        text=True, check=False).stdout.split()
    same(found, [], "what a stranger can read or write")
    for path in (shared, *shared.rglob("*")):
        holds(path == shared or path.stat().st_mode & 0o077 == 0, f"the mode of {path}: {path.stat().st_mode:o}")
    # mend itself opens no way in either.
    program = trial.folder / "mend"
    shutil.copy(os.environ["MEND"], program)
    program.chmod(0o755)
    for verb in (["dump"], ["today"], ["doctor"], ["checkin", "--zone", "red"]):
        end = ended(
            [*STRANGER, str(program), *verb, "--data", str(house.data)], {"PATH": os.environ["PATH"], "HOME": "/nonexistent"})
        same((end.status, end.out.count("qzcanary")), (65, 0), f"{verb[0]} for a stranger ({end.err!r})")


def a_cookie_of_somebody_else(trial):
    """Browsers give the cookies of one port to every other: whoever has the cookie so is let in nowhere."""
    if os.geteuid() != 0:
        raise Skipped("only root can be somebody else")
    house = House(trial.folder / "mine", household(False), child(), rupture(at("01-05 09:00")), now=NOW)
    with Served(house, NOW) as served:
        client = Client(served.port).begin(served.greeting)
        ask = (
            "import http.client, sys; c = http.client.HTTPConnection('127.0.0.1', int(sys.argv[1]));"
            "c.request('GET', '/look-back', headers={'Cookie': sys.argv[2]}); print(c.getresponse().status)")
        for who, status in (([], 200), (STRANGER, 303), ([], 200)):
            answer = subprocess.run(
                [*who, "python3", "-c", ask, str(served.port), client.cookie], capture_output=True, text=True, check=True)
            same(int(answer.stdout), status, f"the answer to {who or 'the owner'}")


def files_in_the_way(trial):
    """Somebody else has put files where a backup or cards are made, in a folder like /tmp: they get no byte of them."""
    if os.geteuid() != 0:
        raise Skipped("only root can be somebody else")
    shared, program = trial.folder / "shared", trial.folder / "mend"
    shared.mkdir()
    shared.chmod(0o1777)
    for folder in (trial.folder, trial.folder.parent):
        folder.chmod(0o755)
    shutil.copy(os.environ["MEND"], program)
    program.chmod(0o755)
    house = House(trial.folder / "mine", household(False), child(), rupture(at("01-05 09:00")), now=NOW)
    (house.folder / "household.jsonl").unlink()
    # The owner of the household is a user like the other one.
    for path in (house.folder, *house.folder.rglob("*")):
        os.chown(path, OWNER, OWNER)
    plants = [
        shared / f".{name}.mend-new{ending}" for name in ("b.sqlite", "b.sqlite.sha256", "c.html") for ending in ("", "-journal", "-wal")]
    for plant in plants:
        plant.touch()
        plant.chmod(0o666)
        os.chown(plant, 65534, 65534)
        with plant.open("rb") as held:
            for verb in (["backup", shared / "b.sqlite"], ["cards", "--out", shared / "c.html"]):
                end = ended(
                    ["setpriv", "--reuid", str(OWNER), "--regid", str(OWNER), "--clear-groups", str(program), *map(str, verb),
                     "--data", str(house.data), "--now", NOW], house.environment)
                final = plant.name.partition(".mend-new")[0][1:]
                is_met = final.startswith(Path(verb[-1]).name)
                same(end.status, 73 if is_met else 0, f"status of {verb[0]} with {plant.name} ({end.err!r})")
                holds(not is_met or f"{plant}: belongs to somebody else and is in the way" in end.err, f"it says {end.err!r}")
            same(held.read(), b"", f"what {plant.name} holds")
        same(plant.stat().st_size, 0, f"the size of {plant.name}")
        left = sorted(path.name for path in shared.iterdir() if path != plant)
        kept = ["c.html"] if plant.name.startswith(".b.") else ["b.sqlite", "b.sqlite.sha256"]
        same(left, kept, f"files beside {plant.name}")
        for name in (*left, plant.name):
            (shared / name).unlink()
    trial.count("planted files that got nothing", len(plants))


def a_folder_that_is_shared(trial):
    """A folder that others can read or write is none for a household; nothing is made there."""
    for mode in (0o777, 0o1777, 0o755, 0o770, 0o701):
        house = House(trial.folder / f"{mode:o}")
        house.data.mkdir()
        house.data.chmod(mode)
        end = house.run("init", "--zone", "UTC")
        same((end.status, list(house.data.iterdir())), (65, []), f"status of init with mode {mode:o}, and what is there")
        holds("chmod 700" in end.err, f"it says {end.err!r}")


def folders_for_exports(trial):
    """A link, a folder that others can write, a folder of somebody else, and files of others by an export's names."""
    house = House(trial.folder, household(False), child(), rupture(at("01-05 09:00")), now=NOW)
    victim, link, shared, theirs, site = (trial.folder / name for name in ("victim", "link", "shared", "theirs", "site"))
    for folder in (victim, shared, theirs, site):
        folder.mkdir(mode=0o755)
    link.symlink_to(victim)
    shared.chmod(0o1777)
    page = site / "index.html"
    page.write_text("<p>mine</p>")
    places = [link, shared, site]
    if os.geteuid() == 0:
        os.chown(theirs, 65534, 65534)
        places.append(theirs)
    for place in places:
        end = house.run("export", "--out", place, now=NOW)
        same(end.status, 73, f"status of an export into {place.name} ({end.err!r})")
    same([path.name for folder in (victim, shared, theirs, site) for path in folder.iterdir()], ["index.html"], "files")
    house.mend("forget", "--everything", "--yes", now=NOW)
    same(page.read_text(), "<p>mine</p>", "a page of somebody else")


HOSTS = ["evil.example", "evil.example:{port}", "localhost.evil.example:{port}", "127.0.0.1.evil.example:{port}", "", "127.0.0.1:1"]
ODD_PATHS = [
    "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "//etc/passwd", "/mend.css/../../journal.sqlite",
    "/h/k7Qm2xW9/../../journal.sqlite", "/h/%2e%2e/%2e%2e/journal.sqlite", "/journal.sqlite", "/mend.css%00", "/.%5c..%5cjournal.sqlite"]
INJECTED = "%0d%0aSet-Cookie:%20mend=planted%0d%0a%0d%0a2026-01-05T00:00:00%20error%20mend%20:%20made%20up"


def a_stranger_who_asks(trial):
    """Other names for the server, ways out of its addresses, lines put into its headers and its log."""
    house = House(trial.folder, household(False), child(), rupture(at("01-05 09:00")), now=NOW)
    house.environment["MEND_LOG"] = "trace"
    with Served(house, NOW) as served:
        mine = Client(served.port).begin(served.greeting)
        for host in HOSTS:
            status, headers, page = mine.ask("GET", "/", Host=host.format(port=served.port))
            same((status in (400, 421), "qzcanary" in page), (True, False), f"for the host {host!r}: {status}")
        asked = 0
        for client in (mine, Client(served.port)):
            for path in ODD_PATHS:
                status, headers, page = client.ask("GET", path)
                holds(status in (303, 400, 404), f"{path}: {status}")
                holds("root:" not in page and "SQLite format" not in page, f"{path} leads out")
            for path in ("/sign-in?then=/x", "/i/", "/repair/", "/h/", "/settings/people/", "/record?with=", "/calm?zone="):
                for method in ("GET", "HEAD", "DELETE"):
                    status, headers, page = client.ask(method, path + INJECTED, **{"User-Agent": INJECTED, "X-Forwarded-For": INJECTED})
                    asked += 1
                    holds("planted" not in headers.get("Set-Cookie", ""), f"{path}: a header was put in")
                    same((headers.get("X-Frame-Options"), status < 500), ("DENY", True), f"{path}: {status}")
        status, _, page = mine.ask("GET", "/")
        same((status, "qzcanary" in page), (200, True), "the page itself")
        trial.count("requests sent", asked)
        served.end()
    log = (trial.folder / "serve.log").read_text().splitlines()
    same([line for line in log if not re.match(r"\d{4}-\d\d-\d\dT\S+ \w+ ", line)], ["Stopped."], "lines that are none of the log's")
    same([line for line in log if "made up" in line and not line.isprintable()], [], "lines with codes in them")


CHECKS = {
    "strangers: another user of the machine": another_user,
    "strangers: a cookie of somebody else": a_cookie_of_somebody_else,
    "strangers: files in the way": files_in_the_way,
    "strangers: a folder that is shared": a_folder_that_is_shared,
    "strangers: folders for exports": folders_for_exports,
    "strangers: requests": a_stranger_who_asks,
}
