"""Exports many copies of one household in one run, and prints how long it took and how much memory: households.py MEND DIR NOW
WORK MOST. A tenth and a hundredth of MOST go first."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

mend, family, now, work, most = sys.argv[1], Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]), int(sys.argv[5])


def export(folder, jobs):
    """Seconds and megabytes."""
    out = work / "www"
    shutil.rmtree(out, ignore_errors=True)
    command = [mend, "export", "--households", folder, "--out", out, "--now", now, "--jobs", str(jobs)]
    began = time.monotonic()
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"mend export ended with status {process.returncode}")
    written = sum(1 for path in out.rglob("*") if path.is_file())
    shutil.rmtree(out)
    return time.monotonic() - began, usage.ru_maxrss / 1024, written


print(f"{'households':>10}  {'files':>7}  {'one core, s':>11}  {'two cores, s':>12}  {'peak MB, one':>12}  {'two':>5}")
folder = work / "families"
for count in (most // 100, most // 10, most):
    for jobs in (1, 2):
        shutil.rmtree(folder, ignore_errors=True)
        for number in range(count):
            shutil.copytree(family, folder / f"h{number:05}")
        seconds, peak, written = export(folder, jobs)
        if jobs == 1:
            one = seconds, peak
    print(f"{count:10,}  {written:7,}  {one[0]:11.2f}  {seconds:12.2f}  {one[1]:12.1f}  {peak:5.1f}", flush=True)
shutil.rmtree(folder)
