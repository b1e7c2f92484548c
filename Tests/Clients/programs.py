"""Calendar programs and a feed reader, each in a home of its own: what they show must be what the agenda says."""

import contextlib
import os
import re
import sqlite3
import subprocess
import tempfile
import threading
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar

from exports import Entry, Event, Lines, entry_differences, event_differences, seconds
from rules import entries, identity

#: Far from UTC, never far from whole hours, and without a change of the clock.
ZONE = "Asia/Kathmandu"


class Home:
    """A directory in which a program finds nothing of its user's."""

    def __init__(self, folder):
        self.folder = Path(folder)
        kept = {key: os.environ[key] for key in ("PATH", "LANG", "LC_ALL") if key in os.environ}
        self.environment = kept | {"LC_ALL": "C.UTF-8", "TZ": ZONE, "HOME": folder, "TERM": "dumb", "NO_PROXY": "*"} | {
            f"XDG_{name}_HOME": f"{folder}/{name.lower()}" for name in ("CONFIG", "DATA", "CACHE", "STATE")}

    def write(self, name, text):
        (self.folder / name).write_text(text)
        return self.folder / name

    def run(self, *command, answers=""):
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment, input=answers.encode(), timeout=120,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        output, complaint = done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
        if done.returncode != 0:
            raise ValueError(f"{command[0]}: status {done.returncode}: {(complaint + output)[-200:]}")
        return output


def program(check):
    """A check that gets a home."""

    def checked(export):
        with tempfile.TemporaryDirectory(prefix="mend-client-") as folder:
            yield from check(export, Home(folder))

    return checked


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextlib.contextmanager
def served(folder):
    """The folder behind an address of this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


@program
def calcurse(export, home):
    """Imports the file; what it then lists, and the notes that it keeps, are compared."""
    program = ("calcurse", "-q", "-D", str(home.folder), "-C", str(home.folder))
    home.run(*program, "-i", str(export.folder / "calendar.ics"))
    listed = home.run(*program, "-G", "--format-apt", r"%(start:epoch)|%(end:epoch)|%n|%m\n")
    events = []
    for line in listed.rstrip("\n").split("\n"):
        start, end, note, title = line.split("|", 3)
        path = home.folder / "notes" / note
        text = path.read_text().rstrip("\n") if note and path.is_file() else ""
        events.append(Event(int(start), int(end), title, text))
    yield from event_differences(as_kept(export.expected.events("calendar.ics")), events)


def as_kept(events):
    """calcurse knows no seconds, and ends every note with a line end."""
    return events and [
        Event(event.start // 60 * 60, event.end // 60 * 60, event.title, event.text and event.text.rstrip("\n"))
        for event in events]


@program
def khal(export, home):
    """Imports the file into a fresh vdir and lists it in a fixed zone."""
    config = home.write(
        "khal.conf",
        f"[calendars]\n[[mend]]\npath = {home.folder}/vdir\ntype = calendar\n"
        f"[locale]\nlocal_timezone = {ZONE}\ndefault_timezone = {ZONE}\n"
        "timeformat = %H:%M:%S\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%dT%H:%M:%S\nlongdatetimeformat = %Y-%m-%dT%H:%M:%S\n"
        f"[sqlite]\npath = {home.folder}/khal.db\n[default]\ndefault_calendar = mend\n")
    (home.folder / "vdir").mkdir()
    program = ("khal", "-c", str(config))
    home.run(*program, "import", "--batch", "-a", "mend", str(export.folder / "calendar.ics"))
    first = datetime.fromtimestamp(export.expected.window[0] - 2 * 86_400, ZoneInfo(ZONE)).date()
    days = (export.expected.window[1] - export.expected.window[0]) // 86_400 + 5
    # No control character can stand in a text, so these can't be mistaken.
    form = "\x1e{start-long-full}\x1f{end-long-full}\x1f{title}\x1f{description}"
    listed = home.run(*program, "list", "--once", "--day-format", "", "--format", form, str(first), f"{days}d")
    zone = ZoneInfo(ZONE)
    events = []
    for record in listed.split("\x1e")[1:]:
        start, end, title, text = record.split("\x1f")
        times = (seconds(datetime.fromisoformat(time).replace(tzinfo=zone)) for time in (start, end))
        events.append(Event(*times, title, text.removesuffix("\n")))
    expected = export.expected.events("calendar.ics")
    yield from event_differences(expected and map(without_backslashes, expected), map(without_backslashes, events))


def without_backslashes(event):
    """Debian's khal takes escapes apart in the wrong order, and more than once: backslashes get lost in everybody's
    calendars, and one before an n becomes a line end."""
    if event.title is None:
        return event
    title, text = (re.sub(r"\\+[nN]", "\n", value).replace("\\", "") for value in (event.title, event.text))
    return event._replace(title=title, text=text)


@program
def vdirsyncer(export, home):
    """Subscribes over HTTP into a vdir; a second run must change nothing."""
    with served(export.folder) as address:
        config = home.write(
            "config",
            f'[general]\nstatus_path = "{home.folder}/status"\n'
            '[pair mend]\na = "remote"\nb = "local"\ncollections = null\n'
            f'[storage remote]\ntype = "http"\nurl = "{address}/calendar.ics"\n'
            f'[storage local]\ntype = "filesystem"\npath = "{home.folder}/vdir"\nfileext = ".ics"\n')
        program = ("vdirsyncer", "-c", str(config))
        home.run(*program, "discover", answers="y\ny\n")
        home.run(*program, "sync")
        first = vdir(home.folder / "vdir")
        again = home.run(*program, "sync")
        if vdir(home.folder / "vdir") != first or "Copying" in again or "Deleting" in again:
            yield "the second sync changes something"
    events = []
    for _, data in first.values():
        for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
            times = (seconds(event.decoded(name)) for name in ("DTSTART", "DTEND"))
            events.append(Event(*times, str(event["SUMMARY"]), str(event.get("DESCRIPTION", ""))))
    yield from event_differences(export.expected.events("calendar.ics"), events)


def vdir(folder):
    return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.iterdir()}


@program
def newsboat(export, home):
    """Fetches each feed over HTTP; its cache must hold every entry, unread, and no second time after another reload."""
    with served(export.folder) as address:
        for form in ("rss", "atom"):
            path = f"reflections.{form}"
            cache = home.folder / f"{form}.db"
            urls, config = home.write("urls", f"{address}/{path}\n"), home.write("config", "")
            program = ("newsboat", "-q", "-u", str(urls), "-C", str(config), "-c", str(cache))
            home.run(*program, "-x", "reload")
            unread = home.run(*program, "-x", "reload", "print-unread")
            with contextlib.closing(sqlite3.connect(cache)) as database:
                rows = database.execute("select guid, pubDate, title, content, unread from rss_item").fetchall()
            if {row[0] for row in rows} != {identity(element) for element in entries(export.xml(path))}:
                yield f"{path}: other ids"
            wanted = export.expected.entries()
            if not all(row[4] for row in rows) or int((re.findall(r"\d+", unread) or ["-1"])[0]) != len(wanted):
                yield f"{path}: {unread.strip()!r:.60} for {len(wanted)}"
            found = [Entry(date, title, Lines(html).lines) for _, date, title, html, _ in rows]
            for problem in entry_differences(wanted, found, export.expected.is_discreet):
                yield f"{path}: {problem}"


PROGRAMS = {"calcurse": calcurse, "khal": khal, "vdirsyncer": vdirsyncer, "newsboat": newsboat}
