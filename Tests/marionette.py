"""Mozilla's programs without a screen, told what to do over Marionette: `LENGTH:JSON` over a socket of this machine
(firefox-source-docs.mozilla.org/testing/marionette/Protocol.html)."""

import itertools
import json
import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

PREFERENCES = {
    "marionette.port": 0, "datareporting.policy.dataSubmissionEnabled": False, "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False, "network.dns.disablePrefetch": True, "network.prefetch-next": False,
    "extensions.update.enabled": False, "app.update.disabledForTesting": True}


class Refused(Exception):
    """The program could not do what it was told."""


class Marionette:
    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self.stream = self.socket.makefile("rb")
        self.numbers = itertools.count()
        self.read()

    def ask(self, command, **parameters):
        message = json.dumps([0, next(self.numbers), command, parameters]).encode()
        self.socket.sendall(b"%d:%s" % (len(message), message))
        _, _, fault, result = self.read()
        if fault:
            raise Refused(f"{fault['error']}: {fault['message']}")
        is_bare = isinstance(result, dict) and set(result) == {"value"}
        return result["value"] if is_bare else result

    def read(self):
        digits = b""
        while (digit := self.stream.read(1)) != b":":
            if not digit:
                raise Refused("the program is gone")
            digits += digit
        return json.loads(self.stream.read(int(digits)))


class Program:
    """One that runs with a new profile, until it is ended."""

    def __init__(self, name, profile, preferences):
        self.name = name
        self.profile = Path(profile)
        lines = (f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in (PREFERENCES | preferences).items())
        (self.profile / "user.js").write_text("".join(lines))
        self.process = subprocess.Popen(
            [name, "--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile", profile],
            env=os.environ | {"HOME": str(profile), "MOZ_HEADLESS_WIDTH": "1400", "MOZ_HEADLESS_HEIGHT": "1000"},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            self.marionette = Marionette(self.port())
        except BaseException:
            self.end()
            raise

    def end(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=30)
        shutil.rmtree(self.profile, ignore_errors=True)

    def port(self):
        """At which it listens, as it tells in its profile."""
        told = self.profile / "MarionetteActivePort"
        deadline = time.monotonic() + 60
        while not (told.exists() and told.read_text().strip()):
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise ValueError(f"{self.name} did not start")
            time.sleep(0.05)
        return int(told.read_text())
