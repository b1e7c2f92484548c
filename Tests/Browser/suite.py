"""The step behind `make test-browser`. run.sh installs the programs and starts this. The last line is "N passed, N failed"."""

import argparse
import sys
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from pages import PAGES_CHECKS, every_page_for_everybody
from sockets import SOCKET_CHECKS

MOST_PROBLEMS = 12


def problems(check):
    started = time.monotonic()
    try:
        found = list(check() or [])
    except Exception:
        # Without the browser's own stack, which tells nothing here.
        lines = [line for line in traceback.format_exc().splitlines(keepends=True) if not line.startswith("#")]
        found = ["".join(lines[-8:])]
    return found, time.monotonic() - started


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--screenshots", help="where to put pictures of every page")
    parser.add_argument("names", nargs="*", help="only these checks")
    options = parser.parse_args()
    checks = SOCKET_CHECKS | PAGES_CHECKS
    if options.screenshots:
        Path(options.screenshots).mkdir(parents=True, exist_ok=True)
        checks["every_page_for_everybody"] = partial(every_page_for_everybody, options.screenshots)
    if options.names:
        checks = {name: checks[name] for name in options.names}
    failed = 0
    with ThreadPoolExecutor(2) as pool:
        for name, (found, seconds) in zip(checks, pool.map(problems, checks.values())):
            failed += bool(found)
            print(f"{'failed' if found else 'passed'}  {name.replace('_', ' ')} ({seconds:.0f} s)", flush=True)
            for problem in found[:MOST_PROBLEMS]:
                print(f"        {problem}")
            if len(found) > MOST_PROBLEMS:
                print(f"        and {len(found) - MOST_PROBLEMS} more")
    print(f"{len(checks) - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
