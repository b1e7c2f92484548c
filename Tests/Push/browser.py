"""A real browser: a tap on the page adds it as a phone, the worker shows what a push service brings, and a button writes down how it went."""

import base64
import json
import sys
import urllib.request
from pathlib import Path

import websocket

sys.path.insert(0, str(Path(__file__).parents[1] / "Browser"))
from household import PASSPHRASE  # noqa: E402
from window import Window  # noqa: E402
from home import eventually, holds  # noqa: E402
from phones import CRACK, Phone, rows, same, with_phones  # noqa: E402
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
    all.map((n) => ({title: n.title, body: n.body, tag: n.tag, data: n.data, silent: n.silent, actions: n.actions.map((a) => a.title)}))))"""


#: The browser's own push service is far away; this phone's is ours. All else is as browsers have it.
SUBSCRIPTION = """PushManager.prototype.subscribe = async (options) => {
    if (!options.userVisibleOnly || options.applicationServerKey.length !== 87) throw new Error("no such subscription");
    return { toJSON: () => (%s), unsubscribe: async () => true };
};"""

#: What the system does when a button of a notice is tapped, until the worker is done; it gives what was opened.
TAP = """(async () => {
    const [notification] = (await registration.getNotifications()).filter((one) => one.data.id === %s);
    let opened = null, work = null;
    self.clients.openWindow = async (address) => { opened = address; };
    const tap = new NotificationEvent("notificationclick", { notification, action: %s });
    tap.waitUntil = (promise) => { work = promise; };
    self.dispatchEvent(tap);
    await work;
    return opened;
})()"""


def subscription(phone, service):
    def text(data):
        return base64.urlsafe_b64encode(data).decode().rstrip("=")
    return json.dumps({"endpoint": service.address(phone.name), "keys": {"p256dh": text(phone.public), "auth": text(phone.secret)}})


def chromium(folder):
    phone = Phone("phone")
    with PushService() as service:
        home = with_phones(folder, service, cracks=[CRACK])
        with Server(home, EVENING) as server, Window() as window:
            window.driver.execute_cdp_cmd(
                "Browser.grantPermissions", {"origin": server.base, "permissions": ["notifications"]})
            window.driver.execute_cdp_cmd(
                "Page.addScriptToEvaluateOnNewDocument", {"source": SUBSCRIPTION % subscription(phone, service)})
            window.sign_in(server, PASSPHRASE)
            window.open(server.base + "/settings/channels")
            window.find("#ring-here", "Ring on this phone")
            holds(not window.driver.find_element("id", "ring-cannot").is_displayed(), "the page says that it cannot ring")
            holds("Push services" in window.text or "push service" in window.text, "the page does not say who sees what")
            same([service.messages, home.dump("channel")], [[], []], "what was sent or added without a tap")
            yield "the page offers to ring"
            window.driver.execute_script("Notification.requestPermission = () => new Promise(() => {})")
            window.tap("#ring-here")
            holds(window.driver.find_element("id", "ring-asking").is_displayed(), "a tap that the browser has not answered says nothing")
            holds(not window.driver.find_element("id", "ring-here").is_enabled(), "the button can be tapped again meanwhile")
            window.open(server.base + "/settings/channels")
            yield "a tap says at once that it asks"
            window.tap("[name=ring-open][value=yes]")
            window.tap("#ring-here")
            eventually(lambda: service.messages, "what is due on a phone that has just asked", 15)
            [added] = home.dump("channel")
            same((added["kind"], added["open"]), ("push", True), "the channel")
            window.waited(lambda: added["name"] in window.text, "the channel on its page")
            yield "a tap adds a phone"
            eventually(lambda: [one for one in map(phone.read, service.messages) if one["notification"]["data"]["asks"]], "a repair", 5)
            message = next(one for one in map(phone.read, service.messages) if one["notification"]["data"]["asks"])
            text, told = json.dumps(message), message["notification"]
            holds(told["navigate"].startswith(server.base + "/"), "a notice does not lead to its server")
            [page] = targets(window, "page")
            with DevTools(page) as tools:
                window.driver.execute_async_script("navigator.serviceWorker.ready.then(arguments[arguments.length - 1])")
                tools.call("ServiceWorker.enable")

                def registered():
                    tools.run("1")
                    return [
                        one for event in tools.events if event.get("method") == "ServiceWorker.workerRegistrationUpdated"
                        for one in event["params"]["registrations"] if one["scopeURL"] == server.base + "/"]

                eventually(registered, "the page's worker", 10)
                registration = registered()[-1]["registrationId"]

                def deliver(data):
                    tools.call("ServiceWorker.deliverPushMessage", origin=server.base, registrationId=registration, data=data)

                def shown():
                    return json.loads(tools.run(NOTICES))

                deliver(text)
                eventually(shown, "a notice", 10)
                [notice] = shown()
                same((notice["title"], notice["body"], notice["tag"]), (told["title"], told.get("body", ""), told["tag"]), "the notice")
                same(notice["actions"][:2], ["Mended", "Not now"], "buttons")
                same(bool(notice["silent"]), False, "silent")
                yield "the worker shows a message"
                deliver(text)
                deliver("this is no JSON")
                eventually(lambda: len(shown()) == 2, "a notice for a message that cannot be read", 10)
                same([one["silent"] for one in shown() if one["tag"] == told["tag"]], [True], "after the same message once more")
                yield "the worker is never silent, and says nothing twice"
                [worker] = [address for address in targets(window, "service_worker")]
                with DevTools(worker) as inside:
                    def tap(action):
                        return inside.run(TAP % (json.dumps(told["data"]["id"]), json.dumps(action)))

                    same(tap("words"), told["navigate"], "what Words opens")
                    same(home.dump("attempt"), [], "attempts before an answer")
                    deliver(text)
                    eventually(lambda: len(shown()) == 2, "the notice once more", 10)
                    same(tap("mended"), None, "what Mended opens")
                    same(
                        [(made["rupture"], made["outcome"]) for made in home.dump("attempt")], [("r1", "repaired")],
                        "what the button wrote down")
                    yield "a button writes down an outcome"
                    # A second phone, or an old notice: its token is spent, so the page says that it is over.
                    deliver(text)
                    eventually(lambda: len(shown()) == 2, "the notice once more", 10)
                    same(tap("mended"), told["data"]["reply"], "what a spent button opens")
                    same(len(home.dump("attempt")), 1, "attempts after a second tap")
                    yield "a button is good once"
                deliver(text)
                eventually(lambda: len(shown()) == 2, "the notice once more", 10)
                window.open(server.base + "/")
                eventually(lambda: not [one for one in shown() if one["data"].get("asks")], "the notice comes down", 10)
                yield "a notice of what is closed comes down"
                # Its service has given it another address, without a word.
                moved = Phone("moved")
                window.driver.execute_cdp_cmd(
                    "Page.addScriptToEvaluateOnNewDocument", {"source": SUBSCRIPTION % subscription(moved, service)})
                window.open(server.base + "/")
                eventually(
                    lambda: rows(home, "SELECT endpoint, publicKey FROM pushDevice") ==
                    [(service.address(moved.name), moved.public.hex())], "the phone tells its new address", 10)
                yield "a visit renews"
            # The browser itself tells of the answer 410 to a spent button.
            said = [line for line in window.complaints() if "410" not in line]
            holds(not said, f"the console says {said}")
            holds(not window.strays(server.base), "a request left the server")


CHECKS = {"push: Chromium": chromium}
