"""Libraries and validators that read every export: each must accept it and agree with the agenda."""

import os
import subprocess
import warnings
from calendar import timegm
from pathlib import Path

import feedparser
import icalendar
import ics
import ics.utils
import vobject

from exports import Entry, Event, Lines, as_misread, entry_differences, event_differences, seconds

SCHEMA = Path(__file__).with_name("atom.rng")


def agreement(read, unescape=None):
    """A check of what a library reads from the calendar of everything, and from the short one that may be empty."""

    def check(export):
        for path in ("calendar.ics", "repairs.ics"):
            expected = export.expected.events(path)
            if unescape:
                expected = as_misread(expected, unescape)
            for problem in event_differences(expected, read(export, path)):
                yield f"{path}: {problem}"

    return check


def run(*command, **options):
    return subprocess.run(command, capture_output=True, timeout=60, **options)


def libical(export, path):
    done = run(os.environ["LIBICAL_CHECK"], export.folder / path)
    lines = [line.split("\t") for line in done.stdout.decode().splitlines()]
    faults = [fields[1] for fields in lines if fields[0] == "fault"]
    if done.returncode != 0:
        raise ValueError(f"status {done.returncode}: {'; '.join(faults)[:200]}")
    return [
        Event(int(start), int(end), *(bytes.fromhex(text).decode() for text in texts))
        for _, start, end, _, *texts in lines]


def icalendar_reads(export, path):
    calendar = icalendar.Calendar.from_ical(export.bytes(path))
    events = calendar.walk("VEVENT")
    for component in calendar.walk():
        if component.errors:
            raise ValueError(f"{component.errors}"[:200])
    return [
        Event(
            seconds(event.decoded("DTSTART")), seconds(event.decoded("DTEND")), str(event["SUMMARY"]),
            str(event.get("DESCRIPTION", "")))
        for event in events]


def vobject_reads(export, path):
    calendar = vobject.readOne(export.bytes(path).decode())
    calendar.validate(raiseException=True)
    return [
        Event(
            seconds(event.dtstart.value), seconds(event.dtend.value), event.summary.value,
            event.description.value if "description" in event.contents else "")
        for event in calendar.vevent_list]


def ics_reads(export, path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        calendar = ics.Calendar(export.bytes(path).decode())
    return [
        Event(int(event.begin.timestamp()), int(event.end.timestamp()), event.name, event.description or "")
        for event in calendar.events]


def feedparser_reads(export):
    for path in ("reflections.rss", "reflections.atom"):
        feed = feedparser.parse(export.bytes(path))
        if feed.bozo:
            yield f"{path}: {feed.bozo_exception}"
        if len({entry.id for entry in feed.entries}) != len(feed.entries):
            yield f"{path}: an id twice"
        found = [
            Entry(timegm(entry.published_parsed), entry.title, Lines(entry.content[0].value).lines)
            for entry in feed.entries]
        for problem in entry_differences(export.expected.entries(), found, export.expected.is_discreet):
            yield f"{path}: {problem}"
        if any(not entry.link.startswith("http") for entry in feed.entries):
            yield f"{path}: an entry without link"


def validator(*command, endings):
    """A program that refuses a document with its exit status."""

    def check(export):
        paths = [path for path in export.paths() if path.endswith(endings)]
        done = run(*command, *paths, cwd=export.folder)
        if done.returncode != 0:
            yield (done.stderr + done.stdout).decode(errors="replace").strip()[:200]

    return check


READERS = {
    "libical": agreement(libical),
    "icalendar": agreement(icalendar_reads),
    "vobject": agreement(vobject_reads),
    "ics": agreement(ics_reads, ics.utils.unescape_string),
    "feedparser": feedparser_reads,
    "xmllint": validator("xmllint", "--noout", "--nonet", endings=(".atom", ".rss", ".opml", ".xcal")),
    "xmllint atom.rng": validator("xmllint", "--noout", "--nonet", "--relaxng", SCHEMA, endings=".atom"),
    "jing": validator("jing", SCHEMA, endings=".atom"),
}
