"""The step behind `make test-clients`: every program that reads calendars and feeds, over Exports/ and generated households.

run.sh installs the programs and starts this. The last line is "N passed, N failed".
"""

import argparse
import collections
import os
import shutil
import subprocess
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

#: All that is quick; the programs come on top for a sample.
CHECKS = RULES | SECRECY | READERS
SAMPLE = (1, 8, 10, 19, 34)


def problems(check, export):
    """What a check finds wrong. A reader that gives up has refused the file."""
    try:
        return list(check(export))
    except Exception as error:
        return [f"{type(error).__name__}: {error}"[:300]]


def examine(name, exports, checks):
    """(check, subject, problems) for each check of each export."""
    return [(check, f"{name}, {edition}", problems(run, export)) for edition, export in exports for check, run in checks.items()]


def household(seed, root):
    exports = made.household(seed, root / f"household-{seed}")
    results = examine(f"household {seed}", exports, CHECKS)
    if seed in SAMPLE:
        results += examine(f"household {seed}", exports, PROGRAMS)
    shutil.rmtree(root / f"household-{seed}")
    return results


def later(seed, root):
    exports = made.followed(seed, root / f"later-{seed}")
    return examine(f"household {seed}, days later", exports, CHECKS)


def exports_folder(folder, name):
    return examine(name, [("open", made.published(folder))], CHECKS | PROGRAMS)


def broken_file(case, root):
    """What refuses one broken file. Not to be refused is the failure here, and so is a mutator that finds nothing to break."""
    try:
        export = broken.made(case, root)
    except Exception as error:
        return case, [], f"{type(error).__name__}: {error}"
    checks = CHECKS | {name: PROGRAMS[name] for name in case.programs}
    refused = [name for name, check in checks.items() if problems(check, export)]
    missed = [name for name in case.refused_by if name not in refused]
    return case, refused, f"{', '.join(missed)} took it" if missed else ""


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
        if options.exports.is_dir():
            files, name = options.exports, "Exports"
        else:
            print(f"{options.exports} is not there; the household of `mend demo` stands for it")
            files, name = made.demo(root / "demo"), "demo"
        good = broken.prepare(root / "good")
        work = [pool.submit(exports_folder, files, name)]
        work += [pool.submit(later, seed, root) for seed in made.FOLLOWED]
        work += [pool.submit(household, seed, root) for seed in range(1, options.households + 1)]
        control = pool.submit(examine, "the files to be broken", good, CHECKS | PROGRAMS)
        cases = [pool.submit(broken_file, case, root) for case in broken.CASES]
        for done in [*work, control]:
            note(done.result())
        refusals = [done.result() for done in cases]

    print(f"{'check':18} passed failed")
    for check in CHECKS | PROGRAMS:
        print(f"{check:18} {tally[check, False]:6} {tally[check, True]:6}")
    print(f"\n{'rule':10} {'a file with':62} refused by")
    for case, refused, fault in refusals:
        tally["broken", bool(fault)] += 1
        print(f"{case.rule:10} {case.what:62} {', '.join(refused) or 'nothing'}")
        if fault:
            failures.append(f"broken file: {case.rule}: {case.what}: {fault}")
    for failure in failures[:200]:
        print(f"FAILED {failure}")
    passed = sum(count for (_, is_failed), count in tally.items() if not is_failed)
    failed = sum(count for (_, is_failed), count in tally.items() if is_failed)
    print(f"{time.monotonic() - began:.0f} seconds")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
