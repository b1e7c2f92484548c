"""Two clients and the command line at random, beside a reference that knows what each step means."""

import random
from datetime import datetime, timedelta, timezone

from home import holds, same
from lists import PRIVATE, QUICK, SEED, Client, D, List, Server, crack, family, new_task, records, value, with_line

PEOPLE = {"ada": f"Ada {PRIVATE}", "theo": f"Theo {PRIVATE}", "sam": f"Sam {PRIVATE}"}
KINDS = {"limit": "limit-setting", "misread": "benign", "closeness": "oscillating"}


class Phone:
    """A client with a copy of its own, which may be old."""

    def __init__(self, server, tasks, looks_at_tags):
        self.client, self.looks_at_tags = Client(server, tasks), looks_at_tags
        self.token, self.files = "", {}

    def sync(self):
        answer = self.client.sync(self.token)
        self.token = answer.token()
        changed = []
        for href, found in answer.responses().items():
            if found is None:
                self.files.pop(href, None)
            else:
                changed.append(href)
        if changed:
            for href, found in self.client.multiget(changed).responses().items():
                text = found["{urn:ietf:params:xml:ns:caldav}calendar-data"].text
                self.files[href] = (found[D + "getetag"].text, text.replace("\r\n", "\n").replace("\n", "\r\n"))

    def put(self, href, text):
        """Whether it was taken; one that looks at tags hears that its copy is old."""
        tag = self.files[href][0] if href in self.files else None
        if self.looks_at_tags:
            answer = self.client.put(href, text, If_Match=tag, If_None_Match=None if tag else "*")
        else:
            answer = self.client.put(href, text)
        if answer.status == 412:
            holds(self.looks_at_tags, "412 without a tag")
            return False
        holds(answer.status in (201, 204), f"PUT {answer.status} {answer.body[:200]!r}")
        return True


class Reference:
    """Which records there must be."""

    def __init__(self):
        self.ruptures, self.attempts, self.holds, self.own = {}, {}, 0, {}
        self.given = {"r": 0, "t": 0}

    def id(self, prefix):
        self.given[prefix] += 1
        return f"{prefix}{self.given[prefix]}"

    def rupture(self, person, kind):
        self.ruptures[self.id("r")] = (person, kind)

    def attempt(self, rupture, outcome):
        self.attempts[self.id("t")] = (rupture, outcome)

    def open(self, person):
        closed = {rupture for rupture, outcome in self.attempts.values() if outcome in ("repaired", "let-go")}
        ids = [id for id, (whose, _) in self.ruptures.items() if whose == person and id not in closed]
        return sorted(ids, key=lambda id: -int(id[1:]))

    def close(self, person, outcome):
        for rupture in self.open(person):
            self.attempt(rupture, outcome)

    def check(self, home, step):
        there = home.dump()
        found = {record["id"]: (record["with"], record["kind"]) for record in there if record["type"] == "rupture"}
        same(found, self.ruptures, f"ruptures after {step}")
        found = {record["id"]: record["outcome"] for record in there if record["type"] == "attempt"}
        same(found, {id: outcome for id, (_, outcome) in self.attempts.items()}, f"attempts after {step}")
        same(sum(record["type"] == "hold" for record in there), self.holds, f"pauses after {step}")


def person_of(text):
    """Whose open task it is."""
    if value(text, "STATUS") == "COMPLETED" or "X-MEND-STATE" not in text:
        return None
    title = value(text, "SUMMARY")
    return next((key for key, name in PEOPLE.items() if title.endswith(f"· {name}")), None)


def moment(**ago):
    """Of this machine's clock, which server and command line share."""
    return datetime.now(timezone.utc).replace(microsecond=0) - timedelta(**ago)


def at_random(folder):
    home = family(folder, crack(moment(minutes=20).isoformat()), now=moment().isoformat())
    tasks = List(home, "phone", "--open", now=None)
    chance, reference = random.Random(SEED), Reference()
    reference.rupture("ada", "limit-setting")
    steps, old = 60 if QUICK else 400, 0
    with Server(home, now=None) as server:
        phones = [Phone(server, tasks, looks_at_tags=True), Phone(server, tasks, looks_at_tags=False)]
        for number in range(steps):
            phone = chance.choice(phones)
            # The one that looks at no tag hears of the others first, as its app does; the other may be old.
            if not phone.looks_at_tags or chance.random() < 0.7:
                phone.sync()
            step = f"step {number} of seed {SEED}"
            people = {person_of(text): href for href, (_, text) in phone.files.items() if person_of(text)}
            done = [href for href, (_, text) in phone.files.items() if value(text, "STATUS") == "COMPLETED"]
            own = [href for href in phone.files if href in reference.own]
            kind = chance.choice(["new", "own", "tick", "untick", "later", "notes", "delete", "edit own", "delete own", "add",
                                  "command", "command"])
            if kind == "new" and len(reference.ruptures) < 60:
                person, word = chance.choice(sorted(PEOPLE)), chance.choice(sorted(KINDS))
                text = new_task(f"{PEOPLE[person]} {word}", f"n{number}", created=moment(minutes=10).strftime("%Y%m%dT%H%M%SZ"))
                if phone.put(f"{tasks.path}n{number}.ics", text):
                    reference.rupture(person, KINDS[word])
            elif kind == "own":
                href = f"{tasks.path}o{number}.ics"
                if phone.put(href, new_task(f"Errand {number}", f"o{number}", "X-CHECK:1")):
                    reference.own[href] = f"Errand {number}"
            elif kind in ("tick", "later", "notes", "delete", "add") and people:
                person, href = chance.choice(sorted(people.items()))
                tag, text = phone.files[href]
                if kind == "tick":
                    if phone.put(href, with_line(text, "STATUS", "STATUS:COMPLETED")):
                        reference.close(person, "repaired")
                    else:
                        old += 1
                elif kind == "later":
                    if phone.put(href, with_line(text, "DUE", moment(days=-40 - 3 * number).strftime("DUE:%Y%m%dT%H%M%SZ"))):
                        reference.holds += 1
                elif kind == "notes":
                    word = chance.choice(["partial", "declined", "not-ready"])
                    if phone.put(href, with_line(text, "DESCRIPTION", f"DESCRIPTION:{word} {number}")):
                        reference.attempt(reference.open(person)[0], word)
                elif kind == "add":
                    if phone.put(href, with_line(text, "CATEGORIES", f"CATEGORIES:c{number}")):
                        phone.sync()
                        holds(f"CATEGORIES:c{number}\r\n" in phone.files[href][1], f"a category was lost in {step}")
                else:
                    answer = phone.client.ask("DELETE", href, If_Match=tag if phone.looks_at_tags else None)
                    holds(answer.status in (204, 412, 404), f"DELETE {answer.status}")
                    if answer.status == 204:
                        reference.close(person, "let-go")
            elif kind == "untick" and done:
                href = chance.choice(done)
                text = phone.files[href][1]
                before = {record["id"] for record in records(home, "attempt")}
                for name, line in (("STATUS", "STATUS:NEEDS-ACTION"), ("COMPLETED", None), ("PERCENT-COMPLETE", None)):
                    text = with_line(text, name, line)
                if phone.put(href, text):
                    gone = before - {record["id"] for record in records(home, "attempt")}
                    holds(all(reference.attempts.pop(id)[1] == "repaired" for id in gone), f"{gone} went in {step}")
            elif kind == "edit own" and own:
                href = chance.choice(own)
                text = with_line(phone.files[href][1], "SUMMARY", f"SUMMARY:Changed {number}")
                if phone.put(href, text):
                    reference.own[href] = f"Changed {number}"
            elif kind == "delete own" and own:
                href = chance.choice(own)
                answer = phone.client.ask("DELETE", href, If_Match=phone.files[href][0] if phone.looks_at_tags else None)
                if answer.status == 204:
                    del reference.own[href]
            elif kind == "command":
                person = chance.choice(sorted(PEOPLE))
                open_ones = reference.open(person)
                if open_ones and chance.random() < 0.5:
                    outcome = chance.choice(["repaired", "let-go"])
                    home.mend("attempt", open_ones[0], outcome)
                    reference.attempt(open_ones[0], outcome)
                elif len(reference.ruptures) < 60:
                    home.mend("rupture", PEOPLE[person].split()[0], "benign")
                    reference.rupture(person, "benign")
            reference.check(home, f"{step} ({kind})")
        for phone in phones:
            phone.sync()
        whole = Client(server, tasks).files()
        for phone in phones:
            same({href: value(text, "SUMMARY") for href, (_, text) in phone.files.items()},
                 {href: value(text, "SUMMARY") for href, (_, text) in whole.items()}, "a phone's copy")
            same({href: tag for href, (tag, _) in phone.files.items()}, {href: tag for href, (tag, _) in whole.items()}, "its tags")
        same({href: value(text, "SUMMARY") for href, (_, text) in whole.items() if "X-CHECK" in text}, reference.own, "own tasks")
        same(sorted(filter(None, (person_of(text) for _, text in whole.values()))),
             sorted(person for person in PEOPLE if reference.open(person)), "who has a task")
    return f"{steps} steps, seed {SEED}: {len(reference.ruptures)} ruptures, {len(reference.attempts)} attempts, {reference.holds} pauses"


CHECKS = {"two clients and the command line": at_random}
