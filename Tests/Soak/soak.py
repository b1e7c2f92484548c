"""The step behind `make soak`: each named check gets a folder and chance of its own. run.sh starts this."""

import importlib
import os
import shutil
import sys
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

from home import Skipped, Wrong
from trial import Trial

MODULES = ["writers", "kills", "served_kills", "disks", "front_doors", "http_doors", "strangers", "crowds", "canary"]
AT_A_TIME = 2


def run(name, check, folder, seed, is_quick):
    """Seconds, what is wrong, why it was skipped."""
    began = time.monotonic()
    folder.mkdir()
    wrong, skipped = None, None
    try:
        check(Trial(folder, Random(f"{seed} {name}"), is_quick))
    except Wrong as error:
        wrong = str(error)
    except Skipped as error:
        skipped = str(error)
    except Exception as error:
        wrong = f"{type(error).__name__}: {error} " + " < ".join(
            f"{frame.name}:{frame.lineno}" for frame in reversed(traceback.extract_tb(error.__traceback__)))[:200]
    if wrong is None:
        shutil.rmtree(folder)
    word = "FAILED " if wrong else "skipped" if skipped else "passed "
    seconds = time.monotonic() - began
    print(f"{word} {seconds:4.0f} s  {name}" + (f": {wrong or skipped}" if wrong or skipped else ""), flush=True)
    if wrong:
        print(f"          its files are in {folder}; SEED={seed} repeats it", flush=True)
    return wrong, skipped


def main():
    root, part = Path(sys.argv[1]), " ".join(sys.argv[2:])
    is_quick = os.environ.get("QUICK", "") not in ("", "0")
    seed = os.environ.get("SEED") or str(Random().randrange(1_000_000))
    print(f"SEED={seed}" + (" QUICK=1" if is_quick else ""), flush=True)
    began = time.monotonic()
    checks = [
        (name, check) for module in MODULES for name, check in importlib.import_module(module).CHECKS.items()
        if part in name]
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        work = [
            pool.submit(run, name, check, root / f"c{number}", seed, is_quick)
            for number, (name, check) in enumerate(checks)]
        results = [done.result() for done in work]
    for figure, number in sorted(Trial.figures.items()):
        print(f"{number:8,}  {figure}")
    failed = sum(1 for wrong, _ in results if wrong)
    skipped = sum(1 for _, reason in results if reason)
    print(f"{time.monotonic() - began:.0f} seconds; {skipped} skipped; SEED={seed}")
    if not failed:
        shutil.rmtree(root)
    print(f"{len(results) - failed - skipped} passed, {failed} failed")
    sys.exit(1 if failed or len(results) == skipped else 0)


if __name__ == "__main__":
    main()
