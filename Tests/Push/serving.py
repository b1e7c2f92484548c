"""What `mend serve` rings by itself: in time, once between it and cron, through kills, and for ten thousand phones at once."""

import os
import re
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from pathlib import Path

from home import MEND, complaints, eventually, greeting, holds
from phones import CRACK, Phone, database, later, same, with_phones
from service import PushService

QUICK = bool(os.environ.get("QUICK"))
#: The day of the prompt that is rung for.
DAY = "2026-01-06"


class Server:
    """mend serve over a home, from an instant on."""

    def __init__(self, home, now, under=()):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.base = f"http://127.0.0.1:{self.port}"
        self.log = tempfile.TemporaryFile()
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [*under, MEND, "serve", "--listen", f"127.0.0.1:{self.port}", "--data", str(home.data), "--now", now],
            env=home.environment, stdout=subprocess.PIPE, stderr=self.log)
        link = re.search(r"http\S+/begin/\S+", greeting(self.process))
        self.begin_link = link and link.group(0)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def end(self, how=signal.SIGINT):
        if self.process.poll() is None:
            self.process.send_signal(how)
        status = self.process.wait(timeout=40)
        if not self.process.stdout.closed:
            self.process.stdout.close()
            self.log.seek(0)
            complaints.append(("serve", self.log.read().decode(errors="replace")))
            self.log.close()
        return status

    def status(self, field):
        """A number of /proc/PID/status, over all threads where it is one of theirs."""
        total = 0
        for path in Path(f"/proc/{self.process.pid}/task").glob("*/status"):
            total += int(re.search(rf"^{field}:\s+(\d+)", path.read_text(), re.M).group(1))
        return total

    def peak(self):
        """The most memory so far, in MB."""
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"^VmHWM:\s+(\d+)", text, re.M).group(1)) / 1024


def prompt(home, day=DAY):
    items = home.items(day, now=f"{day}T06:00:00-05:00")
    return next((key, item["start"]) for key, item in items.items() if item["kind"] == "prompt")


def in_time(folder):
    phone = Phone("phone")
    with PushService() as service:
        home = with_phones(folder, service, phone)
        _, start = prompt(home)
        # What is older has gone out before.
        home.due("phone", now=later(start, minutes=-5))
        service.messages.clear()
        ahead = 6
        with Server(home, later(start, seconds=-ahead)) as server:
            eventually(lambda: time.monotonic() - server.began > 2, "two seconds", 5)
            before = server.status("voluntary_ctxt_switches")
            time.sleep(2)
            switches = server.status("voluntary_ctxt_switches") - before
            same(service.messages, [], "messages before it is due")
            holds(switches < 60, f"{switches} times awake in two seconds with nothing to do")
            yield "sleeps until then"
            eventually(lambda: service.messages, "the prompt", 10)
            took = time.monotonic() - server.began - ahead
            holds(took < 3, f"{took:.1f} s after it was due")
            yield "rings in time"
            home.due("phone", now=later(start, seconds=30))
            time.sleep(1)
            same(len(service.messages), 1, "messages with cron beside the server")
            yield "once, with cron beside it"
        same(server.process.returncode, 0, "status of the server")


def wakes(folder):
    """A rupture that another program writes down late is due at once, and the server hears of it."""
    phone = Phone("phone")
    with PushService() as service:
        home = with_phones(folder, service, phone)
        noon = "2026-01-05T12:00:00-05:00"
        home.due("phone", now=noon)
        service.messages.clear()
        with Server(home, noon) as server:
            time.sleep(4)
            # Not later than the server's own clock, which began a moment after.
            now = later(noon, seconds=int(time.monotonic() - server.began) - 2)
            home.mend("rupture", "--with", "Ada", "--kind", "limit-setting", "--zone", "green", "--at", later(noon, hours=-1), now=now)
            following = home.agenda("2026-01-05", "2026-01-05", now)
            holds(any(item["kind"] == "reconnect" and item["start"] == now for item in following), f"{following}")
            eventually(lambda: service.messages, "what another program wrote down", 8)


def buttons(folder):
    phone = Phone("phone")
    evening = "2026-01-05T20:00:00-05:00"
    with PushService() as service:
        home = with_phones(folder, service, phone, cracks=[CRACK], is_open=True)
        home.due("phone", now=evening)
        notices = [phone.read(message)["notification"] for message in service.messages]
        asking = [notice for notice in notices if notice["data"]["asks"]]
        holds(asking, "no notice asks how it went")
        same([action["title"] for action in asking[0]["actions"]], ["Mended", "Not now", "Words"], "buttons")
        path = urllib.parse.urlsplit(asking[0]["data"]["reply"]).path

        with Server(home, later(evening, minutes=5)) as server:
            def ask(data=None):
                body = data and urllib.parse.urlencode(data).encode()
                try:
                    return urllib.request.urlopen(server.base + path, body, timeout=20).status
                except urllib.error.HTTPError as error:
                    return error.code

            attempts = home.dump("attempt")
            same(ask(), 200, "GET")
            same(home.dump("attempt"), attempts, "attempts after a look")
            same(ask({"do": "mended"}), 200, "Mended")
            same([(made["rupture"], made["outcome"]) for made in home.dump("attempt")], [("r1", "repaired")], "attempts")
            same(ask({"do": "mended"}), 410, "Mended once more")
            same(len(home.dump("attempt")), 1, "attempts after the second tap")


def killed(folder):
    """Runs that are killed at points spread over their time, and around the answer of the service: nothing is lost, and what
    comes twice is the same to the phone, which shows it once."""
    phone, days = Phone("phone"), 12 if QUICK else 80
    with PushService() as service:
        home = with_phones(folder, service, phone)
        before = set(home.delivered("phone"))
        usual = min(home.due("phone", now=f"2026-01-{day:02}T20:00:00-05:00").seconds for day in (6, 7, 8))
        for number in range(days):
            now, count = later("2026-01-09T20:00:00-05:00", days=number), len(service.messages)
            process = home.start("due", "--via", "phone", now=now)
            if number % 2:
                # The service has it; its answer comes never, or just before the kill.
                service.answering.clear()
                eventually(lambda: len(service.messages) > count, "a message", 20)
                if number % 4 == 1:
                    service.answering.set()
                    time.sleep(0.02 * number / days)
            else:
                time.sleep(usual * 1.1 * (number * 37 % days) / days)
            process.send_signal(signal.SIGKILL)
            home.end(process)
            service.answering.set()
            home.due("phone", now=now)
        seen = Counter()
        topics = {}
        for message in service.messages:
            notice = phone.read(message)["notification"]
            name = notice["data"]["id"]
            seen[name] += 1
            look = (message.headers["Topic"], notice["tag"], notice["title"])
            same(topics.setdefault(name, look), look, "the topic and tag of what came twice")
        sent = set(home.delivered("phone")) - before
        holds(all(f"daily.{later('2026-01-06T20:00:00-05:00', days=day)[:10]}" in sent for day in range(days + 3)), "a day's prompt is lost")
        same(len(seen), len(sent), "different notices that came")
        holds(max(seen.values()) <= 2, "something came three times")
        twice = sum(count > 1 for count in seen.values())
        holds(twice >= days // 4, "no kill came between a message and its answer")
        print(f"        {days} kills: {len(seen)} notices, none lost; {twice} came again, as the same notice", flush=True)


def waiting_server(folder, phone, service):
    """A server whose message of the day has reached the service, which says nothing yet; and the message's item."""
    home = with_phones(folder, service, phone)
    key, start = prompt(home)
    home.due("phone", now=later(start, minutes=-5))
    service.messages.clear()
    service.answering.clear()
    server = Server(home, later(start, seconds=-1))
    eventually(lambda: service.messages, "the prompt", 15)
    return home, server, key, later(start, minutes=1)


def beside(folder):
    """Cron and another server look while a message of the first server is on its way: it goes out once."""
    phone = Phone("phone")
    with PushService() as service:
        home, server, key, now = waiting_server(folder, phone, service)
        runs = [home.start("due", "--via", "phone", now=now) for _ in range(3)]
        with Server(home, now):
            for run in map(home.end, runs):
                same(run.status, 75, f"status of a run beside it ({run.err})")
                holds("phone" in run.err, run.err)
            same(len(service.messages), 1, "messages so far")
            service.answering.set()
            eventually(lambda: key in home.delivered("phone"), "the delivery", 10)
        same(server.end(), 0, "status of the server")
        home.due("phone", now=now)
        same(len(service.messages), 1, "messages")


def killed_server(folder):
    """A server that is killed while the service says nothing: the claim stays, and the next run sends it with the same id."""
    phone = Phone("phone")
    with PushService() as service:
        home, server, key, now = waiting_server(folder, phone, service)
        server.end(signal.SIGKILL)
        service.answering.set()
        home.due("phone", now=now)
        notices = {phone.read(message)["notification"]["data"]["id"] for message in service.messages}
        same(len(service.messages), 2, "messages")
        same(len(notices), 1, "different notices")
        holds(key in home.delivered("phone"), "the prompt is lost")


def ended_server(folder):
    """A server that is told to end while a message is on its way lets it come to its end, and nothing comes twice."""
    phone = Phone("phone")
    with PushService() as service:
        for how in (signal.SIGTERM, signal.SIGINT):
            service.answering.set()
            place = folder / how.name
            place.mkdir(mode=0o700)
            home, server, key, now = waiting_server(place, phone, service)
            server.process.send_signal(how)
            time.sleep(1)
            same(server.process.poll(), None, f"the server after {how.name}, with a message on its way")
            service.answering.set()
            same(server.end(how), 0, "status of the server")
            holds(key in home.delivered("phone"), f"after {how.name} the message is not known as sent")
            home.due("phone", now=now)
            same(len(service.messages), 1, f"messages with a run after {how.name}")
            yield f"by {how.name}"


def many(folder):
    """Everybody's phone rings within a minute, on two cores, and memory stays flat."""
    count = 1000 if QUICK else 10_000
    keys = [Phone(f"key{number}") for number in range(20)]
    with PushService() as service:
        home = with_phones(folder, service)
        _, start = prompt(home)
        begun = 1767618000
        with database(home) as journal:
            names = [f"phone-{number}" for number in range(count)]
            journal.executemany(
                "INSERT INTO channel (name, kind, destination, open) VALUES (?, 'push', 'A browser', 0)", [(name,) for name in names])
            journal.executemany(
                "INSERT INTO pushDevice (channel, endpoint, publicKey, secret, base, renewed, failures)"
                " VALUES (?, ?, ?, ?, 'https://mend.example.org', 0, 0)",
                [(name, service.address(name), keys[number % 20].public.hex(), keys[number % 20].secret.hex())
                 for number, name in enumerate(names)])
            journal.executemany(
                "INSERT INTO delivery (item, channel, at, outcome, kind) VALUES (?, ?, ?, 'passed', ?)",
                [("begin", name, begun, "begin") for name in names])
            # What came the day before has gone out.
            journal.executemany(
                "INSERT INTO delivery (item, channel, at, outcome, kind, day) VALUES ('daily.2026-01-05', ?, ?, 'sent', 'daily', '2026-01-05')",
                [(name, begun + 43_200) for name in names])
        ahead = 5 if QUICK else 15
        with Server(home, later(start, seconds=-ahead)) as server:
            eventually(lambda: service.messages, "the first message", 120)
            first, peak = time.monotonic(), server.peak()
            eventually(lambda: len(service.messages) >= count, f"{count} messages (there are {len(service.messages)})", 120)
            took = time.monotonic() - max(first, server.began + ahead)
            grown = server.peak() - peak
            print(f"        {count} phones in {took:.1f} s; memory grew by {grown:.0f} MB to {server.peak():.0f} MB", flush=True)
            holds(took < 60, f"{count} phones took {took:.0f} s")
            holds(grown < 64, f"memory grew by {grown:.0f} MB")
            eventually(
                lambda: home_sent(home) == count, "all confirmed", 30)
        same(len({message.phone for message in service.messages}), count, "phones that rang")
        same(len(service.messages), count, "messages")
        for message in service.messages:
            keys[int(message.phone.split("-")[1]) % 20].read(message)


def home_sent(home):
    journal = database(home)
    try:
        return journal.execute(
            f"SELECT count(*) FROM delivery WHERE item = 'daily.{DAY}' AND outcome = 'sent'").fetchone()[0]
    finally:
        journal.close()


#: What is measured, with nothing beside it.
ALONE = {"push: many phones": many}
CHECKS = {
    "push: kills": killed,
    "push: the server rings in time": in_time,
    "push: the server wakes": wakes,
    "push: several at a time": beside,
    "push: a server that is killed": killed_server,
    "push: a server that is ended": ended_server,
    "push: buttons": buttons,
}
