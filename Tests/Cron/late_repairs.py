"""A repair that is recorded while a reminder is on its way: nothing of that rupture goes out afterwards."""

import json
import os
import signal

from home import KEEP, Home, at, channel, child, eventually, holds, household, rupture, same

NOW = at("01-05 12:00")
#: Long after: whatever the ladder still had.
LATER = [at("01-05 12:15"), at("01-05 12:30"), at("01-05 19:00"), at("01-06 19:00"), at("01-12 19:00"), at("02-20 19:00")]


def family(folder, *more):
    home = Home(
        folder, household(), child(), rupture(at("01-05 09:00")), *more,
        channel("cmd", "exec", f"exec '{folder}/take'"), now=at("01-05 09:30"))
    return home.begun("cmd", now=at("01-05 09:00"))


def repaired(home, key="r1", outcome="repaired", now=at("01-05 12:01")):
    # On a machine that has other work to do everything takes longer.
    usual = home.mend("open", now=now).seconds
    run = home.mend("attempt", key, "--outcome", outcome, now=now)
    holds("locked" not in run.err and "in use" not in run.err, f"it complains: {run.err!r}")
    holds(run.seconds < max(1, 4 * usual), f"it was held up for {run.seconds:.1f} s")


def items_after(home):
    """Everything that goes out at the later moments."""
    home.program("take", KEEP)
    for now in LATER:
        home.due("cmd", now=now)
    return [item for items in home.lists() for item in items]


def of_r1(items):
    return [item for item in items if item.startswith("r1.")]


def while_it_goes_out(folder):
    home = family(folder)
    home.program("take", 'touch "$here/began"; sleep 3; touch "$here/ended"')
    process = home.start("due", "--via", "cmd", now=NOW)
    eventually((folder / "began").exists, "the command begins")
    repaired(home)
    holds(not (folder / "ended").exists(), "the command had ended before the repair was recorded")
    same(home.end(process).status, 0, "status of the run")
    items = items_after(home)
    same(of_r1(items), [], "after the repair")
    holds(len(items) >= 4, f"other things stay away as well: {items}")


def after_a_kill(folder):
    home = family(folder)
    home.program("take", 'echo $$ > "$here/began.new"; mv "$here/began.new" "$here/began"; exec sleep 30')
    process = home.start("due", "--via", "cmd", now=NOW)
    eventually((folder / "began").exists, "the command begins")
    process.send_signal(signal.SIGKILL)
    home.end(process)
    os.kill(int((folder / "began").read_text()), signal.SIGKILL)
    same(home.delivered("cmd", "claimed"), ["r1.reconnect"], "claimed")
    repaired(home)
    same(of_r1(items_after(home)), [], "after the repair")
    same(home.delivered("cmd", "claimed"), [], "claims that are left")


def after_a_kill_without_repair(folder):
    """The same without a repair: what was claimed goes out, with its id."""
    home = family(folder)
    home.program("take", 'echo $$ > "$here/began.new"; mv "$here/began.new" "$here/began"; exec sleep 30')
    process = home.start("due", "--via", "cmd", now=NOW)
    eventually((folder / "began").exists, "the command begins")
    process.send_signal(signal.SIGKILL)
    home.end(process)
    os.kill(int((folder / "began").read_text()), signal.SIGKILL)
    # What the dead run had passed over in its favour does not come after it.
    same(of_r1(items_after(home))[:2], ["r1.reconnect", "r1.try-again.1"], "without a repair")


def after_a_failure(folder):
    home = family(folder)
    home.program("take", "exit 1")
    home.due("cmd", now=NOW, status=73)
    repaired(home)
    same(of_r1(items_after(home)), [], "after the repair")


def let_go(folder):
    home = family(folder)
    home.program("take", "exit 1")
    home.due("cmd", now=NOW, status=73)
    repaired(home, outcome="let-go")
    same(of_r1(items_after(home)), [], "after it was let go")


def one_of_two(folder):
    """Two ruptures with one person share items; one is repaired, the other still comes."""
    home = family(folder, rupture(at("01-05 09:05"), "r2"))
    home.program("take", "exit 1")
    home.due("cmd", now=NOW, status=73)
    repaired(home)
    items = items_after(home)
    same(of_r1(items), [], "after the repair")
    holds(any(item.startswith("r2.") for item in items), f"the other one stays away as well: {items}")
    # What had begun before the repair stays as it was; what comes after it is about the other alone.
    later = [
        item for path in folder.glob("taken.*.json") for item in json.loads(path.read_text())
        if item["start"] > NOW and "r1" in item["ruptures"]]
    same(later, [], "items about the repaired one, too")


CHECKS = {
    "repair: recorded while a command runs": while_it_goes_out,
    "repair: recorded after mend was killed": after_a_kill,
    "repair: none after mend was killed": after_a_kill_without_repair,
    "repair: recorded after a failed run": after_a_failure,
    "repair: let go after a failed run": let_go,
    "repair: one of two with the same person": one_of_two,
}
