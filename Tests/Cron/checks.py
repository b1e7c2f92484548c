"""The step behind `make test-cron`: each named check gets a folder of its own. The last line is "N passed, N failed".

run.sh installs cron and starts this.
"""

import importlib
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from home import Skipped, Wrong
from watch import Watch, private_complaints

#: Those that wait for long come first, so that all end about together.
MODULES = [
    "cron_runs", "slow", "kills", "outages", "crontabs", "units", "mails", "discretion", "commands", "races",
    "late_repairs", "places", "channels", "doctors", "secrecy", "recipes"]
#: Most checks wait more than they compute.
AT_A_TIME = 6


def run(name, check, folder):
    """A list of (name, seconds, what is wrong, why it was skipped): a check with several parts yields the name of each that
    has passed."""
    began, parts = time.monotonic(), []
    folder.mkdir()
    # Another user's programs must get through.
    folder.chmod(0o755)
    wrong, skipped = None, None
    try:
        for part in check(folder) or ():
            parts.append((f"{name}: {part}", time.monotonic() - began, None, None))
    except Wrong as error:
        wrong = str(error)
    except Skipped as error:
        skipped = str(error)
    except Exception as error:
        wrong = f"{type(error).__name__}: {error}"[:500]
    if wrong or skipped or not parts:
        parts.append((name, time.monotonic() - began, wrong, skipped))
    return parts


def main():
    root, part = Path(sys.argv[1]), " ".join(sys.argv[2:])
    root.chmod(0o755)
    began = time.monotonic()
    checks = [
        (name, check) for module in MODULES for name, check in importlib.import_module(module).CHECKS.items()
        if part in name]
    with Watch() as watch, ThreadPoolExecutor(AT_A_TIME) as pool:
        work = [pool.submit(run, name, check, root / f"c{number}") for number, (name, check) in enumerate(checks)]
        results = [result for done in work for result in done.result()]
    results.append(("secrecy: no private word on any standard error", 0, private_complaints(), None))
    results.append(("secrecy: no private word in arguments or environment of a process", 0, watch.found(), None))

    for name, seconds, wrong, skipped in results:
        word = "FAILED " if wrong else "skipped" if skipped else "passed "
        print(f"{word} {seconds:4.0f} s  {name}" + (f": {wrong or skipped}" if wrong or skipped else ""))
    failed = sum(1 for _, _, wrong, _ in results if wrong)
    skipped = sum(1 for *_, skipped in results if skipped)
    print(f"{time.monotonic() - began:.0f} seconds; {skipped} skipped")
    print(f"{len(results) - failed - skipped} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
