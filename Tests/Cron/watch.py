"""Looks for private words where other users of a machine could read them."""

import threading
from pathlib import Path

from home import PRIVATE, complaints


def private_complaints():
    """What is wrong with the standard error of everything that was run."""
    for verb, text in list(complaints):
        if PRIVATE in text.casefold():
            return f"mend {verb}: {text[:300]!r}"
    return None if complaints else "nothing was run"


class Watch:
    """Reads the command lines and environments of all processes, over and over, while the checks run."""

    def __init__(self, word=PRIVATE):
        self.word = word.encode()
        self.finding = None
        self.looks = 0
        self.is_over = threading.Event()
        self.thread = threading.Thread(target=self.look, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.is_over.set()
        self.thread.join()

    def look(self):
        while not self.is_over.wait(0.1):
            self.looks += 1
            for process in Path("/proc").glob("[0-9]*"):
                for name in ("cmdline", "environ"):
                    try:
                        data = (process / name).read_bytes()
                    except OSError:
                        continue
                    if self.word in data.lower():
                        self.finding = f"{name}: {data.replace(bytes(1), b' ')[:300]!r}"

    def found(self):
        return self.finding if self.looks else "nothing was looked at"
