"""What goes out from `mend due --via`: sealed, signed, bounded; and what becomes of each answer of a push service."""

import subprocess
import time
import urllib.request

from phones import BASE, CRACK, Phone, add_phones, child, claims, database, later, rows, same, with_phones
from home import MEND, PRIVATE, Skipped, eventually, holds
from service import PushService
from serving import Server, prompt

#: After the prompt of the day and whatever a rupture of the afternoon brings.
EVENING = "2026-01-05T20:00:00-05:00"
NEXT = "2026-01-06T20:00:00-05:00"


def sealed(folder):
    phone, tablet = Phone("phone"), Phone("tablet")
    with PushService() as service:
        home = with_phones(folder, service, phone, tablet, cracks=[CRACK], is_open=True)
        home.due("phone", "tablet", now=EVENING)
        messages = service.messages
        holds(len(messages) >= 2, "nothing was sent")
        topics = set()
        for message in messages:
            notice = (phone if message.phone == "phone" else tablet).read(message)
            same(notice["web_push"], 8030, "web_push")
            holds(notice["notification"]["navigate"].startswith(BASE + "/"), "navigate leads elsewhere")
            holds(notice["notification"]["title"], "a notice without a title")
            token = claims(message)
            same(token["aud"], f"http://127.0.0.1:{service.port}", "aud")
            same(token["sub"], BASE, "sub")
            begun = 1767661200
            holds(begun < token["exp"] <= begun + 86400, f"exp {token['exp']}")
            life = int(message.headers["TTL"])
            holds(60 <= life <= 86400, f"TTL {life}")
            holds(message.headers["Urgency"] in ("high", "normal"), "Urgency")
            topic = message.headers["Topic"]
            holds(len(topic) <= 32 and topic.replace("-", "").replace("_", "").isalnum(), f"Topic {topic}")
            topics.add((message.phone, topic))
            holds(len(message.body) < 4096, "a body of 4,096 bytes")
            holds(b"qzcanary" not in message.body and b"Ada" not in message.body, "a name can be read")
        same(len({len(message.body) for message in messages}), 1, "lengths of bodies")
        same(len({message.body[:16] for message in messages}), len(messages), "salts")
        holds(len({topic for _, topic in topics}) == len(topics), "two phones share a topic")
        yield "every body opens with http-ece, every token with py-vapid"
        count = len(messages)
        home.due("phone", "tablet", now=EVENING)
        same(len(service.messages), count, "messages after a second run")
        yield "once"
        dump = home.mend("dump").out
        for word in (phone.secret.hex(), phone.public.hex(), service.address("phone"), rows(home, "SELECT private FROM pushKey")[0][0]):
            holds(word not in dump, "a dump holds a phone's address or key")
        yield "nothing of it in a dump"


def discreet(folder):
    phone = Phone("phone")
    with PushService() as service:
        home = with_phones(folder, service, phone, cracks=[("2026-01-05T15:30:00-05:00", "Ada", "toxic", "--zone", "red")])
        home.due("phone", now=EVENING)
        notices = [phone.read(message) for message in service.messages]
        holds(notices, "nothing was sent")
        for notice in notices:
            for word in ("qzcanary", "Ada", "kite", "toxic", "frighten", "Mended"):
                holds(word not in str(notice), f"a discreet notice says {word}")
        same(len({tuple(a["title"] for a in notice["notification"]["actions"]) for notice in notices}), 1, "sets of buttons")


def urgency(folder):
    phone = Phone("phone")
    with PushService() as service:
        home = with_phones(folder, service, phone)
        starts = [
            next(item["start"] for item in home.items(day, now=f"{day}T06:00:00-05:00").values() if item["kind"] == "prompt")
            for day in ("2026-01-06", "2026-01-07")]
        home.due("phone", now=later(starts[0], seconds=5))
        home.due("phone", now=later(starts[1], hours=3))
        same([message.headers["Urgency"] for message in service.sent_to("phone")], ["high", "normal"], "Urgency")


def answers(folder):
    names = ["gone404", "gone410", "busy429", "fault500", "refused401", "large413", "moved", "hangs", "fine"]
    phones = [Phone(name) for name in names]
    with PushService() as service, PushService() as elsewhere:
        home = with_phones(folder, service, *phones)
        service.answers.update({
            "gone404": [(404, {})], "gone410": [(410, {})], "busy429": [(429, {"Retry-After": "600"}), (201, {})],
            "fault500": [(500, {}), (201, {})], "refused401": [(401, {})], "large413": [(413, {}), (201, {})],
            "moved": [(307, {"Location": elsewhere.address("moved")})], "hangs": [(0, {})]})
        began = time.monotonic()
        home.due(*names, now=NEXT, status=None)
        holds(time.monotonic() - began < 40, "a service that hangs holds a run up for too long")
        devices = {row[0]: row[1:] for row in rows(home, "SELECT channel, answer, failures, retryAt FROM pushDevice")}
        now = 1767747600
        holds("gone404" not in devices and "gone410" not in devices, "a subscription that is gone is kept")
        yield "404 and 410 end a subscription"
        same(devices["busy429"], (429, 1, now + 600), "429")
        same(devices["fault500"], (500, 1, now + 60), "500")
        same(devices["hangs"], (0, 1, now + 60), "no answer")
        home.due("busy429", "fault500", now=later(NEXT, seconds=30), status=None)
        same([len(service.sent_to(name)) for name in ("busy429", "fault500")], [1, 1], "messages before it is time")
        home.due("fault500", now=later(NEXT, minutes=2))
        home.due("busy429", now=later(NEXT, minutes=11))
        same([len(service.sent_to(name)) for name in ("busy429", "fault500")], [2, 2], "messages when it is time")
        same(len(home.delivered("fault500")), len(home.delivered("fine")), "deliveries in the end")
        yield "429, 500 and silence are tried again when it is time"
        same(devices["refused401"][:2], (401, 1), "401")
        said = home.mend("doctor", now=NEXT).out
        for word in ("gone410: no phone rings there now", "refused401: its push service does not take", "hangs: its push service was not reached"):
            holds(word in said, f"doctor does not say {word!r}: {said}")
        yield "401 and what is gone stand in doctor"
        first, second = service.sent_to("large413")[:2]
        holds(len(second.body) < len(first.body), "after 413 nothing shorter is tried")
        holds("body" not in phones[names.index("large413")].read(second)["notification"], "the shorter one has a text")
        yield "413 is tried once more, shorter"
        same(elsewhere.messages, [], "messages to where a redirect leads")
        holds(devices["moved"][0] == 307, "a redirect counts as taken")
        yield "no redirect is followed"
        same(len(service.sent_to("fine")), 1, "messages to a phone whose service is well")
        for message in service.messages:
            phones[names.index(message.phone)].read(message)
        yield "every body and token among them is as it should be"
        service.release.set()


def endless(folder):
    """An answer without end, as fast or as slow as it likes, is bounded in size and time."""
    phone = Phone("phone")
    with PushService() as service:
        home = with_phones(folder, service, phone)
        service.answers["phone"] = [(201, {"Transfer-Encoding": "chunked"})]
        for day, pause in ((NEXT, 0), (later(NEXT, days=1), 0.5)):
            service.pause = pause
            run = home.due("phone", now=day, status=None)
            holds(run.seconds < 20, f"{run.seconds:.0f} s with {pause} s between parts")
            yield "fast" if pause == 0 else "slow"


def partly(folder):
    """A service that takes one message and not the next: the first does not go out again, by cron as by the server."""
    def by_cron(home, service, now):
        home.due("phone", now=now, status=None)

    def by_server(home, service, now):
        count = len(service.messages)
        with Server(home, now):
            eventually(lambda: len(service.messages) > count, "a message", 15)
            time.sleep(1)

    for way in (by_server, by_cron):
        phone, place = Phone("phone"), folder / way.__name__
        place.mkdir(mode=0o700)
        with PushService() as service:
            home = with_phones(
                place, service, phone, more=[child(f"Ben {PRIVATE}", "ben")], cracks=[CRACK, (CRACK[0], "Ben", *CRACK[2:])])
            service.answers["phone"] = [(201, {}), (500, {}), (201, {})]
            way(home, service, EVENING)
            way(home, service, later(EVENING, minutes=2))
            came = [phone.read(message)["notification"]["data"]["id"] for message in service.messages]
            same(len(set(came)), 2, "different notices")
            same(came, [came[0], came[1], came[1]], "what went out")
            same(len(home.delivered("phone")), 2, "deliveries")
            yield way.__name__.replace("_", " ")


def addresses(folder):
    with PushService() as service:
        port = service.port
        strange = {
            "loopback": f"https://127.0.0.1:{port}/p/loopback", "name": f"https://localhost:{port}/p/name",
            "otherport": f"http://127.0.0.1:{port + 1}/p/otherport", "plain": "http://fcm.googleapis.com/fcm/send/x",
            "private": "https://10.0.0.1/p/private", "meta": "http://169.254.169.254/latest/meta-data",
            "six": f"https://[::1]:{port}/p/six", "credentials": f"https://fcm.googleapis.com@127.0.0.1:{port}/p/c",
            "unknown": "https://push.example.net/p/unknown"}
        phones = [Phone(name) for name in strange]
        home = with_phones(folder, service, *phones, addresses=strange)
        for name in strange:
            run = home.due(name, now=NEXT, status=73)
            holds("push service" in run.err, run.err)
        same(service.messages, [], "messages to addresses that are none of a push service")
        same([home.delivered(name) for name in strange], [[] for _ in strange], "deliveries")


def sample(folder):
    phone = Phone("phone")
    with PushService() as service:
        home = with_phones(folder, service, phone)
        before = home.mend("dump").out
        run = home.mend("channel", "test", "phone", now=NEXT)
        holds("A sample went out by phone" in run.out, run.out)
        same(len(service.messages), 1, "samples")
        holds(phone.read(service.messages[0])["notification"]["title"], "a sample without a title")
        same(home.mend("dump").out, before, "the dump after a sample")
        run = home.mend("channel", "add", "other", "--kind", "push", status=65)
        holds("a phone adds itself" in run.err, run.err)
        home.environment.pop("MEND_PUSH_TEST_PORT")
        home.mend("channel", "test", "phone", now=NEXT, status=73)
        same(len(service.messages), 1, "messages without the flag of tests")


def nothing_leaves_unasked(folder):
    """Without a phone no connection is opened, whatever else is due; with one, the same look finds its connection."""
    with PushService() as service:
        home = with_phones(folder, service)
        trace = folder / "trace"
        # As a grandchild, so that mend itself is what is started and ended.
        tracer = ["strace", "-D", "-f", "-e", "trace=connect", "-o", str(trace)]
        if subprocess.run([*tracer, "true"], capture_output=True).returncode != 0:
            raise Skipped("strace cannot look here")

        def internet():
            return [line for line in trace.read_text().splitlines() if "AF_INET" in line]

        _, start = prompt(home)
        # Standard output begins with it.
        home.due(now=later(start, hours=-1))
        run = subprocess.run(
            [*tracer, MEND, "due", "--data", str(home.data), "--now", later(start, minutes=1)], env=home.environment, capture_output=True,
            text=True, timeout=60)
        holds(run.returncode == 0 and run.stdout, f"nothing was due: {run.stderr}")
        same(internet(), [], "connections of mend due")
        with Server(home, later(start, seconds=-1), tracer) as server:
            time.sleep(3)
            same(urllib.request.urlopen(server.base + "/sign-in", timeout=20).status, 200, "a page")
        same(internet(), [], "connections of mend serve")
        same(service.messages, [], "messages")
        yield "without a phone"
        phone = Phone("phone")
        with database(home) as journal:
            journal.execute("INSERT INTO channel (name, kind, destination, open) VALUES ('phone', 'push', 'A browser', 0)")
        add_phones(home, [(phone, service.address("phone"))])
        subprocess.run(
            [*tracer, *home.command("due", "--via", "phone", now=later(start, minutes=2))], env=home.environment, capture_output=True,
            timeout=60, check=True)
        holds(internet(), "the look does not find connections")
        holds(all(f"htons({service.port})" in line for line in internet()), f"connections elsewhere: {internet()}")
        yield "with one, to its service alone"


CHECKS = {
    "push: sealed and signed": sealed,
    "push: discreet": discreet,
    "push: urgent within the hour": urgency,
    "push: answers of services": answers,
    "push: answers without end": endless,
    "push: a service that takes one of two": partly,
    "push: addresses that are none": addresses,
    "push: a sample": sample,
    "push: nothing leaves unasked": nothing_leaves_unasked,
}
