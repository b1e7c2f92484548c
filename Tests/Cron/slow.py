"""A command that hangs: it is ended after a minute, with all that it has started."""

import os
import signal

from home import KEEP, alive, eventually, holds, same
from commands import NOW, family

HANGS = """
sleep 1234.5 &
(sleep 1234.5; true) &
sh -c 'trap "" TERM; while :; do sleep 1234.5; done' &
sleep 1234.5
"""


def hangs(folder):
    home = family(folder)
    home.program("take", HANGS)
    run = home.due("cmd", now=NOW, status=73)
    run.complains(73, "channel cmd", "60 seconds", "nothing was marked as sent")
    holds(59 < run.seconds < 75, f"it took {run.seconds:.0f} s")
    same(home.delivered("cmd"), [], "sent")
    yield "is told after a minute"
    try:
        eventually(lambda: not alive("1234.5"), "the processes that it has started are gone", seconds=3)
    finally:
        for process in alive("1234.5"):
            os.kill(process, signal.SIGKILL)
    yield "nothing of it is left"
    home.program("take", KEEP)
    home.due("cmd", now=NOW)
    same(home.lists(), [["r1.reconnect"]], "what the next run delivers")
    yield "the next run delivers"


CHECKS = {"command that hangs": hangs}
