"""evolution-data-server, which keeps the lists of tasks of Evolution, Endeavour and GNOME's calendar."""

import json
import os
import shutil
import signal
import subprocess
from pathlib import Path

from home import Skipped, Wrong, eventually, holds, same
from lists import BETWEEN, PRIVATE, Client, List, Server, crack, family, records, value

SCRIPT = Path(__file__).parent / "evolution_session.py"
MISSING = "one of Debian's packages evolution-data-server, dbus-daemon, python3-gi, gir1.2-ecal-2.0, gir1.2-edataserver-1.2"


class Evolution:
    def __init__(self, folder):
        if not shutil.which("dbus-run-session"):
            raise Skipped(f"{MISSING} can't be had")
        places = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
        (folder / "run").mkdir(mode=0o700)
        self.log = folder / "evolution.log"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                ["dbus-run-session", "--", "/usr/bin/python3", str(SCRIPT)],
                env=os.environ | places | {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder / "run")},
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, start_new_session=True)

    def __enter__(self):
        try:
            self.answer()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        """It ends by itself once it is told nothing more, and its bus with it."""
        self.process.stdin.close()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.process.stdout.close()

    def ask(self, what, *words):
        """Its result and its complaint; one of both is None."""
        print(json.dumps([what, *words]), file=self.process.stdin, flush=True)
        return self.answer()

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            if self.process.wait(timeout=20) == 77:
                raise Skipped(f"{MISSING} can't be had")
            raise Wrong(f"it is gone: {self.log.read_text(errors='replace')[-600:]}")
        return json.loads(line)

    def run(self, what, *words):
        result, complaint = self.ask(what, *words)
        same(complaint, None, f"what {what} complains about")
        return result

    def tasks(self):
        """By title."""
        texts = [text.replace("\r\n", "\n").replace("\n", "\r\n") for text in self.run("tasks")]
        return {value(text, "SUMMARY"): text for text in texts}

    def refresh(self, *titles):
        """Asks the server for what is new."""
        self.run("refresh")
        self.wait(*titles)

    def wait(self, *titles):
        """Until these tasks and no others are there."""
        eventually(lambda: sorted(self.tasks()) == sorted(titles), f"the tasks are {titles}", 20)


def story(folder):
    """Found from the bare address; ticked, unticked, put off, added, deleted; then the password is revoked."""
    home = family(folder, crack())
    tasks = List(home, "phone", "--open")

    def outcomes():
        return [record["outcome"] for record in records(home, "attempt")]

    with Server(home, BETWEEN) as server, Evolution(folder) as program:
        account = [server.base + "/", tasks.user, tasks.password]
        same(program.run("find", *account), [server.base + tasks.path], "what it finds")
        program.run("subscribe", server.base + tasks.path)
        client = Client(server, tasks)
        (_, text), = client.files().values()
        ada, uid = value(text, "SUMMARY"), value(text, "UID")
        holds(ada.endswith(f"· Ada {PRIVATE}"), f"whose task it is: {ada}")
        program.wait(ada)
        same(program.run("is_read_only"), False, "whether it may only be read")
        same(value(program.tasks()[ada], "DUE"), "20260105T231000Z", "when it is due")

        program.run("tick", uid)
        same(outcomes(), ["repaired"], "attempts once it is ticked")
        same(value(program.tasks()[ada], "STATUS"), "COMPLETED", "its state")
        program.run("change", uid, "STATUS:NEEDS-ACTION", "PERCENT-COMPLETE:0", "COMPLETED:")
        same(outcomes(), [], "attempts once it is unticked")
        program.run("put_off", uid, "America/New_York", "20260109T170000")
        same([record["until"] for record in records(home, "hold")], ["2026-01-09T17:00:00-05:00"], "holds")
        same(value(program.tasks()[ada], "DUE"), "20260109T220000Z", "when it is due once it is put off")

        theo = program.run("add", f"SUMMARY:Theo {PRIVATE} limit")
        same([(record["with"], record["kind"]) for record in records(home, "rupture")],
             [("ada", "limit-setting"), ("theo", "limit-setting")], "ruptures")
        new, = program.tasks().keys() - {ada}
        holds(new.endswith(f"· Theo {PRIVATE}"), f"whose the new task is: {new}")
        program.run("delete", theo)
        same(outcomes(), ["let-go"], "attempts once it is deleted")

        program.run("add", "SUMMARY:Milk", "CATEGORIES:Shop", "DUE;VALUE=DATE:20260107")
        program.refresh(ada, "Milk")
        milk = next(text for _, text in client.files().values() if value(text, "SUMMARY") == "Milk")
        same([value(text, name) for text in (milk, program.tasks()["Milk"]) for name in ("CATEGORIES", "DUE")],
             ["Shop", "20260107"] * 2, "the task of one's own")

        home.mend("attempt", "Ada", "repaired", now=BETWEEN)
        program.refresh("Milk")
        home.mend("tasks", "revoke", "phone")
        _, complaint = program.ask("find", *account)
        holds(complaint and "401" in complaint, f"what it says of a revoked password: {complaint}")


CHECKS = {"evolution-data-server": story}
