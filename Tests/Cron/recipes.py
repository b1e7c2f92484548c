"""The README's recipes, each run as it stands there, against a stand-in of what it leads to."""

import json
import os
import re
import shutil
import socketserver
import subprocess
import threading
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from home import Home, Skipped, at, channel, child, eventually, holds, household, rupture, same

README = Path(__file__).resolve().parents[2] / "README.md"


def command(name):
    """What a recipe's line gives to --to, after the shell has read it."""
    line = re.search(rf"\| `mend channel add {name} --kind exec --to (.*)` \|", README.read_text())
    holds(line, f"the README has no recipe {name}")
    words = line[1].replace("\\|", "|")
    return subprocess.run(["sh", "-c", f"printf %s {words}"], capture_output=True, check=True, text=True).stdout


def needs(*programs):
    for program in programs:
        if not shutil.which(program):
            raise Skipped(f"{program} is not here")


class Web:
    """Keeps what is posted: (path, headers, body)."""

    def __enter__(self):
        self.posts = posts = []

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                posts.append((self.path, dict(self.headers), self.rfile.read(int(self.headers["Content-Length"]))))
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()


def delivered(folder, to, **environment):
    """Runs a channel over two items, the morning's prompt and the way back after school; their ids."""
    home = Home(
        folder, household(), child(), rupture(at("01-05 09:00"), recorded=at("01-05 09:00")),
        channel("recipe", "exec", to), now=at("01-05 09:00"))
    home.begun("recipe", now=at("01-05 07:00"))
    home.due("recipe", now=at("01-05 15:20"), **environment)
    ids = home.delivered("recipe")
    holds(len(ids) == 2, f"the digest holds {ids}")
    return ids


def web(name, host):
    def check(folder):
        needs("jq", "curl")
        with Web() as site:
            to = re.sub(host, site.address, command(name))
            delivered(folder, to)
            same(len(site.posts), 1, "posts")
            path, headers, body = site.posts[0]
            holds(body and b"qzcanary" not in body, f"the body is {body!r:.100}")
            yield f"{name} takes one message, and it is discreet"
            if name == "gotify":
                same(headers.get("X-Gotify-Key"), "TOKEN", "the key")
                message = json.loads(body)
                same(sorted(message), ["message", "title"], "keys")
            if name == "home":
                same(path, "/api/webhook/YOUR-WEBHOOK", "path")
                same(list(json.loads(body)), ["message"], "keys")
    return check


def desktop(folder):
    needs("jq")
    bin = folder / "bin"
    bin.mkdir()
    notify = bin / "notify-send"
    notify.write_text(f'#!/bin/sh\nprintf "%s|" "$@" >> {folder}/notices\necho >> {folder}/notices\n')
    notify.chmod(0o755)
    delivered(folder, command("desktop"), PATH=f"{bin}:{os.environ['PATH']}")
    lines = (folder / "notices").read_text().splitlines()
    same(len(lines), 1, "notices")
    holds(lines[0].startswith("mend|") and lines[0].count(", ") == 1, f"notices are {lines}")
    holds("qzcanary" not in lines[0], "the notice is not discreet")
    yield "one notice with a discreet title of each item"


class Post(socketserver.StreamRequestHandler):
    """As much of SMTP (RFC 5321) as a mail program needs."""

    def handle(self):
        def say(text):
            self.wfile.write(f"{text}\r\n".encode())

        say("220 stand-in")
        while line := self.rfile.readline().decode().strip():
            word = line.upper().split(":")[0].split()[0]
            if word == "DATA":
                say("354 go on")
                data = b""
                while (part := self.rfile.readline()) != b".\r\n":
                    data += part
                self.server.mails.append((self.recipients, data))
                say("250 kept")
            elif word == "QUIT":
                say("221 bye")
                return
            else:
                if word == "MAIL":
                    self.recipients = []
                if word == "RCPT":
                    self.recipients.append(line.split(":", 1)[1].strip("<> "))
                say("250 stand-in")


def msmtp(folder):
    needs("msmtp")
    with socketserver.TCPServer(("127.0.0.1", 0), Post) as server:
        server.mails = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        home = Home(folder, household(shared=False), child(), channel("mail", "mail", "me@example.org"))
        settings = folder / ".msmtprc"
        settings.write_text(
            f"account default\nhost 127.0.0.1\nport {server.server_address[1]}\nfrom me@example.org\ntls off\nauth off\n")
        settings.chmod(0o600)
        home.begun("mail", now=at("01-05 07:00"))
        home.due("mail", now=at("01-05 08:00"), MEND_SENDMAIL=shutil.which("msmtp"))
        eventually(lambda: server.mails, "msmtp hands nothing on")
        server.shutdown()
        recipients, data = server.mails[0]
        same(recipients, ["me@example.org"], "recipients")
        mail = message_from_bytes(data, policy=policy.default)
        same([part.get_content_type() for part in mail.iter_parts()], ["text/plain", "text/html"], "parts")
        yield "msmtp hands the whole mail on"


CHECKS = {
    "recipe of ntfy": web("ntfy", "https://ntfy.sh"),
    "recipe of Gotify": web("gotify", "https://gotify.example.org"),
    "recipe of Home Assistant": web("home", "http://homeassistant.local:8123"),
    "recipe of the desktop": desktop,
    "recipe of msmtp": msmtp,
}
