"""The server over a real socket: curl, vdirsyncer with khal, newsboat, and clients that do not behave."""

import contextlib
import gzip
import os
import json
import shutil
import socket
import sqlite3
import subprocess
import threading
import time
from pathlib import Path

from household import NOW, Household

ROOT = Path(__file__).parents[2]


class Home:
    """A directory in which a program finds nothing of its user's."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir()
        self.environment = {
            "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "America/New_York", "HOME": str(folder), "TERM": "dumb"}

    def run(self, *command, answers=""):
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment, input=answers, text=True, capture_output=True, timeout=120)
        if done.returncode != 0:
            raise ValueError(f"{command[0]}: status {done.returncode}: {(done.stderr + done.stdout)[-300:]}")
        return done.stdout

    def write(self, name, text):
        (self.folder / name).write_text(text)
        return str(self.folder / name)


def curl(*arguments):
    """Status, headers and body."""
    done = subprocess.run(["curl", "-s", "-i", *arguments], capture_output=True, timeout=60, check=True).stdout
    head, _, body = done.partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    pairs = (line.split(": ", 1) for line in lines[1:] if ": " in line)
    headers = {name.lower(): value for name, value in pairs}
    return int(lines[0].split()[1]), headers, body


def curl_reads_and_reads_again():
    with Household() as household:
        addresses = household.subscribe("phone")
        if sorted(addresses) != ["atom", "calendar", "json", "rss"]:
            yield f"printed {sorted(addresses)}"
        for name, address in addresses.items():
            status, headers, body = curl(address)
            if status != 200 or not body:
                yield f"{name}: {status}"
            if curl("-H", f"If-None-Match: {headers['etag']}", address)[0] != 304:
                yield f"{name}: changed without a change"
            if curl("-H", f"If-Modified-Since: {headers['last-modified']}", address)[0] != 304:
                yield f"{name}: modified without a change"
            status, small, packed = curl("-H", "Accept-Encoding: gzip", address)
            if small.get("content-encoding") != "gzip" or gzip.decompress(packed) != body or small["etag"] == headers["etag"]:
                yield f"{name}: gzip"
            status, head, nothing = curl("-I", address)
            if (status, nothing) != (200, b"") or head["content-length"] != headers["content-length"]:
                yield f"{name}: HEAD {status} {head.get('content-length')} for {headers['content-length']}"
            for method in ("PUT", "POST", "DELETE", "PROPFIND"):
                status, refused, _ = curl("-X", method, address)
                if (status, refused.get("allow")) != (405, "GET, HEAD"):
                    yield f"{name}: {method} {status} {refused.get('allow')}"
        nothing = curl(household.base + "/nothing")
        wrong = curl(addresses["calendar"].replace("/Mend.ics", "x/Mend.ics"))
        if (nothing[0], wrong[0]) != (404, 404) or nothing[2] != wrong[2]:
            yield f"a wrong secret: {wrong[0]}"


def the_command_line_is_honoured_at_once():
    with Household() as household:
        addresses = household.subscribe("phone", "--only", "repairs", "--open")
        before = curl(addresses["calendar"])[2]
        household.mend("attempt", "r6", "--outcome", "repaired")
        after = curl(addresses["calendar"])[2]
        if b"r6.try-again" not in before or b"UID:r6.try-again.2" in after:
            yield "what was repaired is still there"
        if "last fetched 2026-02-01" not in household.mend("subscription", "list"):
            yield "the day of use is not noted"
        household.mend("subscription", "revoke", "phone")
        if curl(addresses["calendar"])[0] != 404:
            yield "revoked, and still there"


def vdirsyncer_and_khal_show_the_evening():
    with Household() as household:
        addresses = household.subscribe("desk", "--open")
        home = Home(household.folder / "khal")
        config = home.write(
            "vdirsyncer.conf",
            f'[general]\nstatus_path = "{home.folder}/status"\n'
            '[pair mend]\na = "remote"\nb = "local"\ncollections = null\n'
            f'[storage remote]\ntype = "http"\nurl = "{addresses["calendar"]}"\n'
            f'[storage local]\ntype = "filesystem"\npath = "{home.folder}/vdir"\nfileext = ".ics"\n')
        home.run("vdirsyncer", "-c", config, "discover", answers="y\ny\n")
        home.run("vdirsyncer", "-c", config, "sync")
        again = home.run("vdirsyncer", "-c", config, "sync")
        if "Copying" in again or "Deleting" in again:
            yield "the second sync changes something"
        khal = home.write(
            "khal.conf",
            f"[calendars]\n[[mend]]\npath = {home.folder}/vdir\ntype = calendar\n"
            "[locale]\nlocal_timezone = America/New_York\ndefault_timezone = America/New_York\n"
            "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
            f"[sqlite]\npath = {home.folder}/khal.db\n[default]\ndefault_calendar = mend\n")
        listed = home.run("khal", "-c", khal, "list", "--day-format", "", "--format", "{start-time} {title}", "2026-02-01", "1d")
        agenda = json.loads(household.mend("agenda", "--from", "2026-02-01", "--to", "2026-02-01", "--format", "json"))
        wanted = sorted(f"{item['start'][11:16]} {item['title']}" for item in agenda)
        if sorted(line for line in listed.splitlines() if line) != wanted:
            yield f"khal lists {listed!r}, the agenda has {wanted!r}"


def newsboat_reads_the_feed():
    with Household(now="2026-02-01T20:00:00-05:00") as household:
        addresses = household.subscribe("reader", "--only", "reflections", "--open")
        home = Home(household.folder / "newsboat")
        for name in ("rss", "atom"):
            cache = home.folder / f"{name}.db"
            program = (
                "newsboat", "-q", "-u", home.write("urls", addresses[name] + "\n"), "-C", home.write("config", ""), "-c",
                str(cache))
            home.run(*program, "-x", "reload")
            home.run(*program, "-x", "reload")
            with contextlib.closing(sqlite3.connect(cache)) as database:
                rows = database.execute("select guid, url, unread from rss_item").fetchall()
            if not rows or len({row[0] for row in rows}) != len(rows) or not all(row[2] for row in rows):
                yield f"{name}: {rows}"
            if not all(row[1].startswith(household.base + "/i/weekly.") for row in rows):
                yield f"{name}: links {[row[1] for row in rows]}"


def sent(household, data, wait=10):
    """What the server answers to bytes, until it closes or nothing more comes."""
    with socket.create_connection(("127.0.0.1", household.port), timeout=wait) as connection:
        connection.sendall(data)
        answer = b""
        with contextlib.suppress(TimeoutError, ConnectionResetError):
            while part := connection.recv(65_536):
                answer += part
                if answer.startswith(b"HTTP/1.1") and b"\r\n\r\n" in answer and b"Content-Length: 0" in answer:
                    break
        return answer


def bytes_that_are_no_request_are_refused():
    with Household() as household:
        host = f"Host: 127.0.0.1:{household.port}\r\n".encode()
        end = b"Connection: close\r\n\r\n"
        cases = {
            "no request": (b"\x00\xff\xfe garbage\r\n\r\n", 400),
            "no host": (b"GET / HTTP/1.1\r\n" + end, 421),
            "another host": (b"GET / HTTP/1.1\r\nHost: evil.example\r\n" + end, 421),
            "long header": (b"GET / HTTP/1.1\r\n" + host + b"X-A: " + b"a" * 40_000 + b"\r\n" + end, 431),
            "many headers": (b"GET / HTTP/1.1\r\n" + host + b"".join(b"X-%d: a\r\n" % n for n in range(2_000)) + end, 431),
            "long path": (b"GET /" + b"a" * 9_000 + b" HTTP/1.1\r\n" + host + end, 404),
            "path tricks": (b"GET /../../../etc/passwd HTTP/1.1\r\n" + host + end, 404),
            "escaped path": (b"GET /i/%2e%2e%2f%00%ff HTTP/1.1\r\n" + host + end, 303),
            "huge body": (
                b"POST /record HTTP/1.1\r\n" + host + b"Content-Type: application/x-www-form-urlencoded\r\n"
                b"Content-Length: 100000000\r\n" + end, 413),
            "wrong type": (
                b"POST /record HTTP/1.1\r\n" + host + b"Content-Type: text/xml\r\nContent-Length: 2\r\n" + end + b"hi", 415),
            "broken text": (
                b"POST /sign-in HTTP/1.1\r\n" + host + b"Content-Type: application/x-www-form-urlencoded\r\n"
                b"Content-Length: 5\r\n" + end + b"a=%FF", 400),
            "broken length": (b"POST /sign-in HTTP/1.1\r\n" + host + b"Content-Length: -5\r\n" + end, 400),
            "pipelined after a refusal": (
                b"POST /record HTTP/1.1\r\n" + host + b"Content-Type: application/x-www-form-urlencoded\r\n"
                b"Content-Length: 100000000\r\n\r\n" + b"a" * 100_000, 413),
            "two hosts": (b"GET / HTTP/1.1\r\n" + host + b"Host: evil.example\r\n" + end, 400),
            "a broken chunk": (
                b"POST /sign-in HTTP/1.1\r\n" + host + b"Content-Type: application/x-www-form-urlencoded\r\n"
                b"Transfer-Encoding: chunked\r\n" + end + b"3;;\r\na=b\r\n0\r\n\r\n", 400),
            "a broken trailer": (
                b"POST /sign-in HTTP/1.1\r\n" + host + b"Content-Type: application/x-www-form-urlencoded\r\n"
                b"Transfer-Encoding: chunked\r\n" + end + b"3\r\na=b\r\n0\r\nX-A b\r\n\r\n", 400),
            "both lengths": (
                b"POST /sign-in HTTP/1.1\r\n" + host + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n" + end, 400),
        }
        for name, (data, wanted) in cases.items():
            status = sent(household, data)[9:12]
            if status != str(wanted).encode():
                yield f"{name}: {status} in place of {wanted}"
        if curl(household.base + "/sign-in")[0] != 200:
            yield "it does not answer any more"


def slow_clients_are_let_go():
    """A form that trickles in is refused; others are answered meanwhile."""
    with Household() as household:
        started = time.monotonic()
        ends = {}

        def trickle(name, head):
            with socket.create_connection(("127.0.0.1", household.port), timeout=60) as connection:
                connection.sendall(head)
                with contextlib.suppress(OSError):
                    connection.settimeout(1)
                    while time.monotonic() - started < 50:
                        try:
                            part = connection.recv(4096)
                            ends[name] = (time.monotonic() - started, part[9:12])
                            break
                        except TimeoutError:
                            connection.sendall(b"a")
                    return
                ends[name] = (time.monotonic() - started, b"")

        host = f"Host: 127.0.0.1:{household.port}\r\n".encode()
        cases = {
            "body": b"POST /sign-in HTTP/1.1\r\n" + host
            + b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\n",
            "head": b"GET / HTTP/1.1\r\n" + host + b"X-Slow: ",
        }
        threads = [threading.Thread(target=trickle, args=case) for case in cases.items()]
        for thread in threads:
            thread.start()
        if curl("-m", "5", household.base + "/sign-in")[0] != 200:
            yield "others have to wait"
        for thread in threads:
            thread.join()
        if ends.get("body", (99, b""))[1] != b"408":
            yield f"slow body: {ends.get('body')}"
        if ends.get("head", (99, b""))[0] > 45:
            yield f"slow head: {ends.get('head')}"


def a_plan_is_taken_up_while_it_runs():
    """Edited, it is followed at once; with a fault in it, the last one that was good goes on, and that is said."""
    with Household() as household:
        secret = household.subscribe("phone", "--open")["calendar"]
        folder = household.folder / "data" / "plan"
        folder.mkdir()
        source = ROOT / "Plans" / "two-of-us"

        def calendar():
            return curl(secret)[2]

        def other_than(before):
            """The calendar once it is another, or after half a minute."""
            until = time.monotonic() + 30
            while (now := calendar()) == before and time.monotonic() < until:
                time.sleep(0.5)
            return now

        shipped = calendar()
        shutil.copytree(source, folder, dirs_exist_ok=True)
        own = other_than(shipped)
        if own == shipped:
            yield "a plan that was put there is not taken up"
        (folder / "broken.yaml").write_text("prompts: [\n")
        time.sleep(2)
        if calendar() != own:
            yield "a fault in the plan changes the calendar"
        if "has a fault now" not in household.log.read_text():
            yield "nothing is said of the fault"
        doctor = household.mend("doctor")
        if "broken.yaml" not in doctor or "the last one that was good" not in doctor:
            yield f"mend doctor says {doctor!r}"
        (folder / "broken.yaml").unlink()
        shutil.rmtree(folder)
        if other_than(own) == own:
            yield "a plan that is gone is followed still"


def doctor_says_that_a_proxy_names_nobody():
    with Household("--base-url", "https://mend.example.org") as household:
        def ask(*headers):
            head = "".join(f"{header}\r\n" for header in headers).encode()
            sent(household, b"POST /sign-in HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                 b"Content-Length: 3\r\nConnection: close\r\n" + head + b"\r\na=b")
            return "does not say who asks" in household.mend("doctor")

        if ask(f"Host: 127.0.0.1:{household.port}"):
            yield "said of a browser on this machine"
        if not ask("Host: mend.example.org"):
            yield "not said"
        if ask("Host: mend.example.org", "X-Forwarded-For: 192.0.2.7"):
            yield "said although it names who asks"


def it_listens_to_this_machine_alone():
    with Household() as household:
        for options, wanted in (
                (("--listen", "0.0.0.0:8420"), "--base-url https://"),
                (("--listen", f"127.0.0.1:{household.port}"), "something else listens there"),
                (("--base-url", "https://example.org/path"), "a name of its own")):
            done = subprocess.run(
                [os.environ["MEND"], "serve", *options], env=household.environment, capture_output=True, text=True, timeout=60)
            if done.returncode == 0 or wanted not in done.stderr:
                yield f"{options}: status {done.returncode}, {done.stderr!r}"


SOCKET_CHECKS = {
    check.__name__: check for check in (
        curl_reads_and_reads_again, the_command_line_is_honoured_at_once, vdirsyncer_and_khal_show_the_evening,
        newsboat_reads_the_feed, bytes_that_are_no_request_are_refused, slow_clients_are_let_go,
        a_plan_is_taken_up_while_it_runs, doctor_says_that_a_proxy_names_nobody, it_listens_to_this_machine_alone)}
