"""How many questions a second mend answers, beside Radicale in the same run."""

import base64
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from unittest import mock

from home import Skipped, holds
from lists import NAMESPACES, QUICK, Client, List, Server, crack, family, new_task

#: Tasks in the list.
TASKS = 30


class Asker:
    """Asks the same again and again, and does as little else as can be: what is measured is who answers."""

    def __init__(self, port, path, word, method, body, depth):
        self.port = port
        self.request = (f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Basic {word}\r\nDepth: {depth}\r\n"
                        f"Content-Type: text/xml\r\nContent-Length: {len(body)}\r\n\r\n{body}").encode()
        self.connect()

    def connect(self):
        self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=20)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self):
        self.socket.sendall(self.request)
        answer = bytearray()
        while (end := answer.find(b"\r\n\r\n")) < 0:
            answer += self.more()
        head = bytes(answer[:end]).lower()
        holds(b" 207 " in head.split(b"\r\n")[0], f"{bytes(answer[:300])!r}")
        length = int(head.split(b"\r\ncontent-length:")[1].split(b"\r\n")[0])
        while len(answer) < end + 4 + length:
            answer += self.more()
        if b"connection: close" in head or head.startswith(b"http/1.0"):
            self.socket.close()
            self.connect()
        return bytes(answer[end + 4:])

    def more(self):
        part = self.socket.recv(1 << 16)
        holds(part, "the connection ended within an answer")
        return part


def rate(port, path, word, method, body, depth):
    """Requests a second over one connection, where it is kept."""
    asker, seconds = Asker(port, path, word, method, body, depth), 1 if QUICK else 4
    text = asker.ask()
    count, began = 0, time.monotonic()
    while time.monotonic() - began < seconds:
        asker.ask()
        count += 1
    asker.socket.close()
    return count / (time.monotonic() - began), text


PROPFIND = f'<d:propfind {NAMESPACES}><d:prop><d:getetag/><d:resourcetype/><d:getcontenttype/></d:prop></d:propfind>'
SYNC = (f'<d:sync-collection {NAMESPACES}><d:sync-token></d:sync-token><d:sync-level>1</d:sync-level>'
        '<d:prop><d:getetag/></d:prop></d:sync-collection>')


def measured(port, path, word):
    propfind, text = rate(port, path, word, "PROPFIND", PROPFIND, "1")
    holds(text.count(b".ics") >= TASKS, "not all tasks were listed")
    sync, _ = rate(port, path, word, "REPORT", SYNC, "0")
    return propfind, sync


#: How many times as many answers a second there must be: a released program's, and one's with all of its checks. What is measured
#: for one second, beside other checks, says half as much.
LEAST = (10 if QUICK else 20, 2)


def beside_radicale(folder):
    """The program that `make install` builds, where it was built."""
    released = os.environ.get("MEND_RELEASED")
    if released:
        with mock.patch.dict(os.environ, {"MEND": released}), mock.patch("lists.MEND", released):
            return compared(folder, LEAST[0])
    return compared(folder, LEAST[1])


def compared(folder, least):
    home = family(folder, crack())
    tasks = List(home, "phone", "--open")
    with Server(home) as server:
        client = Client(server, tasks)
        for number in range(TASKS):
            client.put(f"{tasks.path}t{number}.ics", new_task(f"Errand {number}", f"t{number}"), 201)
        word = base64.b64encode(f"{tasks.user}:{tasks.password}".encode()).decode()
        mend = measured(server.port, tasks.path, word)
    port = server.port
    radicale = subprocess.Popen(
        [sys.executable, "-m", "radicale", "--hosts", f"127.0.0.1:{port}", "--storage-filesystem-folder", str(folder / "radicale"),
         "--auth-type", "none", "--logging-level", "error"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        word = base64.b64encode(b"phone:x").decode()
        base = f"http://127.0.0.1:{port}/phone/tasks/"

        def ask(method, address, body=None):
            request = urllib.request.Request(address, body and body.encode(), {"Authorization": f"Basic {word}", "Content-Type": "text/calendar"}, method=method)
            return urllib.request.urlopen(request, timeout=10)

        for _ in range(100):
            try:
                ask("MKCALENDAR", base)
                break
            except urllib.error.HTTPError as error:
                raise Skipped(f"Radicale makes no calendar: {error.code}")
            except OSError:
                time.sleep(0.1)
        for number in range(TASKS):
            ask("PUT", f"{base}t{number}.ics", new_task(f"Errand {number}", f"t{number}"))
        theirs = measured(port, "/phone/tasks/", word)
    finally:
        radicale.terminate()
        radicale.wait(timeout=20)
    times = [mine / other for mine, other in zip(mend, theirs)]
    holds(min(times) >= least, f"PROPFIND {times[0]:.1f} times, sync {times[1]:.1f} times as many as Radicale, not {least}")
    return (f"PROPFIND {mend[0]:.0f}/s beside {theirs[0]:.0f}/s ({times[0]:.0f} times), "
            f"sync {mend[1]:.0f}/s beside {theirs[1]:.0f}/s ({times[1]:.0f} times), {TASKS} tasks")


CHECKS = {"speed beside Radicale": beside_radicale}
