"""Mails as Python's email package reads them, against what the agenda says."""

import html
import json
import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser

from home import PRIVATE, Home, at, channel, child, holds, household, rupture, same

NAMES = {
    "plain": "Ada",
    "an emoji of several": "👩‍👩‍👧‍👦 Ada",
    "Arabic": "مريم",
    "Hebrew with points": "דָּוִד",
    "Thai": "สมชาย",
    "marks": "Zoe\u0308 and Zoë",
    "like an encoded word": "=?utf-8?q?x?=",
    "long": "n" * 60,
    "long and of four bytes each": "😀" * 55,
    "header-like": "Bcc: you@example.org",
}
# Nine words: more do not stand in a sentence.
INJECTED = "kite\r\nBcc: you@example.org\r\n\r\n--mend\r\nContent-Type:text/html\r\n\r\n<b>x</b>\n.\nFrom me"


class Words(HTMLParser):
    """The text that a person sees."""

    def __init__(self, text):
        super().__init__()
        self.parts, self.hidden = [], 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, _):
        self.hidden += tag in ("title", "style", "script")
        self.parts.append(" ")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("title", "style", "script")
        self.parts.append(" ")

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def squeezed(text):
    """Without what layout changes: blanks, line ends, and the marks of a list."""
    return "".join(word for word in text.split() if word != "-")


def parts(mail):
    """Text and HTML as they were written."""
    same(mail.get_content_type(), "multipart/alternative", "the mail's type")
    same([part.get_content_type() for part in mail.iter_parts()], ["text/plain", "text/html"], "its parts")
    return tuple(part.get_content() for part in mail.iter_parts())


def agrees(mail, items, zone_time):
    """Both parts hold each item, in order, with title, local time and text."""
    text, page = parts(mail)
    for name, shown in (("text", squeezed(text)), ("HTML", squeezed("".join(Words(page).parts)))):
        place = 0
        for item in items:
            for word in (zone_time(item), item["title"], f"({item['minutes']} min)", item["text"]):
                place = shown.find(squeezed(word), place)
                holds(place >= 0, f"{name} does not hold {word!r:.200}")
    holds("<script" not in page and "<b>" not in page, "HTML of a household stands in the HTML part")


def clock(item):
    return datetime.fromisoformat(item["start"]).strftime("%H:%M")


def well_formed(raw):
    """RFC 5322 §2.1.1 and RFC 2047 §2."""
    head, _, body = raw.partition(b"\n\n")
    for line in raw.split(b"\n"):
        holds(len(line) <= 998, f"a line of {len(line)} bytes")
    holds(raw.isascii(), "bytes beyond ASCII")
    holds(b"\r" not in raw and b"\0" not in raw, "a carriage return or NUL")
    words = re.findall(rb"=\?[^?]*\?[BbQq]\?[^?]*\?=", head)
    holds(all(len(word) <= 75 for word in words), "an encoded word of more than 75 characters")
    return head, words


def family(folder, name="Ada", shared=False, excited=f"her {PRIVATE} kite", **options):
    home = Home(
        folder, household(shared), child(name), rupture(at("01-05 09:00"), excitedAbout=excited),
        channel("mail", "mail", "me@example.org", **options), now=at("01-05 09:00"))
    return home.begun("mail", now=at("01-05 09:00"))


def with_name(name):
    def reads_well(folder):
        home = family(folder, name)
        home.due("mail", now=at("01-05 12:00"))
        item = home.items("2026-01-05", at("01-05 12:00"))["r1.reconnect"]
        [raw], [mail] = home.mails.raw(), home.mails.read()
        well_formed(raw)
        same(str(mail["Subject"]), item["title"], "Subject")
        holds(item["title"].endswith(name), f"the title {item['title']!r} has no name")
        same(str(mail["From"]), "mend <me@example.org>", "From")
        same(str(mail["To"]), "me@example.org", "To")
        same(parsedate_to_datetime(mail["Date"]).isoformat(), "2026-01-05T17:00:00+00:00", "Date")
        holds(re.fullmatch(r"<[0-9a-f]{32}@k7Qm2xW9\.mend\.invalid>", mail["Message-ID"]), mail["Message-ID"])
        same(str(mail["Auto-Submitted"]), "auto-generated", "Auto-Submitted")
        same(mail.defects, [], "defects")
        same(
            sorted(mail.keys()),
            ["Auto-Submitted", "Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Subject", "To"], "headers")
        same(home.mails.arguments(), [["-i", "--", "me@example.org"]], "arguments")
        agrees(mail, [item], clock)
    return reads_well


def short_header_lines(folder):
    """RFC 2047 §2: a line of a header that holds an encoded word has at most 76 characters."""
    home = family(folder, "👩‍👩‍👧‍👦 Ada")
    home.due("mail", now=at("01-05 12:00"))
    head, words = well_formed(home.mails.raw()[0])
    holds(words, "no encoded word")
    same([line for line in head.split(b"\n") if b"=?" in line and len(line) > 76], [], "longer lines")


def digest(folder):
    """Several items in one mail."""
    home = Home(
        folder, household(False), child("Ada"), child("Ben", "ben"), rupture(at("01-05 09:00")),
        rupture(at("01-05 09:10"), "r2", "ben", "benign"), channel("mail", "mail", "me@example.org"),
        now=at("01-05 09:10"))
    home.begun("mail", now=at("01-05 07:00"))
    home.due("mail", now=at("01-05 12:00"))
    [mail], sent = home.mails.read(), home.delivered("mail")
    items = [item for item in home.agenda("2026-01-05", "2026-01-05", at("01-05 12:00")) if item["id"] in sent]
    same(len(items), 3, f"items ({sent})")
    same(str(mail["Subject"]), f"{items[0]['title']}, and 2 more", "Subject")
    agrees(mail, items, clock)


def injection(folder):
    home = family(folder, "Ada", excited=INJECTED)
    home.due("mail", now=at("01-05 12:00"))
    [raw], [mail] = home.mails.raw(), home.mails.read()
    head, _ = well_formed(raw)
    same(mail["Bcc"], None, "Bcc")
    holds(b"you@example.org" not in raw, "the line stands in the mail as it is")
    holds(b"\n.\n" not in raw and b"\nFrom " not in raw, "a line that ends a mail for some programs")
    text, page = parts(mail)
    holds("you@example.org" in text and "you@example.org" in page, "the text is gone")
    holds("\r" not in text.replace("\r\n", "\n") and "<b>x</b>" not in page, "it is not written as text")


def names_with_line_ends(folder):
    home = Home(folder, household(False))
    for name in ("Ada\nBcc: you@example.org", "Ada\r\nBcc: you@example.org", "Ada\rx", "Ada\0x", "Ada\u0085x", "Ada\u2028x"):
        if "\0" not in name:
            home.mend("person", "add", name, "--relation", "friend", status=65).complains(65, "control character")
        other = Home(folder / f"load-{ord(name[3])}-{len(name)}")
        lines = other.folder / "lines.jsonl"
        lines.write_text(json.dumps(household()) + "\n" + json.dumps(child(name)) + "\n")
        other.mend("load", "--with-addresses", lines, status=65).complains(65, "lines.jsonl:2:", "control character")
    same(home.dump("person"), [], "people")


def one_id_for_one_thing(folder):
    """The same Message-ID for a second copy, another one for every other mail and household."""
    home = family(folder)
    home.mails.set("exit 75")
    home.due("mail", now=at("01-05 12:00"), status=73)
    home.due("mail", now=at("01-05 12:15"), status=73)
    home.mails.set("exit 0")
    home.due("mail", now=at("01-05 12:30"))
    home.due("mail", now=at("01-06 19:00"))
    same(home.delivered("mail"), ["daily.2026-01-06", "r1.reconnect", "r1.try-again.1"], "sent")
    ids = [mail["Message-ID"] for mail in home.mails.read()]
    same([ids.count(each) for each in ids], [3, 3, 3, 1], "how often each Message-ID comes")
    other = Home(
        folder / "other", household(False, id="another1"), child("Ada"), rupture(at("01-05 09:00")),
        channel("mail", "mail", "me@example.org"), now=at("01-05 09:00")).begun("mail", now=at("01-05 09:00"))
    other.due("mail", now=at("01-05 12:00"))
    holds(other.mails.read()[0]["Message-ID"].split("@")[0] != ids[0].split("@")[0], "two households share an id")


def no_mail_program(folder):
    home = family(folder)
    home.due("mail", now=at("01-05 12:00"), status=73, MEND_SENDMAIL="/nonexistent/sendmail").complains(73, "channel mail: ")
    same(home.delivered("mail"), [], "sent")
    home.mails.set("kill -9 $$")
    home.due("mail", now=at("01-05 12:00"), status=73).complains(73, "signal 9")
    same(home.delivered("mail"), [], "sent")
    home.mails.set("exit 0")
    home.due("mail", now=at("01-05 12:00"))
    same(home.delivered("mail"), ["r1.reconnect"], "sent")


CHECKS = {f"mail: a name that is {kind}": with_name(name) for kind, name in NAMES.items()} | {
    "mail: lines with encoded words": short_header_lines,
    "mail: several items": digest,
    "mail: a text that would add headers": injection,
    "mail: names with line ends are refused": names_with_line_ends,
    "mail: Message-ID": one_id_for_one_thing,
    "mail: a program that fails": no_mail_program,
}
