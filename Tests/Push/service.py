"""A push service on this machine that answers as it is told, and keeps what it was sent."""

import email.message
import threading
import time
from collections import defaultdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple


class Message(NamedTuple):
    phone: str
    headers: email.message.Message
    body: bytes
    at: float


class PushService:
    """Each phone has a path; `answers[phone]` is a list of (status, headers) that are given in turn, the last for ever."""

    def __init__(self):
        self.messages, self.answers = [], defaultdict(lambda: [(201, {})])
        self.release = threading.Event()
        #: Cleared, it takes messages and does not answer yet.
        self.answering = threading.Event()
        self.answering.set()
        #: Seconds between the parts of an answer without end; without any, its parts are large.
        self.pause = 0
        lock, service = threading.Lock(), self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                phone = self.path.removeprefix("/p/")
                with lock:
                    service.messages.append(Message(phone, self.headers, body, time.time()))
                    answers = service.answers[phone]
                    status, headers = answers.pop(0) if len(answers) > 1 else answers[0]
                service.answering.wait(60)
                if status == 0:
                    service.release.wait(60)
                    self.close_connection = True
                    return
                try:
                    self.send_response(status)
                    for name, value in headers.items():
                        self.send_header(name, value)
                    if "Transfer-Encoding" not in headers:
                        self.send_header("Content-Length", "0")
                    self.end_headers()
                    while "Transfer-Encoding" in headers and not service.release.wait(service.pause):
                        self.wfile.write(b"400\r\n" + b"x" * 1024 + b"\r\n" if service.pause == 0 else b"1\r\nx\r\n")
                except OSError:
                    # Whoever asked was killed meanwhile.
                    self.close_connection = True

            do_GET = do_POST

            def log_message(self, *_):
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):
                pass

            request_queue_size = 256

        self.server = Server(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.release.set()
        self.answering.set()
        self.server.shutdown()
        self.server.server_close()

    def address(self, phone):
        return f"http://127.0.0.1:{self.port}/p/{phone}"

    def sent_to(self, phone):
        return [message for message in self.messages if message.phone == phone]
