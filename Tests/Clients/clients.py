"""The step behind `make test-clients`: programs that read calendars and feeds, over Exports/ and generated households.

run.sh installs the programs and starts this. The last line is "N passed, N failed".
"""

import argparse
import collections
import itertools
import os
import shutil
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import broken
import made
from programs import PROGRAMS
from readers import READERS
from rules import RULES
from secrecy import SECRECY

#: For every household; the programs come on top for a sample.
CHECKS = RULES | SECRECY | READERS
#: For files of which many are read: `ics` takes seconds for each, and `jing` starts a Java machine.
QUICK = {name: check for name, check in CHECKS.items() if name not in ("ics", "jing")}
SAMPLE = (1, 8, 10, 19, 34)
MOST_PROBLEMS = 4


def problems(check, export):
    """What a check finds wrong. A reader that gives up has refused the file."""
    try:
        return list(itertools.islice(check(export), MOST_PROBLEMS))
    except Exception as error:
        return [f"{type(error).__name__}: {error}"[:300]]


def examine(name, exports, checks):
    """(check, subject, problems) for each check of each export; `ics` takes seconds, so one edition must do for it."""
    return [
        (check, f"{name}, {edition}", problems(run, export))
        for edition, export in exports for check, run in checks.items() if (check, edition) != ("ics", "discreet")]


def household(seed, root):
    """A generated household at one moment."""
    return exported(f"household {seed}", made.household, seed, root / f"household-{seed}", CHECKS, seed in SAMPLE)


def later(seed, root):
    """The same three days later, beside what was exported before."""
    name = f"household {seed}, days later with {made.FOLLOWED[seed]}"
    return exported(name, made.followed, seed, root / f"later-{seed}", QUICK)


def exported(name, make, seed, folder, checks, is_sample=False):
    try:
        exports = make(seed, folder)
    except Exception as error:
        return [("mend", name, [f"{error}"])]
    results = [("mend", name, [])] + examine(name, exports, checks)
    if is_sample:
        results += examine(name, exports, PROGRAMS)
    shutil.rmtree(folder)
    return results


def control(export):
    """A file before it is broken: nothing may refuse it."""
    return examine("before it is broken", [export], CHECKS | PROGRAMS)


def published(folder, name):
    """Files whose household is not at hand."""
    return examine(name, [("open", made.published(folder))], CHECKS | PROGRAMS)


def refusals(number, good, root):
    """Who refuses one broken file, and who should have. A file that can't be broken as told fails, too."""
    case = broken.CASES[number]
    try:
        export = case.export(good, root / f"broken-{number}")
    except Exception as error:
        return [], f"{type(error).__name__}: {error}"
    checks = QUICK | {name: check for name, check in (CHECKS | PROGRAMS).items() if name in case.also}
    refused = [name for name, check in checks.items() if problems(check, export)]
    shutil.rmtree(export.folder)
    missed = [name for name in case.must_refuse() if name not in refused]
    return refused, f"taken by {', '.join(missed)}" if missed else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--households", type=int, default=50)
    parser.add_argument("--exports", type=Path, required=True)
    options = parser.parse_args()
    began = time.monotonic()
    tally = collections.Counter()
    failures = []

    def note(results):
        for check, subject, found in results:
            tally[check, bool(found)] += 1
            failures.extend(f"{subject}: {check}: {problem}" for problem in found)

    with tempfile.TemporaryDirectory(prefix="mend-clients-") as folder, ProcessPoolExecutor(os.cpu_count()) as pool:
        root = Path(folder)
        files, name = options.exports, "Exports"
        if not files.is_dir():
            print(f"{files} is not there; the files of `mend demo` stand for it")
            files, name = made.demo(root / "demo"), "demo"
        good = broken.prepare(root / "good")
        work = [pool.submit(published, files, name)]
        work += [pool.submit(later, seed, root) for seed in made.FOLLOWED]
        work += [pool.submit(household, seed, root) for seed in range(1, options.households + 1)]
        work += [pool.submit(control, export) for export in good.items()]
        cases = [pool.submit(refusals, number, good, root) for number in range(len(broken.CASES))]
        for done in work:
            note(done.result())
        refused = [done.result() for done in cases]

    print(f"{'check':18} passed failed")
    for check in ["mend", *CHECKS, *PROGRAMS]:
        print(f"{check:18} {tally[check, False]:6} {tally[check, True]:6}")
    print(f"\n{'rule':10} {'a file with':40} refused by")
    for case, (names, fault) in zip(broken.CASES, refused):
        tally["broken", bool(fault)] += 1
        print(f"{case.rule:10} {case.what:40} {', '.join(names) or 'nothing'}")
        if fault:
            failures.append(f"broken file: {case.rule}: {case.what}: {fault}")
    print()
    for failure in failures:
        print(f"FAILED {failure}")
    passed = sum(count for (_, is_failed), count in tally.items() if not is_failed)
    failed = sum(count for (_, is_failed), count in tally.items() if is_failed)
    print(f"{time.monotonic() - began:.0f} seconds")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
