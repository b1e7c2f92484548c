"""`mend serve` over a household, and clients on real sockets that are signed in."""

import contextlib
import http.client
import os
import re
import select
import signal
import socket
import subprocess
import urllib.parse

from home import Wrong, holds, same
from trial import PATIENCE, House

PASSPHRASE = "four calm qzphrase words"


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Served:
    """The server of a household, until the block ends."""

    def __init__(self, house: House, now=None):
        self.house, self.now, self.port = house, now, free_port()

    def __enter__(self):
        self.log = open(self.house.folder / "serve.log", "ab")
        self.process = subprocess.Popen(
            self.house.command("serve", "--listen", f"127.0.0.1:{self.port}", now=self.now), env=self.house.environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.log)
        self.greeting = ""
        while "Ctrl-C" not in self.greeting:
            ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
            part = os.read(self.process.stdout.fileno(), 4096).decode() if ready else ""
            holds(part, f"mend serve did not start: {self.greeting!r}")
            self.greeting += part
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=PATIENCE)
        self.process.stdout.close()
        self.log.close()

    def end(self):
        """Ends it as Ctrl-C does; it must not have ended by itself before."""
        same(self.process.poll(), None, "how the server has ended by itself")
        self.process.send_signal(signal.SIGINT)
        same(self.process.wait(timeout=PATIENCE), 0, "how the server ends")

    def kill(self):
        self.process.kill()
        self.process.wait()

    @property
    def cpu(self):
        """Seconds of a processor that it has taken so far."""
        with open(f"/proc/{self.process.pid}/stat", "rb") as file:
            fields = file.read().rpartition(b")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def memory(self):
        """The most that it has taken so far, in kB."""
        with open(f"/proc/{self.process.pid}/status", encoding="utf8") as file:
            return int(re.search(r"VmHWM:\s+(\d+)", file.read()).group(1))


class Client:
    """A browser, as far as the server can tell: one kept connection, and a cookie."""

    def __init__(self, port, cookie=None, csrf=None):
        self.port, self.cookie, self.csrf = port, cookie, csrf
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def ask(self, method, path, form=None, **headers):
        """Status, headers and body."""
        if self.cookie:
            headers["Cookie"] = self.cookie
        body = None
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urllib.parse.urlencode(form)
        try:
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        except (OSError, http.client.HTTPException):
            self.connection.close()
            raise

    def post(self, path, once=None, **form):
        """A form of one of the pages; `their_zone` stands for their-zone."""
        fields = {name.replace("_", "-"): value for name, value in form.items()}
        return self.ask("POST", path, {"csrf": self.csrf} | ({"once": once} if once else {}) | fields)

    def begin(self, greeting):
        """Chooses the passphrase by the link that the server has printed."""
        path = re.search(r"/begin/\S+", greeting).group(0)
        return self._sign(path, passphrase=PASSPHRASE, again=PASSPHRASE)

    def sign_in(self):
        return self._sign("/sign-in", passphrase=PASSPHRASE)

    def _sign(self, path, **fields):
        _, headers, page = self.ask("GET", path)
        self.cookie = cookie(headers)
        self.csrf = csrf(page)
        status, headers, page = self.post(path, **fields)
        same(status, 303, f"status of {path.split('/')[1]}")
        self.cookie = cookie(headers)
        self.csrf = csrf(self.ask("GET", "/record")[2])
        return self

    def close(self):
        self.connection.close()


def cookie(headers):
    return headers["Set-Cookie"].split(";")[0]


def csrf(page):
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    if not found:
        raise Wrong(f"no form on the page: {page[:300]!r}")
    return found.group(1)


def signed_in(house, count=1, now=None):
    """Cookies and form tokens of so many devices; they hold for every later server of the household."""
    with Served(house, now) as served:
        first = Client(served.port).begin(served.greeting)
        clients = [first] + [Client(served.port).sign_in() for _ in range(count - 1)]
        for client in clients:
            with contextlib.suppress(OSError):
                client.close()
        served.end()
    return [(client.cookie, client.csrf) for client in clients]
