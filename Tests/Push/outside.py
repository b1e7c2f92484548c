"""The way to real names, in a network of its own that ends in this machine: what stands for the internet, for a home's own
network and for the system's resolver is made here, and mend runs as people run it.

As a program, it runs inside that network: each line that it prints is one thing that holds.
"""

import datetime
import ipaddress
import os
import ssl
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import BaseRequestHandler, ThreadingUDPServer

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from phones import Phone, claims, database, same, with_phones
from home import Skipped, Wrong, complaints, holds, later
from service import Message, PushService
from watch import private_complaints

#: Numbers that are given out; here they lead no further than this machine. The second shows a stranger's certificate.
SERVICE, STRANGER = "142.250.74.10", "142.250.74.11"
#: What a home's router might have.
ROUTER = "10.9.8.7"
TRUSTED = "/etc/ssl/certs/ca-certificates.crt"

#: What the resolver says to each name: a list of answers, the last for ever.
NAMES = {
    "fcm.googleapis.com": [[SERVICE]],
    "updates.push.services.mozilla.com": [[SERVICE, "127.0.0.1"]],
    "web.push.apple.com": [[ROUTER]],
    # First a number that may be asked, and ever after the router's.
    "one.notify.windows.com": [[SERVICE], [ROUTER]],
    "two.notify.windows.com": [[STRANGER]],
    "three.notify.windows.com": [["::ffff:" + ROUTER]],
}


def certificate(names, issuer=None):
    """A certificate with its key; its own issuer if none is given."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
    now = datetime.datetime.now(datetime.timezone.utc)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(issuer[0].subject if issuer else name)
    builder = builder.public_key(key.public_key()).serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=30))
    builder = builder.add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
    if issuer:
        builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(each) for each in names]), critical=False)
    return builder.sign(issuer[1] if issuer else key, hashes.SHA256()), key


def context(folder, made, name):
    path = folder / f"{name}.pem"
    path.write_bytes(
        made[0].public_bytes(Encoding.PEM) + made[1].private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


class Listener:
    """What listens at a number and port, by https: it takes all messages, except those for which it has another answer."""

    def __init__(self, number, port, secured):
        self.messages, self.connections, self.answer = [], 0, (201, {})
        listener = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                listener.messages.append(Message(self.headers["Host"], self.headers, body, 0))
                status, headers = listener.answer
                self.send_response(status)
                for name, value in {"Content-Length": "0", **headers}.items():
                    self.send_header(name, value)
                self.end_headers()

            do_GET = do_POST

            def log_message(self, *_):
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def get_request(self):
                connection, address = super().get_request()
                listener.connections += 1
                connection.settimeout(10)
                return secured.wrap_socket(connection, server_side=True, do_handshake_on_connect=False), address

            def handle_error(self, *_):
                pass

        server = Server((number, port), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()


class Resolver:
    """A name server that counts how often it is asked for the numbers of a name."""

    def __init__(self):
        self.asked, left = [], {name: list(answers) for name, answers in NAMES.items()}
        lock, resolver = threading.Lock(), self

        class Handler(BaseRequestHandler):
            def handle(self):
                data, socket = self.request
                labels, place = [], 12
                while data[place]:
                    labels.append(data[place + 1:place + 1 + data[place]].decode())
                    place += data[place] + 1
                name, kind = ".".join(labels).lower(), int.from_bytes(data[place + 1:place + 3])
                question, numbers = data[12:place + 5], []
                with lock:
                    if kind == 1 and name in left:
                        resolver.asked.append(name)
                        numbers = left[name].pop(0) if len(left[name]) > 1 else left[name][0]
                    elif kind == 28 and name in left:
                        numbers = left[name][0]
                fitting = [packed for packed in (ipaddress.ip_address(each).packed for each in numbers) if len(packed) == (4 if kind == 1 else 16)]
                answers = b"".join(
                    b"\xc0\x0c" + kind.to_bytes(2) + b"\0\1\0\0\0\0" + len(each).to_bytes(2) + each for each in fitting)
                flags = b"\x81\x80" if name in left else b"\x81\x83"
                socket.sendto(data[:2] + flags + b"\0\1" + len(fitting).to_bytes(2) + bytes(4) + question + answers, self.client_address)

        server = ThreadingUDPServer(("127.0.0.1", 53), Handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()


def inside(folder):
    def run(*words):
        subprocess.run(words, check=True, capture_output=True)

    run("ip", "link", "set", "lo", "up")
    for number in (SERVICE, STRANGER, ROUTER):
        run("ip", "address", "add", f"{number}/32", "dev", "lo")
    authority = certificate(["an authority for tests"])
    (folder / "authority.pem").write_bytes(authority[0].public_bytes(Encoding.PEM))
    (folder / "resolv.conf").write_text("nameserver 127.0.0.1\n")
    (folder / "nsswitch.conf").write_text("hosts: dns\n")
    run("mount", "--bind", folder / "authority.pem", TRUSTED)
    run("mount", "--bind", folder / "resolv.conf", os.path.realpath("/etc/resolv.conf"))
    run("mount", "--bind", folder / "nsswitch.conf", "/etc/nsswitch.conf")
    good = context(folder, certificate(list(NAMES), authority), "good")
    strange = context(folder, certificate(list(NAMES), certificate(["another authority"])), "strange")
    resolver = Resolver()
    service = Listener(SERVICE, 443, good)
    aside = [
        Listener(number, port, good)
        for number, port in ((SERVICE, 8443), (ROUTER, 443), ("127.0.0.1", 443))]
    stranger = Listener(STRANGER, 443, strange)

    addresses = {
        "well": "https://fcm.googleapis.com/fcm/send/well", "port": "https://fcm.googleapis.com:8443/fcm/send/port",
        "mixed": "https://updates.push.services.mozilla.com/wpush/v2/mixed", "router": "https://web.push.apple.com/router",
        "changes": "https://one.notify.windows.com/w/?token=changes", "false": "https://two.notify.windows.com/w/?token=false",
        "mapped": "https://three.notify.windows.com/w/?token=mapped", "moved": "https://fcm.googleapis.com/fcm/send/moved",
        "nobody": "https://nobody.push.apple.com/nobody"}
    phones = {name: Phone(name) for name in addresses}
    with PushService() as unused:
        home = with_phones(folder, unused, *phones.values(), addresses={name: unused.address(name) for name in addresses})
    home.environment.pop("MEND_PUSH_TEST_PORT")
    with database(home) as journal:
        journal.executemany(
            "UPDATE pushDevice SET endpoint = ?, answer = NULL, failures = 0, retryAt = NULL WHERE channel = ?",
            [(address, name) for name, address in addresses.items()])
    now = "2026-01-06T20:00:00-05:00"

    def nothing(name, *words):
        connections = service.connections
        run = home.due(name, now=now, status=None)
        holds(run.status != 0, f"{name}: taken")
        for word in words:
            holds(word in run.err, f"{name}: {run.err}")
        same([service.connections, *(each.connections for each in aside)], [connections, 0, 0, 0], f"connections for {name}")
        same(home.delivered(name), [], f"deliveries to {name}")

    home.due("well", now=now)
    [message] = service.messages
    holds(phones["well"].read(message)["notification"]["title"], "a notice without a title")
    same(claims(message)["aud"], "https://fcm.googleapis.com", "aud")
    print("a message reaches a known service by https", flush=True)
    for name in ("router", "mixed", "mapped", "nobody"):
        nothing(name, "push service")
    print("a name that leads inside, also beside a public number", flush=True)
    nothing("port", "push service")
    print("another port", flush=True)
    home.due("changes", now=now)
    same((len(service.messages), resolver.asked.count("one.notify.windows.com")), (2, 1), "messages, and questions for a name that changes")
    same([each.connections for each in aside], [0, 0, 0], "connections aside")
    print("a name that changes: the number that was looked at is the one that is asked", flush=True)
    nothing("false")
    holds(stranger.connections > 0, "the stranger was not asked")
    same(stranger.messages, [], "messages to whoever cannot show the name's certificate")
    print("a certificate that is not the name's", flush=True)
    service.answer = (307, {"Location": f"https://{ROUTER}/"})
    home.due("moved", now=now, status=None)
    same((len(service.messages), [each.connections for each in aside]), (3, [0, 0, 0]), "what a redirect led to")
    print("no redirect by https", flush=True)
    # The next day the name leads to the router: what was looked at once is looked at again.
    tomorrow = later(now, days=1)
    run = home.due("changes", now=tomorrow, status=None)
    holds(run.status != 0 and "push service" in run.err, run.err)
    same([each.connections for each in aside], [0, 0, 0], "connections after the name has changed")
    print("a name that changes from one day to the next", flush=True)
    wrong = private_complaints()
    holds(not wrong, wrong)


def names(folder):
    """SSRF: what a made-up address cannot reach."""
    tried = subprocess.run(["unshare", "-rnm", "mount", "--bind", "/etc/hosts", "/etc/hosts"], capture_output=True, text=True)
    if tried.returncode != 0 or not Path(TRUSTED).exists():
        raise Skipped("this machine lets nobody make a network of their own, or has no ca-certificates")
    done = subprocess.run(
        ["unshare", "-rnm", sys.executable, __file__, str(folder)], capture_output=True, text=True, timeout=120)
    complaints.append(("due", done.stderr))
    yield from done.stdout.splitlines()
    if done.returncode != 0:
        raise Wrong(done.stderr[-600:])


CHECKS = {"push: names": names}

if __name__ == "__main__":
    inside(Path(sys.argv[1]))
