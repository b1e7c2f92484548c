import HTTPTypes
import Hummingbird
import MendCore
import MendExport
import MendPlatform
import MendPush
import MendText
import NIOCore

/// What the script on the pages says and asks about the phone that it runs on.
struct RingRoutes: Sendable {
    let push: PushSetup
    let setup: ServerSetup
    let executor: JournalExecutor

    func addRoutes(to routes: inout Routes) {
        // Within a tap on "Ring on this phone".
        routes.post("/push/subscribe", for: .both) { request in
            guard let phone = phone(request.form) else { return Self.json(.string("refused"), .unprocessableContent) }
            let (name, isOpen) = (request.form["name"], request.form["open"] == "yes" && !request.reader.isSecond)
            let (device, login) = (request.session.device, request.session.login)
            let channel = try await executor.write { notebook -> MendCore.Channel? in
                // A browser that both use rings for whoever let it ring first.
                let holder = try push.store.pushDevices().first { $0.endpoint == phone.endpoint.text }
                if let holder, holder.login != login { return nil }
                let own = try name.flatMap { try isOwn($0, login) ? $0 : nil }
                let channel = try notebook.ring(named: own, device: device, isOpen: isOpen)
                try push.store.put(self.device(phone, of: channel.name, login))
                return channel
            }
            guard let channel else { return Self.json(.string("refused"), .unprocessableContent) }
            return Self.json(.object([("name", .string(channel.name))]))
        }
        // At each visit of a phone that rings: its address may have changed, and one that was gone is there again.
        routes.post("/push/renew", for: .both) { request in
            guard let phone = phone(request.form), let name = request.form["name"] else {
                return Self.json(.string("refused"), .unprocessableContent)
            }
            let login = request.session.login
            let rings = try await executor.run {
                // One that was taken away stays away, until somebody taps again.
                guard try isOwn(name, login) else { return false }
                try renew(phone, of: name, login)
                return true
            }
            return Self.json(.object([("rings", .bool(rings))]), rings ? .ok : .gone)
        }
        routes.post("/push/unsubscribe", for: .both) { request in
            let (name, login) = (request.form.whole("name"), request.session.login)
            try await executor.write { notebook in
                guard try isOwn(name, login) else { return }
                try notebook.removeChannel(named: name)
            }
            return Self.json(.object([("rings", .bool(false))]))
        }
        // Which notices still ask about something that is open.
        routes.get("/push/open", for: .both) { request in
            let tags = try await executor.read(as: request.reader) { household in
                try NoticeTags(household: household.history.household).open(household.builder().openRuptures)
            }
            return Self.json(.array(tags.map(JSONText.string)))
        }
    }

    private struct Phone: Sendable {
        let endpoint: PushEndpoint
        let keys: PushKeys
    }

    /// Nil unless it is what a browser gives, of a push service that is known.
    private func phone(_ form: Form) -> Phone? {
        guard let endpoint = PushEndpoint(form.whole("endpoint"), among: push.services),
            let publicKey = Base64URL.bytes(form.whole("p256dh")), let secret = Base64URL.bytes(form.whole("auth")),
            let keys = PushKeys(publicKey: publicKey, secret: secret)
        else { return nil }
        return Phone(endpoint: endpoint, keys: keys)
    }

    /// Whether a phone's channel is there and one's own: what an adult's phone shows, another one's does not take over.
    private func isOwn(_ channel: String, _ login: String?) throws -> Bool {
        let channels = try executor.journal.history(of: [.channel]).channels
        guard channels.contains(where: { $0.name == channel && $0.kind == .push }) else { return false }
        // One without a phone was the caregiver's, or came with a household that was brought here.
        return try push.store.pushDevices().first { $0.channel == channel }?.login == login
    }

    private func device(_ phone: Phone, of channel: String, _ login: String?) -> PushDevice {
        PushDevice(
            channel: channel, endpoint: phone.endpoint.text, publicKey: phone.keys.publicKey,
            secret: phone.keys.secret, base: setup.origin.base.text, renewed: setup.clock(), login: login)
    }

    /// Keeps what its service answered last, as long as it is the same subscription; writes at most once an hour.
    private func renew(_ phone: Phone, of channel: String, _ login: String?) throws {
        var device = device(phone, of: channel, login)
        if let known = try push.store.pushDevices().first(where: { $0.channel == channel }),
            known.endpoint == device.endpoint, known.publicKey == device.publicKey,
            known.secret == device.secret, known.base == device.base
        {
            guard device.renewed - known.renewed >= 1.hours else { return }
            (device.answer, device.failures, device.retryAt) = (known.answer, known.failures, known.retryAt)
        }
        try push.store.put(device)
    }

    private static func json(_ value: JSONText, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: value.line)))
    }
}
