"""`mend cron --install` and `--remove` over crontabs of all kinds: every line of somebody else stays, byte for byte."""

import os
import subprocess

from home import MEND, Home, channel, holds, household, same, write_program

BLOCK = b"# mend: begin (mend cron --remove takes these lines away)\n*/15 * * * * %s\n# mend: end\n"

TABLES = {
    "no table yet": None,
    "an empty table": b"",
    "comments, empty lines and the environment": b"# mine\n\n\nMAILTO=me@example.org\nPATH = /usr/bin:/bin\n\n0 5 * * 1 true\n",
    "no final newline": b"0 5 * * 1 true",
    "CRLF lines": b"# mine\r\n0 5 * * 1 true\r\n\r\n",
    "CRLF and no final newline": b"# mine\r\n0 5 * * 1 true",
    "a carriage return alone": b"# a\rb\n0 5 * * 1 true\n",
    "per cent signs": b"0 5 * * 1 date +\\%F%one%two\n",
    "tabs and spaces at the ends": b"\t0 5 * * 1\ttrue \t\n  # x  \n \n",
    "letters with marks": "# Zoe\u0308, Zoë, \u200dשלום\n0 5 * * 1 true\n".encode(),
    "bytes that are no UTF-8": b"# caf\xe9\n0 5 * * 1 true\n",
    "words like mend's": b"# mend: end\n# mend: begin\n#mend: begin (mend cron --remove takes these lines away)\n",
    "a beginning whose end is gone": b"0 1 * * * true\n# mend: begin (mend cron --remove takes these lines away)\n0 2 * * * true\n",
    "a megabyte and more": b"".join(b"%d %d * * 1 true %06d\n" % (n % 60, n % 24, n) for n in range(60_000)),
}

#: Keeps the table in a file, and says what Debian's says when there is none.
STAND_IN = """#!/bin/sh
table='{table}'
case $1 in
-l) if [ -e "$table" ]; then exec cat "$table"; fi; echo "no crontab for $(id -un)" >&2; exit 1 ;;
-) exec cat > "$table" ;;
esac
exit 1
"""


class Tables:
    """A household beside a crontab that is a file."""

    def __init__(self, folder, *channels):
        self.home = Home(folder, household(), *channels)
        self.file = folder / "table"
        self.program = folder / "bin" / "crontab"
        self.program.parent.mkdir()
        self.write_program(STAND_IN.format(table=self.file))
        self.home.environment["PATH"] = f"{self.program.parent}:{os.environ['PATH']}"
        self.block = BLOCK % f"{MEND} due --via mail --data {self.home.data}".encode()

    def write_program(self, text):
        write_program(self.program, text)

    def set(self, table):
        if table is None:
            self.file.unlink(missing_ok=True)
        else:
            self.file.write_bytes(table)

    def now(self):
        return self.file.read_bytes() if self.file.exists() else None

    def cron(self, *options, status=0):
        return self.home.mend("cron", *options, status=status)


def tables(folder):
    return Tables(folder, channel("mail", "mail", "me@example.org"))


def short(data):
    return data if data is None or len(data) < 300 else (len(data), data[:50], data[-150:])


def of(table):
    def every_line_stays(folder):
        made = tables(folder)
        made.set(table)
        whole = table or b""
        if whole and not whole.endswith(b"\n"):
            whole += b"\n"
        made.cron("--install")
        same(short(made.now()), short(whole + made.block), "with mend's lines")
        made.cron("--install")
        same(short(made.now()), short(whole + made.block), "installed a second time")
        made.cron("--install", "--every", "60")
        same(short(made.now()), short(whole + made.block.replace(b"*/15", b"0")), "installed hourly")
        made.cron("--remove")
        same(short(made.now()), short(whole), "without mend's lines")
        made.cron("--remove")
        same(short(made.now()), short(whole), "removed a second time")
    return every_line_stays


def lines_below_stay(folder):
    made = tables(folder)
    above, below = b"# above\n0 1 * * * true\n\n", b"\n# below\n0 2 * * * true\n"
    made.set(above + made.block + below)
    made.cron("--remove")
    same(made.now(), above + below, "without mend's lines")
    made.set(above + made.block + below)
    made.cron("--install", "--every", "5")
    lines = made.now().splitlines(keepends=True)
    same(sorted(lines), sorted((above + below + made.block.replace(b"*/15", b"*/5")).splitlines(keepends=True)), "lines")


def refusals(folder):
    made = tables(folder)
    made.set(b"# mine\n")
    made.write_program('#!/bin/sh\necho "you are not allowed to use this program" >&2\nexit 1\n')
    made.cron("--install", status=73).complains(73, "crontab")
    made.write_program(f"#!/bin/sh\nif [ $1 = -l ]; then cat '{made.file}'; else exit 1; fi\n")
    made.cron("--install", status=73).complains(73, "crontab")
    same(made.now(), b"# mine\n", "the crontab")
    made.program.unlink()
    made.home.environment["PATH"] = str(made.program.parent)
    made.cron("--install", status=73).complains(73, "no crontab here", "systemd")
    made.cron("--every", "7", status=64)
    made.cron("--install", "--remove", status=64)


def the_shell_reads_the_line(folder):
    made = Tables(folder, channel("mail", "mail", "me@example.org"))
    made.home.data.rename(folder / "it's \"100%\" $HOME")
    made.home.data = folder / "it's \"100%\" $HOME"
    made.cron("--install")
    line = made.now().decode().splitlines()[1]
    # What cron does to a command, crontab(5).
    command = line.removeprefix("*/15 * * * * ").replace("\\%", "%")
    holds("%" not in line.replace("\\%", ""), f"a bare % ends the command: {line}")
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=20, env={"HOME": "/", "PATH": "/usr/bin:/bin"})
    same((done.returncode, done.stdout, done.stderr), (0, b"", b""), "what sh made of it")
    holds((made.home.data / "channels" / "mail").exists(), "the line has not run the channel")


def no_line_end_in_a_path(folder):
    """A line end in a path would begin a crontab line, or a line of a unit, of its own."""
    made = tables(folder)
    made.set(b"# mine\n")
    new = folder / "a\n* * * * * true\n"
    made.home.data.rename(new)
    made.home.data = new
    made.cron("--install", status=None)
    holds(b"\n* * * * * true\n" not in made.now(), "the path has become a line of the crontab")


CHECKS = {f"crontab: {name}": of(table) for name, table in TABLES.items()} | {
    "crontab: lines below mend's": lines_below_stay,
    "crontab: none, one that refuses, and bad options": refusals,
    "crontab: sh reads a path with quotes, spaces, $ and %": the_shell_reads_the_line,
    "crontab: a path with a line end": no_line_end_in_a_path,
}
