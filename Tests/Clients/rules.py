"""What real calendar clients and feed readers need, rules 1 to 20, as checks of an export's bytes.

Each yields what is wrong, in few words. They read more strictly than any client does, and with their own parser.
"""

import re
from datetime import datetime, timezone
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from exports import (
    ATOM, CALENDARS, CONTENT, HISTORY, NOTE, XCAL, Entry, Event, Lines, entry_differences, event_differences, seconds,
    utc)

CSS_COLORS = set(
    """aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood
    cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray
    darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen
    darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue
    firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew
    hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
    lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray
    lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue
    mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred
    midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid
    palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple red
    rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray
    slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow
    yellowgreen""".split())
TEXTS = {"SUMMARY", "DESCRIPTION", "CATEGORIES", "NAME", "X-WR-CALNAME", "PRODID", "UID", "CLASS", "COLOR"}
TIMES = {"DTSTART", "DTEND", "DTSTAMP", "LAST-MODIFIED"}
STAMPS = {"DTSTAMP", "LAST-MODIFIED", "SEQUENCE"}
DURATIONS = {"REFRESH-INTERVAL", "X-PUBLISHED-TTL", "TRIGGER"}
DURATION = re.compile(r"[+-]?P(\d+W|(?=\d|T\d)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?)")
#: What XML 1.0 §2.2 leaves out.
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
XML_FILES = (".atom", ".rss", ".opml", ".xcal")


def every(export, name="VEVENT"):
    """Every component of that name, with the file that holds it."""
    for path, calendar in export.calendars.items():
        stack = [calendar]
        while stack:
            component = stack.pop()
            stack += component.components
            if component.name == name:
                yield path, component


def feeds(export):
    """Every RSS and Atom document."""
    for form in ("rss", "atom"):
        for path in [f"reflections.{form}", *export.archive(form)]:
            yield path, export.xml(path)


def entries(root):
    return root.findall(f"{ATOM}entry") or root.findall("channel/item")


def links(root, relation):
    """The Atom links of a feed, or of an entry, with that relation."""
    found = root.findall(f"{ATOM}link") + root.findall(f"channel/{ATOM}link")
    return [link for link in found if link.get("rel") == relation]


def rule_1(export):
    """Every line ends in CRLF, has at most 75 octets, and is valid UTF-8 by itself. No BOM, no blank line."""
    for path in CALENDARS:
        data = export.bytes(path)
        if not data.startswith(b"BEGIN:VCALENDAR\r\n"):
            yield f"{path}: does not begin with BEGIN:VCALENDAR"
        if not data.endswith(b"\r\nEND:VCALENDAR\r\n"):
            yield f"{path}: does not end with END:VCALENDAR and CRLF"
        for number, line in enumerate(data.removesuffix(b"\r\n").split(b"\r\n"), 1):
            place = f"{path}:{number}"
            if b"\r" in line or b"\n" in line:
                yield f"{place}: a line end that is not CRLF"
            if not line.strip():
                yield f"{place}: blank"
            if len(line) > 75:
                yield f"{place}: {len(line)} octets"
            try:
                line.decode()
            except UnicodeDecodeError:
                yield f"{place}: not valid UTF-8 by itself"


def rule_2(export):
    """TEXT escapes exactly backslash, semicolon, comma and newline; no control character."""
    for path in CALENDARS:
        if found := re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", export.bytes(path).decode(errors="replace")):
            yield f"{path}: control character U+{ord(found[0]):04X}"
    for name in ("VCALENDAR", "VEVENT", "VALARM"):
        for path, component in every(export, name):
            for item in component.properties:
                if item.name in TEXTS and not re.fullmatch(r"(?:[^\\;,]|\\[\\;,n])*", item.value):
                    yield f"{path}: {item.name} is not escaped as it must be"
                if not re.fullmatch("[A-Z0-9-]+", item.name):
                    yield f"{path}: a property called {item.name!r:.40}"


def rule_3(export):
    """PRODID and VERSION:2.0, at least one component, no METHOD, no calendar-level UID."""
    for path, calendar in every(export, "VCALENDAR"):
        if [item.value for item in calendar.all("VERSION")] != ["2.0"]:
            yield f"{path}: not VERSION:2.0"
        if [bool(item.value) for item in calendar.all("PRODID")] != [True]:
            yield f"{path}: no PRODID"
        if not calendar.components:
            yield f"{path}: no component"
        for name in ("METHOD", "UID"):
            if calendar.all(name):
                yield f"{path}: a calendar-level {name}"


def rule_4(export):
    """Both refresh intervals, and durations that are durations."""
    for path, calendar in every(export, "VCALENDAR"):
        refresh = [(item.parameters, item.value) for item in calendar.all("REFRESH-INTERVAL")]
        if refresh != [({"VALUE": "DURATION"}, "PT1H")]:
            yield f"{path}: REFRESH-INTERVAL"
        if [item.value for item in calendar.all("X-PUBLISHED-TTL")] != ["PT1H"]:
            yield f"{path}: X-PUBLISHED-TTL"
    for name in ("VCALENDAR", "VALARM"):
        for path, component in every(export, name):
            for item in component.properties:
                if item.name in DURATIONS and not DURATION.fullmatch(item.value):
                    yield f"{path}: {item.name} {item.value!r:.40} is no duration"


def rule_5(export):
    """NAME equals X-WR-CALNAME; COLOR is a CSS3 name, Apple's is #RRGGBB."""
    for path, calendar in every(export, "VCALENDAR"):
        if not calendar.value("NAME") or calendar.value("NAME") != calendar.value("X-WR-CALNAME"):
            yield f"{path}: NAME is not X-WR-CALNAME"
        if calendar.value("COLOR") not in CSS_COLORS:
            yield f"{path}: COLOR is no CSS3 name"
        if not re.fullmatch("#[0-9A-F]{6}", calendar.value("X-APPLE-CALENDAR-COLOR")):
            yield f"{path}: X-APPLE-CALENDAR-COLOR"


def rule_6(export):
    """Times stand in UTC: no TZID, no VTIMEZONE, no floating time."""
    for path, event in every(export):
        for item in event.properties:
            if item.name in TIMES and (item.parameters or not re.fullmatch(r"\d{8}T\d{6}Z", item.value)):
                yield f"{path}: {item.name} is not a plain UTC time"
            if "TZID" in item.parameters:
                yield f"{path}: {item.name} has a TZID"
    for path, _ in every(export, "VTIMEZONE"):
        yield f"{path}: a VTIMEZONE"


def rule_7(export):
    """UID is present, unique, and the same for ever."""
    for path, calendar in export.calendars.items():
        uids = [event.value("UID") for event in calendar.events()]
        if len(set(uids)) != len(uids) or not all(uids):
            yield f"{path}: a UID twice, or an empty one"
        if not export.before:
            continue
        # A rung that an attempt renews is another item; slots, and whatever has begun, are the same for ever.
        uid_of = {event.event(): event.value("UID") for event in calendar.events()}
        for event in export.before.calendars[path].events():
            lasts = path == "prompts.ics" or event.event().start <= export.before.expected.now
            if lasts and uid_of.get(event.event(), event.value("UID")) != event.value("UID"):
                yield f"{path}: another UID for the same item at {event.event().start}"


def rule_8(export):
    """DTSTAMP, LAST-MODIFIED and SEQUENCE follow the edits of an item; two renderings give the same bytes."""
    if export.again:
        if export.again.paths() != export.paths():
            yield "another rendering of the same moment has other files"
        for path in export.again.paths():
            if export.again.bytes(path) != export.bytes(path):
                yield f"{path}: another rendering of the same moment has other bytes"
    for path, calendar in export.calendars.items():
        known = {event.value("UID"): event for event in export.before.calendars[path].events()} if export.before else {}
        for event in calendar.events():
            modified, sequence = utc(event.value("LAST-MODIFIED")), int(event.value("SEQUENCE"))
            is_note = event.text("SUMMARY") == NOTE
            if utc(event.value("DTSTAMP")) != modified or sequence < 0:
                yield f"{path}: DTSTAMP, LAST-MODIFIED or SEQUENCE"
            if modified > export.expected.now and not is_note:
                yield f"{path}: modified later than now"
            if (last := known.get(event.value("UID"))) is None:
                continue
            if (last.properties, last.components) == (event.properties, event.components):
                continue
            what = ", ".join(sorted({item.name for item in event.properties if item not in last.properties} - STAMPS))
            # A discreet edition shows the same title for another prompt. The sequence of all that is planned rises with every
            # rupture: if it rose only where a text becomes another, a discreet calendar would tell of frightening moments.
            is_planned = event.text("CATEGORIES") != "Repair"
            if not what and not export.expected.is_discreet and not is_planned:
                yield f"{path}: nothing changed at {event.event().start} but its stamps"
            elif sequence <= int(last.value("SEQUENCE")) or modified <= utc(last.value("LAST-MODIFIED")):
                yield f"{path}: {what} changed at {event.event().start} without SEQUENCE and LAST-MODIFIED"


def same_place(event, shown):
    return event is not None and (event.start, event.end) == (shown.start, shown.end)


def rule_9(export):
    """What was withdrawn is absent, what has begun stays as it was shown.

    Only its words may follow the household's own: a person's new name, a new support line; rule 8 sees to it that such
    an edit is counted.
    """
    for path, calendar in export.calendars.items():
        if any(event.all("STATUS") for event in calendar.events()):
            yield f"{path}: a STATUS"
        for problem in event_differences(export.expected.events(path), [event.event() for event in calendar.events()]):
            yield f"{path}: {problem}"
        if export.before:
            now = {event.value("UID"): event.event() for event in calendar.events()}
            for event in export.before.calendars[path].events():
                shown = event.event()
                begun = shown.start <= export.before.expected.now and shown.start >= export.expected.window[0]
                if begun and shown.title != NOTE and not same_place(now.get(event.value("UID")), shown):
                    yield f"{path}: what began at {shown.start} is not as it was shown"


def rule_10(export):
    """A reminder blocks nobody's day."""
    for path, event in every(export):
        for name, value in (("TRANSP", "TRANSPARENT"), ("X-MICROSOFT-CDO-BUSYSTATUS", "FREE"), ("CLASS", "PRIVATE")):
            if [item.value for item in event.all(name)] != [value]:
                yield f"{path}: {name} is not {value}"


def rule_11(export):
    """Each VALARM has ACTION, TRIGGER and DESCRIPTION."""
    for path, alarm in every(export, "VALARM"):
        for name in ("ACTION", "TRIGGER", "DESCRIPTION"):
            if len([item for item in alarm.all(name) if item.value]) != 1:
                yield f"{path}: a VALARM without {name}"


def rule_12(export):
    """A calendar with nothing in it holds one short, transparent note on the day of the first record."""
    for path, calendar in export.calendars.items():
        if not calendar.events():
            yield f"{path}: no event"
        if export.expected.events(path) is not None:
            continue
        zone = ZoneInfo(export.expected.zone)
        for event in calendar.events():
            shown = event.event()
            if shown.title != NOTE or shown.end - shown.start > 3600 or event.value("TRANSP") != "TRANSPARENT":
                yield f"{path}: not one short, transparent note"
            if datetime.fromtimestamp(shown.start, zone).date() != export.expected.first_day:
                yield f"{path}: the note is not on the day of the first record"


def rule_13(export):
    """Every event has a positive duration."""
    for path, event in every(export):
        if utc(event.value("DTEND")) <= utc(event.value("DTSTART")):
            yield f"{path}: an event without duration"


def rule_14(export):
    """No code point that XML 1.0 forbids, and no text lost: xCal and both feeds say what the agenda says."""
    for path in export.paths():
        if path.endswith(XML_FILES):
            if found := FORBIDDEN.search(export.bytes(path).decode()):
                yield f"{path}: U+{ord(found[0]):04X}"
            export.xml(path)
    for problem in event_differences(export.expected.events("calendar.ics"), xcal_events(export)):
        yield f"calendar.xcal: {problem}"
    for path in ("reflections.rss", "reflections.atom"):
        found = [entry(element) for element in entries(export.xml(path))]
        for problem in entry_differences(export.expected.entries(), found, export.expected.is_discreet):
            yield f"{path}: {problem}"


def xcal_events(export):
    def value(event, name, kind, default=None):
        found = event.findtext(f"{XCAL}properties/{XCAL}{name}/{XCAL}{kind}", default)
        return seconds(datetime.fromisoformat(found)) if kind == "date-time" else found

    return [
        Event(
            value(event, "dtstart", "date-time"), value(event, "dtend", "date-time"), value(event, "summary", "text"),
            value(event, "description", "text", ""))
        for event in export.xml("calendar.xcal").iter(f"{XCAL}vevent")]


def entry(element):
    """An RSS item or an Atom entry."""
    if element.tag == "item":
        published = datetime.strptime(element.findtext("pubDate"), "%a, %d %b %Y %H:%M:%S GMT")
        published = published.replace(tzinfo=timezone.utc)
        title, html = element.findtext("title"), element.findtext(f"{CONTENT}encoded")
    else:
        published = datetime.fromisoformat(element.findtext(f"{ATOM}published"))
        title, html = element.findtext(f"{ATOM}title"), element.findtext(f"{ATOM}content")
    return Entry(seconds(published), title, Lines(html).lines)


def identity(element):
    return element.findtext("guid") if element.tag == "item" else element.findtext(f"{ATOM}id")


def rule_15(export):
    """guid and Atom id are permanent, unique, independent of address and title, and always with a link."""
    ids = {}
    for path, root in feeds(export):
        found = [identity(element) for element in entries(root)]
        ids[path] = found
        if len(set(found)) != len(found) or not all(text and text.startswith("tag:") for text in found):
            yield f"{path}: ids are not unique tags"
        host = urlsplit(export.base).netloc if export.base else None
        if host and any(host in text for text in found):
            yield f"{path}: an id that depends on the address"
        for element in entries(root):
            guid = element.find("guid")
            if guid is not None and guid.get("isPermaLink") != "false":
                yield f"{path}: a guid that is taken for a link"
            addresses = [element.findtext("link")] + [link.get("href") for link in links(element, "alternate")]
            if not any(address and urlsplit(address).scheme in ("http", "https") for address in addresses):
                yield f"{path}: an entry without a link"
        if export.before and path in export.before.paths():
            known = {entry(element).published: identity(element) for element in entries(export.before.xml(path))}
            for element in entries(root):
                if known.get(entry(element).published, identity(element)) != identity(element):
                    yield f"{path}: another id for the same entry"
    if ids["reflections.rss"] != ids["reflections.atom"]:
        yield "RSS and Atom have other ids"


RSS_DATE = re.compile(r"(\w{3}), (\d\d \w{3} \d{4}) \d\d:\d\d:\d\d GMT", re.ASCII)
ATOM_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")


def rule_16(export):
    """Dates are dates, with the right weekday or an offset; newest first, and only what has happened."""
    for path, root in feeds(export):
        for tag in ("pubDate", "lastBuildDate"):
            for element in root.iter(tag):
                if not (found := RSS_DATE.fullmatch(element.text)):
                    yield f"{path}: {tag} {element.text!r:.40}"
                elif datetime.strptime(found[2], "%d %b %Y").strftime("%a") != found[1]:
                    yield f"{path}: {tag} on the wrong weekday"
        for tag in ("published", "updated"):
            for element in root.iter(ATOM + tag):
                if not ATOM_DATE.fullmatch(element.text):
                    yield f"{path}: {tag} {element.text!r:.40}"
        for element in root.iter(f"{ATOM}entry"):
            updated = datetime.fromisoformat(element.findtext(f"{ATOM}updated"))
            if updated < datetime.fromisoformat(element.findtext(f"{ATOM}published")):
                yield f"{path}: updated before it was published"
            if updated > datetime.fromisoformat(root.findtext(f"{ATOM}updated")):
                yield f"{path}: an entry updated after its feed"
        dates = [entry(element).published for element in entries(root)]
        if dates != sorted(dates, reverse=True):
            yield f"{path}: not newest first"
        if any(published > export.expected.now for published in dates):
            yield f"{path}: an entry that has not happened yet"


def rule_17(export):
    """What readers look for in RSS and Atom, with the exact address as rel=self."""
    for path, root in feeds(export):
        own = [link.get("href") for link in links(root, "self")]
        if own != ([f"{export.base}/{path}"] if export.base else []):
            yield f"{path}: rel=self is {own}"
        if root.tag == "rss":
            for tag in ("title", "link", "description", "ttl", "language"):
                if len(root.findall(f"channel/{tag}")) != 1 or not root.findtext(f"channel/{tag}"):
                    yield f"{path}: not one {tag}"
            for element in entries(root):
                if not element.findtext("description") or not Lines(element.findtext(f"{CONTENT}encoded", "")).elements:
                    yield f"{path}: an item without plain description or HTML"
                if Lines(element.findtext("description", "")).elements:
                    yield f"{path}: a description that is not plain"
        else:
            if not root.findtext(f"{ATOM}author/{ATOM}name"):
                yield f"{path}: no author"
            for element in [root, *entries(root)]:
                if len(links(element, "alternate")) != 1:
                    yield f"{path}: not one alternate link"
            for element in entries(root):
                if element.find(f"{ATOM}content").get("type") != "html":
                    yield f"{path}: content that is not HTML"


UNSAFE = {"script", "style", "form", "input", "button", "iframe", "object", "embed", "link", "meta", "base", "svg"}


def html_of(export):
    for path, root in feeds(export):
        for element in entries(root):
            yield path, element.findtext(f"{CONTENT}encoded" if element.tag == "item" else f"{ATOM}content") or ""
    for item in export.json()["items"]:
        yield "reflections.json", item["content_html"]


def rule_18(export):
    """HTML in feeds: absolute addresses, no script, style, form or event attribute."""
    for path, html in html_of(export):
        for tag, attributes in Lines(html).elements:
            if tag in UNSAFE:
                yield f"{path}: <{tag}>"
            for name, value in attributes.items():
                if name.startswith("on") or name == "style":
                    yield f"{path}: an attribute {name}"
                if name in ("href", "src", "action") and urlsplit(value or "").scheme not in ("http", "https"):
                    yield f"{path}: an address that is not absolute"


def rule_19(export):
    """The subscription document links prev-archive; archive pages carry fh:archive, hold the rest, and never change."""
    for form in ("rss", "atom"):
        pages = export.archive(form)
        subscription = export.xml(f"reflections.{form}")
        previous = [link.get("href") for link in links(subscription, "prev-archive")]
        prefix = f"{export.base}/" if export.base else ""
        if previous != [prefix + path for path in pages[-1:]]:
            yield f"reflections.{form}: prev-archive is {previous}"
        prefix = f"{export.base}/" if export.base else "../"
        kept = {identity(element) for element in entries(subscription)}
        for index, path in enumerate(pages):
            root = export.xml(path)
            kept |= {identity(element) for element in entries(root)}
            if len(list(root.iter(f"{HISTORY}archive"))) != 1:
                yield f"{path}: no fh:archive"
            if [link.get("href") for link in links(root, "current")] != [f"{prefix}reflections.{form}"]:
                yield f"{path}: does not link the current document"
            previous = [prefix + page for page in pages[:index][-1:]]
            if [link.get("href") for link in links(root, "prev-archive")] != previous:
                yield f"{path}: prev-archive"
            if export.before and path in export.before.paths() and export.before.bytes(path) != export.bytes(path):
                yield f"{path}: has changed"
        if len(kept) != len(export.expected.entries(since=0)):
            yield f"{form}: {len(kept)} of {len(export.expected.entries(since=0))} reflections can be reached"


def rule_20(export):
    """JSON Feed 1.1 mirrors the same entries and ids."""
    document = export.json()
    if document["version"] != "https://jsonfeed.org/version/1.1":
        yield "not JSON Feed 1.1"
    if document.get("feed_url") != (f"{export.base}/reflections.json" if export.base else None):
        yield "feed_url is not the address"
    atom = export.xml("reflections.atom")
    page = links(atom, "alternate")[0].get("href")
    if (document["title"], document["home_page_url"]) != (atom.findtext(f"{ATOM}title"), page):
        yield "another title or page than Atom's"
    keys = ("id", "url", "title", "summary", "content_html", "date_published", "date_modified")
    mirrored = [tuple(item[key] for key in keys) for item in document["items"]]
    written = [
        (identity(element), links(element, "alternate")[0].get("href"))
        + tuple(element.findtext(ATOM + tag) for tag in ("title", "summary", "content", "published", "updated"))
        for element in entries(atom)]
    if mirrored != written:
        yield "other entries than Atom's"


RULES = {f"rule {number}": globals()[f"rule_{number}"] for number in range(1, 21)}

