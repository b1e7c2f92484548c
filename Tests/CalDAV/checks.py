"""The step behind `make test-caldav`: each named check gets a folder of its own. The last line is "N passed, N failed".

run.sh installs the programs and starts this.
"""

import sys
import tempfile
import time
import traceback
from pathlib import Path

# The first of them finds the modules of the other suites.
import lists  # noqa: F401
import apps
import evolution
import libraries
import speed
import thunderbird
import twoclients
from home import Skipped, Wrong
from watch import private_complaints

MODULES = (apps, libraries, thunderbird, evolution, twoclients, speed)
CHECKS = {name: check for module in MODULES for name, check in module.CHECKS.items()}


def run(name, check, folder):
    """Whether a check has passed; None where it could not be done here."""
    began = time.monotonic()
    folder.mkdir(mode=0o700)
    word, wrong, figure = "passed ", "", None
    try:
        figure = check(folder)
    except Skipped as error:
        word, wrong = "skipped", str(error)
    except Wrong as error:
        word, wrong = "FAILED ", str(error)
    except Exception:
        word, wrong = "FAILED ", "".join(traceback.format_exc().splitlines(keepends=True)[-8:])
    text = wrong or figure
    print(f"{word} {time.monotonic() - began:4.0f} s  {name}" + (f": {text}" if text else ""), flush=True)
    return {"passed ": True, "FAILED ": False}.get(word)


def main():
    part, began = " ".join(sys.argv[1:]), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="mend-caldav-") as root:
        results = [
            run(name, check, Path(root) / f"c{number}")
            for number, (name, check) in enumerate(CHECKS.items()) if part in name]
    wrong = private_complaints()
    print(("FAILED " if wrong else "passed ") + "         no private word on any standard error"
          + (f": {wrong}" if wrong else ""))
    results.append(not wrong)
    print(f"{time.monotonic() - began:.0f} seconds; {results.count(None)} skipped")
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 1 if False in results else 0


if __name__ == "__main__":
    sys.exit(main())
