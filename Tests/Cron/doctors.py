"""`mend doctor` tells what runs and what does not."""

from home import PRIVATE, Home, at, channel, child, holds, household, later, rupture, same

NOW = at("01-05 12:00")


def family(folder):
    home = Home(
        folder, household(), child(), rupture(at("01-05 09:00")), channel("cmd", "exec", f"exec '{folder}/take'"),
        now=at("01-05 09:00"))
    home.program("take", "cat >/dev/null")
    return home


def says(home, now, *words, never=()):
    run = home.mend("doctor", now=now)
    same(run.err, "", "standard error")
    for word in words:
        holds(word in run.out, f"it does not say {word!r}: {run.out!r:.400}")
    for word in (*never, PRIVATE, "r1", "reconnect"):
        holds(word not in run.out, f"it says {word!r}: {run.out!r:.400}")


def life(folder):
    home = family(folder)
    says(home, NOW, "cmd: has not run yet", "mend cron")
    yield "before the first run"

    home.due("cmd", now=at("01-05 09:00"))
    says(home, at("01-05 09:10"), "cmd: ran last on Mon 5 January, 09:00", "nothing yet", never=("failed", "stopped"))
    yield "after the first run"

    home.due("cmd", now=NOW)
    says(
        home, at("01-05 12:10"), "ran last on Mon 5 January, 12:00", "delivered last on Mon 5 January, 12:00",
        never=("failed", "stopped", "slow"))
    yield "after a delivery"

    home.program("take", "exit 1")
    home.due("cmd", now=at("01-06 19:00"), status=73)
    says(
        home, at("01-06 19:10"), "ran last on Tue 6 January, 19:00", "delivered last on Mon 5 January, 12:00",
        "failed", "still due", "mend channel test cmd")
    yield "after a failed run"

    home.program("take", "cat >/dev/null")
    home.due("cmd", now=at("01-06 19:15"))
    says(home, at("01-06 19:20"), "delivered last on Tue 6 January, 19:15", never=("failed", "stopped"))
    yield "after it went well again"

    says(home, at("01-07 20:00"), never=("stopped",))
    says(home, at("01-07 21:30"), "seems to have stopped", "mend cron")
    yield "after 26 hours of silence"

    says(home, at("01-06 18:00"), "still to come", "clock", never=("stopped",))
    yield "with a slow clock"

    home.due(now=NOW)
    says(home, at("01-06 19:20"), "stdout: ran last on Mon 5 January, 12:00")
    yield "standard output, once it was used"


def no_channel(folder):
    home = Home(folder, household())
    says(home, NOW, "journal opens", "mend cron", never=("ran last",))
    Home(folder / "empty").mend("doctor", status=66).complains(66, "no household here")


def a_broken_file(folder):
    """What mend keeps of its runs is no journal: whatever stands there, deliveries go on."""
    home = family(folder)
    home.due("cmd", now=at("01-05 09:00"))
    for text in (b"", b"\xff\xfe", b"2026-01-05T14:00:00Z", b"x" * 100_000):
        (home.data / "channels" / "cmd").write_bytes(text)
        says(home, NOW, "cmd: has not run yet")
    home.due("cmd", now=NOW)
    says(home, later(NOW, minutes=5), "ran last on Mon 5 January, 12:00", never=("failed",))
    same(home.delivered("cmd"), ["r1.reconnect"], "sent")


CHECKS = {"doctor": life, "doctor: no channel, no household": no_channel, "doctor: a broken file of a channel": a_broken_file}
