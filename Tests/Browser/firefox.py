"""A window of Firefox. Debian has no geckodriver, so Selenium's commands go straight to the browser, which speaks Marionette."""

import sys
import tempfile
from pathlib import Path

from selenium.common.exceptions import WebDriverException
from selenium.webdriver.firefox.options import Options
from selenium.webdriver.remote.webdriver import WebDriver

from window import PHONE, Window

sys.path.insert(0, str(Path(__file__).parents[1]))
from marionette import Program, Refused  # noqa: E402

#: Selenium's names, and Marionette's.
COMMANDS = {
    "newSession": "WebDriver:NewSession", "get": "WebDriver:Navigate", "getCurrentUrl": "WebDriver:GetCurrentURL",
    "getTitle": "WebDriver:GetTitle", "findElement": "WebDriver:FindElement", "findElements": "WebDriver:FindElements",
    "clickElement": "WebDriver:ElementClick", "clearElement": "WebDriver:ElementClear",
    "sendKeysToElement": "WebDriver:ElementSendKeys", "getElementText": "WebDriver:GetElementText",
    "w3cExecuteScript": "WebDriver:ExecuteScript", "w3cExecuteScriptAsync": "WebDriver:ExecuteAsyncScript",
    "setTimeouts": "WebDriver:SetTimeouts", "setContext": "Marionette:SetContext"}
PREFERENCES = {"browser.startup.page": 0, "browser.shell.checkDefaultBrowser": False}


class Driver:
    """Takes Selenium's commands, as a connection to a driver does."""

    def __init__(self, program):
        self.marionette = program.marionette

    def execute(self, command, params):
        taken = {} if command == "newSession" else {name: value for name, value in params.items() if name != "sessionId"}
        try:
            return {"value": self.marionette.ask(COMMANDS[command], **taken)}
        except Refused as error:
            raise WebDriverException(str(error)) from None


class FirefoxWindow(Window):
    def __init__(self, size=PHONE, dark=False, script=True):
        self.program = Program(
            "firefox-esr", tempfile.mkdtemp(prefix="mend-firefox-"), PREFERENCES | {"javascript.enabled": script})
        try:
            self.driver = WebDriver(command_executor=Driver(self.program), options=Options())
            self.begin(size, dark, script)
        except BaseException:
            self.__exit__()
            raise

    def __exit__(self, *_):
        self.program.end()

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
