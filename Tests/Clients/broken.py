"""Good exports, broken on purpose: one file for each thing that a rule forbids. What nothing refuses is no check."""

import re
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

import households
import made as makes

CALENDAR_CLIENTS = ("libical", "icalendar", "vobject", "ics", "calcurse", "khal", "vdirsyncer")
FEED_READERS = ("feedparser", "newsboat")


@dataclass
class Case:
    rule: str
    #: What the file holds, to be read after "a file with".
    what: str
    edit: object
    #: Who must refuse it, beside the rule itself.
    also: tuple = ()
    source: str = "open"
    #: Whether the checks are shown the export of three days before, or another one of the same moment.
    before: bool = False
    again: bool = False

    @property
    def refused_by(self):
        return ((self.rule,) if self.rule.startswith(("rule", "secrecy")) else ()) + self.also

    @property
    def programs(self):
        return [name for name in self.also if name in ("calcurse", "khal", "vdirsyncer", "newsboat")]


def change(path, pattern, replacement, count=1):
    """An edit by regular expression over bytes; it must find its place."""

    def edit(folder):
        data = (folder / path).read_bytes()
        new = re.sub(pattern, replacement, data, count=count, flags=re.DOTALL)
        if new == data:
            raise ValueError(f"nothing to break in {path}")
        (folder / path).write_bytes(new)

    return edit


def ics(pattern, replacement, count=1):
    return change("calendar.ics", pattern, replacement, count)


def rss(pattern, replacement, count=1):
    return change("reflections.rss", pattern, replacement, count)


def atom(pattern, replacement, count=1):
    return change("reflections.atom", pattern, replacement, count)


def feed(pattern, replacement, count=1):
    return change("reflections.json", pattern, replacement, count)


def without(name):
    return ics(rb"\r\n" + name + rb"[:;][^\r]*(\r\n [^\r]*)*", b"")


def both(*edits):
    def edit(folder):
        for one in edits:
            one(folder)

    return edit


EVENT = rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n"
ENTRY = rb" *<entry>.*?</entry>\n"
ITEM = rb" *<item>.*?</item>\n"
DAY_LATER = lambda match: match[1] + b"%02d" % (int(match[2]) % 28 + 1) + match[3]


def hour_later(match):
    return match[1] + b"%02d" % ((int(match[2]) + 1) % 24) + match[3]


def swapped(pattern):
    """The first two of something change places."""
    return lambda match: match[2] + match[1]


CASES = [
    Case("rule 1", "line ends of LF alone", ics(rb"\r\n", b"\n", 0)),
    Case("rule 1", "a line of more than 75 octets", ics(rb"\r\n ", b"")),
    Case("rule 1", "a fold inside of a character", ics(rb"\xc2\xb7", b"\xc2\r\n \xb7")),
    Case("rule 1", "a byte order mark", ics(rb"^", b"\xef\xbb\xbf"), ("calcurse",)),
    Case("rule 1", "no line end after the last line", ics(rb"\r\n$", b"")),
    Case("rule 1", "a blank line", ics(rb"END:VEVENT\r\n", b"END:VEVENT\r\n\r\n")),
    Case("rule 1", "a byte that is not UTF-8", ics(rb"SUMMARY:.", b"SUMMARY:\xff"), ("icalendar", "vobject", "ics")),
    Case("rule 2", "a comma that is not escaped", ics(rb"\\,", b",")),
    Case("rule 2", "an escaped colon", ics(rb"(DESCRIPTION:[^\r]*)", rb"\1\\:")),
    Case("rule 2", "a control character", ics(rb"SUMMARY:", b"SUMMARY:\x07"), ("calcurse",)),
    Case("rule 2", "a line end that is not escaped", ics(rb"\\n\\n", b"\r\n"), ("libical",)),
    Case("rule 3", "no PRODID", without(b"PRODID"), ("libical", "vobject")),
    Case("rule 3", "no VERSION", without(b"VERSION")),
    Case("rule 3", "VERSION:1.0", ics(rb"VERSION:2.0", b"VERSION:1.0")),
    Case("rule 3", "METHOD:PUBLISH", ics(rb"(VERSION:2.0\r\n)", rb"\1METHOD:PUBLISH\r\n"), ("libical",)),
    Case("rule 3", "a UID of the calendar", ics(rb"(VERSION:2.0\r\n)", rb"\1UID:calendar@mend\r\n")),
    Case("rule 4", "no REFRESH-INTERVAL", without(b"REFRESH-INTERVAL")),
    Case("rule 4", "REFRESH-INTERVAL without its type", ics(rb";VALUE=DURATION", b"")),
    Case("rule 4", "no X-PUBLISHED-TTL", without(b"X-PUBLISHED-TTL")),
    Case("rule 4", "P1H, which is no duration", ics(rb":PT1H", b":P1H", 0)),
    Case("rule 5", "a NAME that is not X-WR-CALNAME", ics(rb"\r\nNAME:[^\r]*", b"\r\nNAME:other")),
    Case("rule 5", "no X-WR-CALNAME", without(b"X-WR-CALNAME")),
    Case("rule 5", "#2E8B57 as COLOR", ics(rb"\r\nCOLOR:[^\r]*", b"\r\nCOLOR:#2E8B57")),
    Case("rule 5", "seagreen as X-APPLE-CALENDAR-COLOR", ics(rb"#[0-9A-F]{6}", b"seagreen")),
    Case("rule 6", "a floating time", ics(rb"(DTSTART:\d{8}T\d{6})Z", rb"\1")),
    Case("rule 6", "TZID=UTC", ics(rb"DTSTART:(\d{8}T\d{6})Z", rb"DTSTART;TZID=UTC:\1")),
    Case("rule 6", "a TZID without its VTIMEZONE", ics(rb"DTSTART:(\d{8}T\d{6})Z", rb"DTSTART;TZID=America/New_York:\1")),
    Case("rule 6", "a VTIMEZONE", ics(rb"BEGIN:VEVENT", b"BEGIN:VTIMEZONE\r\nTZID:UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
                                        b"TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT")),
    Case("rule 7", "no UID", without(b"UID"), ("libical",)),
    Case("rule 7", "one UID for all events", ics(rb"UID:[^\r]*(\r\n [^\r]*)*", b"UID:same@mend", 0)),
    Case("rule 7", "new UIDs at every rendering", ics(rb"UID:", b"UID:new-", 0), before=True),
    Case("rule 8", "no DTSTAMP", without(b"DTSTAMP"), ("libical",)),
    Case("rule 8", "no LAST-MODIFIED", without(b"LAST-MODIFIED")),
    Case("rule 8", "no SEQUENCE", without(b"SEQUENCE")),
    Case("rule 8", "a moved item with its old SEQUENCE", ics(rb"(DTSTART:\d{8}T)(\d\d)(\d{4}Z)", hour_later), before=True),
    Case("rule 8", "stamps of now without an edit",
         ics(rb"(DTSTAMP|LAST-MODIFIED):\d{8}T\d{6}Z", lambda match: match[1] + b":" + LATER), before=True),
    Case("rule 8", "other bytes at the same moment", ics(rb"PRODID:", b"PRODID:x"), again=True),
    Case("rule 9", "a cancelled event", ics(rb"SEQUENCE:", b"STATUS:CANCELLED\r\nSEQUENCE:")),
    Case("rule 9", "an event that was withdrawn", ics(rb"(" + EVENT + rb")", lambda match: match[1] + match[1].replace(b"UID:", b"UID:old-")),
         ("libical", "icalendar", "vobject")),
    Case("rule 9", "another text in what had begun", ics(rb"SUMMARY:", b"SUMMARY:Now "), before=True),
    Case("rule 10", "TRANSP:OPAQUE", ics(rb"TRANSPARENT", b"OPAQUE")),
    Case("rule 10", "no busy status", without(b"X-MICROSOFT-CDO-BUSYSTATUS")),
    Case("rule 10", "no CLASS", without(b"CLASS")),
    Case("rule 11", "an alarm without TRIGGER", without(b"TRIGGER"), ("libical", "khal")),
    Case("rule 11", "an alarm without ACTION", without(b"ACTION"), ("libical",)),
    Case("rule 11", "an alarm without DESCRIPTION", ics(rb"(TRIGGER:[^\r]*\r\n)DESCRIPTION:[^\r]*(\r\n [^\r]*)*\r\n", rb"\1"), ("libical",)),
    Case("rule 12", "no event at all", change("repairs.ics", EVENT, b""), ("libical", "icalendar"), source="empty"),
    Case("rule 12", "a note on another day", change("repairs.ics", rb"(DT(?:START|END):\d{6})(\d\d)(T)", DAY_LATER, 2), source="empty"),
    Case("rule 12", "a note that blocks the day", change("repairs.ics", rb"TRANSPARENT", b"OPAQUE"), source="empty"),
    Case("rule 13", "an event that ends as it starts", ics(rb"DTSTART:(\w+)\r\nDTEND:\w+", rb"DTSTART:\1\r\nDTEND:\1"), CALENDAR_CLIENTS[:2]),
    Case("rule 13", "an event that ends before it starts", ics(rb"DTSTART:(\w+)\r\nDTEND:(\w+)", rb"DTSTART:\2\r\nDTEND:\1")),
    Case("rule 14", "U+0001 in Atom", atom(rb"<title>", b"<title>\x01"), ("xmllint", "xmllint atom.rng", "jing", "feedparser")),
    Case("rule 14", "U+FFFE in RSS", rss(rb"<title>", b"<title>\xef\xbf\xbe"), ("xmllint",)),
    Case("rule 14", "NUL in xCal", change("calendar.xcal", rb"<text>", b"<text>\0"), ("xmllint",)),
    Case("rule 14", "an & that is not escaped in RSS", rss(rb"<title>", b"<title>& "), ("xmllint",)),
    Case("rule 14", "a text that was lost in xCal", change("calendar.xcal", rb"(<description>\s*<text>)[^<]*", rb"\1")),
    Case("rule 14", "a text that was lost in Atom", atom(rb"(<content[^>]*>)[^<]*", rb"\1"), FEED_READERS),
    Case("rule 15", "a guid that is taken for a link", rss(rb' isPermaLink="false"', b"")),
    Case("rule 15", "one guid for all items", rss(rb"(<guid[^>]*>)[^<]*", rb"\1tag:mend,2026:same", 0), FEED_READERS),
    Case("rule 15", "an address as Atom id", atom(rb"(<entry>\s*<id>)[^<]*", rb"\1https://example.org/mend/1")),
    Case("rule 15", "an item without a link", rss(rb"(<item>.*?)<link>[^<]*</link>", rb"\1")),
    Case("rule 15", "new guids at every rendering", both(rss(rb"(<guid[^>]*>)tag:", rb"\1tag:x", 0), atom(rb"(<entry>\s*<id>)tag:", rb"\1tag:x", 0)),
         before=True),
    Case("rule 16", "a date on the wrong weekday", rss(rb"(<item>.*?<pubDate>)\w{3}", rb"\1Wed")),
    Case("rule 16", "a date of RFC 3339 in RSS", rss(rb"<pubDate>[^<]*", b"<pubDate>2026-02-01T23:00:00Z")),
    Case("rule 16", "an Atom date without offset", atom(rb"(<published>[^<]*)Z", rb"\1"), ("xmllint atom.rng", "jing")),
    Case("rule 16", "an entry updated before it was published", atom(rb"(<entry>.*?<updated>)\d{4}", rb"\g<1>1999")),
    Case("rule 16", "the oldest entry first", atom(rb"(" + ENTRY + rb")(" + ENTRY + rb")", swapped(None))),
    Case("rule 16", "an item that has not happened yet", rss(rb"<pubDate>[^<]*", b"<pubDate>Fri, 01 Jan 2049 00:00:00 GMT"), FEED_READERS),
    Case("rule 17", "no rel=self in RSS", rss(rb'<atom:link rel="self"[^>]*>', b"")),
    Case("rule 17", "another address than that fetched as rel=self", atom(rb'(rel="self"[^>]*href=")[^"]*', rb"\1https://example.org/other.atom")),
    Case("rule 17", "no content:encoded", rss(rb"<content:encoded>.*?</content:encoded>", b""), FEED_READERS),
    Case("rule 17", "HTML in the description", rss(rb"(<item>.*?<description>)", rb"\1&lt;b&gt;")),
    Case("rule 17", "no ttl", rss(rb"<ttl>.*?</ttl>", b"")),
    Case("rule 17", "no language", rss(rb"<language>.*?</language>", b"")),
    Case("rule 17", "no author in Atom", atom(rb"<author>.*?</author>", b""), ("xmllint atom.rng", "jing")),
    Case("rule 17", "two alternate links", atom(rb'(<link rel="alternate"[^>]*>)', rb"\1\1")),
    Case("rule 17", "Atom content as plain text", atom(rb'<content type="html"', b'<content type="text"')),
    Case("rule 18", "a script", rss(rb"(<content:encoded>)", rb"\1&lt;script&gt;alert(1)&lt;/script&gt;")),
    Case("rule 18", "an event attribute", atom(rb"(<content[^>]*>)", rb"\1&lt;p onclick=&quot;x()&quot;&gt;x&lt;/p&gt;")),
    Case("rule 18", "a relative address", atom(rb"(<content[^>]*>)", rb"\1&lt;a href=&quot;/x&quot;&gt;x&lt;/a&gt;")),
    Case("rule 18", "a javascript: address", rss(rb"(<content:encoded>)", rb"\1&lt;a href=&quot;javascript:x()&quot;&gt;x&lt;/a&gt;")),
    Case("rule 18", "a style", feed(rb'("content_html": ?")', rb"\1<p style='color:red'>x</p>")),
    Case("rule 18", "a form", rss(rb"(<content:encoded>)", rb"\1&lt;form&gt;&lt;input&gt;&lt;/form&gt;")),
    Case("rule 19", "no prev-archive", atom(rb'<link rel="prev-archive"[^>]*>', b"")),
    Case("rule 19", "an archive page without fh:archive", None),
    Case("rule 19", "an archive page that has changed", None, before=True),
    Case("rule 19", "an archive page that is gone", None),
    Case("rule 20", "another id in JSON", feed(rb'("id": ?")', rb"\1x")),
    Case("rule 20", "an entry missing in JSON", None),
    Case("rule 20", "another text in JSON", feed(rb'("content_html": ?")', rb"\1x")),
    Case("rule 20", "JSON Feed 1", feed(rb"version/1\.1", b"version/1")),
    Case("agreement", "an event missing", ics(EVENT, b""), CALENDAR_CLIENTS + ("rule 9",)),
    Case("agreement", "an event an hour later", ics(rb"(DTSTART:\d{8}T)(\d\d)(\d{4}Z)", hour_later), CALENDAR_CLIENTS + ("rule 9",)),
    Case("agreement", "another title", ics(rb"SUMMARY:", b"SUMMARY:x"), CALENDAR_CLIENTS + ("rule 9",)),
    Case("agreement", "another text", ics(rb"END:VALARM\r\nEND:VEVENT.*?\r\nDESCRIPTION:", lambda match: match[0] + b"x"), CALENDAR_CLIENTS),
    Case("agreement", "an item missing in RSS", rss(ITEM, b""), FEED_READERS),
    Case("agreement", "an entry missing in Atom", atom(ENTRY, b""), FEED_READERS),
    Case("agreement", "an entry an hour later", atom(rb"(<published>[^T]*T)(\d\d)(:)", hour_later), FEED_READERS),
    Case("agreement", "another title in RSS", rss(rb"(<item>\s*<title>)", rb"\1x"), FEED_READERS),
    Case("agreement", "another text in Atom", atom(rb"(<content[^>]*>&lt;p&gt;)", rb"\1x"), FEED_READERS),
    Case("schema", "an Atom entry without updated", atom(rb"(<entry>.*?)<updated>[^<]*</updated>", rb"\1"), ("xmllint atom.rng", "jing")),
    Case("schema", "an Atom element that nobody knows", atom(rb"<subtitle>", b"<surtitle/><subtitle>"), ("xmllint atom.rng", "jing")),
    Case("schema", "a relative Atom id", atom(rb"<id>[^<]*", b"<id>feed"), ("xmllint atom.rng", "jing")),
]
