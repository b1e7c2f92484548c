"""Channels that run a command: what it gets, and all the ways in which it can fail."""

import json
import os
import subprocess

from home import KEEP, PRIVATE, Home, alive, at, channel, child, eventually, holds, household, rupture, same

NOW = at("01-05 12:00")


def family(folder, *more, begin=at("01-05 09:00"), **options):
    home = Home(
        folder, household(**options), child(), rupture(at("01-05 09:00")), *more, channel("cmd", "exec", f"exec '{folder}/take'"),
        channel("good", "exec", "true"), now=at("01-05 09:00"))
    home.program("take", KEEP)
    return home.begun("cmd", now=begin)


def gets_the_agenda(folder):
    """The objects of `mend agenda --format json`, each with a discreetTitle and with what can be done about it."""
    home = family(folder, child(f"Ben {PRIVATE}", "ben"), rupture(at("01-05 08:50"), "r2", "ben", "benign"))
    expected = home.items("2026-01-05", NOW)
    home.due("cmd", now=NOW)
    [taken] = [json.loads(path.read_text()) for path in folder.glob("taken.*.json")]
    holds(len(taken) >= 2, f"only {len(taken)} items")
    same([item["id"] for item in taken], [key for key in expected if key in home.delivered("cmd")], "ids, in order")
    titles = [item.pop("discreetTitle") for item in taken]
    for item in taken:
        rupture_id = next(iter(item["ruptures"]), None)
        same(item.pop("rupture", None), rupture_id, f"{item['id']}: the rupture")
        command = f"mend attempt {rupture_id} --outcome repaired" if rupture_id else None
        same(item.pop("command", None), command, f"{item['id']}: the command")
        same(item, expected[item["id"]], item["id"])
    holds(all(title and PRIVATE not in title and "Ada" not in title for title in titles), f"titles are {titles}")
    # And the same as `due --format json` prints on a channel of its own.
    home.due(now=at("01-05 08:00"))
    same(json.loads(home.mend("due", "--format", "json", now=NOW).out)[-1], taken[-1], "what mend due prints")


FAILURES = {
    "status 1": ("exit 1", "status 1"),
    "a command that is not there": (None, "status 127"),
    "a file that cannot be run": ("", "status 126"),
    "killed by a signal": ("kill -9 $$", "signal 9"),
    "ended by SIGTERM": ("kill $$; sleep 5", "signal 15"),
    "it takes everything and then fails": (f"{KEEP}; exit 3", "status 3"),
    "it prints what it gets and fails": ("cat; cat >&2; exit 2", "status 2"),
}


def unsettled(home):
    """The household without what was passed over: that is no longer due, whatever becomes of the rest."""
    return [record for record in home.dump() if record.get("outcome") != "passed" or record["item"] == "begin"]


def failure(script, words):
    def is_told_and_tried_again(folder):
        home = family(folder)
        if script is None:
            (folder / "take").unlink()
        else:
            home.program("take", script)
        if script == "":
            (folder / "take").chmod(0o644)
        before = unsettled(home)
        for _ in range(2):
            run = home.due("cmd", now=NOW, status=73)
            run.complains(73, "channel cmd", words, "nothing was marked as sent")
            same(run.out, "", "standard output")
            same(unsettled(home), before, "the household")
        for path in folder.glob("taken.*"):
            path.unlink()
        home.program("take", KEEP)
        home.due("cmd", now=NOW)
        same(home.lists(), [["r1.reconnect"]], "what the next run delivers")
        same(home.delivered("cmd"), ["r1.reconnect"], "sent")
        home.due("cmd", now=NOW)
        same(len(home.lists()), 1, "deliveries after one more run")
    return is_told_and_tried_again


def others_go_on(folder):
    """Several channels: one that fails does not hold up the others."""
    home = family(folder)
    home.begun("good", now=at("01-05 09:00"))
    home.program("take", "exit 1")
    run = home.due("cmd", "good", now=NOW, status=73)
    run.complains(73, "channel cmd", "status 1")
    same((home.delivered("cmd"), home.delivered("good")), ([], ["r1.reconnect"]), "sent")


def prints_without_end(folder):
    home = family(folder)
    home.program("take", f"head -c 100000000 /dev/zero; head -c 100000000 /dev/zero >&2; {KEEP}")
    process = home.start("due", "--via", "cmd", now=NOW)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    out, err = process.stdout.read(), process.stderr.read()
    process.stdout.close(), process.stderr.close()
    same((process.returncode, out, err), (0, b"", b""), "status and what mend printed")
    holds(usage.ru_maxrss < 200_000, f"mend took {usage.ru_maxrss} kB of memory")
    same(home.lists(), [["r1.reconnect"]], "delivered")


def reads_nothing(folder):
    home = family(folder)
    home.program("take", "exit 0")
    same(home.due("cmd", now=NOW).err, "", "standard error")
    same(home.delivered("cmd"), ["r1.reconnect"], "sent")


def large(folder):
    """More than a pipe holds."""
    people = [child(f"Kim {PRIVATE} {n}", f"kim{n}") for n in range(12)]
    ruptures = [
        rupture(at("01-05 08:30"), f"k{n}", f"kim{n}", excitedAbout=PRIVATE + "👩‍👩‍👧‍👦" * 900) for n in range(12)]
    return family(folder, *people, *ruptures, begin=at("01-05 08:30"), cap=24)


def closes_early(script, status, words):
    def is_told(folder):
        home = large(folder)
        home.program("take", script)
        run = home.due("cmd", now=NOW, status=status)
        holds(run.seconds < 20, f"it took {run.seconds:.0f} s")
        if status:
            run.complains(status, "channel cmd", words)
            same(home.delivered("cmd"), [], "sent")
        else:
            same(run.err, "", "standard error")
        home.program("take", KEEP)
        home.due("cmd", now=NOW)
        if status:
            [path] = folder.glob("taken.*.json")
            holds(path.stat().st_size > 100_000, f"only {path.stat().st_size} bytes")
        else:
            same(home.lists(), [], "delivered again")
    return is_told


def leaves_one_behind(folder):
    """A command that ends well and leaves a process in the background has done its work."""
    home = large(folder)
    home.program("take", "sleep 41.7 <&0 & exit 0")
    run = home.due("cmd", now=NOW, status=None)
    for process in alive("41.7"):
        os.kill(process, 9)
    holds(run.seconds < 20, f"mend waited {run.seconds:.0f} s for it")
    same(run.status, 0, "status")


def a_closed_standard_output(folder):
    """cron and scripts may close what they like."""
    home = family(folder)
    home.begun(now=at("01-05 09:00"))
    process = home.start("due", now=NOW)
    process.stdout.close()
    process.stdout = open(os.devnull, "rb")
    home.end(process)
    same(home.delivered("stdout"), [], "sent through a closed pipe")
    with open("/dev/full", "wb") as full:
        done = subprocess.run(home.command("due", now=NOW), env=home.environment, stdout=full, stderr=subprocess.PIPE)
    same(done.returncode, 73, f"status on a full disk ({done.stderr!r})")
    same(home.delivered("stdout"), [], "sent to a full disk")
    holds("r1" not in home.mend("due", now=NOW).err, "standard error")
    same(home.delivered("stdout"), ["r1.reconnect"], "sent")


CHECKS = {f"command: {name}": failure(*how) for name, how in FAILURES.items()} | {
    "command: gets the agenda's objects": gets_the_agenda,
    "command: other channels go on": others_go_on,
    "command: 100 MB on standard output and error": prints_without_end,
    "command: reads nothing": reads_nothing,
    "command: closes its input early and ends well": closes_early("exec <&-; sleep 0.3; exit 0", 0, ""),
    "command: reads ten bytes and ends well": closes_early("head -c 10 >/dev/null; exit 0", 0, ""),
    "command: reads ten bytes and fails": closes_early("head -c 10 >/dev/null; exit 4", 73, "status 4"),
    "command: leaves a process behind": leaves_one_behind,
    "command: standard output that takes nothing": a_closed_standard_output,
}
