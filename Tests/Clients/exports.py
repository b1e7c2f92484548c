"""An export's folder, and what must stand in it according to the agenda."""

import json
import os
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
XCAL = "{urn:ietf:params:xml:ns:icalendar-2.0}"

CALENDARS = {
    "calendar.ics": lambda kind: True,
    "prompts.ics": lambda kind: kind in SLOTS,
    "repairs.ics": lambda kind: kind not in SLOTS,
}
SLOTS = {"prompt", "reflection", "reading", "milestone"}
NOTE = "Nothing is due"


class Event(NamedTuple):
    """What every client must show of an item: UTC seconds, and texts after unescaping."""

    start: int
    end: int
    title: str
    text: str


class Entry(NamedTuple):
    """What every reader must show of a reflection."""

    published: int
    title: str
    #: The paragraphs' and lists' lines.
    lines: tuple


def plain(text):
    """The text without what calendars and XML forbid, every line end a line feed: the same rule for both sides."""
    text = re.sub("\r\n|[\v\f\r\x85\u2028\u2029]", "\n", text)
    return re.sub("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]", "", text)


def one_line(text):
    return plain(text).replace("\n", " ")


def seconds(moment):
    return int(moment.timestamp())


@dataclass
class Expected:
    """What the agenda says of a household, for one export of it."""

    #: Of `mend agenda --format json`, from the household's first day on.
    items: list
    #: UTC seconds.
    now: int
    zone: str = "UTC"
    first_day: date = None
    weeks_back: int = 12
    days_ahead: int = 90
    is_discreet: bool = False

    def __post_init__(self):
        zone = ZoneInfo(self.zone)
        today = datetime.fromtimestamp(self.now, zone).date()
        self.window = (
            self.midnight(today - timedelta(weeks=self.weeks_back), zone),
            self.midnight(today + timedelta(days=self.days_ahead + 1), zone))

    @staticmethod
    def midnight(day, zone):
        return seconds(datetime(day.year, day.month, day.day, tzinfo=zone))

    def events(self, path):
        """None for the one note of a calendar with nothing else in it."""
        belongs = CALENDARS[path]
        events = []
        for item in self.discreet() if self.is_discreet else self.items:
            start = seconds(datetime.fromisoformat(item["start"]))
            if belongs(item["kind"]) and self.window[0] <= start < self.window[1]:
                # All discreet events last as long: a length would tell which text it is.
                end = start + 60 * (10 if self.is_discreet else max(1, item["minutes"]))
                title, text = (None, None) if self.is_discreet else (one_line(item["title"]), plain(item["text"]))
                events.append(Event(start, end, title, text))
        return events or None

    def discreet(self):
        """Of a ladder a discreet calendar holds the first try-again of each climb, and the first after each attempt."""
        firsts = {}
        for item in self.items:
            if item["kind"] == "try-again":
                stretch = item["id"].rsplit(".", 2)[0]
                firsts[stretch] = min(firsts.get(stretch, item["number"]), item["number"])
        for item in self.items:
            if item["kind"] in SLOTS or (
                    item["kind"] == "try-again" and firsts[item["id"].rsplit(".", 2)[0]] == item["number"]):
                yield item

    def entries(self, since=None):
        """The reflections begun by now, oldest first."""
        entries = []
        for item in self.items:
            start = seconds(datetime.fromisoformat(item["start"]))
            if item["kind"] == "reflection" and (self.window[0] if since is None else since) <= start <= self.now:
                lines = tuple(line.removeprefix("- ") for line in plain(item["text"]).split("\n") if line.strip())
                told = (None, ()) if self.is_discreet else (one_line(item["title"]), lines)
                entries.append(Entry(start, *told))
        return sorted(entries)


@dataclass
class Export:
    """A folder that `mend export` wrote, with what is known of it."""

    folder: Path
    expected: Expected
    base: str = None
    #: An earlier export of the same household, and one of the same moment.
    before: "Export" = None
    again: "Export" = None
    #: What a discreet edition must not hold, and what no edition may hold.
    secrets: list = field(default_factory=list)
    notes: list = field(default_factory=list)

    def bytes(self, path):
        return (self.folder / path).read_bytes()

    def paths(self):
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file())

    def archive(self, form):
        return sorted(f"archive/{path.name}" for path in self.folder.glob(f"archive/*.{form}"))

    def xml(self, path):
        return ElementTree.fromstring(self.bytes(path))

    def json(self):
        return json.loads(self.bytes("reflections.json"))

    @cached_property
    def calendars(self):
        return {path: parsed(self.bytes(path)) for path in CALENDARS}


# Calendars


@dataclass
class Property:
    name: str
    parameters: dict
    value: str


@dataclass
class Component:
    name: str
    properties: list = field(default_factory=list)
    components: list = field(default_factory=list)

    def all(self, name):
        return [item for item in self.properties if item.name == name]

    def value(self, name):
        """Of the one property of that name."""
        found = self.all(name)
        if len(found) != 1:
            raise ValueError(f"{self.name} has {len(found)} of {name}")
        return found[0].value

    def text(self, name):
        return unescaped(self.value(name)) if self.all(name) else ""

    def events(self):
        return [component for component in self.components if component.name == "VEVENT"]

    def event(self):
        times = (utc(self.value(name)) for name in ("DTSTART", "DTEND"))
        return Event(*times, self.text("SUMMARY"), self.text("DESCRIPTION"))


def parsed(data):
    """Reads a calendar leniently; it is the rules that are strict."""
    root = Component("")
    open_components = [root]
    lines = re.sub(b"\r?\n[ \t]", b"", data).decode(errors="replace").replace("\r\n", "\n").split("\n")
    for line in filter(None, lines):
        head, colon, value = line.partition(":")
        name, *parameters = head.split(";")
        if not colon or not name:
            raise ValueError("a line that is no property")
        if name == "BEGIN":
            open_components.append(Component(value))
        elif name == "END":
            done = open_components.pop()
            if done.name != value or not open_components:
                raise ValueError(f"END:{value} ends {done.name}")
            open_components[-1].components.append(done)
        else:
            pairs = dict(item.split("=", 1) for item in parameters)
            open_components[-1].properties.append(Property(name, pairs, value))
    if len(open_components) != 1 or [component.name for component in root.components] != ["VCALENDAR"]:
        raise ValueError("not one VCALENDAR")
    return root.components[0]


def unescaped(value):
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value, flags=re.DOTALL)


def escaped(text):
    return re.sub(r"[\\;,]", r"\\\g<0>", text).replace("\n", "\\n")


def as_misread(events, unescape):
    """What a client makes of the right bytes when it takes escapes apart in the wrong order, so that an escaped
    backslash before an n becomes a line end. It does so with everybody's calendars."""
    return events and [
        event if event.title is None else event._replace(
            title=unescape(escaped(event.title)), text=unescape(escaped(event.text)))
        for event in events]


def utc(value):
    return seconds(datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=timezone.utc))


# HTML in feeds


class Lines(HTMLParser):
    """The lines of paragraphs and list items, and every element with its attributes."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.lines, self.elements = [""], []
        self.feed(html)
        self.close()
        self.lines = tuple(line for line in self.lines if line.strip())

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag in ("p", "li", "br"):
            self.lines.append("")

    def handle_endtag(self, tag):
        if tag in ("p", "li"):
            self.lines.append("")

    def handle_data(self, data):
        pieces = data.split("\n")
        self.lines[-1] += pieces[0]
        self.lines += pieces[1:]


# Comparing


def in_order(event):
    """By start and end, and by the texts where the edition has them."""
    return event[:2] + (event.title or "", event.text or "")


def contrast(want, have):
    """Where two values begin to differ."""
    if not isinstance(want, str) or not isinstance(have, str):
        return f"{have} for {want}"
    start = max(0, len(os.path.commonprefix([want, have])) - 10)
    return f"…{have[start:start + 40]!r} for …{want[start:start + 40]!r}"


def event_differences(expected, found):
    """How what a client read differs from the agenda, in few words. Both are events in any order."""
    if expected is None:
        return [] if [event.title for event in found] == [NOTE] else [f"{len(found)} events in place of one note"]
    expected, found = sorted(expected, key=in_order), sorted(found, key=in_order)
    if len(found) != len(expected):
        return [f"{len(found)} events; the agenda has {len(expected)}"]
    problems = []
    for want, have in zip(expected, found):
        for name, one, other in zip(Event._fields, want, have):
            if one is not None and one != other:
                problems.append(f"{name} of the item at {want.start}: {contrast(one, other)}")
    return problems[:3]


def entry_differences(expected, found, is_discreet=False):
    """The same for a feed. After the reflection's own lines, up to two may tell of the week's repairs."""
    found = sorted(found)
    if len(found) != len(expected):
        return [f"{len(found)} entries; {len(expected)} reflections have begun"]
    problems = []
    for want, have in zip(expected, found):
        if want.published != have.published:
            problems.append(f"published {have.published} for {want.published}")
        if is_discreet:
            continue
        if want.title != have.title:
            problems.append(f"title of the entry at {want.published}: {contrast(want.title, have.title)}")
        rest = have.lines[len(want.lines):]
        if have.lines[:len(want.lines)] != want.lines or len(rest) > 2:
            texts = ("\n".join(lines) for lines in (want.lines, have.lines))
            problems.append(f"text of the entry at {want.published}: {contrast(*texts)}")
    return problems[:3]
