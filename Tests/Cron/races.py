"""Several runs of one channel at a time."""

from collections import Counter

from home import KEEP, Home, at, channel, child, eventually, holds, household, later, rupture, same

ROUNDS = 25


def at_the_same_time(folder):
    """Four processes, a day after another: each item once."""
    home = Home(
        folder, household(), child(), rupture(at("01-05 09:00"), kind="toxic"), channel("cmd", "exec", folder / "take"),
        now=at("01-05 09:00"))
    home.program("take", f"sleep 0.05; {KEEP}")
    home.begun("cmd", now=at("01-05 09:00"))
    for number in range(ROUNDS):
        now = later(at("01-05 20:30"), days=number)
        four = [home.start("due", "--via", "cmd", now=now) for _ in range(4)]
        runs = [home.end(process) for process in four]
        same([run.status for run in runs], [0] * 4, f"statuses ({[run.err for run in runs]})")
    taken = Counter(item for items in home.lists() for item in items)
    holds(len(taken) >= ROUNDS, f"only {len(taken)} items")
    same([item for item, times in taken.items() if times > 1], [], "more than once")
    same(sorted(taken), home.delivered("cmd"), "taken, and what counts as sent")
    same(home.delivered("cmd", "claimed"), [], "claimed")


def two_channels(folder):
    """Runs of different channels do not wait for each other."""
    home = Home(
        folder, household(), child(), rupture(at("01-05 09:00")), channel("slow", "exec", folder / "slow"),
        channel("cmd", "exec", folder / "take"), now=at("01-05 09:00"))
    home.program("slow", 'touch "$here/began"; sleep 4')
    home.program("take", KEEP)
    home.begun("slow", "cmd", now=at("01-05 09:00"))
    slow = home.start("due", "--via", "slow", now=at("01-05 12:00"))
    eventually((folder / "began").exists, "the slow command begins")
    run = home.due("cmd", now=at("01-05 12:00"))
    holds(slow.poll() is None and run.seconds < 3, f"the quick one took {run.seconds:.1f} s")
    same(home.end(slow).status, 0, "status of the slow one")
    same((home.delivered("slow"), home.delivered("cmd")), (["r1.reconnect"], ["r1.reconnect"]), "sent")


def one_that_takes_long(folder):
    """A second run waits a little, and then leaves it to the first."""
    home = Home(
        folder, household(), child(), rupture(at("01-05 09:00")), channel("cmd", "exec", folder / "take"),
        now=at("01-05 09:00"))
    home.program("take", f'touch "$here/began"; sleep 10; {KEEP}')
    home.begun("cmd", now=at("01-05 09:00"))
    first = home.start("due", "--via", "cmd", now=at("01-05 12:00"))
    eventually((folder / "began").exists, "the command begins")
    second = home.due("cmd", now=at("01-05 12:00"), status=75)
    second.complains(75, "channel cmd", "another run of it is under way")
    holds(4 < second.seconds < 9, f"it waited {second.seconds:.1f} s")
    same(home.end(first).status, 0, "status of the first")
    same(home.lists(), [["r1.reconnect"]], "delivered")


CHECKS = {
    "runs: four at a time, many rounds": at_the_same_time,
    "runs: two channels at a time": two_channels,
    "runs: one that takes long": one_that_takes_long,
}
