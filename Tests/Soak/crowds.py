"""Clients that send and never read, that are slow, or that only wait: the server stays small, and others are answered."""

import contextlib
import re
import resource
import selectors
import socket
import sqlite3
import threading
import time
import urllib.request

from home import holds, same
from kills import NOW, family
from served import Client, Served, signed_in
from trial import MOST_MEMORY

#: Seconds within which somebody else has to be answered throughout.
SOON = 2


class Probe(threading.Thread):
    """Asks for a page once a second, each time on a connection of its own."""

    def __init__(self, port):
        super().__init__(daemon=True)
        self.port, self.over, self.times, self.failed = port, threading.Event(), [], []

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.join()

    def run(self):
        while not self.over.wait(1):
            began = time.monotonic()
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/sign-in", timeout=SOON) as answer:
                    answer.read()
            except OSError as error:
                self.failed.append(f"{type(error).__name__}: {error}")
            self.times.append(time.monotonic() - began)

    def was_answered(self):
        holds(len(self.times) > 3, f"only {len(self.times)} probes")
        same(self.failed, [], f"probes of {len(self.times)} that were not answered within {SOON} s")
        holds(max(self.times) < SOON, f"a probe took {max(self.times):.1f} s")


class Crowd:
    """Connections that come again when the server closes them."""

    def __init__(self, port):
        self.port, self.selector = port, selectors.DefaultSelector()

    def open(self, data):
        """One that sends these bytes again and again."""
        connection = socket.socket()
        connection.setblocking(False)
        connection.connect_ex(("127.0.0.1", self.port))
        # What is left of the bytes follows them in the list.
        self.selector.register(connection, selectors.EVENT_WRITE, [data, memoryview(data)])

    def send(self, seconds):
        """Sends whatever the server takes, and reads nothing."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for key, _ in self.selector.select(0.1):
                data, left = key.data
                try:
                    key.data[1] = left[key.fileobj.send(left):] or memoryview(data)
                except BlockingIOError:
                    pass
                except OSError:
                    self.selector.unregister(key.fileobj)
                    key.fileobj.close()
                    self.open(data)

    def close(self):
        for key in list(self.selector.get_map().values()):
            key.fileobj.close()
        self.selector.close()


def get(port, path):
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()


def that_read_nothing(trial):
    """195 connections send one request after the other, and read nothing."""
    house = family(trial.folder)
    with Served(house, NOW) as served:
        crowd = Crowd(served.port)
        for number in range(195):
            path = ["/sign-in", "/mend.css", "/nothing", "/"][number % 4]
            crowd.open(get(served.port, path) * 20_000)
        crowd.send(trial.amount(60, 10))
        holds(served.memory < MOST_MEMORY, f"the server took {served.memory} kB")
        crowd.close()
        same(Client(served.port).ask("GET", "/sign-in")[0], 200, "a page after all that")
        trial.count("crowds: kB of a server that nobody reads from", served.memory)
        served.end()


def that_are_slow(trial):
    """Bodies of a byte now and then, heads of a byte now and then, and kept connections: for as long as they like."""
    house = family(trial.folder)
    with Served(house, NOW) as served, Probe(served.port) as probe:
        host = f"Host: 127.0.0.1:{served.port}\r\n"
        starts = [
            f"POST /sign-in HTTP/1.1\r\n{host}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\na",
            f"POST /nothing HTTP/1.1\r\n{host}Content-Length: 5000\r\n\r\na", f"GET / HTTP/1.1\r\n{host}X-Slow: a",
            f"GET /sign-in HTTP/1.1\r\n{host}\r\n"]
        until = time.monotonic() + trial.amount(100, 20)
        connections = {}
        while time.monotonic() < until:
            for number in range(450):
                connection = connections.get(number)
                try:
                    if connection is None:
                        connection = connections[number] = socket.create_connection(("127.0.0.1", served.port), timeout=5)
                        connection.sendall(starts[number % 4].encode())
                    else:
                        connection.sendall(b"a" if number % 4 < 3 else starts[3].encode())
                        # Who keeps a connection reads, too.
                        connection.setblocking(False)
                        with contextlib.suppress(BlockingIOError):
                            if not connection.recv(65_536):
                                raise ConnectionError
                        connection.settimeout(5)
                except OSError:
                    connections.pop(number, None)
                    if connection:
                        connection.close()
            time.sleep(trial.amount(15, 4))
        for connection in connections.values():
            connection.close()
        probe.was_answered()
        holds(served.memory < MOST_MEMORY, f"the server took {served.memory} kB")
        served.end()


def that_only_wait(trial):
    """Ten thousand connections on which nothing is said."""
    count = trial.amount(10_000, 3_000)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < count + 200:
        with contextlib.suppress(ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (min(count + 200, hard), hard))
        count = min(count, resource.getrlimit(resource.RLIMIT_NOFILE)[0] - 200)
    house = family(trial.folder)
    with Served(house, NOW) as served, Probe(served.port) as probe:
        waiting = []
        for _ in range(count):
            connection = socket.socket()
            connection.settimeout(20)
            connection.connect(("127.0.0.1", served.port))
            waiting.append(connection)
        time.sleep(trial.amount(20, 5))
        for connection in waiting:
            connection.close()
        probe.was_answered()
        holds(served.memory < MOST_MEMORY, f"the server took {served.memory} kB")
        trial.count("crowds: connections that only waited", count)
        served.end()


ROWS = [
    "scrypt$15$8$-1$00$00", "scrypt$15$8$9223372036854775807$00$00", "scrypt$15$-8$3$00$00", "scrypt$24$8$3$00$00",
    "scrypt$15$4611686018427387904$3$00$00", "scrypt$15$8$3$$", "scrypt$15$8$4294967297$00$00", "", "x" * 1_000_000]


def planted_passphrases(trial):
    """Rows that nobody's passphrase has made: a sign-in is refused, and the server goes on."""
    house = family(trial.folder)
    [device] = signed_in(house, now=NOW)
    with Served(house, NOW) as served:
        for row in ROWS:
            with contextlib.closing(sqlite3.connect(house.data / "journal.sqlite", timeout=20)) as journal:
                journal.execute("UPDATE passphrase SET hash = ?", (row,))
                journal.commit()
            client = Client(served.port)
            _, headers, page = client.ask("GET", "/sign-in")
            client.cookie = headers["Set-Cookie"].split(";")[0]
            token = re.search(r'name="csrf" value="([^"]*)"', page)
            holds(token, "the sign-in page has no form")
            client.csrf = token.group(1)
            status, _, _ = client.post("/sign-in", passphrase="four calm qzphrase words")
            holds(status in (401, 429), f"{status} to a sign-in with the row {row[:60]!r}")
            client.close()
        same(Client(served.port, *device).ask("GET", "/")[0], 200, "the first page after all that")
        served.end()


def feeds_among_writers(trial):
    """A calendar is asked for again and again while others write: it is there each time."""
    house = family(trial.folder)
    printed = house.run("subscription", "add", "phone", "--base-url", "http://127.0.0.1:1", now=NOW).out
    path = re.search(r"calendar http://127\.0\.0\.1:1(\S+)", printed).group(1)
    with Served(house, NOW) as served:
        address = f"http://127.0.0.1:{served.port}{path}"
        with urllib.request.urlopen(address, timeout=60) as first:
            first.read()
        over, wrong, count = threading.Event(), [], 0

        def write():
            while not over.is_set():
                house.run("checkin", "--zone", "green", now=NOW)

        writers = [threading.Thread(target=write) for _ in range(4)]
        for writer in writers:
            writer.start()
        until = time.monotonic() + trial.amount(45, 8)
        while time.monotonic() < until:
            count += 1
            try:
                with urllib.request.urlopen(address, timeout=60) as answer:
                    answer.read()
            except OSError as error:
                wrong.append(str(error))
        over.set()
        for writer in writers:
            writer.join()
        same(wrong, [], f"answers of {count} that were none")
        trial.count("crowds: calendars fetched among writers", count)
        served.end()


CHECKS = {
    "crowds: clients that read nothing": that_read_nothing,
    "crowds: slow clients": that_are_slow,
    "crowds: idle connections": that_only_wait,
    "crowds: planted passphrases": planted_passphrases,
    "crowds: feeds among writers": feeds_among_writers,
}
