import Hummingbird
import MendCore
import MendText

/// The pages of the settings about who and what can be reached: people to turn to, channels, and signed-in devices.
struct ReachPages: Sendable {
    let setup: ServerSetup
    let executor: JournalExecutor
    let renderer: PageRenderer
    let signIn: SignInController
    let removals: RecentRemovals

    struct ContactView: Sendable {
        let name: String
        let text: String
        /// What the button that takes it away does.
        let takeAway: String
    }

    struct ContactsView: Sendable {
        let problem: String?
        /// What is wrong, by field.
        let bad: [String: String]
        let contacts: [ContactView]
        let hasContacts: Bool
        let support: SupportView
        // What was typed.
        let contactName: String
        let contactNumber: String
        let contactPurpose: String
    }

    struct ChannelsView: Sendable {
        let problem: String?
        let channels: [ContactView]
        let hasChannels: Bool
        /// Nil: no phone can ring.
        let ring: RingView?
    }

    /// What the script needs to let this phone ring.
    struct RingView: Sendable {
        /// The public key, as browsers take it.
        let key: String
        /// Who has open notices, where it is not whoever looks; nil: they may.
        let discreetOnly: String?
    }

    struct DeviceView: Sendable {
        let id: String
        let name: String
        let used: String
        /// What the button that signs it out does.
        let signOut: String
    }

    struct DevicesView: Sendable {
        let problem: String?
        /// What is wrong, by field.
        let bad: [String: String]
        let devices: [DeviceView]
        let isChanging: Bool
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/settings/contacts") { request in try await contacts(request) }
        routes.post("/settings/contacts") { request in
            try await change(request, contacts) {
                try $0.add(
                    Contact(
                        name: request.form["contact-name"] ?? "", number: request.form["contact-number"] ?? "",
                        purpose: request.form["contact-purpose"]))
            } then: {
                "/settings/contacts?said=added"
            }
        }
        routes.post("/settings/contacts/remove") { request in
            try await change(request, contacts) {
                try $0.removeContact(named: request.form.whole("name"))
            } then: { removed in
                removals.keep(removed, from: "/settings/contacts", said: "removed", request)
            }
        }
        routes.get("/settings/channels", for: .both) { request in try await channels(request) }
        routes.post("/settings/channels/remove", for: .both) { request in
            let name = request.form.whole("name")
            return try await change(request, channels) { notebook in
                guard try mayChange(channel: name, request.reader) else { throw RecordFault.noChannel(name) }
                return try notebook.removeChannel(named: name)
            } then: { removed in
                // A phone adds itself again.
                if case .channel(let channel) = removed.first, channel.kind == .push {
                    return "/settings/channels?said=removed"
                }
                return removals.keep(removed, from: "/settings/channels", said: "removed", request)
            }
        }
        addDevices(to: &routes)
    }

    private func addDevices(to routes: inout Routes) {
        routes.get("/settings/devices", for: .both) { request in try await devices(request) }
        routes.post("/settings/devices/end", for: .both) { request in
            let (hash, login) = (request.form.whole("device"), request.session.login)
            try await executor.run {
                let store = signIn.sessions.store
                // Each adult ends devices of their own.
                guard try store.sessions().contains(where: { $0.tokenHash == hash && $0.login == login }) else {
                    return
                }
                try store.endSession(tokenHash: hash)
            }
            return .seeOther(hash == request.session.tokenHash ? "/sign-in" : "/settings/devices?said=ended")
        }
        routes.post("/settings/passphrase", for: .both) { request in
            let login = Login(request.session)
            switch try await signIn.answer(
                to: request.form.whole("present"), of: login, from: .device(request.session.tokenHash))
            {
            case .right: break
            case .wrong:
                let text = renderer.text(PageProblem.wrongPresentPassphrase)
                return try await devices(request, FieldProblem(text, at: "present"))
            case .wait(let seconds):
                return try await devices(
                    request, FieldProblem(renderer.text(PageError.tooManyTries(seconds: seconds).text)))
            }
            if let problem = SignInController.problem(request.form) {
                return try await devices(request, FieldProblem(renderer.text(problem), at: "passphrase"))
            }
            try await signIn.setPassphrase(request.form.whole("passphrase"), of: login)
            return .seeOther("/sign-in")
        }
    }

    /// - Parameters:
    ///   - page: what is shown where the change is refused.
    ///   - place: the address to which a change leads that was made.
    private func change<Made: Sendable>(
        _ request: AuthenticatedRequest, _ page: (AuthenticatedRequest, FieldProblem?) async throws -> Response,
        _ body: @escaping @Sendable (Notebook) throws -> Made, then place: (Made) -> String
    ) async throws -> Response {
        do {
            return .seeOther(place(try await executor.write(body)))
        } catch {
            guard let problem = renderer.fieldProblem(error, hours: "quiet") else { throw error }
            return try await page(request, problem)
        }
    }

    private func page(
        _ template: String, _ title: PageTitle, _ view: some Sendable, _ request: AuthenticatedRequest,
        isRefused: Bool
    ) -> Response {
        renderer.page(
            template, title: renderer.text(title), place: "/settings", view, request,
            status: isRefused ? .unprocessableContent : .ok, notice: PageText.notice(request.query["said"]),
            undo: UndoView(removal: request.query["undo"]))
    }

    private func contacts(_ request: AuthenticatedRequest) async throws -> Response {
        try await contacts(request, nil)
    }

    private func contacts(_ request: AuthenticatedRequest, _ problem: FieldProblem?) async throws -> Response {
        let form = request.form
        let view = try await executor.read { household in
            ContactsView(
                problem: problem?.general, bad: problem?.byField ?? [:],
                contacts: household.history.contacts.map {
                    ContactView(
                        name: $0.name, text: "\($0.number)" + ($0.purpose.map { ", \($0)" } ?? ""),
                        takeAway: household.text(PagePhrase.takeContactOff(name: $0.name)))
                },
                hasContacts: !household.history.contacts.isEmpty, support: SupportView(othersOf: household),
                contactName: form.whole("contact-name"),
                contactNumber: form.whole("contact-number"), contactPurpose: form.whole("contact-purpose"))
        }
        return page("settings-contacts", .support, view, request, isRefused: problem != nil)
    }

    private func channels(_ request: AuthenticatedRequest) async throws -> Response {
        try await channels(request, nil)
    }

    private func channels(_ request: AuthenticatedRequest, _ problem: FieldProblem?) async throws -> Response {
        let reader = request.reader
        let view = try await executor.read { household in
            let channels = try channels(household, reader)
            let discreetOnly = reader.discreetOnly(in: household.catalogue)
            return ChannelsView(
                problem: problem?.text, channels: channels, hasChannels: !channels.isEmpty,
                // A journal that takes no writing now makes no key.
                ring: setup.push.flatMap { try? $0.key() }.map {
                    RingView(key: $0.publicText, discreetOnly: discreetOnly)
                })
        }
        return page("settings-channels", .channels, view, request, isRefused: problem != nil)
    }

    /// The second adult's phones are theirs; all else is the caregiver's.
    private func mayChange(channel: String, _ reader: Reader) throws -> Bool {
        guard reader.isSecond else { return true }
        return try setup.push?.store.pushDevices().contains { $0.channel == channel && $0.login == reader.second?.id }
            ?? false
    }

    private func channels(_ household: CurrentHousehold, _ reader: Reader) throws -> [ContactView] {
        let ringing = try setup.push.map { Set(try $0.store.pushDevices().map(\.channel)) } ?? []
        return try household.history.channels.filter { try mayChange(channel: $0.name, reader) }.map { channel in
            let phone = PagePhrase.phone(
                channel.to ?? channel.name, isOpen: channel.open, rings: ringing.contains(channel.name))
            return ContactView(
                name: channel.name,
                text: channel.kind == .push
                    ? household.text(phone) : household.text(ChoicePhrase.channel(channel.kind)),
                takeAway: household.text(PagePhrase.takeChannelAway(name: channel.name)))
        }
    }

    private func devices(_ request: AuthenticatedRequest, _ problem: FieldProblem? = nil) async throws -> Response {
        let view = try await executor.read { household in
            DevicesView(
                problem: problem?.general, bad: problem?.byField ?? [:],
                devices: try signIn.sessions.store.sessions().filter { $0.login == request.session.login }.reversed()
                    .map {
                        device($0, isThis: $0.tokenHash == request.session.tokenHash, household)
                    }, isChanging: problem != nil)
        }
        return page("settings-devices", .devices, view, request, isRefused: problem != nil)
    }

    private func device(_ session: WebSession, isThis: Bool, _ household: CurrentHousehold) -> DeviceView {
        let used: PagePhrase = isThis ? .thisDevice : .lastSeen(moment: household.dates.moment(session.used))
        return DeviceView(
            id: session.tokenHash, name: session.device, used: household.text(used),
            signOut: household.text(PagePhrase.signOut(device: session.device, isThis: isThis)))
    }
}
