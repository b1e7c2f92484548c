"""The demo family behind a running `mend serve`, on a socket of this machine."""

import json
import os
import re
import select
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

NOW = "2026-02-01T18:00:00-05:00"
PASSPHRASE = "four calm words here"
#: Keys of records under which somebody's own words stand.
PRIVATE = ("name", "number", "for", "excitedAbout", "note", "to")


class Household:
    """A household of its own, served until the block ends."""

    def __init__(self, *options, now=NOW, demo=True):
        self.options = options
        self.demo = demo
        self.now = now

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="mend-browser-")
        self.folder = Path(self._folder.name)
        self.environment = {
            "PATH": "/usr/bin:/bin", "HOME": str(self.folder), "MEND_DATA": str(self.folder / "data"), "MEND_NOW": self.now}
        if self.demo:
            self.mend("demo", "--out", str(self.folder / "exports"), "--keep", str(self.folder / "data"))
        else:
            self.mend("init", "--zone", "America/New_York", "--country", "US")
        self.start()
        return self

    def __exit__(self, *_):
        try:
            self.stop()
        finally:
            self._folder.cleanup()

    def start(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.base = f"http://127.0.0.1:{self.port}"
        self.serve()

    def serve(self):
        """At the address that it has, also after it was stopped."""
        self.log = self.folder / "serve.log"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [os.environ["MEND"], "serve", "--listen", f"127.0.0.1:{self.port}", *self.options], env=self.environment,
                stdout=subprocess.PIPE, stderr=log)
        greeting = b""
        deadline = time.monotonic() + 60
        while b"Ctrl-C" not in greeting:
            ready, _, _ = select.select([self.process.stdout], [], [], max(0, deadline - time.monotonic()))
            part = os.read(self.process.stdout.fileno(), 4096) if ready else b""
            if not part:
                raise ValueError(f"mend serve did not start: {greeting!r} {self.log.read_text()}")
            greeting += part
        link = re.search(r"http\S+/begin/\S+", greeting.decode())
        self.begin_link = link and link.group(0)

    def stop(self):
        """Ends it as Ctrl-C does; the status it ends with."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        status = self.process.wait(timeout=30)
        self.process.stdout.close()
        told = [word for word in self.private_words() if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", self.log.read_text())]
        if told:
            raise ValueError(f"the log of mend serve holds {told}")
        return status

    def private_words(self):
        """None once the household is erased."""
        dump = subprocess.run([os.environ["MEND"], "dump"], env=self.environment, capture_output=True, text=True, timeout=120).stdout
        records = map(json.loads, dump.splitlines())
        return [word for record in records for key, word in record.items() if key in PRIVATE and isinstance(word, str)]

    def mend(self, *arguments):
        done = subprocess.run(
            [os.environ["MEND"], *arguments], env=self.environment, capture_output=True, text=True, timeout=120)
        if done.returncode != 0:
            raise ValueError(f"mend {arguments[0]}: status {done.returncode}: {done.stderr[-300:]}")
        return done.stdout

    def subscribe(self, name, *options):
        """Addresses by what they are, from the command line."""
        printed = self.mend("subscription", "add", name, "--base-url", self.base, *options)
        return dict(line.split(" ", 1) for line in printed.splitlines())
