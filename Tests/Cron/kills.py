"""mend is killed at points spread over a run: nothing is lost, and what comes twice has the same id."""

import signal
import time
from collections import Counter

from home import Home, channel, child, holds, household, later, same

#: One daily prompt each, some in the evening.
DAYS = 100
MAILS = 40
BEGIN = "2026-01-05T20:30:00-05:00"


def killed(home, name, now, delay):
    """Starts a run and kills mend, not what it started, after this time; whether it was still running."""
    process = home.start("due", "--via", name, now=now)
    time.sleep(delay)
    is_running = process.poll() is None
    process.send_signal(signal.SIGKILL)
    home.end(process)
    return is_running


class Points:
    """Delays from the start of a run to a bit after its end, in an order that mixes them.

    How long a run takes is learnt anew from each that delivers: the machine may have other work.
    """

    def __init__(self, home, name, count):
        self.count, self.number = count, 0
        self.usual = min(home.due(name, now=later(BEGIN, days=day)).seconds for day in (1, 2, 3))

    def next(self):
        self.number += 1
        return self.usual * 1.1 * (self.number * 37 % self.count) / self.count

    def learn(self, seconds):
        self.usual += (seconds - self.usual) / 3


def of_a_command(folder):
    home = Home(folder, household(False), child("Ada"), channel("cmd", "exec", folder / "take"), now=BEGIN)
    home.program("take", 'sed -n "s/^    .id.: .\\(.*\\).,$/\\1/p" >> "$here/ids"; sleep 0.05')
    home.begun("cmd", now=BEGIN)
    points, count = Points(home, "cmd", DAYS), 0
    for number in range(DAYS):
        now = later(BEGIN, days=4 + number)
        was_running = killed(home, "cmd", now, points.next())
        size = (folder / "ids").stat().st_size
        run = home.due("cmd", now=now)
        if (folder / "ids").stat().st_size > size:
            holds(was_running, f"what a run had confirmed comes again: {now}")
            points.learn(run.seconds)
        count += was_running
    time.sleep(0.2)
    found = Counter((folder / "ids").read_text().split())
    found = {item: times for item, times in found.items() if item.startswith("daily.")}
    expected = {f"daily.{later(BEGIN, days=day)[:10]}" for day in range(1, DAYS + 4)}
    same(sorted(expected - set(found)), [], "lost")
    same(sorted(set(found) - expected), [], "never due")
    same([item for item, times in found.items() if times > 2], [], "more than twice")
    holds(count >= 60, f"only {count} runs were still under way when they were killed")
    twice = sum(times == 2 for times in found.values())
    holds(twice >= 1, "none was killed between sending and confirming")
    same(home.delivered("cmd", "claimed"), [], "claimed")


def of_mails(folder):
    home = Home(folder, household(False), child("Ada"), channel("mail", "mail", "me@example.org"), now=BEGIN)
    home.mails.set("sleep 0.05")
    home.begun("mail", now=BEGIN)
    points, count = Points(home, "mail", MAILS), 0
    home.mails.clear()
    for number in range(MAILS):
        now = later(BEGIN, days=4 + number)
        was_running = killed(home, "mail", now, points.next())
        before = len(home.mails.raw())
        # The second run comes some minutes later.
        run = home.due("mail", now=later(now, minutes=5))
        if len(home.mails.raw()) > before:
            holds(was_running, f"what a run had confirmed comes again: {now}")
            points.learn(run.seconds)
        count += was_running
    time.sleep(0.2)
    ids = Counter(mail["Message-ID"] for mail in home.mails.read())
    same(len(ids), MAILS, "different Message-IDs")
    same([each for each, times in ids.items() if times > 2], [], "more than twice")
    holds(count >= MAILS // 2, f"only {count} runs were still under way when they were killed")
    holds(max(ids.values()) == 2, "none was killed between sending and confirming")


CHECKS = {"kills: a command, at a hundred points": of_a_command, "kills: mails, at forty points": of_mails}
