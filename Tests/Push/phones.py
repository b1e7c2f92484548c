"""Phones: their keys, what they read, and how a household gets them without a browser."""

import base64
import json
import os
import sqlite3
import sys
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid02

sys.path.insert(0, str(Path(__file__).parents[1] / "Cron"))
from home import PRIVATE, Home, Wrong, channel, child, household, later, same  # noqa: E402

#: Monday 08:00 in New York; the day's prompt comes at 07:30 or 16:00, and nothing between 21:00 and 07:00.
BEGIN = "2026-01-05T08:00:00-05:00"
BASE = "https://mend.example.org"
#: A no that hurt, in the afternoon of that day.
CRACK = ("2026-01-05T15:30:00-05:00", "Ada", "limit-setting", "--zone", "yellow")


def decoded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class Phone:
    def __init__(self, name, secret=None):
        self.name = name
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.secret = secret or os.urandom(16)

    @property
    def public(self):
        return self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    def read(self, message):
        """What the phone shows; wrong where the standards' readers do not take body and token."""
        same(message.headers.get("Content-Encoding"), "aes128gcm", "Content-Encoding")
        same(urlsplit(claims(message)["aud"]).netloc, message.headers["Host"], "whom the token is for")
        plain = http_ece.decrypt(message.body, private_key=self.key, auth_secret=self.secret, version="aes128gcm")
        return json.loads(plain)


@cache
def is_valid(authorization):
    return Vapid02.verify(authorization)


def claims(message):
    """What the token says, once py-vapid has found it valid."""
    authorization = message.headers["Authorization"]
    if not is_valid(authorization):
        raise Wrong(f"py-vapid refuses {authorization[:80]}")
    return json.loads(decoded(authorization.split("t=")[1].split(".")[1]))


def with_phones(folder, service, *phones, more=(), cracks=(), is_open=False, addresses=None):
    """A household whose phones have rung before, so that whatever begins after BEGIN is due on them.

    `more` are further records; `cracks` come after that: the time of each, and what follows `mend rupture`.
    """
    channels = [channel(phone.name, "push", "Firefox on Android", **({"open": True} if is_open else {})) for phone in phones]
    home = Home(folder, household(), child(), *more, *channels, now=BEGIN)
    home.environment["MEND_PUSH_TEST_PORT"] = str(service.port)
    add_phones(home, [(phone, (addresses or {}).get(phone.name, service.address(phone.name))) for phone in phones])
    # The first run brings what was due a moment ago.
    if phones:
        home.due(*[phone.name for phone in phones], now=BEGIN, status=None)
    service.messages.clear()
    for at, *options in cracks:
        write_down(home, at, *options)
    return home


def write_down(home, at, *words):
    """A rupture at an instant, and what the child was excited about."""
    home.mend("rupture", *words, "--at", at, "--excited-about", f"her {PRIVATE} kite", now=at)


def add_phones(home, phones):
    with database(home) as journal:
        journal.executemany(
            "INSERT INTO pushDevice (channel, endpoint, publicKey, secret, base, renewed, failures)"
            " VALUES (?, ?, ?, ?, ?, 0, 0)",
            [(phone.name, address, phone.public.hex(), phone.secret.hex(), BASE) for phone, address in phones])


def database(home):
    return sqlite3.connect(home.data / "journal.sqlite", timeout=20)


def rows(home, sql, *values):
    journal = database(home)
    try:
        return journal.execute(sql, values).fetchall()
    finally:
        journal.close()
