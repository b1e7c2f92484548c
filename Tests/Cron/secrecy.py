"""Logs and complaints hold no private word, even at the most talkative. watch.py looks at all that is printed and run."""

import json
import os
import subprocess

from home import PRIVATE, Home, at, channel, child, holds, household, rupture, same
from watch import Watch

NOW = at("01-05 12:00")


def talkative(folder):
    home = Home(
        folder, household(), child(), rupture(at("01-05 09:00")), channel("cmd", "exec", f"exec '{folder}/take'"),
        channel("mail", "mail", "me@example.org"), now=at("01-05 09:00"))
    home.environment["MEND_LOG"] = "trace"
    home.begun("cmd", "mail", now=at("01-05 09:00"))
    lines = []
    for script in ("cat; cat >&2; sleep 0.6; exit 1", "cat; kill -9 $$", "sleep 0.6; cat >/dev/null"):
        home.program("take", script)
        home.mails.set(script)
        lines += home.due("cmd", "mail", now=NOW, status=None).err.splitlines()
    home.mend("agenda", "--from", "2026-01-05", "--to", "2026-01-06", now=NOW)
    home.mend("doctor", now=NOW)
    same((home.delivered("cmd"), home.delivered("mail")), (["r1.reconnect"], ["r1.reconnect"]), "sent")
    holds(any(" debug " in line or " trace " in line for line in lines), f"no log is written: {lines}")
    for line in lines:
        holds(PRIVATE not in line and "r1" not in line and "reconnect" not in line, f"it logs {line!r}")


def faults(folder):
    """Complaints about what stands in a household do not quote it."""
    home = Home(folder)
    bad = [
        child(f"{PRIVATE}\n"), child(f"{PRIVATE}" * 200), child(born=f"{PRIVATE}"), rupture(f"{PRIVATE}"),
        rupture(at("01-05 09:00"), excitedAbout=PRIVATE * 500), rupture(at("01-05 09:00"), note={PRIVATE: 1}),
        child() | {PRIVATE: 1}, {"type": PRIVATE}, channel("mail", "mail", f"{PRIVATE}\n@example.org"),
        channel("mail", PRIVATE)]
    for record in bad:
        lines = folder / "lines.jsonl"
        before = [] if record["type"] == "person" else [child()]
        lines.write_text("".join(json.dumps(each) + "\n" for each in [household(), *before, record]))
        home.mend("load", "--with-addresses", lines, now=NOW, status=65, MEND_LOG="trace")
        holds(not home.data.exists(), "a household was made")


def the_watch_sees(folder):
    """A program with such a word among its arguments, or in its environment, is found."""
    word = "another-canary"
    for arguments, environment in (([f"x{word}"], {}), ([], {"X": word})):
        with Watch(word) as watch:
            subprocess.run(["sh", "-c", "sleep 0.7; true", *arguments], env=os.environ | environment)
        holds(watch.found(), "it was not found")


CHECKS = {"secrecy: the most talkative log": talkative, "secrecy: faults in a file": faults, "secrecy: the watch sees": the_watch_sees}
