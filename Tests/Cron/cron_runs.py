"""Debian's cron, with the real clock, runs the lines that mend has written into a real crontab."""

import subprocess
import time
from datetime import datetime, timezone

from home import Home, channel, child, eventually, holds, household, same

#: What a shell, cron and mend's own quoting could stumble over.
ODD = "it's 100% \"mine\" & $HOME; `id`"
BACKSLASHES = "a\\b \\% \\\\ \\"


def noon_zone():
    """A zone in which it is about noon now, far from quiet hours and the daily prompt."""
    ahead = 12 - datetime.now(timezone.utc).hour
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


def crontab(*arguments, text=None):
    done = subprocess.run(["crontab", *arguments], input=text, capture_output=True, text=True, timeout=20)
    return done.returncode, done.stdout


def family(folder, data):
    now = datetime.now(timezone.utc).isoformat(timespec="seconds")
    home = Home(folder)
    home.data = folder / data
    home.load(household(False, noon_zone()), child("Ada"), channel("mail", "mail", "me@example.org"), now=now)
    return home


def record(home):
    """Its first reminder is due at once."""
    home.mend("rupture", "--with", "Ada", "--kind", "benign", "--at", "300m ago", "--zone", "green")


def line_of(home):
    """For a household beside the one that mend has installed: put there by hand, as `mend cron` prints it."""
    shown = home.mend("cron", "--every", "1").out
    line = next(line for line in shown.splitlines() if line.startswith("* * * * * "))
    return line.replace(" * /", f" * MEND_SENDMAIL={home.mails.program} /", 1) + "\n"


def cron_delivers(folder):
    # run.sh puts it back, whatever happens here.
    (folder.parent / "crontab").write_bytes(subprocess.run(["crontab", "-l"], capture_output=True).stdout)
    home, odd, third = (
        family(folder / name, data) for name, data in (("first", "100% of it's \"mine\""), ("second", ODD), ("third", BACKSLASHES)))
    # Lines of somebody else, and the one that cron's bare environment needs.
    own = f'# my own table\nMAILTO=""\nMEND_SENDMAIL={home.mails.program}\n\n30 4 1 1 *\ttrue\t# 50\\% \n'
    same(crontab("-", text=own)[0], 0, "status of crontab")
    home.mend("cron", "--install", "--every", "1")
    before, _, block = crontab("-l")[1].rpartition("# mend: begin")
    same(before, own, "the lines above mend's")
    same(block.count("\n* * * * * "), 1, "mend's own lines")
    yield "crontab has mend's lines below the others"

    lines = line_of(odd) + line_of(third)
    same(crontab("-", text=crontab("-l")[1] + lines)[0], 0, "status of crontab")

    home.due("mail")
    time.sleep(1.1)
    record(home)
    # Where one runs already this one ends at once, and that one does the work.
    cron = subprocess.Popen(["cron", "-f"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        eventually(home.mails.raw, "cron's first mail", seconds=75)
        yield "a mail for what is due"

        eventually((odd.data / "channels" / "mail").exists, f"cron has not run {lines!r}", seconds=10)
        time.sleep(2)
        record(odd)
        eventually(odd.mails.raw, "cron's mail a minute later", seconds=75)
        yield "a data directory with quotes, %, $ and spaces"
        time.sleep(3)
    finally:
        if cron.poll() is None:
            cron.terminate()
        cron.wait(10)
    for each in (home, odd):
        same(len(each.mails.raw()), 1, "mails")
        same(each.mails.arguments(), [["-i", "--", "me@example.org"]], "the mail program's arguments")
        same(each.delivered("mail"), ["r1.reconnect"], "what counts as sent")
        each.due("mail")
        same(len(each.mails.raw()), 1, "mails after a run by hand")
        holds("mail: ran last on " in each.mend("doctor").out, "mend doctor does not tell of the runs")
    yield "one mail for each item, over two minutes and a run by hand"

    home.mend("cron", "--remove")
    same(crontab("-l"), (0, own + lines), "the crontab without mend's lines")
    yield "--remove takes mend's lines away and no other"

    holds((third.data / "channels" / "mail").exists(), f"cron has not run {lines!r}")
    yield "a data directory with backslashes"


CHECKS = {"cron by the real clock": cron_delivers}
