"""Exports that `mend` made: of generated households, of the same household days later, and of the demo."""

import json
import os
import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path

import households
from exports import SLOTS, Expected, Export, parsed, seconds, utc

BASE = "https://example.org/mend"
EDITIONS = ("open", "discreet")


def mend(*arguments, environment=None):
    """Runs it with nothing of this machine's user; what it prints."""
    plain = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [os.environ["MEND"], *map(str, arguments)], env=plain | (environment or {}), capture_output=True, timeout=60)
    if done.returncode != 0:
        complaint = done.stderr.decode(errors="replace")[-300:]
        raise ValueError(f"mend {arguments[0]}: status {done.returncode}: {complaint}")
    if households.MARK.search(done.stderr):
        raise ValueError(f"mend {arguments[0]}: a private word on standard error: {done.stderr[-300:]}")
    return done.stdout


class Made:
    """A household in a directory of its own, at one moment after another."""

    def __init__(self, home, folder, weeks_back=12, days_ahead=90):
        self.home, self.folder = home, Path(folder)
        self.days = {"weeks_back": weeks_back, "days_ahead": days_ahead}
        self.data = self.folder / "data"
        self.secrets = list(home.secrets)
        self.folder.mkdir(parents=True)
        lines = self.folder / "household.jsonl"
        lines.write_text(home.lines())
        mend("load", "--with-addresses", lines, "--data", self.data, "--now", home.now)

    def at(self, now):
        return ("--data", self.data, "--now", now)

    def agenda(self, now):
        """From the household's first day to the calendars' last."""
        last = datetime.fromisoformat(now).date() + timedelta(days=self.days["days_ahead"])
        printed = mend("agenda", *self.at(now), "--from", self.home.first_day(), "--to", last, "--format", "json")
        return json.loads(printed)

    def export(self, name, now, edition, items, environment=None):
        options = ("--weeks-back", self.days["weeks_back"], "--days-ahead", self.days["days_ahead"])
        mend(
            "export", *self.at(now), f"--{edition}", "--out", self.folder / name, "--base-url", BASE, *options,
            environment=environment)
        expected = Expected(
            items, seconds(datetime.fromisoformat(now)), self.home.zone, self.home.first_day(), **self.days,
            is_discreet=edition == "discreet")
        return Export(self.folder / name, expected, BASE, secrets=self.secrets, notes=self.home.notes)

    def exports(self, name, now):
        """Both editions, and each once more as another user elsewhere would make it."""
        items = self.agenda(now)
        elsewhere = {"TZ": "Pacific/Auckland", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "USER": "other"}
        exports = [self.export(f"{name}-{edition}", now, edition, items) for edition in EDITIONS]
        for edition, export in zip(EDITIONS, exports):
            export.again = self.export(f"{name}-{edition}-again", now, edition, items, elsewhere)
        return list(zip(EDITIONS, exports))


def household(seed, folder, **days):
    home = households.make(seed)
    return Made(home, folder, **days).exports("now", home.now)


#: Seeds, and what happens before the export three days later.
FOLLOWED = {
    2: "nothing", 3: "an attempt and a rupture", 5: "an attempt and a rupture", 7: "days away", 15: "a new name",
    16: "a contact", 17: "nothing", 21: "an attempt and a rupture"}


def followed(seed, folder, **days):
    """Both editions three days later, each with the one before."""
    home = households.make(seed)
    made = Made(home, folder, **days)
    before = made.exports("before", home.now)
    now = households.moment_text(home.moment() + timedelta(days=3))
    edit(made, FOLLOWED[seed], home.moment())
    exports = made.exports("later", now)
    for (_, export), (_, earlier) in zip(exports, before):
        export.before = earlier
    return exports


def edit(made, what, moment):
    def later(hours):
        return households.moment_text(moment + timedelta(hours=hours))

    people = [record["name"] for record in made.home.records if record["type"] == "person"]
    closing = {}
    for record in made.home.records:
        if record["type"] in ("rupture", "attempt"):
            closing[record.get("rupture", record["id"])] = record.get("outcome") in ("repaired", "let-go")
    if what == "an attempt and a rupture":
        rupture = next(rupture for rupture, is_closed in closing.items() if not is_closed)
        mend("attempt", rupture, *made.at(later(20)), "--outcome", "declined", "--roadblock", "shame")
        about = ("--kind", "toxic", "--excited-about", "the qzlater kite")
        mend("rupture", *made.at(later(40)), "--with", people[0], *about)
        made.secrets.append("qzlater")
    elif what == "days away":
        first = (moment + timedelta(days=4)).date()
        mend("person", "edit", people[0], *made.at(later(20)), "--away", f"{first}/{first + timedelta(days=5)}")
    elif what == "a contact":
        mend("contact", "add", "Mo qzlater", "555-0134", *made.at(later(20)))
        made.secrets.append("qzlater")
    elif what == "a new name":
        mend("person", "edit", people[0], *made.at(later(20)), "--rename", "Lou qzlater")
        made.secrets.append("qzlater")


def demo(folder):
    """The invented family's files."""
    mend("demo", "--out", folder)
    return folder


#: Of the categories; which rung a repair is makes no difference here.
KINDS = {name.capitalize(): name for name in SLOTS} | {"Repair": "rung"}


def published(folder):
    """Files without their household: what stands in calendar.ics is taken for the agenda, and all are held to it."""
    events = parsed((folder / "calendar.ics").read_bytes()).events()
    items = []
    for event in events:
        shown = event.event()
        items.append({
            "id": event.value("UID"), "kind": KINDS[event.text("CATEGORIES")], "prompt": None,
            "start": datetime.fromtimestamp(shown.start, timezone.utc).isoformat(),
            "minutes": (shown.end - shown.start) // 60, "title": shown.title, "text": shown.text})
    # The demo's files are made once, so all was shown first at its now.
    now = max(utc(event.value("DTSTAMP")) for event in events)
    return Export(folder, Expected(items, now, "America/New_York"))
