"""A household with a list of tasks, the server over it, and a plain client of WebDAV's."""

import base64
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "Cron"))
from home import MEND, PRIVATE, Home, Wrong, child, complaints, greeting, holds, household, rupture, same  # noqa: E402, F401

#: Monday evening in New York.
BEGIN = "2026-01-05T18:00:00-05:00"
#: When the parent's own step has begun, and the one with the child has not.
BETWEEN = "2026-01-05T18:05:00-05:00"
QUICK = bool(os.environ.get("QUICK"))
SEED = int(os.environ.get("SEED") or "1")

D, C, S = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}", "{http://calendarserver.org/ns/}"
NAMESPACES = ('xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:s="http://calendarserver.org/ns/" '
              'xmlns:a="http://apple.com/ns/ical/"')


class Answer(NamedTuple):
    status: int
    headers: dict
    body: bytes

    def responses(self):
        """Of a multistatus: href, and its properties that were found, or None for one that is gone."""
        found = {}
        for response in ElementTree.fromstring(self.body).iter(D + "response"):
            href = urllib.parse.unquote(response.findtext(D + "href"))
            properties = None
            for part in response.findall(D + "propstat"):
                if " 200 " in part.findtext(D + "status"):
                    properties = {element.tag: element for element in part.find(D + "prop")}
                elif properties is None:
                    properties = {}
            found[href] = properties
        return found

    def token(self):
        return ElementTree.fromstring(self.body).findtext(D + "sync-token")


class Server:
    """mend serve over a home, from an instant on; None: as this machine's clock goes."""

    def __init__(self, home, now=BEGIN, port=None):
        with socket.socket() as free:
            free.bind(("127.0.0.1", port or 0))
            self.port = free.getsockname()[1]
        self.home = home
        self.base = f"http://127.0.0.1:{self.port}"
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [MEND, "serve", "--listen", f"127.0.0.1:{self.port}", "--data", str(home.data), *(["--now", now] if now else [])],
            env=home.environment, stdout=subprocess.PIPE, stderr=self.log)
        greeting(self.process)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=40)
        self.process.stdout.close()
        self.log.seek(0)
        complaints.append(("serve", self.log.read().decode(errors="replace")))
        self.log.close()


class List:
    """What `mend tasks add` has printed."""

    def __init__(self, home, name="phone", *options, now=BEGIN):
        self.home = home
        lines = home.mend("tasks", "add", name, *options, now=now).out.splitlines()
        parts = dict(line.split(" ", 1) for line in lines)
        self.user, self.password = parts["user"], parts["password"]
        self.path = f"/dav/lists/{self.user}/tasks/"


class Client:
    """Says each request as it is told, and nothing by itself."""

    def __init__(self, server, tasks, agent="check"):
        self.base, self.path = server.base, tasks.path
        word = base64.b64encode(f"{tasks.user}:{tasks.password}".encode()).decode()
        self.headers = {"Authorization": f"Basic {word}", "User-Agent": agent}

    def ask(self, method, path, body=None, status=None, **headers):
        headers = self.headers | {name.replace("_", "-"): value for name, value in headers.items() if value is not None}
        data = body.encode() if isinstance(body, str) else body
        request = urllib.request.Request(self.base + urllib.parse.quote(path, safe="/%"), data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                found = Answer(answer.status, dict(answer.headers), answer.read())
        except urllib.error.HTTPError as error:
            found = Answer(error.code, dict(error.headers), error.read())
        if status is not None and found.status != status:
            raise Wrong(f"{method} {path}: {found.status} in place of {status}: {found.body[:300]!r}")
        return found

    def propfind(self, path, depth, *names, **headers):
        body = f'<?xml version="1.0" encoding="UTF-8"?><d:propfind {NAMESPACES}><d:prop>{"".join(f"<{n}/>" for n in names)}</d:prop></d:propfind>'
        return self.ask("PROPFIND", path, body, 207, Depth=str(depth), Content_Type="text/xml; charset=utf-8", **headers)

    def report(self, body, status=207):
        return self.ask("REPORT", self.path, body, status, Depth="1", Content_Type="text/xml; charset=utf-8")

    def sync(self, token="", status=207):
        return self.report(
            f'<d:sync-collection {NAMESPACES}><d:sync-token>{token}</d:sync-token><d:sync-level>1</d:sync-level>'
            f'<d:prop><d:getetag/></d:prop></d:sync-collection>', status)

    def multiget(self, hrefs):
        names = "".join(f"<d:href>{urllib.parse.quote(href)}</d:href>" for href in hrefs)
        return self.report(
            f'<c:calendar-multiget {NAMESPACES}><d:prop><d:getetag/><c:calendar-data/></d:prop>{names}</c:calendar-multiget>')

    def files(self):
        """Each task that is there: its tag and its text."""
        hrefs = [href for href in self.propfind(self.path, 1, "d:getetag").responses() if href.endswith(".ics")]
        if not hrefs:
            return {}
        return {href: (found[D + "getetag"].text, found[C + "calendar-data"].text.replace("\r\n", "\n").replace("\n", "\r\n"))
                for href, found in self.multiget(hrefs).responses().items() if found}

    def put(self, href, text, status=None, **headers):
        return self.ask("PUT", href, text, status, Content_Type="text/calendar; charset=utf-8", **headers)


def family(folder, *ruptures, now=BEGIN):
    """Three people, and what cracked with them."""
    people = [child(), child(f"Theo {PRIVATE}", "theo", born="2015-01-20"),
              {"type": "person", "id": "sam", "name": f"Sam {PRIVATE}", "relation": "partner"}]
    return Home(folder, household(), *people, *ruptures, now=now)


def crack(moment="2026-01-05T17:40:00-05:00", **more):
    return rupture(moment, **more)


def records(home, kind):
    return home.dump(kind)


def new_task(title, uid, *more, created="20260105T225000Z"):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//check//EN", "BEGIN:VTODO", f"UID:{uid}", f"DTSTAMP:{created}",
             f"CREATED:{created}", f"SUMMARY:{title}", *more, "END:VTODO", "END:VCALENDAR", ""]
    return "\r\n".join(lines)


def unfolded(text):
    return re.sub(r"\r\n[ \t]", "", text)


def value(text, name):
    """Of the task itself, which stands before its alarms."""
    for line in unfolded(text).split("BEGIN:VALARM")[0].split("\r\n"):
        if re.match(rf"{name}[;:]", line):
            return line.split(":", 1)[1]
    return None


def with_line(text, name, line):
    """The task with a property in place of another, or without it (None), or added."""
    head, *alarms = unfolded(text).split("BEGIN:VALARM")
    lines = [old for old in head.split("\r\n") if not re.match(rf"{name}[;:]", old)]
    end = max(place for place, old in enumerate(lines) if old.startswith(("CLASS", "STATUS", "SUMMARY", "UID"))) + 1
    if line:
        lines.insert(end, line)
    return "BEGIN:VALARM".join(["\r\n".join(lines), *alarms])
