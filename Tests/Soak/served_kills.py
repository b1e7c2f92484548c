"""The server is killed while forms come in: what it had answered is there."""

import http.client
import json
import re
import threading
import time

from home import holds, same
from kills import NOW, family, words
from served import Client, Served, signed_in
from trial import nothing_lost


class Sender(threading.Thread):
    """Sends forms until the server is gone."""

    def __init__(self, client, notes):
        super().__init__()
        self.client, self.notes = client, notes
        #: By note: the id that was answered.
        self.answered, self.sent, self.refused = {}, [], []

    def run(self):
        try:
            for note in self.notes:
                self.sent.append(note)
                status, headers, page = self.client.post(
                    "/record", once=note[:8], **{"with": "ada"}, kind="benign", zone="yellow", note=note, instead="no")
                if status == 303:
                    self.answered[note] = re.match(r"/repair/(r\d+)\?", headers["Location"]).group(1)
                else:
                    self.refused.append((status, page[-300:]))
                self.client.ask("GET", "/")
        except (OSError, http.client.HTTPException):
            pass
        finally:
            self.client.close()


def a_server(trial):
    house = family(trial.folder)
    devices = signed_in(house, 2, NOW)
    known = {}
    for number in range(trial.amount(150, 8)):
        with Served(house, NOW) as served:
            senders = [
                Sender(Client(served.port, *device), [words(trial.chance, f"{number}.{who}.{n}") for n in range(40)])
                for who, device in enumerate(devices)]
            for sender in senders:
                sender.start()
            time.sleep(trial.chance.uniform(0, 0.4))
            served.kill()
            for sender in senders:
                sender.join()
        records = {}
        for record in map(json.loads, house.lines()):
            if "note" in record and record["id"] != "r1":
                same(record["note"] in records, False, f"{record['id']} is a second one of the same")
                records[record["note"]] = record
        for sender in senders:
            same(sender.refused, [], "refused")
            for note in sender.sent:
                record = records.get(note)
                if note in sender.answered:
                    nothing_lost([] if record else [sender.answered[note]], "records that were answered")
                    same(record["id"], sender.answered[note], "id")
                if record:
                    same((record["with"], record["kind"], record["zone"]), ("ada", "benign", "yellow"), record["id"])
                    known[note] = record
        same(records, known, "all records")
        trial.count("kills survived")
    holds(len(known) > trial.amount(150, 3), f"only {len(known)} records were written")
    trial.count("records written under kills", len(known))


CHECKS = {"kills: serve, under forms": a_server}
