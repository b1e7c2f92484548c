"""Opens mend as a browser does that was given the first link: first_page.py LINK [CA PORT].

Chooses a passphrase and looks at Today. Whatever the link's host is called, it is on this machine. With CA and PORT it is spoken
to by https, and its certificate must be of that CA and of that name.
"""

import html
import http.client
import re
import socket
import ssl
import sys
from urllib.parse import urlencode, urlsplit

PASSPHRASE = "four calm words here"


class Browser:
    def __init__(self, link, authority=None, port=None):
        self.address = urlsplit(link)
        self.authority = authority
        self.port = int(port or self.address.port or 8420)
        self.cookies = {}

    def ask(self, method, path, fields=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.sock = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        if self.authority:
            trust = ssl.create_default_context(cafile=self.authority)
            connection.sock = trust.wrap_socket(connection.sock, server_hostname=self.address.hostname)
        headers = {"Host": self.address.netloc}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Origin"] = f"{self.address.scheme}://{self.address.netloc}"
        connection.request(method, path, urlencode(fields) if fields is not None else None, headers)
        answer = connection.getresponse()
        for line in answer.headers.get_all("Set-Cookie", []):
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer.status, answer.headers, answer.read().decode()


def hidden(page):
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', page)
    return {name: html.unescape(value) for name, value in found}


def main(link, *https):
    browser = Browser(link, *https)
    status, headers, page = browser.ask("GET", browser.address.path)
    assert status == 200 and "<form" in page, (status, page)
    assert "default-src 'none'" in headers["Content-Security-Policy"], headers.items()
    status, _, page = browser.ask(
        "POST", browser.address.path, hidden(page) | {"passphrase": PASSPHRASE, "again": PASSPHRASE})
    assert status == 303, (status, page)
    status, _, page = browser.ask("GET", "/")
    assert status == 200 and "Ada" in page, (status, page)
    status, _, page = Browser(link, *https).ask("GET", "/")
    assert status != 200 or "Ada" not in page, "a stranger is let in"


main(*sys.argv[1:])
