"""A real browser: the page offers to ring, the worker shows what a push service brings, and a button writes down how it went."""

import json
import sys
import time
import urllib.request
from pathlib import Path

import websocket

sys.path.insert(0, str(Path(__file__).parents[1] / "Browser"))
from household import PASSPHRASE  # noqa: E402
from window import Window  # noqa: E402
from home import eventually, holds  # noqa: E402
from phones import CRACK, Phone, later, same, with_phones  # noqa: E402
from service import PushService  # noqa: E402
from serving import Server  # noqa: E402

EVENING = "2026-01-05T20:00:00-05:00"


class DevTools:
    """One target of the browser, by its protocol."""

    def __init__(self, address):
        self.socket = websocket.create_connection(address, timeout=20, suppress_origin=True)
        self.count, self.events = 0, []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def call(self, method, **parameters):
        self.count += 1
        self.socket.send(json.dumps({"id": self.count, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.count:
                if "error" in answer:
                    raise ValueError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def run(self, script):
        result = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise ValueError(str(result["exceptionDetails"])[:300])
        return result["result"].get("value")


def targets(window, kind):
    address = window.driver.capabilities["goog:chromeOptions"]["debuggerAddress"]
    with urllib.request.urlopen(f"http://{address}/json/list", timeout=10) as answer:
        return [target["webSocketDebuggerUrl"] for target in json.load(answer) if target["type"] == kind]


NOTICES = """navigator.serviceWorker.getRegistration("/").then((r) => r.getNotifications()).then((all) => JSON.stringify(
    all.map((n) => ({title: n.title, body: n.body, tag: n.tag, data: n.data, actions: n.actions.map((a) => a.title)}))))"""


def chromium(folder):
    phone = Phone("phone")
    with PushService() as service:
        home = with_phones(folder, service, phone, cracks=[CRACK], is_open=True)
        with Server(home, EVENING) as server, Window() as window:
            # Notices of this server lead to it.
            eventually(lambda: service.messages, "what is due", 15)
            messages = [phone.read(message) for message in service.messages]
            message = next(read for read in messages if read["notification"]["data"]["asks"])
            text = json.dumps(message).replace("https://mend.example.org", server.base)
            window.sign_in(server, PASSPHRASE)
            window.open(server.base + "/settings")
            window.expect("Ring on this phone")
            window.find("#ring-here")
            holds(not window.driver.find_element("id", "ring-cannot").is_displayed(), "the page says that it cannot ring")
            yield "the page offers to ring"
            window.driver.execute_cdp_cmd(
                "Browser.grantPermissions", {"origin": server.base, "permissions": ["notifications"]})
            [page] = [address for address in targets(window, "page")]
            with DevTools(page) as tools:
                tools.call("ServiceWorker.enable")
                tools.run('navigator.serviceWorker.register("/push-worker.js").then(() => navigator.serviceWorker.ready).then(() => 1)')
                tools.run("1")
                registrations = [
                    registration for event in tools.events if event.get("method") == "ServiceWorker.workerRegistrationUpdated"
                    for registration in event["params"]["registrations"] if registration["scopeURL"] == server.base + "/"]
                holds(registrations, "no worker is registered")
                registration = registrations[-1]["registrationId"]

                def deliver(data):
                    tools.call("ServiceWorker.deliverPushMessage", origin=server.base, registrationId=registration, data=data)

                def shown():
                    return json.loads(tools.run(NOTICES))

                deliver(text)
                eventually(shown, "a notice", 10)
                [notice] = shown()
                same(notice["title"], message["notification"]["title"], "title")
                same(notice["tag"], message["notification"]["tag"], "tag")
                holds(notice["actions"][:2] == ["Mended", "Not now"], f"buttons {notice['actions']}")
                yield "the worker shows a message"
                deliver(text)
                time.sleep(0.5)
                same(len(shown()), 1, "notices after the same message once more")
                deliver("this is no JSON")
                eventually(lambda: len(shown()) == 2, "a notice for a message that cannot be read", 10)
                yield "the worker is never silent"
                [worker] = targets(window, "service_worker")
                with DevTools(worker) as inside:
                    inside.run(f"answerMendNotice({json.dumps(notice['data'])}, 'mended').then(() => 1)")
                same(
                    [(made["rupture"], made["outcome"]) for made in home.dump("attempt")], [("r1", "repaired")],
                    "what the button wrote down")
                yield "a button writes down an outcome"
                window.open(server.base + "/")
                eventually(lambda: not [one for one in shown() if one["data"].get("asks")], "the notice comes down", 10)
                yield "a notice of what is closed comes down"
            holds(not window.complaints(), f"the console says {window.complaints()}")
            holds(not window.strays(server.base), "a request left the server")


CHECKS = {"push: Chromium": chromium}
