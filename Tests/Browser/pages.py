"""The pages in a real browser: what a parent does, with and without script, small and large, light and dark."""

import base64
import json
import re
import subprocess
import tempfile
from pathlib import Path

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from firefox import FirefoxWindow
from household import PASSPHRASE, Household
from window import DESK, PHONE, Window

PAGES = {
    "today": "/", "record": "/record", "record-with": "/record?with=ada", "repair": "/repair/r6",
    "repair-frightening": "/repair/r5", "repair-closed": "/repair/r1", "calm": "/calm", "calm-with": "/calm?with=ada",
    "calm-red": "/calm?zone=red", "calm-breath": "/calm?zone=yellow", "plan": "/plan", "look-back": "/look-back",
    "look-back-ada": "/look-back?with=ada", "item": "/i/r6.try-again.1", "subscribe": "/subscribe", "tasks": "/tasks",
    "more": "/more",
    "settings": "/settings", "people": "/settings/people", "hours": "/settings/hours", "place": "/settings/place",
    "pause": "/settings/pause", "contacts": "/settings/contacts", "channels": "/settings/channels",
    "devices": "/settings/devices", "adults": "/settings/adults", "yours": "/settings/yours",
    "person": "/settings/people/ada", "person-new": "/settings/people/add", "erase": "/settings/erase", "welcome": "/welcome",
    "welcome-people": "/welcome/people", "welcome-hours": "/welcome/hours", "offline": "/offline",
    "safe-place": "/place?with=ada", "print": "/print", "ahead": "/ahead", "correction": "/records/r6",
    "correction-attempt": "/records/t6", "correction-check-in": "/records/c3",
    "nothing": "/nothing-here",
}
#: The console names their status.
REFUSALS = ("nothing", "used-link")
#: For what is open inside: details that are folded away are looked at, too.
UNFOLD = "document.querySelectorAll('details').forEach((one) => one.open = true)"


def journal(household):
    return [json.loads(line) for line in household.mend("dump").splitlines()]


def of_type(household, name):
    return [line for line in journal(household) if line["type"] == name]


def whole_day(window, household):
    """Sign in, record in two taps with the words right there, close in two, subscribe, revoke."""
    before = len(of_type(household, "rupture"))
    window.sign_in(household, PASSPHRASE)
    window.expect_title("Today")
    window.tap("a.chip", "Ada")
    window.tap("button.kind", "I misread them")
    window.expect_title("A way back to Ada")
    window.expect("Written down. That is a first step.")
    ruptures = of_type(household, "rupture")
    assert len(ruptures) == before + 1 and ruptures[-1]["kind"] == "benign", ruptures[-1]
    new = ruptures[-1]["id"]

    window.expect("Reach")
    window.expect("Settle yourself")
    window.tap("nav a", "Today")
    window.tap("#open ~ .rows summary", "Ada")
    window.tap(f"form[action='/repair/{new}'] button", "It is mended")
    window.expect("Noted, and closed. You came back.")
    attempt = of_type(household, "attempt")[-1]
    assert (attempt["rupture"], attempt["outcome"]) == (new, "repaired"), attempt

    window.tap("nav a.add")
    window.tap("summary", "Tell a little more")
    window.tap("details label.chip", "Theo")
    window.tap("details label.choice", "A limit that hurt")
    window.tap("details label.chip", "Half an hour ago")
    window.type("[name=excited-about]", "his drums")
    window.type("[name=note]", "For my eyes only.\nSecond line.")
    window.tap("details button.primary")
    window.expect_title("A way back to Theo")
    told = of_type(household, "rupture")[-1]
    assert told["note"] == "For my eyes only.\nSecond line." and told["excitedAbout"] == "his drums", told
    window.tap("nav a", "Look back")
    window.expect("For my eyes only.")

    window.tap("nav a", "Calm")
    window.tap(".zones button", "Yellow")
    window.expect("Something that may help now")
    window.expect("Noted. Every zone may be here.")
    assert of_type(household, "checkin")[-1]["zone"] == "yellow"

    more(window, "Subscribe")
    name = f"phone {before}"
    window.type("[name=name]", name)
    window.tap("button.primary", "Make the address")
    window.expect_title("Point, or copy")
    address = window.find("code.address").text
    assert status(address) == "200"
    codes = window.driver.find_elements(By.CSS_SELECTOR, "svg.code")
    read = [scanned(code.get_attribute("outerHTML")) for code in codes]
    assert read == ["webcal" + address[4:], address], read
    window.tap("a.button", "Done")
    window.tap("form[action='/subscribe/revoke'] button")
    window.expect("Revoked. Its address leads nowhere now.")
    assert status(address) == "404"

    more(window, "Settings")
    window.tap("form[action='/sign-out'] button", "Sign out")
    window.expect_title("Sign in")


def few_taps(window, household):
    """From Today, one hand is enough: so many taps, and no more."""
    def today():
        window.open(household.base + "/")

    today()
    assert window.taps((".faces a[href^='/record']", "Ada"), ("button.kind", "I misread them")) == 2
    # The words to say are there without one more.
    window.expect("Own")
    new = of_type(household, "rupture")[-1]
    assert (new["with"], new["kind"]) == ("ada", "benign"), new
    assert window.taps((".notice button", "Undo")) == 1
    window.waited(lambda: new["id"] not in [line["id"] for line in of_type(household, "rupture")], "undo")
    today()
    assert window.taps(("#open ~ .rows summary", "Ada"), "form[action='/repair/r6'] button") == 2
    window.expect("You came back.")
    assert of_type(household, "attempt")[-1]["rupture"] == "r6"
    for whose, name in (("Myself", None), ("Theo", "theo")):
        today()
        assert window.taps((".faces a[href^='/calm']", whose), (".zones button", "Green")) == 2
        window.expect("Noted. Every zone may be here.")
        told = of_type(household, "checkin")[-1]
        assert (told.get("with"), told["zone"]) == (name, "green"), told
    today()
    way = [("nav a", "More"), ("main a.line", "Pause everything")]
    assert window.taps(*(way if window.size[0] < 900 else [("nav a", "Settings"), way[1]]), ("main button", "Tomorrow")) == 3
    window.expect("Paused.")
    assert of_type(household, "hold")[-1].get("with") is None


def more(window, name):
    """At the side of a desk it stands by itself; on a phone it is behind More."""
    if window.size[0] < 900:
        window.tap("nav a", "More")
        window.tap("main a.line", name)
    else:
        window.tap("nav a", name)
    window.expect_title(name)


def status(address):
    return subprocess.run(
        ["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", address], capture_output=True, text=True, check=True).stdout


def scanned(svg):
    """What a camera would read from a code."""
    with tempfile.TemporaryDirectory(prefix="mend-code-") as folder:
        drawn, picture = Path(folder) / "code.svg", Path(folder) / "code.png"
        drawn.write_text(svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1))
        subprocess.run(["rsvg-convert", "-w", "400", "-o", picture, drawn], check=True)
        return subprocess.run(
            ["zbarimg", "--quiet", "--raw", picture], capture_output=True, text=True, check=True).stdout.strip()


def a_day_on_a_phone():
    with Household() as household, Window(PHONE) as window:
        whole_day(window, household)
        yield from clean(window, household)


def a_day_on_a_phone_without_script():
    with Household() as household, Window(PHONE, script=False) as window:
        whole_day(window, household)
        yield from clean(window, household)


def a_day_at_a_desk():
    with Household() as household, Window(DESK) as window:
        whole_day(window, household)
        yield from clean(window, household)


def a_day_at_a_desk_without_script():
    with Household() as household, Window(DESK, script=False) as window:
        whole_day(window, household)
        yield from clean(window, household)


def few_taps_in_chromium():
    for size, script in ((PHONE, True), (DESK, False)):
        with Household() as household, Window(size, script=script) as window:
            window.sign_in(household, PASSPHRASE)
            few_taps(window, household)


def clean(window, household):
    yield from (f"console: {complaint}" for complaint in window.complaints())
    yield from (f"leaves the origin: {address}" for address in window.strays(household.base))


def every_page_for_everybody(screenshots=None):
    """axe-core, the console, requests, the width, the size of targets: each page, both sizes, both colour schemes."""
    with Household() as household, Window(PHONE) as window:
        household.subscribe("kitchen", "--open")
        doors = {"begin": household.begin_link, "unbegun": household.base + "/sign-in"}
        for name, address in doors.items():
            yield from look_at(window, household, name, address, screenshots)
        window.sign_in(household, PASSPHRASE)
        stranger = {"used-link": household.base + "/begin/another"}
        for name, path in PAGES.items():
            yield from look_at(window, household, name, household.base + path, screenshots)
        for name, address in stranger.items():
            yield from look_at(window, household, name, address, screenshots)
        window.open(household.base + "/subscribe")
        window.type("[name=name]", "phone")
        window.tap("button.primary")
        window.expect_title("Point, or copy")
        yield from look_at(window, household, "subscribed", window.driver.current_url, screenshots)
        window.open(household.base + "/tasks")
        window.type("[name=name]", "phone")
        window.tap("button.primary")
        window.expect_title("Write these down")
        yield from look_at(window, household, "task-list", window.driver.current_url, screenshots)
        window.open(household.base + "/calm")
        window.tap(".zones button", "Red")
        window.expect("Noted. Every zone may be here.")
        yield from look_at(window, household, "checked-in", window.driver.current_url, screenshots)
        window.open(household.base + "/settings")
        window.tap("form[action='/sign-out'] button", "Sign out")
        window.expect_title("Sign in")
        yield from look_at(window, household, "sign-in", household.base + "/sign-in", screenshots)


#: Dark paper is another one.
PAPER = "return getComputedStyle(document.body).backgroundColor"


def the_same_in_firefox():
    """What a parent does, and each page: both sizes, both colour schemes, with script and without."""
    for script in (True, False):
        with Household() as household, FirefoxWindow(PHONE, script=script) as window:
            window.sign_in(household, PASSPHRASE)
            few_taps(window, household)
            papers = set()
            for size, dark in ((PHONE, not script), (DESK, script)):
                window.resize(size)
                window.paint(dark)
                where = f"at {size[0]}, {'dark' if dark else 'light'}, {'with' if script else 'without'} script"
                for name, path in PAGES.items():
                    window.open(household.base + path)
                    window.find("h1")
                    if window.overflow() > 0:
                        yield f"{name} {where}: {window.overflow()} pixels too wide"
                papers.add(window.driver.execute_script(PAPER))
            if len(papers) != 2:
                yield f"dark is as light: {papers}"


#: In seconds, for somebody who cannot wait.
SOON = 1.0


def something_is_read_within_a_second():
    """On a slow phone: each page's first paint, and that nothing moves once it is there."""
    paints = {}
    with Household() as household, Window(PHONE) as window:
        window.sign_in(household, PASSPHRASE)
        window.slow_down()
        for name, path in PAGES.items():
            # This machine may be at something else meanwhile.
            for _ in range(3):
                window.open(household.base + path)
                paints[name] = min(window.first_paint(), paints.get(name, 99))
                if paints[name] <= SOON:
                    break
            yield from (f"{name}: moved {shift}" for shift in window.shifts())
    slowest = max(paints, key=paints.get)
    median = sorted(paints.values())[len(paints) // 2]
    print(f"        first paint: median {median:.2f} s, slowest {paints[slowest]:.2f} s ({slowest})", flush=True)
    yield from (f"{name}: first paint after {seconds:.2f} s" for name, seconds in paints.items() if seconds > SOON)


def look_at(window, household, name, address, screenshots):
    window.open(address)
    window.complaints()
    for size in (PHONE, DESK):
        window.resize(size)
        for dark in (False, True):
            window.paint(dark)
            window.open(address)
            if screenshots:
                window.shoot(Path(screenshots) / f"{name}-{size[0]}-{'dark' if dark else 'light'}.png")
            window.driver.execute_script(UNFOLD)
            where = f"{name} at {size[0]}, {'dark' if dark else 'light'}"
            yield from (f"{where}: {violation}" for violation in window.violations())
            if name not in REFUSALS:
                yield from (f"{where}: console: {complaint}" for complaint in window.complaints())
            window.complaints()
            if window.overflow() > 0:
                yield f"{where}: {window.overflow()} pixels too wide"
            if not dark:
                yield from (f"{where}: too small: {target}" for target in window.small_targets())
    # 320 pixels are a desk's 1280 at 400 %, and less than a phone's 360 at 200 % of the text.
    for width in (320, 180):
        window.resize((width, 740))
        window.open(address)
        window.driver.execute_script(UNFOLD)
        if window.overflow() > 0:
            yield f"{name} at {width}: {window.overflow()} pixels too wide"
        window.complaints()
    window.resize(PHONE)
    yield from (f"{name}: leaves the origin: {address}" for address in window.strays(household.base))


def every_step_by_keyboard():
    """Tab and Enter alone: skip the navigation, choose somebody, write it down."""
    with Household() as household, Window(DESK) as window:
        window.sign_in(household, PASSPHRASE)
        window.open(household.base + "/")
        keys = window.driver.switch_to.active_element
        keys.send_keys(Keys.TAB)
        skip = window.driver.switch_to.active_element
        if skip.text != "Skip to the content":
            yield f"the first stop is {skip.text!r}"
        skip.send_keys(Keys.ENTER)
        for expected in ("Words to say", "I did it", "Not now", "Ada", "Theo", "Sam"):
            window.driver.switch_to.active_element.send_keys(Keys.TAB)
            # After the letter in their circle.
            found = window.driver.switch_to.active_element.text.splitlines()[-1]
            if found != expected:
                yield f"{found!r} in place of {expected!r}"
        window.driver.switch_to.active_element.send_keys(Keys.ENTER)
        kind = window.find("button.kind", "One wanted closeness")
        kind.send_keys(Keys.ENTER)
        window.expect_title("A way back to Sam")
        outline = window.driver.execute_script(
            "const link = document.querySelector('nav a'); link.focus({focusVisible: true});"
            "return getComputedStyle(link).outlineStyle")
        if outline == "none":
            yield "the focus cannot be seen"


def the_guide_on_paper():
    """Printed, the guide has its words and nothing to tap."""
    with Household() as household, Window(DESK) as window:
        window.sign_in(household, PASSPHRASE)
        window.open(household.base + "/repair/r6")
        window.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        shown = {
            name: window.find(selector).is_displayed()
            for name, selector in {"words": ".guide", "navigation": ".bar", "buttons": ".ask"}.items()}
        if shown != {"words": True, "navigation": False, "buttons": False}:
            yield str(shown)


#: In inches.
PAPERS = {"A4": (8.27, 11.69), "Letter": (8.5, 11)}
#: What is cut off where it does not fit.
TOO_FULL = """
return [...document.querySelectorAll(".page, .card, .strip, .signs, .stop, .scale, .zone, .box")]
    .filter(one => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
    .map(one => one.className + ": " + one.innerText.slice(0, 60))
"""


def the_cards_on_paper():
    """Each sheet is one page of A4 and of Letter, and nothing on it is cut off."""
    with Household() as household, Window(DESK) as window:
        window.sign_in(household, PASSPHRASE)
        window.open(household.base + "/print/cards")
        sheets = window.driver.execute_script("return document.querySelectorAll('.page').length")
        if sheets < 5:
            yield f"{sheets} sheets"
        window.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        yield from window.driver.execute_script(TOO_FULL)
        for name, (width, height) in PAPERS.items():
            printed = window.driver.execute_cdp_cmd(
                "Page.printToPDF", {"paperWidth": width, "paperHeight": height, "printBackground": False})
            pages = len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(printed["data"])))
            if pages != sheets:
                yield f"{name}: {sheets} sheets on {pages} pages"


def the_cards_on_a_phone():
    """They fit the screen, lead back, and print by a button: an app on the first screen has no menu."""
    with Household() as household, Window(PHONE) as window:
        window.sign_in(household, PASSPHRASE)
        window.open(household.base + "/print/cards")
        wide = window.driver.execute_script("return document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            yield f"{wide} px too wide"
        window.driver.execute_script("window.print = () => { document.title = 'printed' }")
        window.tap("header button", "Print")
        if window.driver.title != "printed":
            yield "the button prints nothing"
        window.tap("header a", "Back")
        window.expect_title("Cards for the wall")


def what_was_typed_survives_being_signed_out():
    with Household() as household, Window(PHONE) as window:
        window.sign_in(household, PASSPHRASE)
        window.open(household.base + "/record?with=ada")
        window.tap("summary", "Tell a little more")
        window.tap("details label.choice", "A limit that hurt")
        window.type("[name=note]", "Keep this.")
        window.driver.delete_all_cookies()
        window.tap("details button.primary")
        window.expect("What you typed is kept")
        window.type("[name=passphrase]", PASSPHRASE)
        window.tap("button.primary")
        window.tap("button.primary", "Send it now")
        window.expect_title("A way back to Ada")
        rupture = of_type(household, "rupture")[-1]
        if rupture.get("note") != "Keep this.":
            yield str(rupture)


def the_first_evening():
    """An empty household: choose a passphrase, add somebody, write something down, and erase it all."""
    with Household(demo=False) as household, Window(PHONE) as window:
        window.sign_in(household, PASSPHRASE)
        window.tap("a.button", "Begin")
        window.expect("Step 1 of 3")
        window.tap("button.primary")
        window.expect("Step 2 of 3")
        window.type("[name=person-name]", "Kim")
        window.tap("button.primary")
        window.expect("A child needs a birth date")
        window.tap("label.chip", "A friend")
        window.tap("button.primary")
        window.expect("Added.")
        window.tap("a.button", "Go on")
        window.expect("Step 3 of 3")
        window.tap("button.primary")
        window.expect_title("Today")
        window.expect("That is all mend needs. Welcome.")
        window.find("main a.button", "Let it ring on this phone")
        window.tap("a.chip", "Kim")
        window.tap("button.kind", "A frightening moment")
        window.expect("In an emergency: 911")
        more(window, "Settings")
        window.tap("main a.line", "Yours to keep")
        window.tap("a.button", "Erase everything")
        window.type("[name=word]", "erase")
        window.tap("button", "Erase everything")
        window.expect_title("Everything is erased")
        if household.process.wait(timeout=30) != 0:
            yield "it does not end with 0"
        # The directory goes too, when nothing else is in it.
        data = household.folder / "data"
        left = [path.name for path in data.iterdir()] if data.exists() else []
        if left:
            yield f"left behind: {left}"


def a_record_made_offline_is_sent_once():
    """Calm is there without a way to the server, and what was written down goes out once, however often it is tried."""
    with Household() as household, Window(PHONE) as window:
        window.sign_in(household, PASSPHRASE)
        window.driver.execute_async_script("navigator.serviceWorker.ready.then(arguments[arguments.length - 1])")
        window.open(household.base + "/record?with=ada")
        before = len(of_type(household, "rupture"))
        household.stop()
        window.open(household.base + "/calm")
        window.expect("Where is the thermometer now?")
        window.open(household.base + "/record?with=ada")
        window.tap("button.kind", "I misread them")
        window.expect("Written down on this device.")
        household.serve()
        for _ in range(2):
            window.open(household.base + "/")
            window.driver.execute_script("navigator.serviceWorker.controller.postMessage('send')")
        window.waited(lambda: len(of_type(household, "rupture")) == before + 1, "record on the server")
        window.open(household.base + "/")
        if len(of_type(household, "rupture")) != before + 1:
            yield "it was written down more than once"


def a_secret_is_nowhere_in_the_log():
    with Household() as household, Window(PHONE) as window:
        window.sign_in(household, PASSPHRASE)
        window.open(household.base + "/record?with=ada")
        window.tap("button.kind", "I misread them")
        window.expect_title("A way back to Ada")
        if household.stop() != 0:
            yield "it does not end with 0"
        logged = household.log.read_text()
        if logged != "Stopped.\n":
            yield f"it says {logged!r}"


PAGES_CHECKS = {
    check.__name__: check for check in (
        a_day_on_a_phone, a_day_on_a_phone_without_script, a_day_at_a_desk, a_day_at_a_desk_without_script,
        every_page_for_everybody, the_same_in_firefox, something_is_read_within_a_second, few_taps_in_chromium,
        every_step_by_keyboard, the_guide_on_paper, the_cards_on_paper, the_cards_on_a_phone,
        what_was_typed_survives_being_signed_out,
        the_first_evening, a_record_made_offline_is_sent_once, a_secret_is_nowhere_in_the_log)}
