"""What a discreet mail must not hold, and an open one may."""

import base64
import json
import quopri
import re
from datetime import datetime

from home import PRIVATE, Home, at, channel, child, holds, household, rupture, same
from mails import agrees, parts, squeezed

#: Words that tell what a reminder is about.
TELLING = [
    PRIVATE, "toxic", "benign", "oscillating", "limit-setting", "rupture", "reconnect", "try-again", "try again",
    "roadblock", "reflect", "Aunt", "555-0134", "emergency number of"]


def family(folder, shared, **options):
    names = {"ada": f"Ada {PRIVATE}", "ben": f"בן {PRIVATE}"}
    people = [child(name, key) for key, name in names.items()]
    home = Home(
        folder, household(shared, country="US"), {"type": "contact", "name": f"Aunt {PRIVATE}", "number": "555-0134"},
        *people, rupture(at("01-05 09:00"), f"{PRIVATE}1", "ada", "toxic", zone="red"),
        rupture(at("01-05 09:10"), f"{PRIVATE}2", "ben", "oscillating"),
        {"type": "attempt", "id": f"{PRIVATE}t", "rupture": f"{PRIVATE}2", "at": at("01-05 09:12"), "outcome": "declined",
         "roadblock": "shame", "note": f"another {PRIVATE} note"},
        channel("mail", "mail", "me@example.org", **options), channel("cmd", "exec", folder / "take"),
        now=at("01-05 09:20"))
    home.program("take", 'cat > "$here/taken.json"')
    return home


def readings(raw, mail):
    """The mail in every way in which a reader could take it."""
    texts = [raw, quopri.decodestring(raw)]
    texts += [base64.b64decode(word + b"==") for word in re.findall(rb"[A-Za-z0-9+/]{16,}", raw) if len(word) % 4 != 1]
    texts = [text.decode(errors="replace") for text in texts]
    texts += [f"{name}: {value}" for name, value in mail.items()] + list(parts(mail))
    return [text.casefold() for text in texts]


def discreet(shared):
    def tells_nothing(folder):
        home = family(folder, shared)
        moments = [at("01-05 09:00"), at("01-05 12:00"), at("01-05 18:45"), at("01-06 20:00"), at("01-20 12:00")]
        secrets = list(TELLING)
        for moment in moments:
            home.due("mail", "cmd", now=moment)
        for item in home.agenda("2026-01-05", "2026-01-20", moments[-1]):
            texts = [item["id"], item["title"], item["prompt"] or "", *item["text"].split("\n")]
            secrets += [text for text in texts if len(text) >= 14]
        pairs = list(zip(home.mails.raw(), home.mails.read()))
        holds(len(pairs) >= 3, f"only {len(pairs)} mails")
        for raw, mail in pairs:
            for text in readings(raw, mail):
                for secret in secrets:
                    holds(secret.casefold() not in text, f"a discreet mail holds {secret!r:.60}")
    return tells_nothing


def the_same_title_as_commands_get(folder):
    home = family(folder, None).begun("mail", "cmd", now=at("01-05 09:20"))
    home.due("mail", "cmd", now=at("01-05 12:00"))
    titles = [item["discreetTitle"] for item in json.loads((folder / "taken.json").read_text())]
    [mail] = home.mails.read()
    same(str(mail["Subject"]), titles[0] + (f", and {len(titles) - 1} more" if titles[1:] else ""), "Subject")
    text, page = parts(mail)
    for title in titles:
        holds(title in text and title in page, f"{title!r} is not in both parts")


def american(item):
    """The clock of a household in the US."""
    return datetime.fromisoformat(item["start"]).strftime("%I:%M %p").lstrip("0")


def opened(folder):
    home = family(folder, True, open=True).begun("mail", now=at("01-05 09:20"))
    home.due("mail", now=at("01-05 12:00"))
    items = [item for key, item in home.items("2026-01-05", at("01-05 12:00")).items() if key in home.delivered("mail")]
    [mail] = home.mails.read()
    agrees(mail, items, american)
    text, page = parts(mail)
    for word in (f"Ada {PRIVATE}", f"{PRIVATE} kite"):
        holds(squeezed(word) in squeezed(text) and word in page, f"the open mail does not hold {word!r}")
    for each in readings(home.mails.raw()[0], mail):
        holds(f"{PRIVATE} note" not in each, "a note is in a mail")


def the_check_sees_a_word(folder):
    """An open mail, read as if it had to be discreet."""
    home = family(folder, False).begun("mail", now=at("01-05 09:20"))
    home.due("mail", now=at("01-05 12:00"))
    [raw], [mail] = home.mails.raw(), home.mails.read()
    found = [any(PRIVATE in text for text in readings(raw, mail)), PRIVATE in raw.decode()]
    same(found, [True, False], "whether a private word is found decoded, and as it is")


CHECKS = {
    "discreet mail: nothing was said of who sees it": discreet(None),
    "discreet mail: a shared calendar": discreet(True),
    "discreet mail: the title that commands get": the_same_title_as_commands_get,
    "discreet mail: an open one is found out": the_check_sees_a_word,
    "open mail: names and words, and never a note": opened,
}
