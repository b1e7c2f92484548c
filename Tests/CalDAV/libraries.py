"""Libraries and programs that others have written, against a list."""

import json
import os
import random
import re
import subprocess
from datetime import datetime, timezone
from pathlib import Path

import caldav
from home import holds, same
from lists import PRIVATE, QUICK, SEED, Client, List, Server, crack, family, new_task, records, value

#: What caldav-server-tester looks for that a list of tasks does not have, with the reason; each begins a feature's name.
NOT_HERE = {
    "create-calendar": "lists are made by mend tasks add",
    "delete-calendar": "lists are revoked by mend tasks revoke",
    "save-load.event": "a list holds tasks alone (RFC 4791 §5.2.3)",
    "save-load.journal": "a list holds tasks alone (RFC 4791 §5.2.3)",
    "scheduling": "nobody is invited (RFC 6638)",
    "freebusy-query": "a reminder blocks nobody's day",
    "principal-search": "a device knows its own principal alone",
    "save-load.todo.recurrences": "a task with somebody does not recur",
    "search.recurrences": "tasks are not expanded",
    "calendar-color": "properties are mend's, and PROPPATCH changes none",
    "calendar-order": "properties are mend's, and PROPPATCH changes none",
    "search.text.": "it looks for its events, and a list holds tasks alone",
    "search.time-range.event": "a list holds tasks alone (RFC 4791 §5.2.3)",
    "search.time-range.comp-type-optional": "it looks for its events, and a list holds tasks alone",
    "search.unlimited-time-range": "it looks for its events, and a list holds tasks alone",
    "search.time-range.todo.old-dates": "its task of the year 2000 is made after events, which a list refuses; asked above",
    "search.time-range.alarm": "alarms are found by being there, not by time",
}


def caldav_library(folder):
    """python-caldav finds the list, reads, ticks, makes and deletes."""
    home = family(folder, crack())
    tasks = List(home, "phone", "--open")
    with Server(home) as server:
        with caldav.DAVClient(url=f"{server.base}/dav/", username=tasks.user, password=tasks.password) as client:
            principal = client.principal()
            found = principal.calendars()
            same(len(found), 1, "calendars")
            same(found[0].get_supported_components(), ["VTODO"], "components")
            todo, = found[0].todos()
            holds("Ada" in str(todo.icalendar_component["SUMMARY"]), "whose it is")
            made = found[0].add_todo(summary="Milk", priority=3)
            same(len(found[0].todos()), 2, "todos")
            same(str(found[0].todo_by_uid(made.id).icalendar_component["PRIORITY"]), "3", "priority")
            made.delete()
            old = found[0].add_todo(summary="Old errand", dtstart=datetime(2000, 1, 9, 12, tzinfo=timezone.utc),
                                    due=datetime(2000, 1, 9, 13, tzinfo=timezone.utc))
            day = {"start": datetime(2000, 1, 9, tzinfo=timezone.utc), "end": datetime(2000, 1, 10, tzinfo=timezone.utc)}
            same([task.id for task in found[0].search(todo=True, include_completed=True, post_filter=False, **day)], [old.id],
                 "a day of the year 2000")
            old.delete()
            todo.complete()
            same([record["outcome"] for record in records(home, "attempt")], ["repaired"], "attempts")
            same(len(found[0].todos()), 0, "open todos")
            same(len(found[0].todos(include_completed=True)), 1, "all todos")
            objects = found[0].objects_by_sync_token(load_objects=True)
            found[0].add_todo(summary=f"Theo {PRIVATE} limit")
            updated, deleted = objects.sync()
            same((len(list(updated)), len(list(deleted))), (1, 0), "changes")
    same([record["with"] for record in records(home, "rupture")], ["ada", "theo"], "ruptures")


def server_tester(folder):
    """Every check of caldav-server-tester that applies."""
    home = family(folder)
    tasks = List(home, "phone", "--open")
    with Server(home) as server:
        done = subprocess.run(
            ["caldav-server-tester", "--caldav-url", f"{server.base}/dav/", "--caldav-username", tasks.user,
             "--caldav-password", tasks.password, "--caldav-calendar", "mend", "--format", "json"],
            capture_output=True, text=True, timeout=300, env=os.environ | {"HOME": str(folder)})
    start = done.stdout.find("{")
    holds(start >= 0, f"it said nothing: {done.stdout[-300:]!r} {done.stderr[-600:]!r}")
    found = json.loads(done.stdout[start:])
    features = found.get("features", found)
    wrong = []
    for name, result in sorted(features.items()):
        support = result.get("support", result) if isinstance(result, dict) else result
        if support in ("unsupported", "broken", "ungraceful") and not any(name.startswith(known) for known in NOT_HERE):
            wrong.append(f"{name} {support}")
    holds(not wrong, "; ".join(wrong))
    return f"{len(features)} features looked at"


def vdirsyncer(folder):
    """Two-way, for a hundred random changes on both sides."""
    home = family(folder, crack())
    tasks = List(home, "phone", "--open")
    chance = random.Random(SEED)
    local = folder / "local"
    with Server(home) as server:
        client = Client(server, tasks)
        config = folder / "vdirsyncer.conf"
        config.write_text(f"""
[general]
status_path = "{folder}/status/"
[pair tasks]
a = "there"
b = "here"
collections = null
conflict_resolution = "a wins"
[storage there]
type = "caldav"
url = "{server.base}{tasks.path}"
username = "{tasks.user}"
password = "{tasks.password}"
item_types = ["VTODO"]
[storage here]
type = "filesystem"
path = "{local}"
fileext = ".ics"
""")

        def sync():
            for verb in (["discover"], ["sync", "--force-delete"]):
                done = subprocess.run(["vdirsyncer", "--config", str(config), *verb], capture_output=True, text=True, timeout=60,
                                      input="y\n" * 5)
                holds(done.returncode == 0, f"vdirsyncer {verb[0]}: {done.stderr[-500:]}")

        local.mkdir()
        sync()
        own = {}
        for number in range(20 if QUICK else 100):
            kind = chance.choice(["new here", "new there", "edit here", "edit there", "delete here", "delete there"])
            side = kind.split()[1]
            uid = f"own-{number}"
            text = new_task(f"Errand {number}", uid)
            if kind.startswith("new"):
                own[uid] = f"Errand {number}"
                if side == "here":
                    (local / f"{uid}.ics").write_text(text, newline="")
                else:
                    client.put(f"{tasks.path}{uid}.ics", text, 201)
            elif own:
                uid = chance.choice(sorted(own))
                place = next((path for path in local.glob("*.ics") if f"UID:{uid}\r" in path.read_bytes().decode()), None)
                href = next((href for href, (_, text) in client.files().items() if value(text, "UID") == uid), None)
                holds(place is not None and href is not None, f"{uid} is not on both sides")
                if kind.startswith("edit"):
                    own[uid] = f"Changed {number}"
                    text = new_task(own[uid], uid)
                    if side == "here":
                        place.write_text(text, newline="")
                    else:
                        client.put(href, text, 204)
                else:
                    del own[uid]
                    place.unlink() if side == "here" else client.ask("DELETE", href, status=204)
            sync()
        there = {value(text, "UID"): value(text, "SUMMARY") for _, text in client.files().values()}
        here = {value(path.read_bytes().decode(), "UID"): value(path.read_bytes().decode(), "SUMMARY") for path in local.glob("*.ics")}
        same(there, here, "both sides")
        same({uid: title for uid, title in there.items() if uid.startswith("own-")}, own, "its owner's own")
        # What is ticked in a file is mended.
        person, = (path for path in local.glob("*.ics") if b"X-MEND-STATE" in path.read_bytes())
        text = person.read_bytes().decode()
        person.write_text(re.sub("STATUS:NEEDS-ACTION", "STATUS:COMPLETED", text), newline="")
        sync()
        same([record["outcome"] for record in records(home, "attempt")], ["repaired"], "attempts")


def todoman(folder):
    """The command line's list shows the tasks, and ticks one."""
    home = family(folder, crack())
    tasks = List(home, "phone", "--open")
    local = folder / "lists" / "mend"
    local.mkdir(parents=True)
    with Server(home) as server:
        client = Client(server, tasks)
        (href, (tag, text)), = client.files().items()
        path = local / Path(href).name
        path.write_text(text, newline="")
        config = folder / "todoman.py"
        config.write_text(f'path = "{folder}/lists/*"\ndate_format = "%Y-%m-%d"\ntime_format = "%H:%M"\ncache_path = "{folder}/cache.sqlite3"\n')

        def todo(*words):
            done = subprocess.run(["todo", "--config", str(config), *words], capture_output=True, text=True, timeout=60)
            holds(done.returncode == 0, f"todo {words}: {done.stderr[-300:]}")
            return done.stdout

        holds("Ada" in todo("list"), "it shows no task with Ada")
        todo("done", "1")
        text = path.read_bytes().decode()
        holds("COMPLETED" in text, "it did not tick the task")
        same(client.put(href, text, If_Match=tag).status, 204, "PUT")
        same([record["outcome"] for record in records(home, "attempt")], ["repaired"], "attempts")


CHECKS = {
    "caldav (Python)": caldav_library, "caldav-server-tester": server_tester, "vdirsyncer, two-way": vdirsyncer,
    "todoman": todoman,
}
