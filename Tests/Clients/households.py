"""Households made up from a seed, in JSON Lines: what families may really type, and what nobody should have to fear.

The same seed makes the same household. Private strings hold a word of their own that stands nowhere else, so that it
can be looked for in the bytes of a discreet edition.
"""

import json
import random
import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

# Zones with a moment in whose calendar window the clock changes (or nothing happens).
PLACES = [
    ("America/New_York", "2026-03-07T18:00"), ("America/New_York", "2026-10-31T09:30"),
    ("Europe/London", "2026-03-28T20:15"), ("Europe/Dublin", "2026-10-24T12:00"),
    ("Australia/Lord_Howe", "2026-04-04T08:00"), ("Australia/Sydney", "2026-10-03T17:45"),
    ("America/Santiago", "2026-09-05T21:00"), ("America/Nuuk", "2026-03-27T10:00"),
    ("Africa/Casablanca", "2026-02-14T06:00"), ("Asia/Kathmandu", "2026-01-01T00:10"),
    ("Pacific/Kiritimati", "2025-12-31T23:50"), ("America/St_Johns", "2026-03-09T13:37"), ("UTC", "2024-02-29T12:00"),
]

# Fit for names: no control characters.
NAMES = [
    "Ada", "Zoë", "Jose\u0301", "👩‍👩‍👧‍👦", "🏳️‍🌈 Robin 👍🏽", "مريم", "דָּוִד", "สมชาย", "A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘", "王小明",
    "O'Brien; & Co, \\n",
    "]]>", "END:VEVENT", "<script>alert(1)</script>", "javascript:alert(1)", "\"quoted\"", "&amp; &lt;",
    "Nguyễn Thị", "{name}",
    "<\u0338b>", "x" * 60, "é" * 37, "👩‍👧" * 12, "ATTENDEE;X=\"a:b\":mailto:x@example.org", "%s%n%d", "ẞß ŉ ﬁ", "<!--",
]

# Fit for everything else.
TEXTS = NAMES + [
    "END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:injected", "a\r\nATTENDEE:mailto:x@example.org\r\n", "NUL\u0000NUL",
    "non\ufffecharacter\uffff", "\u001b[31mred\u0007", "\u2028line\u2029paragraph\u0085next",
    "\ufeffbom", "tab\tand\u000bvertical",
    "\r\n\r\n- a list\r\n- of two\r\n", "<![CDATA[x]]>", "</p></content></entry></feed>",
    "<img src=x onerror=alert(1)>",
    "<a href='/relative'>here</a>", "<form action=javascript:alert(1)>", "&#0; &#xFFFE; &bogus;", "\u202eturned\u202c",
    "\n\u0301combining after a line end", "=?utf-8?q?x?=", "\\\\;\\,\\N\\:", "🧑🏿‍🚀" * 30, "ื" * 50,
    "\u200d\u200c\u200b", "שלום עולם, مرحبا",
]

KINDS = ["benign", "oscillating", "limit-setting", "toxic"]
ZONES = [None, "green", "yellow", "red"]
OUTCOMES = ["repaired", "partial", "declined", "not-ready", "let-go", "again"]
ROADBLOCKS = [None, "childhood", "shame", "guilt", "moving-on"]
MEGABYTE = 1_000_000

#: The words of `Maker.word`, in what a program has printed.
MARK = re.compile(rb"qz[bcdfghjkmpqtvwxz]{6}[0-9]")


@dataclass
class Household:
    seed: int
    zone: str
    #: RFC 3339.
    now: str
    records: list = field(default_factory=list)
    #: What no discreet edition may hold; notes are in no edition at all.
    secrets: list = field(default_factory=list)
    notes: list = field(default_factory=list)

    def lines(self):
        return "".join(json.dumps(record, ensure_ascii=self.seed % 2 == 0) + "\n" for record in self.records)

    def moment(self):
        return datetime.fromisoformat(self.now)

    def first_day(self):
        """The local day of the first thing that was written down; now's when there is nothing."""
        written = [record.get("recorded") or record.get("created") or record.get("at") for record in self.records]
        first = min([self.moment()] + [datetime.fromisoformat(text) for text in written if text])
        return first.astimezone(ZoneInfo(self.zone)).date()


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.household = None
        self.count = 0

    def once(self, one_in):
        return self.random.randrange(one_in) == 0

    def pick(self, values):
        return values[self.random.randrange(len(values))]

    def word(self):
        """Stands nowhere else, and no word of any language holds it."""
        self.count += 1
        letters = "bcdfghjkmpqtvwxz"
        return "qz" + "".join(self.pick(letters) for _ in range(6)) + str(self.count)

    def secret(self, text):
        """A private text with a word of its own."""
        word = self.word()
        self.household.secrets.append(word)
        return f"{text} {word}"

    def name(self):
        text = self.pick(NAMES)
        # Some names stand alone, as they do in life; those are looked for as they are.
        if self.once(3) and not text.isascii() and text not in self.household.secrets:
            self.household.secrets.append(text)
            return text
        return self.secret(text)

    def prose(self):
        return self.secret(" ".join(self.pick(TEXTS) for _ in range(self.pick([1, 1, 2, 3]))))[:900]

    def note(self, size=0):
        text = self.prose()
        self.household.notes.append(self.household.secrets[-1])
        return text + " é👩‍👧;,\\\r\n" * (size // 24)

    def ident(self, prefix):
        word = prefix + "-" + self.word()
        self.household.secrets.append(word)
        return word


def moment_text(moment):
    return moment.isoformat(timespec="seconds")


def make(seed):
    maker = Maker(seed)
    zone_name, at = PLACES[seed % len(PLACES)]
    zone = ZoneInfo(zone_name)
    now = (datetime.fromisoformat(at) + timedelta(minutes=maker.random.randrange(4 * 1440))).replace(tzinfo=zone)
    home = maker.household = Household(seed, zone_name, moment_text(now.astimezone(zone)))
    household_id = maker.ident("H")[:64]
    home.records.append({
        "type": "household", "version": 1, "id": household_id, "zone": zone_name,
        "quiet": maker.pick(["21:00-07:00", "22:30-06:15", "01:30-05:00", "23:00-02:30"]),
        "cap": maker.pick([1, 2, 3, 3, 6]),
        "country": maker.pick(["US", "GB", "NZ", "IE"]), "shared": maker.once(2)})
    for _ in range(maker.pick([0, 1, 2])):
        home.records.append({
            "type": "contact", "name": maker.name(), "number": maker.secret("555-0199"), "for": maker.secret("a call")})
    people = [add_person(maker, now.date()) for _ in range(0 if seed % 20 == 0 else maker.pick([2, 3, 4]))]
    # Every tenth household has nothing to repair: its repairs.ics holds the note of an empty calendar.
    if seed % 10 != 0:
        add_ruptures(maker, people, now, zone)
    for _ in range(maker.pick([0, 1, 2]) if people else 0):
        home.records.append({
            "type": "checkin", "id": maker.ident("c"), "with": maker.pick(people)["id"], "zone": maker.pick(ZONES[1:]),
            "at": moment_text(now - timedelta(days=maker.random.randrange(1, 60)))})
    home.records.append({
        "type": "channel", "name": maker.ident("mail"), "kind": "mail", "to": maker.ident("to") + "@example.org"})
    home.records.append({
        "type": "subscription", "name": maker.secret("phone"), "open": maker.once(2), "secretHash": maker.ident("hash"),
        "only": maker.pick(["prompts", "repairs", "reflections"]),
        "created": moment_text(now - timedelta(days=maker.random.randrange(1, 200)))})
    return home


def add_person(maker, today):
    years = maker.pick([0, 1, 2, 4, 8, 14, 17])
    relation = maker.pick(["child", "child", "child", "partner", "friend"])
    person = {"type": "person", "id": maker.ident("p"), "name": maker.name(), "relation": relation}
    if relation == "child":
        # Some have a birthday in the window.
        days = maker.random.randrange(1, 60) if maker.once(2) else -maker.random.randrange(90, 300)
        born = today + timedelta(days=days)
        person["born"] = date(born.year - years - (1 if born > today else 0), born.month, min(born.day, 28)).isoformat()
    if maker.once(2):
        person["closed"] = ["mon-fri 08:00-15:00", maker.pick(["fri-sun 18:00-09:30", "sat,sun 12:00-13:30"])]
    if maker.once(3):
        weeks = [today + timedelta(days=days) for days in range(-28, 56, 14)]
        person["away"] = [f"{first}/{first + timedelta(days=6)}" for first in weeks]
    if maker.once(4):
        person["sleep"] = maker.pick(["19:30-06:30", "12:30-14:30"])
    if maker.once(4):
        person["good"] = maker.pick(["02:30", "07:15", "12:00", "17:30"])
    maker.household.records.append(person)
    return person


def add_ruptures(maker, people, now, zone):
    ruptures, attempts = [], []
    for number in range(maker.pick([1, 2, 3, 5, 7])):
        person = maker.pick(people)
        at = now - timedelta(days=maker.pick([0, 1, 2, 5, 9, 20, 40, 80]), minutes=maker.random.randrange(60, 1440))
        # Not before the person was born, in any zone.
        if "born" in person:
            born = datetime.fromisoformat(person["born"]).replace(tzinfo=zone)
            at = max(at, born.astimezone(timezone.utc) + timedelta(hours=30))
        at = min(at, now - timedelta(minutes=5)).astimezone(timezone.utc).replace(second=0)
        rupture = {
            "type": "rupture", "id": maker.ident("r"), "with": person["id"], "kind": maker.pick(KINDS),
            "at": moment_text(at), "recorded": moment_text(later(maker, at, now))}
        rupture |= {key: value for key in ("zone", "theirZone") if (value := maker.pick(ZONES))}
        if not maker.once(6):
            rupture["excitedAbout"] = maker.pick(["her ", "his ", "the ", ""]) + maker.prose()
        # Every eighth household keeps a megabyte.
        if number == 0 and maker.household.seed % 8 == 1:
            rupture["note"] = maker.note(MEGABYTE)
        elif maker.once(2):
            rupture["note"] = maker.note()
        ruptures.append(rupture)
        attempts += attempts_at(maker, rupture, at, now)
    maker.household.records += sorted(ruptures, key=lambda record: record["recorded"])
    maker.household.records += sorted(attempts, key=lambda record: record["recorded"])


def attempts_at(maker, rupture, at, now):
    attempts, is_closed = [], False
    recorded = at
    for _ in range(maker.pick([0, 0, 1, 2, 3])):
        at += timedelta(minutes=maker.pick([5, 20, 60, 240, 1500, 4000]), seconds=maker.random.randrange(60))
        if at >= now:
            break
        outcome = "again" if is_closed else maker.pick(OUTCOMES)
        is_closed = outcome in ("repaired", "let-go")
        # In the order in which they happened, since nothing may follow a closing but `again`.
        recorded = max(recorded, later(maker, at, now))
        attempt = {
            "type": "attempt", "id": maker.ident("t"), "rupture": rupture["id"], "at": moment_text(at),
            "recorded": moment_text(recorded), "outcome": outcome}
        if roadblock := maker.pick(ROADBLOCKS):
            attempt["roadblock"] = roadblock
        if maker.once(2):
            attempt["note"] = maker.note()
        attempts.append(attempt)
    return attempts


def later(maker, at, now):
    """When it was written down: mostly at once, sometimes days later."""
    return min(at + timedelta(minutes=maker.pick([0, 0, 0, 1, 10, 180, 1560])), now)
