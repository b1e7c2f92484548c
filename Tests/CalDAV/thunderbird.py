"""Thunderbird itself, without a screen: it finds a list, and somebody works in it under Tasks.

What its windows do is done by the same parts of it: detection (New Calendar, On the Network), its calendars, their items.
"""

import shutil
import sys
from pathlib import Path

from home import Skipped, eventually, holds, same
from lists import BETWEEN, PRIVATE, Client, List, Server, crack, family, records, value

sys.path.insert(0, str(Path(__file__).parents[1]))
from marionette import Program  # noqa: E402

PREFERENCES = {
    "calendar.timezone.local": "America/New_York", "calendar.timezone.useSystemTimezone": False,
    "mailnews.start_page.enabled": False, "mail.provider.suppress_dialog_on_startup": True}

#: Before each script, which is the body of a function that is waited for.
PREFACE = """
const {cal} = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
const {CalTodo} = ChromeUtils.importESModule("resource:///modules/CalTodo.sys.mjs");
const {CalAlarm} = ChromeUtils.importESModule("resource:///modules/CalAlarm.sys.mjs");
const calendar = cal.manager.getCalendars().find((calendar) => calendar.type == "caldav");
const {ITEM_FILTER_TYPE_TODO, ITEM_FILTER_COMPLETED_ALL} = Ci.calICalendar;
const tasks = () => calendar.getItemsAsArray(ITEM_FILTER_TYPE_TODO | ITEM_FILTER_COMPLETED_ALL, 0, null, null);
const task = async (title) => (await tasks()).find((task) => task.title == title);
return (async (...given) => {
"""


class Thunderbird:
    def __init__(self, folder):
        if not shutil.which("thunderbird"):
            raise Skipped("Debian's package thunderbird can't be had")
        profile = folder / "thunderbird"
        profile.mkdir(mode=0o700)
        self.program = Program("thunderbird", profile, PREFERENCES)

    def __enter__(self):
        try:
            for command, parameters in (
                    ("WebDriver:NewSession", {"capabilities": {}}), ("Marionette:SetContext", {"value": "chrome"}),
                    ("WebDriver:SetTimeouts", {"script": 30_000})):
                self.program.marionette.ask(command, **parameters)
            # Which Marionette has turned off.
            self.run("Services.prefs.setBoolPref('signon.rememberSignons', true);")
        except BaseException:
            self.program.end()
            raise
        return self

    def __exit__(self, *_):
        self.program.end()

    def run(self, script, *given):
        """What the body of a function returns, which is given these."""
        return self.program.marionette.ask("WebDriver:ExecuteScript", script=PREFACE + script + "})(...arguments);", args=given)

    def find(self, server, tasks):
        """The addresses that it finds from the bare one, or the name of what went wrong."""
        return self.run("""
            try {
              const found = await cal.provider.detection.detect(...given, true, [], {});
              return [...found.values()].flat().map((calendar) => calendar.uri.spec);
            } catch (error) {
              return error.name;
            }""", tasks.user, tasks.password, server.base + "/")

    def subscribe(self, server, tasks):
        """As its dialog does with what it has found."""
        self.run("""
            const found = await cal.provider.detection.detect(...given, true, [], {});
            const [calendar] = [...found.values()].flat();
            calendar.setProperty("cache.enabled", true);
            cal.manager.registerCalendar(calendar);""", tasks.user, tasks.password, server.base + "/")

    def tasks(self):
        """By title: when due, whether done, categories, number of alarms."""
        return {title: rest for title, *rest in self.run("""
            return (await tasks()).map((task) => [
              task.title, task.dueDate?.getInTimezone(cal.dtz.defaultTimezone).icalString, task.isCompleted, task.getCategories(),
              task.getAlarms().length]);""")}

    def waiting(self):
        """How many tasks wait for a network."""
        return self.run("""
            const {ITEM_FILTER_ALL_ITEMS, ITEM_FILTER_OFFLINE_CREATED, ITEM_FILTER_OFFLINE_MODIFIED} = Ci.calICalendar;
            let waiting = 0;
            for (const kind of [ITEM_FILTER_OFFLINE_CREATED, ITEM_FILTER_OFFLINE_MODIFIED]) {
              waiting += (await calendar.getItemsAsArray(ITEM_FILTER_ALL_ITEMS | kind, 0, null, null)).length;
            }
            return waiting;""")

    def refresh(self, *titles):
        """Asks the server for what is new, until these tasks and no others are there."""
        self.run("calendar.refresh();")
        eventually(lambda: sorted(self.tasks()) == sorted(titles), f"the tasks are {titles}", 20)

    def change(self, title, script):
        """In a copy, `changed`, which then takes the task's place."""
        self.run("const old = await task(given[0]); const changed = old.clone();" + script
                 + "await calendar.modifyItem(changed, old);", title)

    def add(self, title):
        self.run("const made = new CalTodo(); made.title = given[0]; await calendar.addItem(made);", title)

    def delete(self, title):
        self.run("await calendar.deleteItem(await task(given[0]));", title)


def subscribed(program, server, tasks):
    """The title of the one task with somebody, once the program has it."""
    (_, text), = Client(server, tasks).files().values()
    title = value(text, "SUMMARY").replace("\\,", ",")
    program.subscribe(server, tasks)
    program.refresh(title)
    return title


def story(folder):
    """Found from the bare address; ticked, unticked, put off, added, deleted; then the password is revoked."""
    home = family(folder, crack())
    tasks = List(home, "phone", "--open")

    def outcomes():
        return [record["outcome"] for record in records(home, "attempt")]

    with Server(home, BETWEEN) as server, Thunderbird(folder) as program:
        same(program.find(server, tasks), [server.base + tasks.path], "what it finds")
        ada = subscribed(program, server, tasks)
        holds(ada.endswith(f"· Ada {PRIVATE}"), f"whose task it is: {ada}")
        same(program.tasks()[ada], ["20260105T181000", False, [], 1], "the task with Ada")
        may = ["capabilities.events.supported", "capabilities.tasks.supported"]
        same(program.run("return [calendar.readOnly, ...given.map((name) => calendar.getProperty(name))];", *may),
             [False, False, True], "read only, events, tasks")

        program.change(ada, "changed.isCompleted = true;")
        same(outcomes(), ["repaired"], "attempts once it is ticked")
        holds(program.tasks()[ada][1], "its tick is gone")
        program.change(ada, "changed.isCompleted = false;")
        same(outcomes(), [], "attempts once it is unticked")
        # As its alarm's Dismiss does.
        program.change(ada, "changed.alarmLastAck = cal.createDateTime('20260105T231000Z');")
        program.change(ada, "changed.dueDate = cal.createDateTime('20260109T220000Z');")
        same([record["until"] for record in records(home, "hold")], ["2026-01-09T17:00:00-05:00"], "holds")
        same(program.tasks()[ada], ["20260109T170000", False, [], 1], "the task that is put off")
        same(program.run("return (await task(given[0])).alarmLastAck?.icalString;", ada), "20260105T231000Z", "what was dismissed")

        program.add(f"Theo {PRIVATE} limit")
        same([(record["with"], record["kind"]) for record in records(home, "rupture")],
             [("ada", "limit-setting"), ("theo", "limit-setting")], "ruptures")
        theo = next(title for title in program.tasks() if title.endswith(f"· Theo {PRIVATE}"))
        program.refresh(ada, theo)
        program.delete(theo)
        same(outcomes(), ["let-go"], "attempts once it is deleted")

        program.add("Milk")
        program.change("Milk", """
            changed.setCategories(["Shop"]);
            changed.dueDate = cal.createDateTime("20260106T220000Z");
            const alarm = new CalAlarm();
            alarm.related = Ci.calIAlarm.ALARM_RELATED_END;
            alarm.offset = cal.createDuration("-PT15M");
            changed.addAlarm(alarm);""")
        program.refresh(ada, "Milk")
        same(program.tasks()["Milk"], ["20260106T170000", False, ["Shop"], 1], "the task of one's own")
        own = next(text for _, text in Client(server, tasks).files().values() if value(text, "SUMMARY") == "Milk")
        holds(value(own, "CATEGORIES") == "Shop" and "TRIGGER;RELATED=END:-PT15M" in own, f"not as Thunderbird sent it: {own}")

        home.mend("attempt", "Ada", "repaired", now=BETWEEN)
        program.refresh("Milk")
        home.mend("tasks", "revoke", "phone")
        same(program.find(server, tasks), "AuthFailedError", "what it finds with a revoked password")


def notes(folder):
    """An outcome written before mend's own words, as these ask for it; its editor keeps the notes in HTML too."""
    home = family(folder, crack())
    tasks = List(home, "phone", "--open")
    with Server(home, BETWEEN) as server, Thunderbird(folder) as program:
        ada = subscribed(program, server, tasks)
        program.change(ada, f"changed.descriptionHTML = 'not-ready, {PRIVATE} slept<br><br>' + old.descriptionHTML;")
        same([(record["outcome"], record["note"]) for record in records(home, "attempt")], [("not-ready", f"{PRIVATE} slept")],
             "attempts")
        told = program.run("const [task] = await tasks(); return [task.descriptionText, task.descriptionHTML];")
        holds(all("that's okay" in words and "slept" not in words for words in told), f"the notes are {told}")


def conflict(folder):
    """Ticked after it has become another step at home: its dialog asks, and the tick is kept."""
    home = family(folder, crack())
    tasks = List(home, "phone", "--open")
    dialog = "Services.wm.getMostRecentWindow('Calendar:Conflicts')"
    with Server(home, BETWEEN) as server, Thunderbird(folder) as program:
        ada = subscribed(program, server, tasks)
        home.mend("attempt", "Ada", "not-ready", now=BETWEEN)
        program.run("""
            const old = await task(given[0]);
            const changed = old.clone();
            changed.isCompleted = true;
            calendar.modifyItem(changed, old);""", ada)
        eventually(lambda: program.run(f"return {dialog}?.document.readyState == 'complete';"), "it asks", 20)
        same([record["outcome"] for record in records(home, "attempt")], ["not-ready"], "attempts while it asks")
        program.run(f"{dialog}.document.querySelector('dialog').acceptDialog();")
        eventually(lambda: any(is_done for _, is_done, *_ in program.tasks().values()), "its task is ticked", 20)
        same([record["outcome"] for record in records(home, "attempt")], ["not-ready", "repaired"], "attempts")


def offline(folder):
    """Ticked and added without a network: each is written down once when it is back. What was added keeps its own title there
    until it changes at home, which is Thunderbird's way; to tick it mends all the same."""
    home = family(folder, crack())
    tasks = List(home, "phone", "--open")

    def outcomes():
        return [(record["rupture"], record["outcome"]) for record in records(home, "attempt")]

    with Server(home, BETWEEN) as server, Thunderbird(folder) as program:
        ada = subscribed(program, server, tasks)
        program.run("Services.io.offline = true;")
        program.change(ada, "changed.isCompleted = true;")
        program.add(f"Sam {PRIVATE} closeness")
        same((outcomes(), len(records(home, "rupture")), program.waiting()), ([], 1, 2), "attempts, ruptures, and what waits")
        # It sends what waits, and refreshes by itself.
        program.run("Services.io.offline = false;")
        eventually(lambda: outcomes() == [("r1", "repaired")] and len(records(home, "rupture")) == 2, "both are written down", 20)
        eventually(lambda: program.waiting() == 0, "Thunderbird knows that they are", 20)
        same([(record["with"], record["kind"]) for record in records(home, "rupture")][1:], [("sam", "oscillating")], "the new one")
        added, = program.tasks().keys() - {ada}
        program.change(added, "changed.isCompleted = true;")
        same(outcomes(), [("r1", "repaired"), ("r2", "repaired")], "attempts once what was added is ticked")
        same(len(records(home, "rupture")), 2, "ruptures")


CHECKS = {
    "Thunderbird": story, "Thunderbird: an outcome in the notes": notes, "Thunderbird: ticked after it has changed": conflict,
    "Thunderbird: without a network": offline}
