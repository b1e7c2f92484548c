"""Plays a script of commands on a terminal, at the times that stand in it, and compares what is seen with a transcript.

run.sh starts this: play.py SCRIPT TRANSCRIPT. A script holds

    zone Europe/London          where those who type live; from here on
    household NAME              whose household it is; from here on
    # Sunday 22 March 2026      the day
    Words at the margin.        what happened; they are repeated in the transcript
    17:40  mend rupture         what is typed to a shell, and when
           > Ada                an answer that is typed to the next question

and between the commands what a quarter-hourly cron prints by `mend due --via stdout`, wherever something begins.
"""

import difflib
import fcntl
import json
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

#: Lines of the terminal on which the commands are typed, and columns.
SIZE = (24, 80)
#: What the commands of a script may use besides mend: nothing else of a machine may show in the transcript.
TOOLS = ("grep", "sed")
CRON_MINUTES = 15
#: `mend init` makes a random id, on which hangs which prompt comes when; each household gets this one in its place.
HOUSEHOLD_ID = "fortnite"
#: What else differs from run to run, or from machine to machine: the secret of an address, and the edition of time zone data.
MASKS = (
    (re.compile(rf"(?<=/h/{HOUSEHOLD_ID}/)\w+"), "SECRET"),
    (re.compile(r"(?<=time zone data )20\d\d[a-z]+"), "EDITION"))


class Step:
    """A command, when it is typed (with the zone's offset), and what is answered to its questions."""

    def __init__(self, household, moment, command):
        self.household, self.moment, self.command = household, moment, command
        self.answers = []


def parse(text):
    """The lines of a script as steps, and as strings what is only repeated."""
    zone, household, day, parts = None, None, None, []
    for number, line in enumerate(text.splitlines(), 1):
        typed = re.fullmatch(r"(\d\d:\d\d)  (\S.*)", line)
        if line.startswith("zone "):
            zone = ZoneInfo(line.removeprefix("zone "))
        elif line.startswith("household "):
            household = line.removeprefix("household ")
        elif line.startswith("# "):
            day = datetime.strptime(line, "# %A %d %B %Y")
            if f"{day:%A}" not in line:
                sys.exit(f"line {number}: that day is a {day:%A}")
            parts.append(line)
        elif typed:
            hour, minute = map(int, typed[1].split(":"))
            parts.append(Step(household, day.replace(hour=hour, minute=minute, tzinfo=zone), typed[2]))
        elif line.startswith("       >"):
            parts[-1].answers.append(line.removeprefix("       >").strip())
        elif line and not line[0].isspace():
            parts.append(line)
        elif line:
            sys.exit(f"line {number}: {line!r} is nothing that is known here")
    return parts


class Player:
    """Plays the steps for households in a folder."""

    def __init__(self, folder):
        self.folder = Path(folder)
        tools = self.folder / "bin"
        tools.mkdir()
        (tools / "mend").symlink_to(os.environ["MEND"])
        for name in TOOLS:
            (tools / name).symlink_to(shutil.which(name))
        self.environment = {"PATH": str(tools), "LC_ALL": "C.UTF-8", "TERM": "dumb"}
        self.last = {}

    def home(self, step):
        home = self.folder / step.household
        home.mkdir(exist_ok=True)
        return home

    def settings(self, step, moment):
        where = {"HOME": str(self.home(step)), "TZ": str(step.moment.tzinfo)}
        return self.environment | where | {"MEND_NOW": moment.isoformat()}

    def play(self, step):
        """Yields one text for each thing that is seen: what cron has printed since the step before, and the command with
        what it shows."""
        last = self.last.get(step.household)
        if last:
            yield from self.reminders(step, last)
        self.last[step.household] = step.moment
        shown, status = self.type(step)
        if step.command.startswith("mend init") and status == 0:
            self.name_household(step)
        ending = f"({status})\n" if status else ""
        yield f"{step.moment:%H:%M} $ {step.command}\n{self.masked(step, shown)}{ending}"

    def name_household(self, step):
        """Gives a household that has just been made the id that does not change."""
        lines = self.silent(step, step.moment, "dump").stdout
        file = self.folder / "household.jsonl"
        file.write_text(re.sub(r'"id": "\w+"', f'"id": "{HOUSEHOLD_ID}"', lines, count=1))
        shutil.rmtree(self.home(step) / ".local")
        self.silent(step, step.moment, "load", str(file)).check_returncode()

    def reminders(self, step, last):
        for moment in self.runs_of_cron(step, last):
            done = self.silent(step, moment, "due", "--via", "stdout")
            shown = done.stdout + done.stderr
            if shown:
                yield f"[{moment:%A %H:%M}, by itself]\n{self.masked(step, shown)}"

    def runs_of_cron(self, step, after):
        """Those that find something, from one command to the next."""
        if step.moment - after < timedelta(minutes=CRON_MINUTES):
            return []
        done = self.silent(
            step, after, "agenda", "--from", f"{after:%Y-%m-%d}", "--to", f"{step.moment:%Y-%m-%d}", "--format", "json")
        found = set()
        for item in json.loads(done.stdout or "[]"):
            begin = datetime.fromisoformat(item["start"]).astimezone(step.moment.tzinfo)
            run = begin + timedelta(minutes=-begin.minute % CRON_MINUTES)
            if item["kind"] != "calm" and after < run < step.moment:
                found.add(run)
        return sorted(found)

    def silent(self, step, moment, *arguments):
        return subprocess.run(
            ["mend", *arguments], executable=os.environ["MEND"], env=self.settings(step, moment), cwd=self.home(step),
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)

    def type(self, step):
        """All that stands on the terminal behind a command, typed answers too, and its exit status."""
        process, terminal = pty.fork()
        if process == 0:
            os.chdir(self.home(step))
            # Python lets it pass, and whoever is run would inherit that.
            signal.signal(signal.SIGPIPE, signal.SIG_DFL)
            os.execve("/bin/bash", ["bash", "-c", step.command], self.settings(step, step.moment))
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
        shown, answers, deadline = b"", list(step.answers), time.monotonic() + 60
        while time.monotonic() < deadline:
            if not select.select([terminal], [], [], 1)[0]:
                continue
            try:
                new = os.read(terminal, 65_536)
            except OSError:
                # Nobody holds the other end any more.
                new = b""
            if not new:
                break
            shown += new
            # A question ends with a space, and nothing comes behind it.
            if shown.endswith(b" ") and not select.select([terminal], [], [], 0.1)[0]:
                # Ctrl-D where the script has no answer.
                os.write(terminal, (answers.pop(0) + "\n").encode() if answers else b"\x04")
        else:
            os.kill(process, 9)
        os.close(terminal)
        _, status = os.waitpid(process, 0)
        if answers:
            shown += f"(nobody asked for: {answers})\n".encode()
        return shown.decode().replace("\r\n", "\n"), os.waitstatus_to_exitcode(status)

    def masked(self, step, text):
        text = text.replace(str(self.home(step)), "~").replace(os.environ["MEND"], "mend")
        for pattern, word in MASKS:
            text = pattern.sub(word, text)
        return text if not text or text.endswith("\n") else text + "\n"


def blocks(transcript):
    """What play yields, and the lines between; each ends with an empty line that is followed by the next one's beginning."""
    return re.split(r"\n\n(?=# |\d\d:\d\d \$ |\[\w+ \d\d:\d\d, by itself\])", transcript.rstrip("\n"))


def main():
    script, transcript = map(Path, sys.argv[1:])
    seen = []
    # Not in a folder whose name is as long as a machine wants it.
    with tempfile.TemporaryDirectory(prefix="mend-fortnight-", dir="/tmp") as folder:
        player = Player(folder)
        for part in parse(script.read_text()):
            seen += [part + "\n"] if isinstance(part, str) else player.play(part)
    found = "\n".join(seen)
    if os.environ.get("UPDATE"):
        transcript.write_text(found)
    expected = transcript.read_text() if transcript.exists() else ""
    new, old = blocks(found), blocks(expected)
    same = sum(match.size for match in difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks())
    failed = max(len(new), len(old)) - same + (found != expected and new == old)
    if failed:
        sys.stdout.writelines(
            difflib.unified_diff(expected.splitlines(True), found.splitlines(True), transcript.name, "what was seen"))
        print("If that is meant, read it as a tired parent would, and run this with UPDATE=1.")
    print(f"{same} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
