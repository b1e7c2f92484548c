"""A window of Firefox. Debian has no geckodriver, so Selenium's commands go straight to the browser, which speaks Marionette:
`LENGTH:JSON` over a socket of this machine (firefox-source-docs.mozilla.org/testing/marionette/Protocol.html)."""

import itertools
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from selenium.common.exceptions import WebDriverException
from selenium.webdriver.firefox.options import Options
from selenium.webdriver.remote.webdriver import WebDriver

from window import PHONE, Window

#: Selenium's names, and Marionette's.
COMMANDS = {
    "newSession": "WebDriver:NewSession", "get": "WebDriver:Navigate", "getCurrentUrl": "WebDriver:GetCurrentURL",
    "getTitle": "WebDriver:GetTitle", "findElement": "WebDriver:FindElement", "findElements": "WebDriver:FindElements",
    "clickElement": "WebDriver:ElementClick", "clearElement": "WebDriver:ElementClear",
    "sendKeysToElement": "WebDriver:ElementSendKeys", "getElementText": "WebDriver:GetElementText",
    "w3cExecuteScript": "WebDriver:ExecuteScript", "w3cExecuteScriptAsync": "WebDriver:ExecuteAsyncScript",
    "setTimeouts": "WebDriver:SetTimeouts", "setContext": "Marionette:SetContext"}
PREFERENCES = {
    "marionette.port": 0, "browser.startup.page": 0, "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False, "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False, "network.dns.disablePrefetch": True, "network.prefetch-next": False,
    "extensions.update.enabled": False, "app.update.disabledForTesting": True}


class Marionette:
    """Takes Selenium's commands, as a connection to a driver does."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self.stream = self.socket.makefile("rb")
        self.numbers = itertools.count()
        self.read()

    def execute(self, command, params):
        taken = {} if command == "newSession" else {name: value for name, value in params.items() if name != "sessionId"}
        message = json.dumps([0, next(self.numbers), COMMANDS[command], taken]).encode()
        self.socket.sendall(b"%d:%s" % (len(message), message))
        _, _, fault, result = self.read()
        if fault:
            raise WebDriverException(f"{fault['error']}: {fault['message']}")
        is_bare = isinstance(result, dict) and set(result) == {"value"}
        return {"value": result["value"] if is_bare else result}

    def read(self):
        digits = b""
        while (digit := self.stream.read(1)) != b":":
            if not digit:
                raise WebDriverException("Firefox is gone")
            digits += digit
        return json.loads(self.stream.read(int(digits)))


class FirefoxWindow(Window):
    def __init__(self, size=PHONE, dark=False, script=True):
        self.profile = tempfile.mkdtemp(prefix="mend-firefox-")
        preferences = PREFERENCES | {"javascript.enabled": script}
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items())
        (Path(self.profile) / "user.js").write_text("".join(lines))
        self.process = subprocess.Popen(
            ["firefox-esr", "--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile", self.profile],
            env=os.environ | {"HOME": self.profile, "MOZ_HEADLESS_WIDTH": "1400", "MOZ_HEADLESS_HEIGHT": "1000"},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            self.driver = WebDriver(command_executor=Marionette(self.port()), options=Options())
            self.begin(size, dark, script)
        except BaseException:
            self.__exit__()
            raise

    def __exit__(self, *_):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=30)
        shutil.rmtree(self.profile, ignore_errors=True)

    def port(self):
        """At which it listens, as it tells in its profile."""
        told = Path(self.profile) / "MarionetteActivePort"
        deadline = time.monotonic() + 60
        while not (told.exists() and told.read_text().strip()):
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise ValueError("Firefox did not start")
            time.sleep(0.05)
        return int(told.read_text())

    def of_the_browser(self, script, *arguments):
        """Runs a script of the browser's own, not of the page."""
        self.driver.execute("setContext", {"value": "chrome"})
        try:
            return self.driver.execute_script(script, *arguments)
        finally:
            self.driver.execute("setContext", {"value": "content"})

    def resize(self, size):
        """Its windows are never narrower than 450 pixels, but the page in them may be."""
        self.size = size
        self.of_the_browser(
            "for (const side of ['width', 'height']) {"
            "  for (const limit of ['', 'min-', 'max-']) {"
            "    gBrowser.selectedBrowser.style.setProperty(limit + side, arguments[side == 'width' ? 0 : 1] + 'px', 'important');"
            "  }"
            "}", *size)
        self.waited(lambda: self.driver.execute_script("return [innerWidth, innerHeight]") == list(size), f"window of {size}")

    def paint(self, dark):
        self.of_the_browser(
            "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0])", 0 if dark else 1)
