"""Good exports, broken on purpose, at least once for each rule: a check that nothing fails is none."""

import re
import shutil
from dataclasses import dataclass, replace

import made

CALENDAR_CLIENTS = ("libical", "icalendar", "vobject", "ics", "calcurse", "khal", "vdirsyncer")
FEED_READERS = ("feedparser", "newsboat")
SCHEMA = ("xmllint atom.rng", "jing")


def prepare(root):
    """The exports that are broken, small, so that the programs are quick: open and discreet, each beside one of three
    days before and one of the same moment, and one with an empty calendar."""
    days = {"weeks_back": 5, "days_ahead": 12}
    followed = dict(made.followed(2, root / "followed", **days))
    empty = made.household(10, root / "empty", **days)
    return followed | {"empty": empty[0][1]}


@dataclass
class Case:
    #: The rule, or what else is proved.
    rule: str
    #: What was broken, to be read after "a file with".
    what: str
    #: Takes the folder and the export.
    edit: object
    #: Who must refuse it, beside the rule itself.
    also: tuple = ()
    source: str = "open"
    #: "before" or "again": what the checks are shown beside it. A single file must fail by itself.
    beside: str = ""

    def must_refuse(self):
        return ((self.rule,) if self.rule.startswith("rule") else ()) + self.also

    def export(self, good, folder):
        """A broken copy."""
        export = good[self.source]
        shutil.copytree(export.folder, folder)
        self.edit(folder, export)
        beside = {name: getattr(export, name) if name == self.beside else None for name in ("before", "again")}
        return replace(export, folder=folder, **beside)


def change(path, pattern, replacement, count=1):
    """An edit by regular expression over the bytes of the first file of that name; it must find its place."""

    def edit(folder, _):
        file = sorted(folder.glob(path))[0]
        data = file.read_bytes()
        new = re.sub(pattern, replacement, data, count=count, flags=re.DOTALL)
        if new == data:
            raise ValueError(f"nothing to break in {path}")
        file.write_bytes(new)

    return edit


def calendar(pattern, replacement, count=1):
    return change("calendar.ics", pattern, replacement, count)


def empty(pattern, replacement, count=1):
    return change("repairs.ics", pattern, replacement, count)


def rss(pattern, replacement, count=1):
    return change("reflections.rss", pattern, replacement, count)


def atom(pattern, replacement, count=1):
    return change("reflections.atom", pattern, replacement, count)


def json_feed(pattern, replacement, count=1):
    return change("reflections.json", pattern, replacement, count)


def without(name):
    """The first property of that name is gone."""
    return calendar(rb"\r\n" + name + rb"[:;][^\r]*(\r\n [^\r]*)*", b"")


def removed(path):
    return lambda folder, _: sorted(folder.glob(path))[0].unlink()


def together(*edits):
    def edit(folder, export):
        for one in edits:
            one(folder, export)

    return edit


def hour_later(match):
    return match[1] + b"%02d" % ((int(match[2]) + 1) % 24) + match[3]


def day_later(match):
    return match[1] + b"%02d" % (int(match[2]) % 28 + 1) + match[3]


def twice_with_another_uid(match):
    return match[0] + match[0].replace(b"\r\nUID:", b"\r\nUID:old-")


def stamped_now(folder, export):
    """What a writer does that takes the time of writing for the time of the edit."""
    newest = max(re.findall(rb"DTSTAMP:(\w+)", export.bytes("calendar.ics")))
    calendar(rb"(DTSTAMP|LAST-MODIFIED):\w+", rb"\1:" + newest, 0)(folder, export)


def told(path, pattern, encode, notes=False):
    """A private string slips in, in some disguise."""

    def edit(folder, export):
        secret = (export.notes if notes else export.secrets)[-1]
        change(path, pattern, lambda match: match[0] + encode(secret).encode())(folder, export)

    return edit


EVENT = rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n"
START = rb"(DTSTART:\d{8}T)(\d\d)(\d{4}Z)"
TIMEZONE = (
    b"BEGIN:VTIMEZONE\r\nTZID:UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\n"
    b"TZOFFSETTO:+0000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT")
ENTRY = rb" *<entry>.*?</entry>\n"
ITEM = rb" *<item>.*?</item>\n"
HTML = rb"(<content(?: type=\"html\"|:encoded)>)"
JSON_HTML = rb'("content_html": ?")'

CASES = [
    Case("rule 1", "line ends of LF alone", calendar(rb"\r\n", b"\n", 0)),
    Case("rule 1", "a line of more than 75 octets", calendar(rb"\r\n ", b"")),
    Case("rule 1", "a fold inside a character", calendar(rb"\xc2\xb7", b"\xc2\r\n \xb7")),
    Case("rule 1", "a byte order mark", calendar(rb"^", b"\xef\xbb\xbf"), ("calcurse",)),
    Case("rule 1", "no line end after the last line", calendar(rb"\r\n$", b"")),
    Case("rule 1", "a blank line", calendar(rb"END:VEVENT\r\n", b"END:VEVENT\r\n\r\n")),
    Case("rule 1", "a byte that is not UTF-8", calendar(rb"SUMMARY:.", b"SUMMARY:\xff")),
    Case("rule 2", "a comma that is not escaped", calendar(rb"\\,", b",")),
    Case("rule 2", "an escaped colon", calendar(rb"(SUMMARY:[^\r]*)", rb"\1\\:")),
    Case("rule 2", "a control character", calendar(rb"SUMMARY:", b"SUMMARY:\x07"), ("calcurse",)),
    Case("rule 2", "a line end that is not escaped", calendar(rb"\\n\\n", b"\r\n")),
    Case("rule 3", "no PRODID", without(b"PRODID")),
    Case("rule 3", "no VERSION", without(b"VERSION")),
    Case("rule 3", "VERSION:1.0", calendar(rb"VERSION:2.0", b"VERSION:1.0")),
    Case("rule 3", "METHOD:PUBLISH", calendar(rb"VERSION:2.0\r\n", b"VERSION:2.0\r\nMETHOD:PUBLISH\r\n"), ("libical",)),
    Case("rule 3", "a UID of the calendar", calendar(rb"VERSION:2.0\r\n", b"VERSION:2.0\r\nUID:all@mend\r\n")),
    Case("rule 4", "no REFRESH-INTERVAL", without(b"REFRESH-INTERVAL")),
    Case("rule 4", "a REFRESH-INTERVAL without its type", calendar(rb";VALUE=DURATION", b"")),
    Case("rule 4", "no X-PUBLISHED-TTL", without(b"X-PUBLISHED-TTL")),
    Case("rule 4", "P1H, which is no duration", calendar(rb":PT1H", b":P1H", 0)),
    Case("rule 5", "a NAME that is not X-WR-CALNAME", calendar(rb"\r\nNAME:[^\r]*", b"\r\nNAME:other")),
    Case("rule 5", "no X-WR-CALNAME", without(b"X-WR-CALNAME")),
    Case("rule 5", "#2E8B57 as COLOR", calendar(rb"\r\nCOLOR:[^\r]*", b"\r\nCOLOR:#2E8B57")),
    Case("rule 5", "seagreen as X-APPLE-CALENDAR-COLOR", calendar(rb"#[0-9A-F]{6}", b"seagreen")),
    Case("rule 6", "a floating time", calendar(START, lambda match: match[0].removesuffix(b"Z"))),
    Case("rule 6", "TZID=UTC", calendar(rb"DTSTART:(\w+)Z", rb"DTSTART;TZID=UTC:\1")),
    Case("rule 6", "a TZID without its VTIMEZONE", calendar(rb"DTSTART:(\w+)Z", rb"DTSTART;TZID=Europe/Paris:\1")),
    Case("rule 6", "a VTIMEZONE", calendar(rb"BEGIN:VEVENT", TIMEZONE)),
    Case("rule 7", "no UID", without(b"UID")),
    Case("rule 7", "one UID for all events", calendar(rb"\r\nUID:[^\r]*(\r\n [^\r]*)*", b"\r\nUID:same@mend", 0)),
    Case("rule 7", "new UIDs at every rendering", calendar(rb"\r\nUID:", b"\r\nUID:x", 0), beside="before"),
    Case("rule 8", "no DTSTAMP", without(b"DTSTAMP")),
    Case("rule 8", "no LAST-MODIFIED", without(b"LAST-MODIFIED")),
    Case("rule 8", "no SEQUENCE", without(b"SEQUENCE")),
    Case("rule 8", "a moved item with its old SEQUENCE", calendar(START, hour_later), beside="before"),
    Case("rule 8", "stamps of now without an edit", stamped_now, beside="before"),
    Case("rule 8", "other bytes at the same moment", calendar(rb"PRODID:", b"PRODID:x"), beside="again"),
    Case("rule 9", "a cancelled event", calendar(rb"SEQUENCE:", b"STATUS:CANCELLED\r\nSEQUENCE:")),
    Case("rule 9", "an event that was withdrawn", calendar(EVENT, twice_with_another_uid), ("libical", "icalendar")),
    Case("rule 9", "another title for what has begun", calendar(rb"SUMMARY:", b"SUMMARY:x"), beside="before"),
    Case("rule 10", "TRANSP:OPAQUE", calendar(rb"TRANSPARENT", b"OPAQUE")),
    Case("rule 10", "no busy status", without(b"X-MICROSOFT-CDO-BUSYSTATUS")),
    Case("rule 10", "no CLASS", without(b"CLASS")),
    Case("rule 11", "an alarm without TRIGGER", without(b"TRIGGER"), ("khal",)),
    Case("rule 11", "an alarm without ACTION", without(b"ACTION")),
    Case("rule 11", "an alarm without DESCRIPTION", calendar(
        rb"(TRIGGER:[^\r]*)\r\nDESCRIPTION:[^\r]*(\r\n [^\r]*)*", rb"\1")),
    Case("rule 12", "no event at all", empty(EVENT, b""), ("libical",), source="empty"),
    Case("rule 12", "a note on another day", empty(rb"(DT(?:START|END):\d{6})(\d\d)(T)", day_later, 2), source="empty"),
    Case("rule 12", "a note that blocks the day", empty(rb"TRANSPARENT", b"OPAQUE"), source="empty"),
    Case("rule 13", "an event that ends as it starts", calendar(
        rb"DTSTART:(\w+)\r\nDTEND:\w+", rb"DTSTART:\1\r\nDTEND:\1")),
    Case("rule 13", "an event that ends before it starts", calendar(
        rb"DTSTART:(\w+)\r\nDTEND:(\w+)", rb"DTSTART:\2\r\nDTEND:\1")),
    Case("rule 14", "U+0001 in Atom", atom(rb"<title>", b"<title>\x01"), ("xmllint", "feedparser", *SCHEMA)),
    Case("rule 14", "U+FFFE in RSS", rss(rb"<title>", b"<title>\xef\xbf\xbe"), ("xmllint",)),
    Case("rule 14", "NUL in xCal", change("calendar.xcal", rb"<text>", b"<text>\0"), ("xmllint",)),
    Case("rule 14", "an & that is not escaped in RSS", rss(rb"<title>", b"<title>& "), ("xmllint",)),
    Case("rule 14", "a text that was lost in xCal", change("calendar.xcal", rb"(<description>\s*<text>)[^<]*", rb"\1")),
    Case("rule 14", "a text that was lost in Atom", atom(rb"(<content[^>]*>)[^<]*", rb"\1"), FEED_READERS),
    Case("rule 15", "a guid that is taken for a link", rss(rb' isPermaLink="false"', b"")),
    Case("rule 15", "one guid for all items", rss(rb"(<guid[^>]*>)[^<]*", rb"\1tag:mend,2026:x", 0), FEED_READERS),
    Case("rule 15", "an address as Atom id", atom(rb"(<entry>\s*<id>)[^<]*", rb"\1https://example.org/mend/1")),
    Case("rule 15", "an item without a link", rss(rb"(<item>.*?)<link>[^<]*</link>", rb"\1")),
    Case("rule 15", "new ids at every rendering", together(
        rss(rb"(<guid[^>]*>tag:)", rb"\1x", 0), atom(rb"(<entry>\s*<id>tag:)", rb"\1x", 0)), beside="before"),
    Case("rule 16", "a date on the wrong weekday", rss(rb"(<item>.*?<pubDate>)\w{3}", rb"\1Wed")),
    Case("rule 16", "a date of RFC 3339 in RSS", rss(rb"<pubDate>[^<]*", b"<pubDate>2026-02-01T23:00:00Z")),
    Case("rule 16", "an Atom date without offset", atom(rb"(<published>[^<]*)Z", rb"\1"), SCHEMA),
    Case("rule 16", "an entry updated before published", atom(rb"(<entry>.*?<updated>)\d{4}", rb"\g<1>1999")),
    Case("rule 16", "the oldest entry first", atom(rb"(" + ENTRY + rb")(" + ENTRY + rb")", rb"\2\1")),
    Case("rule 16", "an item that is still to come", rss(
        rb"<pubDate>[^<]*", b"<pubDate>Fri, 01 Jan 2049 00:00:00 GMT"), FEED_READERS),
    Case("rule 17", "no rel=self in RSS", rss(rb'<atom:link rel="self"[^>]*>', b"")),
    Case("rule 17", "another address as rel=self", atom(rb'(rel="self"[^>]*href="https://)[^"]*', rb"\1example.org/x")),
    Case("rule 17", "no content:encoded", rss(rb"<content:encoded>.*?</content:encoded>", b""), FEED_READERS),
    Case("rule 17", "HTML in the description", rss(rb"(<item>.*?<description>)", rb"\1&lt;b&gt;")),
    Case("rule 17", "no ttl", rss(rb"<ttl>.*?</ttl>", b"")),
    Case("rule 17", "no language", rss(rb"<language>.*?</language>", b"")),
    Case("rule 17", "no author in Atom", atom(rb"<author>.*?</author>", b""), SCHEMA),
    Case("rule 17", "two alternate links", atom(rb'<link rel="alternate"[^>]*>', rb"\g<0>\g<0>")),
    Case("rule 17", "Atom content as plain text", atom(rb'<content type="html"', b'<content type="text"')),
    Case("rule 18", "a script", rss(HTML, rb"\1&lt;script&gt;alert(1)&lt;/script&gt;")),
    Case("rule 18", "an event attribute", atom(HTML, rb"\1&lt;p onclick=&quot;x()&quot;&gt;x&lt;/p&gt;")),
    Case("rule 18", "a relative address", atom(HTML, rb"\1&lt;a href=&quot;/x&quot;&gt;x&lt;/a&gt;")),
    Case("rule 18", "a javascript: address", rss(HTML, rb"\1&lt;a href=&quot;javascript:x()&quot;&gt;x&lt;/a&gt;")),
    Case("rule 18", "a style", json_feed(JSON_HTML, rb"\1<p style='color:red'>x</p>")),
    Case("rule 18", "a form", rss(HTML, rb"\1&lt;form&gt;&lt;input&gt;&lt;/form&gt;")),
    Case("rule 19", "no prev-archive", atom(rb'<link rel="prev-archive"[^>]*>', b"")),
    Case("rule 19", "an archive page without fh:archive", change("archive/*.rss", rb"<fh:archive/>", b"")),
    Case("rule 19", "an archive page that has changed", change(
        "archive/*.atom", rb"<entry>", b"<entry> "), beside="before"),
    Case("rule 19", "an archive page that is gone", removed("archive/*.atom")),
    Case("rule 20", "another id in JSON", json_feed(rb'("id": ?")', rb"\1x")),
    Case("rule 20", "another text in JSON", json_feed(JSON_HTML, rb"\1x")),
    Case("rule 20", "another date in JSON", json_feed(rb'("date_published": ?"[^T]*T)(\d\d)(:)', hour_later)),
    Case("rule 20", "JSON Feed 1", json_feed(rb"version/1\.1", b"version/1")),
    Case("agreement", "an event missing", calendar(EVENT, b""), CALENDAR_CLIENTS),
    Case("agreement", "an event that starts an hour later", calendar(START, hour_later), CALENDAR_CLIENTS),
    Case("agreement", "another title", calendar(rb"SUMMARY:", b"SUMMARY:x"), CALENDAR_CLIENTS),
    Case("agreement", "another text", calendar(rb"SUMMARY:[^\r]*\r\nDESCRIPTION:", rb"\g<0>x"), CALENDAR_CLIENTS),
    Case("agreement", "an item missing in RSS", rss(ITEM, b""), FEED_READERS),
    Case("agreement", "an entry missing in Atom", atom(ENTRY, b""), FEED_READERS),
    Case("agreement", "an entry an hour later", atom(rb"(<published>[^T]*T)(\d\d)(:)", hour_later), FEED_READERS),
    Case("agreement", "another title in RSS", rss(rb"(<item>\s*<title>)", rb"\1x"), FEED_READERS),
    Case("agreement", "another text in Atom", atom(rb"(<content[^>]*>&lt;p&gt;)", rb"\1x"), FEED_READERS),
    Case("schema", "an entry without updated", atom(rb"(<entry>.*?)<updated>[^<]*</updated>", rb"\1"), SCHEMA),
    Case("schema", "an element that Atom does not have", atom(rb"<subtitle>", b"<surtitle/><subtitle>"), SCHEMA),
    Case("schema", "an Atom id that is relative", atom(rb"<id>[^<]*", b"<id>feed"), SCHEMA),
    Case("secrecy", "a private word in a title", told("calendar.ics", rb"SUMMARY:", str), ("secrecy",), "discreet"),
    Case("secrecy", "a private word across a fold", told(
        "prompts.ics", rb"DESCRIPTION:", lambda word: word[:3] + "\r\n " + word[3:]), ("secrecy",), "discreet"),
    Case("secrecy", "a private word in capitals", told(
        "calendar.xcal", rb"<text>", str.upper), ("secrecy",), "discreet"),
    Case("secrecy", "a private word in character references", told(
        "reflections.rss", rb"<content:encoded>", lambda word: "".join(f"&amp;#{ord(one)};" for one in word)),
        ("secrecy",), "discreet"),
    Case("secrecy", "a private word in JSON escapes", told(
        "reflections.json", rb'"title": ?"', lambda word: "".join(f"\\u{ord(one):04x}" for one in word)),
        ("secrecy",), "discreet"),
    Case("secrecy", "a private word in an address", told(
        "index.html", rb'href="', lambda word: "".join(f"%{ord(one):02X}" for one in word)), ("secrecy",), "discreet"),
    Case("secrecy", "a note in an open calendar", told("calendar.ics", rb"SUMMARY:", str, notes=True), ("secrecy",)),
]
