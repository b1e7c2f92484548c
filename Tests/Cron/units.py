"""`mend cron --install --systemd`: units in a folder of the user, and none of somebody else touched."""

import shutil
import subprocess

from home import Home, Skipped, channel, holds, household, same

FOREIGN = "[Unit]\nDescription=somebody else's\n"


def made(folder):
    home = Home(folder, household(), channel("mail", "mail", "me@example.org"), channel("desk", "exec", "true"))
    home.environment["XDG_CONFIG_HOME"] = str(folder / "config")
    return home, folder / "config" / "systemd" / "user"


def install_and_remove(folder):
    home, units = made(folder)
    home.mend("cron", "--install", "--systemd", "--every", "5")
    same(sorted(path.name for path in units.iterdir()), ["mend-serve.service", "mend.service", "mend.timer"], "files")
    service, timer = (units / "mend.service").read_text(), (units / "mend.timer").read_text()
    words = f'"due" "--via" "mail" "--via" "desk" "--data" "{home.data}"'
    holds(f'ExecStart="{home.command("cron")[0]}" {words}\n' in service, f"the service is {service!r}")
    page = (units / "mend-serve.service").read_text()
    holds(f'ExecStart="{home.command("cron")[0]}" "serve" "--data" "{home.data}"\n' in page, f"the page's is {page!r}")
    holds("Type=oneshot\n" in service, "the service is none of one shot")
    holds("OnCalendar=*:0/5\n" in timer and "Persistent=true\n" in timer, f"the timer is {timer!r}")
    home.mend("cron", "--install", "--systemd", "--every", "60")
    holds("OnCalendar=hourly\n" in (units / "mend.timer").read_text(), "installed again, the timer stays the old one")
    (units / "other.service").write_text(FOREIGN)
    home.mend("cron", "--remove", "--systemd")
    same([path.name for path in units.iterdir()], ["other.service"], "files after --remove")
    home.mend("cron", "--remove", "--systemd")


def foreign(folder):
    for name, other in (("mend.service", "mend.timer"), ("mend.timer", "mend.service")):
        home, units = made(folder / name)
        units.mkdir(parents=True)
        (units / name).write_text(FOREIGN)
        for option in ("--install", "--remove"):
            home.mend("cron", option, "--systemd", status=73).complains(73, str(units / name), "move it away")
            same((units / name).read_text(), FOREIGN, f"{name} after {option}")
            holds(not (units / other).exists(), f"{option} has written {other}")


def foreign_that_is_no_text(folder):
    home, units = made(folder)
    units.mkdir(parents=True)
    (units / "mend.service").write_bytes(b"# caf\xe9\n")
    home.mend("cron", "--install", "--systemd", status=73).complains(73, "mend.service")
    same((units / "mend.service").read_bytes(), b"# caf\xe9\n", "mend.service")


def verified(folder):
    if not shutil.which("systemd-analyze"):
        raise Skipped("there is no systemd-analyze here")
    home, units = made(folder)
    home.data.rename(folder / "it's \"100%\" $HOME \\ %h")
    home.data = folder / "it's \"100%\" $HOME \\ %h"
    home.mend("cron", "--install", "--systemd")
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    done = subprocess.run(
        ["systemd-analyze", "--user", "verify", "mend.service", "mend.timer", "mend-serve.service"], cwd=units, capture_output=True, text=True,
        timeout=60, env=home.environment | {"XDG_RUNTIME_DIR": str(runtime), "SYSTEMD_LOG_LEVEL": "warning"})
    same((done.returncode, done.stdout + done.stderr), (0, ""), "systemd-analyze verify")
    # It reads a broken one with other eyes.
    service = units / "mend.service"
    service.write_text(service.read_text().replace("ExecStart=\"", "ExecStart=\"/nowhere"))
    done = subprocess.run(
        ["systemd-analyze", "--user", "verify", "mend.service"], cwd=units, capture_output=True, text=True, timeout=60,
        env=home.environment | {"XDG_RUNTIME_DIR": str(runtime)})
    holds(done.returncode != 0, "systemd-analyze takes a program that is not there")


CHECKS = {
    "systemd: install and remove": install_and_remove,
    "systemd: a unit of somebody else stays": foreign,
    "systemd: a unit of somebody else that is no text stays": foreign_that_is_no_text,
    "systemd: systemd-analyze takes the units": verified,
}
