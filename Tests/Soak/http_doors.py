"""Raw bytes on kept connections: every request that is one gets an answer, and the server goes on."""

import contextlib
import re
import shutil
import socket
import time
import urllib.parse

from home import Wrong, holds, same
from front_doors import CLOSED, DAYS, PIECES, TIMES, WORDS, mutated
from kills import NOW, family
from served import Client, Served, signed_in
from trial import MOST_MEMORY, MOST_SECONDS

#: What it may answer, with a form or without.
ANSWERS = {200, 303, 304, 400, 401, 403, 404, 405, 409, 410, 413, 414, 415, 421, 422, 429, 431, 501, 505}
PATHS = [
    "/", "/record", "/repair", "/repair/r1", "/calm", "/plan", "/look-back", "/settings", "/settings/people/add",
    "/settings/people/ada", "/settings/export", "/subscribe", "/i/daily.2026-01-05", "/i/r1.try-again.1", "/sign-in", "/begin/none",
    "/mend.css", "/icon.svg", "/nothing", "/settings/erase"]
#: Forms, with what is usual in their fields. Those that end a session or the household stay out.
FORMS = {
    "/record": {"with": "ada", "kind": "benign", "at": TIMES, "note": WORDS, "excited-about": WORDS, "zone": "red", "ago": "10m ago"},
    "/repair/r1": {"outcome": "declined", "at": TIMES, "roadblock": "shame", "note": WORDS},
    "/calm": {"zone": "yellow", "with": WORDS},
    "/settings/hours": {
        "quiet-from": TIMES, "quiet-to": TIMES, "good": TIMES, "cap": WORDS, "closed": "rows", "closed.0.day": "mon",
        "closed.0.from": TIMES, "closed.0.to": TIMES, "away": "rows", "away.0.first": DAYS, "away.0.last": DAYS},
    "/settings/place": {"zone": WORDS, "country": "US", "shared": "no"},
    "/records/r1": {"kind": "benign", "with": "ada", "at": TIMES, "was-at": "x", "note": WORDS},
    "/look-back": {"find": WORDS},
    "/settings/people/add": {"person-name": WORDS, "relation": "child", "born": DAYS, "closed": "rows", "closed.0.from": TIMES,
        "closed.0.to": TIMES, "sleep-from": TIMES, "sleep-to": TIMES, "good": TIMES},
    "/settings/people/ada": {"person-name": WORDS, "relation": "child", "born": DAYS, "closed": "rows", "closed.0.from": TIMES,
        "closed.0.to": TIMES, "sleep-from": TIMES, "sleep-to": TIMES, "good": TIMES},
    "/settings/contacts": {"contact-name": WORDS, "contact-number": WORDS, "contact-purpose": WORDS},
    "/settings/contacts/remove": {"name": WORDS},
    "/subscribe": {"name": WORDS, "only": "repairs"},
    "/settings/erase": {"word": ["no", "eras", ""]},
}


def form(chance, fields, csrf):
    """A body whose values, and sometimes bytes, are bad."""
    pairs = [(b"csrf", csrf.encode())] if chance.random() < 0.9 else []
    for name, usual in fields.items():
        value = chance.choice(usual) if isinstance(usual, list) else usual
        value = value.encode()
        if chance.random() < 0.4:
            value = mutated(chance, value)
        if name == "word" and value.strip().lower() == b"erase":
            continue
        for _ in range(chance.choice([0, 1, 1, 1, 1, 2])):
            pairs.append((name.encode(), value))
    body = b"&".join(urllib.parse.quote_plus(name).encode() + b"=" + urllib.parse.quote_plus(value).encode() for name, value in pairs)
    return mutated(chance, body) if chance.random() < 0.2 else body


def request(chance, port, device):
    """Bytes, and whether they are a request as it should be."""
    cookie, csrf = device
    host = f"127.0.0.1:{port}"
    head = [("Host", host), ("Cookie", cookie)]
    if chance.random() < 0.5:
        path, body = chance.choice(PATHS), b""
        if chance.random() < 0.5:
            query = chance.choice([b"?from=", b"?said=", b"?then=", b"?with=", b"?answer=", b"?week=", b"?month=", b"?"])
            path = mutated(chance, path.encode() + query + chance.choice(DAYS).encode())
            path = urllib.parse.quote_from_bytes(path, safe="/?&=%").replace("%25", "%")[:6000] or "/"
        method = chance.choice(["GET"] * 8 + ["HEAD", "PUT", "DELETE", "OPTIONS", "PROPFIND"])
    else:
        path, fields = chance.choice(list(FORMS.items()))
        method, body = "POST", form(chance, fields, csrf)
        head += [("Content-Type", "application/x-www-form-urlencoded"), ("Content-Length", str(len(body)))]
    if chance.random() < 0.3:
        name = chance.choice(["If-None-Match", "If-Modified-Since", "Accept-Encoding", "Accept-Language", "Origin", "User-Agent", "Range", "Cookie",
            "X-Forwarded-For", "Sec-Fetch-Site"])
        value = chance.choice([*PIECES, *map(str.encode, TIMES), f"http://{host}".encode(), b"gzip;q=", b"bytes=0-9999999999999999999"])
        head.append((name, re.sub(rb"[\x00-\x1f\x7f-\xff]", b"?", value).decode()))
    data = "".join([f"{method} /{path.lstrip('/')} HTTP/1.1\r\n", *(f"{name}: {value}\r\n" for name, value in head), "\r\n"]).encode() + body
    if chance.random() < 0.15:
        return mutated(chance, data), method, False
    return data, method, True


class Connection:
    """A kept connection; it reads answers one by one."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.rest = b""

    def answer(self, method):
        """Status, head and body; None when the server has closed the connection."""
        while b"\r\n\r\n" not in self.rest:
            part = self.socket.recv(65_536)
            if not part:
                return None
            self.rest += part
        head, _, self.rest = self.rest.partition(b"\r\n\r\n")
        length = re.search(rb"\r\ncontent-length: *(\d+)", head, re.IGNORECASE)
        status = int(head.split()[1])
        size = int(length.group(1)) if length and method != "HEAD" and status != 304 else 0
        while len(self.rest) < size:
            part = self.socket.recv(65_536)
            if not part:
                return None
            self.rest += part
        body, self.rest = self.rest[:size], self.rest[size:]
        return status, head, body

    def close(self):
        self.socket.close()


def raw(trial):
    house = family(trial.folder)
    [device] = signed_in(house, now=NOW)
    # What the requests write makes it larger; from time to time it begins anew.
    shutil.copytree(house.data, trial.folder / "kept")
    rounds, each = trial.amount(20, 2), trial.amount(400, 150)
    for _ in range(rounds):
        shutil.rmtree(house.data)
        shutil.copytree(trial.folder / "kept", house.data)
        with Served(house, NOW) as served:
            connection = None
            for _ in range(each):
                connection = connection or Connection(served.port)
                data, method, is_right = request(trial.chance, served.port, device)
                before = served.cpu
                (trial.folder / "request").write_bytes(data)
                try:
                    connection.socket.sendall(data)
                    if not is_right:
                        # It may wait for more; nobody sends any.
                        connection.socket.shutdown(socket.SHUT_WR)
                    answer = connection.answer(method)
                except TimeoutError:
                    raise Wrong(f"no answer to {data[:300]!r}") from None
                except (ConnectionError, OSError):
                    answer = None
                same(served.process.poll(), None, f"how the server ended after {data[:300]!r}")
                holds(served.cpu - before < MOST_SECONDS, f"{served.cpu - before:.1f} s for {data[:300]!r}")
                if answer is not None:
                    # One that breaks off within its body has nobody who waits for the answer.
                    holds(answer[0] in ANSWERS or not is_right and answer[0] == 500, f"{answer[0]} to {data[:300]!r}")
                elif is_right:
                    raise Wrong(f"no answer to {data[:300]!r}")
                if answer is None or not is_right or b"connection: close" in answer[1].lower():
                    connection.close()
                    connection = None
            if connection:
                connection.close()
            holds(served.memory < MOST_MEMORY, f"the server took {served.memory} kB")
            client = Client(served.port, *device)
            same(client.ask("GET", "/")[0], 200, "the first page after all that")
            client.close()
            served.end()
        house.lines()
        trial.count("requests sent", each)


def half_requests(trial):
    """Many connections that send a part and go away, or stay."""
    house = family(trial.folder)
    [device] = signed_in(house, now=NOW)
    with Served(house, NOW) as served:
        waiting = []
        for number in range(trial.amount(600, 60)):
            data, _, _ = request(trial.chance, served.port, device)
            connection = socket.create_connection(("127.0.0.1", served.port), timeout=30)
            with contextlib.suppress(ConnectionError):
                connection.sendall(data[:trial.chance.randrange(len(data) + 1)])
            if number % 3:
                waiting.append(connection)
            else:
                connection.close()
            if len(waiting) > 100:
                waiting.pop(0).close()
        client = Client(served.port, *device)
        began = time.monotonic()
        same(client.ask("GET", "/")[0], 200, "a page beside a hundred that wait")
        holds(time.monotonic() - began < 20, "it waits for others")
        client.close()
        for connection in waiting:
            connection.close()
        holds(served.memory < MOST_MEMORY, f"the server took {served.memory} kB")
        served.end()
    house.lines()
    trial.count("connections that broke off", trial.amount(600, 60))


CHECKS = {"bytes: requests": raw, "bytes: connections that break off": half_requests}
