"""Runs that stay away or come often, days on which the clock changes, and clocks that are wrong: the journal decides."""

from datetime import datetime, timedelta

from home import KEEP, Home, at, channel, child, holds, household, later, rupture, same

BEGIN = at("01-05 10:00")
#: A month of open repairs and prompts.
END = at("02-05 12:00")


def family(folder):
    home = Home(
        folder, household(), child(), child("Ben", "ben", born="2015-06-01"), rupture(at("01-05 09:30"), kind="toxic"),
        rupture(at("01-05 09:40"), "r2", "ben", "limit-setting"), channel("cmd", "exec", f"exec '{folder}/take'"),
        now=BEGIN)
    home.program("take", KEEP)
    return home.begun("cmd", now=BEGIN)


def moments(first, last, **step):
    now, end = datetime.fromisoformat(first), datetime.fromisoformat(last)
    while now <= end:
        yield now.isoformat()
        now += timedelta(**step)


PATTERNS = {
    "every minute": list(moments(BEGIN, at("01-05 11:30"), minutes=1)),
    "every quarter of an hour": list(moments(BEGIN, at("01-06 08:00"), minutes=15)),
    "every day": list(moments(at("01-06 08:00"), END, days=1)),
    "after a month": [END],
}


def agenda(home):
    return home.agenda("2026-01-05", "2026-02-10", at("02-05 12:30"))


def ran(pattern):
    def leaves_the_agenda(folder):
        never, home = family(folder / "never"), family(folder / "often")
        for now in PATTERNS[pattern]:
            home.due("cmd", now=now)
        same([(item["id"], item["start"]) for item in agenda(home)], [(item["id"], item["start"]) for item in agenda(never)],
             "the agenda after the runs")
        same(agenda(home), agenda(never), "the agenda with its words after the runs")
        taken = [item for items in home.lists() for item in items]
        same(len(taken), len(set(taken)), "different items, of those that came")
        same(sorted(taken), home.delivered("cmd"), "what came, and what counts as sent")
    return leaves_the_agenda


def settled(home, now):
    """What one run after a gap has to send and to pass over, read from the agenda."""
    waiting = [
        item for item in home.agenda("2026-01-05", now[:10], now)
        if datetime.fromisoformat(BEGIN) < datetime.fromisoformat(item["start"]) <= datetime.fromisoformat(now)]
    newest = {}
    for item in waiting:
        for subject in item["ruptures"] or [item["kind"]]:
            newest[subject] = item["id"]
    due = [
        item["id"] for item in waiting
        if (item["ruptures"] or item["kind"] == "prompt") and item["id"] in newest.values()
        or not item["ruptures"] and item["kind"] != "prompt"
        and datetime.fromisoformat(now) - datetime.fromisoformat(item["start"]) <= timedelta(hours=24)]
    return due, sorted(item["id"] for item in waiting if item["id"] not in due)


def one_message_after_a_month(folder):
    home = family(folder)
    home.due("cmd", now=END)
    due, passed = settled(home, END)
    # The first run brought what the day before it had.
    same(home.lists()[1:], [due], "messages")
    same([item for item in due if item.startswith("daily.")], ["daily.2026-02-04"], "prompts")
    same(sorted(item.split(".")[0] for item in due if item[0] == "r"), ["r1", "r2"], "repairs")
    holds(len(passed) > 30, f"only {len(passed)} were passed over")
    same(home.delivered("cmd", "passed"), passed, "passed")
    home.due("cmd", now=later(END, minutes=15))
    same(len(home.lists()), 2, "messages after one more run")


def closed_while_away(folder):
    home = family(folder)
    home.mend("attempt", "r1", "--outcome", "repaired", now=at("01-20 12:00"))
    home.due("cmd", now=END)
    items = home.lists()[-1]
    same(sorted(item.split(".")[0] for item in items), ["daily", "r2"], "what comes after a month")


def a_day_on_which_the_clock_changes(first, night, last):
    def each_once(folder):
        home = Home(
            folder, household(quiet="12:00-12:30"), child(), rupture(night, kind="toxic", zone="red"),
            channel("cmd", "exec", f"exec '{folder}/take'"), now=night)
        home.program("take", KEEP)
        home.begun("cmd", now=first)
        runs = {}
        for now in moments(first, last, minutes=20):
            before = len(home.lists())
            home.due("cmd", now=now)
            for item in [item for items in home.lists()[before:] for item in items]:
                holds(item not in runs, f"{item} came twice")
                runs[item] = datetime.fromisoformat(now)
        day = night[:10]
        # Calm is carried by no channel.
        items = [item for item in home.agenda(day, day, last) if item["start"] <= last and item["kind"] != "calm"]
        holds(len(items) >= 4, f"only {len(items)} items")
        same(sorted(home.delivered("cmd") + home.delivered("cmd", "passed")), sorted(item["id"] for item in items), "settled")
        for item in items:
            if item["id"] in runs:
                wait = runs[item["id"]] - datetime.fromisoformat(item["start"])
                holds(timedelta(0) <= wait < timedelta(minutes=20), f"{item['id']} came {wait} after its time")
        holds(len(runs) >= 3, f"only {sorted(runs)} came")
    return each_once


def clock(wrong, before):
    """A clock that is wrong for one run: afterwards all comes that is due, once, and nothing older than the first run."""
    def all_comes_once(folder):
        home = Home(
            folder, household(), child(), rupture(at("01-05 09:30")), channel("cmd", "exec", f"exec '{folder}/take'"),
            now=at("01-05 09:30"))
        home.program("take", KEEP)
        home.begun("cmd", now=at("01-05 09:30"))
        if before:
            home.due("cmd", now=at("01-05 12:00"))
            same(home.lists(), [["r1.reconnect"]], "before")
        if wrong:
            home.due("cmd", now=wrong)
        for path in folder.glob("taken.*"):
            path.unlink()
        for now in ("01-05 12:05", "01-05 12:20", "01-05 12:35"):
            home.due("cmd", now=at(now))
        same(home.lists(), [] if before else [["r1.reconnect"]], "right again")
        for now in moments(at("01-05 13:00"), at("01-06 17:00"), minutes=60):
            home.due("cmd", now=now)
        found = [item for items in home.lists() for item in items if item != "r1.reconnect"]
        same(found, ["daily.2026-01-06", "r1.try-again.1"], "over the next day")
    return all_comes_once


YEAR_BACK, TEN_YEARS_AHEAD = "2025-01-05T12:00:00-05:00", "2036-01-05T12:00:00-05:00"
CHECKS = {f"outage: the agenda after runs {name}": ran(name) for name in PATTERNS} | {
    "outage: one message after a month": one_message_after_a_month,
    "outage: a repair while away": closed_while_away,
    "clock: New York, 8 March 2026": a_day_on_which_the_clock_changes(
        "2026-03-08T00:30:00-05:00", "2026-03-08T01:00:00-05:00", "2026-03-08T22:30:00-04:00"),
    "clock: New York, 1 November 2026": a_day_on_which_the_clock_changes(
        "2026-11-01T00:10:00-04:00", "2026-11-01T00:40:00-04:00", "2026-11-01T22:10:00-05:00"),
    "clock: always right": clock(None, False),
    "clock: a year back, before anything came": clock(YEAR_BACK, False),
    "clock: a year back, after something came": clock(YEAR_BACK, True),
    "clock: ten years ahead, before anything came": clock(TEN_YEARS_AHEAD, False),
    "clock: ten years ahead, after something came": clock(TEN_YEARS_AHEAD, True),
}
