"""The step behind `make test-push`: each named check gets a folder of its own. The last line is "N passed, N failed".

run.sh installs the programs and starts this.
"""

import sys
import tempfile
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# The first of them finds the modules of the other suites.
import phones  # noqa: F401
import browser
import outside
import sending
import serving
from home import Skipped, Wrong
from watch import private_complaints

#: They wait more than they compute.
AT_A_TIME = 4


def run(name, check, folder):
    """A check with several parts names each that has passed. How many passed, failed and were skipped."""
    began, parts = time.monotonic(), []
    wrong = skipped = None
    folder.mkdir(mode=0o700)
    try:
        for part in check(folder) or ():
            parts.append(part)
    except Wrong as error:
        wrong = str(error)
    except Skipped as error:
        skipped = str(error)
    except Exception:
        wrong = "".join(traceback.format_exc().splitlines(keepends=True)[-6:])
    lines = [("passed ", f"{name}: {part}") for part in parts]
    if wrong or skipped or not parts:
        word = "FAILED " if wrong else "skipped" if skipped else "passed "
        lines.append((word, name + (f": {wrong or skipped}" if wrong or skipped else "")))
    for word, text in lines:
        print(f"{word} {time.monotonic() - began:4.0f} s  {text}", flush=True)
    return len(lines) - bool(wrong) - bool(skipped), int(bool(wrong)), int(bool(skipped))


def main():
    part, began = " ".join(sys.argv[1:]), time.monotonic()
    # What is measured comes first, by itself; what waits for longest comes next.
    alone = serving.ALONE
    checks = {**alone, **sending.CHECKS, **outside.CHECKS, **browser.CHECKS, **serving.CHECKS}
    chosen = [name for name in checks if part in name]
    with tempfile.TemporaryDirectory(prefix="mend-push-") as root:
        def start(name):
            return run(name, checks[name], Path(root) / f"c{list(checks).index(name)}")

        counts = [start(name) for name in chosen if name in alone]
        with ThreadPoolExecutor(AT_A_TIME) as pool:
            counts += pool.map(start, [name for name in chosen if name not in alone])
    wrong = private_complaints()
    print(("FAILED " if wrong else "passed ") + "         push: no private word on any standard error" + (f": {wrong}" if wrong else ""))
    passed, failed, skipped = (sum(numbers) for numbers in zip(*counts, (not wrong, bool(wrong), 0)))
    print(f"{time.monotonic() - began:.0f} seconds; {skipped} skipped")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
