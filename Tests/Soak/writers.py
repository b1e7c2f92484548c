"""Eight write at the same time, by commands and by forms: nobody is sent away, nothing is lost, nothing is doubled."""

import contextlib
import json
import re
import threading
import time
from random import Random

from home import Wrong, at, child, holds, household, same
from kills import NOW, words
from served import Client, Served, signed_in
from trial import House, nothing_lost

COMMANDS, FORMS = 5, 3


class Writer(threading.Thread):
    """Writes until the time is over; `written` holds notes, and ids where they were told."""

    def __init__(self, number, house, until, seed):
        super().__init__()
        self.number, self.house, self.until, self.chance = number, house, until, Random(seed)
        self.written, self.slowest, self.wrong = [], {}, None

    def run(self):
        try:
            count = 0
            while time.monotonic() < self.until:
                count += 1
                self.write(words(self.chance, f"{self.number}.{count}"))
        except Exception as error:
            self.wrong = f"{type(error).__name__}: {error}"

    @contextlib.contextmanager
    def timed(self, what):
        began = time.monotonic()
        yield
        self.slowest[what] = max(self.slowest.get(what, 0), time.monotonic() - began)


class CommandWriter(Writer):
    def write(self, note):
        if self.chance.random() < 0.5:
            command = ["rupture", "--with", "ada", "--kind", "benign", "--note", note]
        else:
            command = ["attempt", "r1", "--outcome", "declined", "--note", note]
        with self.timed("command"):
            end = self.house.run(*command, now=NOW)
        holds(end.status == 0 and "mend: " not in end.err, f"a writer gets status {end.status}: {end.err!r}")
        found = re.match(r"Recorded as (r\d+)\.", end.out)
        self.written.append((found and found.group(1), note))


class FormWriter(Writer):
    client: Client

    def write(self, note):
        if self.chance.random() < 0.5:
            path, fields = "/record", {"with": "ada", "kind": "benign"}
        else:
            path, fields = "/repair/r1", {"outcome": "declined"}
        with self.timed("form"):
            # A second one within two minutes is meant as one of its own.
            own = {"instead": "no"} if path == "/record" else {}
            status, headers, page = self.client.post(path, once=note[:9], **fields, **own, note=note)
        same(status, 303, f"status of a form ({page[-300:]!r})")
        found = re.match(r"/repair/(r\d+)\?said=recorded", headers["Location"])
        self.written.append((found and path == "/record" and found.group(1), note))
        # And it reads meanwhile.
        page = "/look-back" if self.chance.random() < 0.3 else "/"
        with self.timed(f"page {page}"):
            same(self.client.ask("GET", page)[0], 200, "status of a page")


def at_once(trial):
    house = House(
        trial.folder, household(), child(),
        {"type": "rupture", "id": "r1", "with": "ada", "kind": "toxic", "at": at("01-05 09:00")}, now=NOW)
    devices = signed_in(house, FORMS, NOW)
    with Served(house, NOW) as served:
        until = time.monotonic() + trial.amount(60, 10)
        writers = [CommandWriter(n, house, until, f"{trial.chance.random()}") for n in range(COMMANDS)]
        for number, device in enumerate(devices, COMMANDS):
            writer = FormWriter(number, house, until, f"{trial.chance.random()}")
            writer.client = Client(served.port, *device)
            writers.append(writer)
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
            if writer.number >= COMMANDS:
                writer.client.close()
        served.end()
    for writer in writers:
        if writer.wrong:
            raise Wrong(f"writer {writer.number} of {len(writers)}: {writer.wrong}")
        holds(len(writer.written) > 2, f"writer {writer.number} wrote only {len(writer.written)} times")
    records = [record for record in map(json.loads, house.lines()) if record["type"] in ("rupture", "attempt")]
    ids = [record["id"] for record in records]
    same(len(ids), len(set(ids)), "different ids")
    found = sorted(record["note"] for record in records if record["id"] != "r1")
    wanted = sorted(note for writer in writers for _, note in writer.written)
    nothing_lost(sorted(set(wanted) - set(found)), "records")
    same(len(found), len(wanted), "how many are there")
    same(found, wanted, "what is there")
    by_id = {record["id"]: record.get("note") for record in records}
    for writer in writers:
        for key, note in writer.written:
            if key:
                same(by_id.get(key), note, f"the note of {key}")
    trial.count("writers: at once", len(writers))
    trial.count("writers: records", len(wanted))
    for what in sorted({what for writer in writers for what in writer.slowest}):
        slowest = max(writer.slowest.get(what, 0) for writer in writers)
        trial.count(f"writers: ms of the slowest {what}", round(1000 * slowest))


CHECKS = {"writers: eight at once": at_once}
