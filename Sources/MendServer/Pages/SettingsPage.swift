import HTTPTypes
import Hummingbird
import MendCore
import MendExport
import MendText
import NIOCore

/// The page "Settings": the household, support contacts, channels, devices, and everything to take along or to erase.
struct SettingsPage: Sendable {
    let setup: ServerSetup
    let executor: JournalExecutor
    let renderer: PageRenderer
    let signIn: SignInController

    struct PersonView: Sendable {
        let id: String
        let name: String
        let about: String
        /// Whether what comes with them is paused or has ended; nil: it goes on.
        let state: String?
    }

    struct ContactView: Sendable {
        let name: String
        let text: String
        /// What the button that takes it away does.
        let takeAway: String
    }

    /// What the script needs to let this phone ring.
    struct RingView: Sendable {
        /// The public key, as browsers take it.
        let key: String
    }

    struct DeviceView: Sendable {
        let id: String
        let name: String
        let used: String
        /// What the button that signs it out does.
        let signOut: String
    }

    struct View: Sendable {
        let problem: String?
        let people: [PersonView]
        let zone: String
        let zones: [String]
        let quiet: String
        // The caregiver's own times, as a person's are typed.
        let closed: String
        let away: String
        let good: String
        let cap: String
        let countries: [OptionView]
        let shared: [OptionView]
        /// That everything is paused, and until when; nil: it is not.
        let paused: String?
        let until: UntilView
        let isPausing: Bool
        let contacts: [ContactView]
        let support: SupportView
        let channels: [ContactView]
        let hasChannels: Bool
        /// Nil: no phone can ring.
        let ring: RingView?
        let devices: [DeviceView]
        // What was typed into the forms for something new.
        let contactName: String
        let contactNumber: String
        let contactPurpose: String
    }

    struct EraseView: Sendable {
        let problem: String?
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/settings") { request in try await page(request) }
        change(&routes, "/settings/household", said: "saved") { request, notebook in
            let zone = try request.form["zone"].map { try Parsing.zone($0, in: setup.zones, isTZDataThere: true) }
            let cap = try request.form["cap"].map { text in
                guard let cap = Int(text) else { throw InputError.notADailyCap }
                return cap
            }
            let entry = HouseholdEntry(
                zone: zone, quiet: request.form["quiet"], cap: cap, country: request.form.whole("country"),
                shared: request.form["shared"].map { $0 == "yes" },
                closed: request.form.has("closed") ? request.form.lines("closed") : nil,
                away: request.form.has("away") ? request.form.lines("away") : nil,
                good: request.form.has("good") ? request.form["good"] ?? "" : nil)
            _ = try notebook.change(entry)
        }
        routes.post("/settings/pause") { request in
            guard let until = UntilView.text(request.form) else {
                return try await page(request, problem: PageProblem.chooseUntil)
            }
            do {
                _ = try await executor.write { try $0.pause(with: nil, until: until).hold }
                return .seeOther("/settings?said=paused")
            } catch {
                guard let problem = renderer.problem(error) else { throw error }
                return try await page(request, problemText: problem)
            }
        }
        routes.post("/settings/resume") { request in
            _ = try await executor.write { try $0.resume(with: nil).wasPaused }
            return .seeOther(request.form["from"] == "today" ? "/?said=resumed" : "/settings?said=resumed")
        }
        change(&routes, "/settings/contacts", said: "added") { request, notebook in
            try notebook.add(
                Contact(
                    name: request.form["contact-name"] ?? "", number: request.form["contact-number"] ?? "",
                    purpose: request.form["contact-purpose"]))
        }
        change(&routes, "/settings/contacts/remove", said: "removed") { request, notebook in
            try notebook.removeContact(named: request.form.whole("name"))
        }
        change(&routes, "/settings/channels/remove", said: "removed") { request, notebook in
            try notebook.removeChannel(named: request.form.whole("name"))
        }
        routes.post("/settings/devices/end") { request in
            let hash = request.form.whole("device")
            try await executor.run { try signIn.sessions.store.endSession(tokenHash: hash) }
            return .seeOther(hash == request.session.tokenHash ? "/sign-in" : "/settings?said=ended")
        }
        routes.post("/settings/passphrase") { request in
            switch try await signIn.answer(to: request.form.whole("present"), from: .device(request.session.tokenHash))
            {
            case .right: break
            case .wrong: return try await page(request, problem: PageProblem.wrongPresentPassphrase)
            case .wait(let seconds):
                return try await page(request, problem: PageError.tooManyTries(seconds: seconds).text)
            }
            if let problem = SignInController.problem(request.form) { return try await page(request, problem: problem) }
            try await signIn.setPassphrase(request.form.whole("passphrase"))
            return .seeOther("/sign-in")
        }
        addFarewells(to: &routes)
    }

    private func addFarewells(to routes: inout Routes) {
        routes.get("/settings/export") { _ in
            let text = try await executor.run { try setup.dump(executor.journal.history()) }
            return Response(
                status: .ok,
                headers: [
                    .contentType: "application/jsonl; charset=utf-8",
                    .contentDisposition: "attachment; filename=\"household.jsonl\"",
                ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        }
        routes.get("/settings/erase") { request in
            renderer.page(
                "erase", title: renderer.text(PageTitle.eraseEverything), place: "/settings", EraseView(problem: nil),
                request)
        }
        routes.post("/settings/erase") { request in
            let word = renderer.text(PageLabel.eraseWord)
            guard request.form["word"]?.lowercased() == word.lowercased() else {
                return renderer.page(
                    "erase", title: renderer.text(PageTitle.eraseEverything), place: "/settings",
                    EraseView(problem: renderer.text(PageProblem.nothingErased(word: word))),
                    request,
                    status: .unprocessableContent)
            }
            try await executor.run { try setup.erase() }
            return renderer.plain("erased", title: .everythingIsErased, EmptyView())
        }
    }

    private func change(
        _ routes: inout Routes, _ path: String, said: String,
        _ body: @escaping @Sendable (AuthenticatedRequest, Notebook) throws -> Void
    ) {
        routes.post(path) { request in
            do {
                try await executor.write { try body(request, $0) }
                return .seeOther("/settings?said=\(said)")
            } catch {
                guard let problem = renderer.problem(error) else { throw error }
                return try await page(request, problemText: problem)
            }
        }
    }

    private func page(_ request: AuthenticatedRequest, problem: any Phrase) async throws -> Response {
        try await page(request, problemText: renderer.text(problem))
    }

    private func page(_ request: AuthenticatedRequest, problemText problem: String? = nil) async throws -> Response {
        let view = try await executor.read { try self.view($0, request, problem) }
        return renderer.page(
            "settings", title: renderer.text(PageTitle.settings), place: "/settings", view, request,
            status: problem == nil ? .ok : .unprocessableContent,
            notice: PageText.notice(request.query["said"])
                ?? (executor.servedPlan().hasFaultyNewer ? .planHasAFault : nil))
    }

    private func view(_ household: CurrentHousehold, _ request: AuthenticatedRequest, _ problem: String?) throws -> View
    {
        let (history, settings, form) = (household.history, household.history.household, request.form)
        let shared = form["shared"] ?? settings.shared.map { $0 ? "yes" : "no" } ?? ""
        let country = form["country"] ?? settings.country
        return View(
            problem: problem, people: history.people.map { PeoplePage.view($0, household) },
            zone: form["zone"] ?? household.zone.identifier, zones: setup.zoneNames,
            quiet: form["quiet"] ?? settings.quiet.description,
            closed: form.has("closed") ? form.whole("closed") : Self.lines(settings.closed),
            away: form.has("away") ? form.whole("away") : Self.lines(settings.away),
            good: form.has("good") ? form.whole("good") : settings.good?.description ?? "",
            cap: form["cap"] ?? String(settings.cap),
            countries: [OptionView("", household.text(ChoicePhrase.otherCountry), chosen: country == nil)]
                + household.plan.contacts.map { OptionView($0.country, $0.name, chosen: $0.country == country) },
            shared: [
                OptionView("yes", household.text(ChoicePhrase.othersSeeCalendar), chosen: shared == "yes"),
                OptionView("no", household.text(ChoicePhrase.onlyISeeCalendar), chosen: shared == "no"),
            ],
            paused: household.everythingPaused, until: UntilView(form, household.catalogue),
            isPausing: problem != nil && (form.has("until") || form.has("until-at")),
            contacts: history.contacts.map {
                ContactView(
                    name: $0.name, text: "\($0.number)" + ($0.purpose.map { ", \($0)" } ?? ""),
                    takeAway: household.text(PagePhrase.takeContactOff(name: $0.name)))
            },
            support: SupportView(household, own: false),
            channels: try channels(household), hasChannels: !history.channels.isEmpty,
            // A journal that takes no writing now makes no key.
            ring: setup.push.flatMap { try? $0.key() }.map { RingView(key: $0.publicText) },
            devices: try signIn.sessions.store.sessions().reversed().map {
                device($0, isThis: $0.tokenHash == request.session.tokenHash, household)
            },
            contactName: form.whole("contact-name"), contactNumber: form.whole("contact-number"),
            contactPurpose: form.whole("contact-purpose"))
    }

    private func channels(_ household: CurrentHousehold) throws -> [ContactView] {
        let ringing = try setup.push.map { Set(try $0.store.pushDevices().map(\.channel)) } ?? []
        return household.history.channels.map { channel in
            let phone = PagePhrase.phone(
                channel.to ?? channel.name, isOpen: channel.open, rings: ringing.contains(channel.name))
            return ContactView(
                name: channel.name,
                text: channel.kind == .push
                    ? household.text(phone) : household.text(ChoicePhrase.channel(channel.kind)),
                takeAway: household.text(PagePhrase.takeChannelAway(name: channel.name)))
        }
    }

    /// One a line, as they are typed.
    private static func lines(_ times: [some CustomStringConvertible]) -> String {
        times.map(\.description).joined(separator: "\n")
    }

    private func device(_ session: WebSession, isThis: Bool, _ household: CurrentHousehold) -> DeviceView {
        let used: PagePhrase = isThis ? .thisDevice : .lastSeen(moment: household.dates.moment(session.used))
        return DeviceView(
            id: session.tokenHash, name: session.device, used: household.text(used),
            signOut: household.text(PagePhrase.signOut(device: session.device, isThis: isThis)))
    }
}
