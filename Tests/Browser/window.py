"""A window of a real browser that watches itself: what it logs, where its requests go, and how soon it shows something."""

import base64
import contextlib
import json
import time
from pathlib import Path
from urllib.parse import urlsplit

import axe_core_python
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text()
PHONE, DESK = (360, 740), (1280, 800)
#: Of a slow phone, in milliseconds there and back.
LATENCY = 150


class Window:
    def __init__(self, size=PHONE, dark=False, script=True):
        options = Options()
        for argument in (
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                "--disable-background-networking", "--disable-component-update", "--no-first-run",
                "--disable-features=Translate,OptimizationHints,MediaRouter"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        if not script:
            options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.begin(size, dark, script)

    def begin(self, size, dark, script):
        self.driver.set_page_load_timeout(30)
        self.resize(size)
        self.paint(dark)
        if not script:
            self.driver.get("data:text/html,<title>none</title><script>document.title = 'some'</script>")
            if self.driver.title != "none":
                raise ValueError("scripts run all the same")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def resize(self, size):
        self.size = size
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False})

    def paint(self, dark):
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})

    # What a person does.

    def open(self, address):
        self.driver.get(address)

    def find(self, selector, text=None):
        """The first element that fits and bears the text; it may still be on its way."""
        return self.waited(lambda: next(
            element for element in self.driver.find_elements(By.CSS_SELECTOR, selector)
            if text is None or text in element.text), f"{selector} {text or ''}")

    def waited(self, look, wanted):
        """What a look gives as soon as it gives something; a page that goes away meanwhile is looked at again."""
        deadline = time.monotonic() + 30
        while True:
            with contextlib.suppress(StopIteration, WebDriverException):
                found = look()
                if found:
                    return found
            if time.monotonic() > deadline:
                raise ValueError(f"no {wanted} on {self.path}: {self.text[:300]!r}")
            time.sleep(0.05)

    def expect(self, text):
        """Waits for a text on the page."""
        self.waited(lambda: text in self.text, repr(text))

    def expect_title(self, title):
        self.waited(lambda: self.driver.find_element(By.TAG_NAME, "h1").text == title, f"title {title!r}")

    def tap(self, selector, text=None):
        element = self.find(selector, text)
        # As a thumb would, out from under the bar.
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
        element.click()

    def taps(self, *steps):
        """Taps one after the other: each is a selector, or that and a text."""
        for step in steps:
            self.tap(*([step] if isinstance(step, str) else step))
        return len(steps)

    def type(self, selector, text):
        element = self.find(selector)
        element.clear()
        element.send_keys(text)

    def sign_in(self, household, passphrase):
        """Through the first link if it is there, else through the door."""
        if household.begin_link:
            self.open(household.begin_link)
            self.type("[name=passphrase]", passphrase)
            self.type("[name=again]", passphrase)
            household.begin_link = None
        else:
            self.open(household.base + "/sign-in")
            self.type("[name=passphrase]", passphrase)
        self.tap("button.primary")
        self.expect_title("Today")

    # What there is to see.

    @property
    def path(self):
        parts = urlsplit(self.driver.current_url)
        return parts.path + (f"?{parts.query}" if parts.query else "")

    @property
    def text(self):
        return self.driver.find_element(By.TAG_NAME, "body").text

    def shoot(self, path):
        """The whole page as a picture."""
        height = self.driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]["height"]
        picture = self.driver.execute_cdp_cmd("Page.captureScreenshot", {
            "captureBeyondViewport": True,
            "clip": {"x": 0, "y": 0, "width": self.size[0], "height": min(height, 4000), "scale": 1}})
        Path(path).write_bytes(base64.b64decode(picture["data"]))

    def violations(self):
        """What axe-core finds wrong."""
        self.driver.execute_script(AXE)
        result = self.driver.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            "axe.run(document, {resultTypes: ['violations']}).then(done, (error) => done({violations: [{id: String(error), nodes: []}]}));")
        return [
            f"{found['id']}: {node['html'][:120]}" for found in result["violations"] for node in found["nodes"][:2] or [{"html": ""}]]

    def complaints(self):
        """What the console says."""
        return [entry["message"][:200] for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]

    def strays(self, base):
        """Requests that leave the origin."""
        strays = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] != "Network.requestWillBeSent":
                continue
            address = message["params"]["request"]["url"]
            if not address.startswith((base + "/", "data:", "about:", "chrome:", "webcal:")):
                strays.append(address)
        return strays

    def slow_down(self):
        """Like a slow phone far from a mast, as Lighthouse has it ("Slow 4G": 150 ms there and back, 1.6 Mbit/s; a quarter of
        this machine's speed), that was never here before: nothing is kept, no worker helps."""
        for command, arguments in (
                ("Network.enable", {}), ("Network.setCacheDisabled", {"cacheDisabled": True}),
                ("Network.setBypassServiceWorker", {"bypass": True}),
                ("Network.emulateNetworkConditions", {
                    "offline": False, "latency": LATENCY, "downloadThroughput": 1638.4 * 1000 / 8, "uploadThroughput": 750 * 1000 / 8}),
                ("Emulation.setCPUThrottlingRate", {"rate": 4})):
            self.driver.execute_cdp_cmd(command, arguments)

    def first_paint(self):
        """In seconds, from when the page was asked for until something of it is read (First Contentful Paint). The time that the
        server took for it does not count: the suite's is built for debugging."""
        return self.driver.execute_async_script("""
            const [latency, done] = arguments;
            const [page] = performance.getEntriesByType("navigation");
            const server = Math.max(0, page.responseStart - page.requestStart - latency);
            new PerformanceObserver((list) => {
              for (const paint of list.getEntriesByName("first-contentful-paint")) done(paint.startTime - server);
            }).observe({type: "paint", buffered: true});""", LATENCY) / 1000

    def shifts(self):
        """How far things moved that nobody had touched (Cumulative Layout Shift), each with what moved."""
        return self.driver.execute_async_script("""
            const done = arguments[arguments.length - 1];
            const found = [];
            new PerformanceObserver((list) => {
              for (const shift of list.getEntries()) {
                if (shift.hadRecentInput) continue;
                const moved = shift.sources.map((source) => source.node?.outerHTML?.slice(0, 60));
                found.push(shift.value.toFixed(4) + " " + moved.join(", "));
              }
            }).observe({type: "layout-shift", buffered: true});
            // Its scripts have run by then.
            setTimeout(() => done(found), 200);""")

    def overflow(self):
        """By how many pixels the page is wider than the window."""
        return self.driver.execute_script(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def small_targets(self):
        """What one taps that is less than 44 pixels high."""
        return self.driver.execute_script("""
            const found = [];
            for (const element of document.querySelectorAll("button, .button, .chip, .choice, nav a, summary, select, .lines a, .support a, input:not([type=radio]):not([type=checkbox]):not([type=hidden])")) {
              const box = element.getBoundingClientRect();
              if (box.height > 0 && box.height < 43.5) found.push(element.outerHTML.slice(0, 100) + " " + box.height);
            }
            return found;""")
