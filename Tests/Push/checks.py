"""The step behind `make test-push`: each named check gets a folder of its own. The last line is "N passed, N failed".

run.sh installs the programs and starts this.
"""

import sys
import tempfile
import time
import traceback
from pathlib import Path

# The first of them finds the modules of the other suites.
import phones  # noqa: F401
import browser
import sending
import serving
from home import Skipped, Wrong
from watch import private_complaints


def run(check, folder):
    """What has passed, and what is wrong (nil: nothing)."""
    parts = []
    try:
        for part in check(folder) or ():
            parts.append(part)
    except Wrong as error:
        return parts, str(error)
    except Skipped as error:
        return parts, f"skipped: {error}"
    except Exception:
        return parts, "".join(traceback.format_exc().splitlines(keepends=True)[-6:])
    return parts, None


def main():
    part = " ".join(sys.argv[1:])
    passed = failed = 0
    checks = {**serving.CHECKS, **sending.CHECKS, **browser.CHECKS}
    with tempfile.TemporaryDirectory(prefix="mend-push-") as root:
        for number, (name, check) in enumerate(checks.items()):
            if part not in name:
                continue
            folder = Path(root) / f"c{number}"
            folder.mkdir(mode=0o700)
            began = time.monotonic()
            parts, wrong = run(check, folder)
            names = [f"{name}: {part}" for part in parts] + ([name] if wrong or not parts else [])
            for each in names:
                is_wrong = wrong is not None and each == names[-1]
                passed, failed = passed + (not is_wrong), failed + is_wrong
                print(f"{'FAILED' if is_wrong else 'passed'} {time.monotonic() - began:4.0f} s  {each}" + (f": {wrong}" if is_wrong else ""), flush=True)
    wrong = private_complaints()
    passed, failed = passed + (not wrong), failed + bool(wrong)
    print(f"{'FAILED' if wrong else 'passed'}         push: no private word on any standard error" + (f": {wrong}" if wrong else ""))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
