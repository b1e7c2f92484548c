"""Exports many copies of one household in one run, and prints how long it took and how much memory: households.py MEND DIR NOW
WORK MOST. A tenth and a hundredth of MOST go first.

A process counts as peak what its parent held when it was started, so files are copied, counted and removed by others, and this
one stays small."""

import os
import subprocess
import sys
import time
from pathlib import Path

mend, family, now, work, most = sys.argv[1], Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]), int(sys.argv[5])


def shell(command, *arguments):
    """What a command prints; its arguments are $1 and so on."""
    return subprocess.run(["sh", "-euc", command, "sh", *arguments], check=True, capture_output=True, text=True).stdout


def export(folder, jobs):
    """Seconds, megabytes and files."""
    out = work / "www"
    command = [mend, "export", "--households", folder, "--out", out, "--now", now, "--jobs", str(jobs)]
    began = time.monotonic()
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"mend export ended with status {process.returncode}")
    seconds = time.monotonic() - began
    written = int(shell('find "$1" -type f | wc -l', out))
    shell('rm -r "$1"', out)
    return seconds, usage.ru_maxrss / 1024, written


print(f"{'households':>10}  {'files':>7}  {'one core, s':>11}  {'two cores, s':>12}  {'peak MB, one':>12}  {'two':>5}")
folder = work / "families"
for count in (most // 100, most // 10, most):
    for jobs in (1, 2):
        shell('mkdir "$1"; for i in $(seq "$3"); do cp -r "$2" "$1/h$i"; done', folder, family, str(count))
        seconds, peak, written = export(folder, jobs)
        shell('rm -r "$1"', folder)
        if jobs == 1:
            one = seconds, peak
    print(f"{count:10,}  {written:7,}  {one[0]:11.2f}  {seconds:12.2f}  {one[1]:12.1f}  {peak:5.1f}", flush=True)
