import HTTPTypes
import Hummingbird
import MendCore
import MendExport
import MendText
import NIOCore

/// Settings of the household, support contacts, channels, devices, and everything to take along or to erase.
struct SettingsPage: Sendable {
    let desk: Desk
    let look: Look
    let doorkeeper: Doorkeeper

    struct PersonView: Sendable {
        let id: String
        let name: String
        let about: String
    }

    struct ContactView: Sendable {
        let name: String
        let text: String
    }

    struct DeviceView: Sendable {
        let id: String
        let name: String
        let used: String
        let isThis: Bool
    }

    struct View: Sendable {
        let problem: String?
        let people: [PersonView]
        let zone: String
        let zones: [String]
        let quiet: String
        let cap: String
        let countries: [Option]
        let shared: [Option]
        let contacts: [ContactView]
        let support: SupportView
        let channels: [ContactView]
        let hasChannels: Bool
        let devices: [DeviceView]
        // What was typed into the forms for something new.
        let contactName: String
        let contactNumber: String
        let contactPurpose: String
    }

    struct EraseView: Sendable {
        let problem: String?
    }

    /// What has to be typed to erase everything.
    static let eraseWord = "erase"

    func addRoutes(to routes: inout Routes) {
        routes.get("/settings") { visit in try await page(visit) }
        change(&routes, "/settings/household", said: "saved") { visit, notebook in
            let zone = try visit.form["zone"].map { try Parsing.zone($0, in: desk.setup.zones, isTZDataThere: true) }
            let cap = try visit.form["cap"].map { text in
                guard let cap = Int(text) else { throw InputError("the daily number is a whole number, such as 3") }
                return cap
            }
            let entry = HouseholdEntry(
                zone: zone, quiet: visit.form["quiet"], cap: cap, country: visit.form.whole("country"),
                shared: visit.form["shared"].map { $0 == "yes" })
            _ = try notebook.change(entry)
        }
        change(&routes, "/settings/contacts", said: "added") { visit, notebook in
            try notebook.add(
                Contact(
                    name: visit.form["contact-name"] ?? "", number: visit.form["contact-number"] ?? "",
                    purpose: visit.form["contact-purpose"]))
        }
        change(&routes, "/settings/contacts/remove", said: "removed") { visit, notebook in
            try notebook.removeContact(named: visit.form.whole("name"))
        }
        change(&routes, "/settings/channels/remove", said: "removed") { visit, notebook in
            try notebook.removeChannel(named: visit.form.whole("name"))
        }
        routes.post("/settings/devices/end") { visit in
            let hash = visit.form.whole("device")
            try await desk.run { try doorkeeper.sessions.store.endSession(tokenHash: hash) }
            return .seeOther(hash == visit.session.tokenHash ? "/sign-in" : "/settings?said=ended")
        }
        routes.post("/settings/passphrase") { visit in
            switch try await doorkeeper.answer(to: visit.form.whole("present"), from: visit.session.tokenHash) {
            case .right: break
            case .wrong: return try await page(visit, problem: "That is not the passphrase you have now.")
            case .wait(let seconds):
                return try await page(visit, problem: PageError.tooManyTries(seconds: seconds).text)
            }
            if let problem = Doorkeeper.problem(visit.form) { return try await page(visit, problem: problem) }
            try await doorkeeper.setPassphrase(visit.form.whole("passphrase"))
            return .seeOther("/sign-in")
        }
        addFarewells(to: &routes)
    }

    private func addFarewells(to routes: inout Routes) {
        routes.get("/settings/export") { _ in
            let text = try await desk.run { try desk.setup.dump(desk.setup.journal.history()) }
            return Response(
                status: .ok,
                headers: [
                    .contentType: "application/jsonl; charset=utf-8",
                    .contentDisposition: "attachment; filename=\"household.jsonl\"",
                ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        }
        routes.get("/settings/erase") { visit in
            look.page("erase", title: "Erase everything", place: "/settings", EraseView(problem: nil), visit)
        }
        routes.post("/settings/erase") { visit in
            guard visit.form["word"]?.lowercased() == Self.eraseWord else {
                return look.page(
                    "erase", title: "Erase everything", place: "/settings",
                    EraseView(problem: "Nothing was erased. To erase everything, type the word \(Self.eraseWord)."),
                    visit,
                    status: .unprocessableContent)
            }
            try await desk.run { try desk.setup.erase() }
            return look.plain("erased", title: "Everything is erased", EmptyView())
        }
    }

    private func change(
        _ routes: inout Routes, _ path: String, said: String,
        _ body: @escaping @Sendable (Visit, Notebook) throws -> Void
    ) {
        routes.post(path) { visit in
            do {
                try await desk.write { try body(visit, $0) }
                return .seeOther("/settings?said=\(said)")
            } catch {
                guard let problem = PageWords.problem(error) else { throw error }
                return try await page(visit, problem: problem)
            }
        }
    }

    func page(_ visit: Visit, problem: String? = nil) async throws -> Response {
        let view = try await desk.read { try self.view($0, visit, problem) }
        return look.page(
            "settings", title: "Settings", place: "/settings", view, visit,
            status: problem == nil ? .ok : .unprocessableContent, notice: PageWords.notice(visit.query["said"]))
    }

    private func view(_ journal: OpenJournal, _ visit: Visit, _ problem: String?) throws -> View {
        let (history, form) = (journal.history, visit.form)
        let household = history.household
        let text = AgendaText(zone: journal.zone)
        let shared = form["shared"] ?? household.shared.map { $0 ? "yes" : "no" } ?? ""
        let country = form["country"] ?? household.country
        return View(
            problem: problem, people: history.people.map { SettingsPeople.view($0, journal) },
            zone: form["zone"] ?? household.zone.identifier, zones: desk.setup.zoneNames,
            quiet: form["quiet"] ?? household.quiet.description, cap: form["cap"] ?? String(household.cap),
            countries: [Option("", "Another country, or none", chosen: country == nil)]
                + journal.plan.contacts.map { Option($0.country, $0.name, chosen: $0.country == country) },
            shared: [
                Option("yes", "Yes, others can see it", chosen: shared == "yes"),
                Option("no", "No, only I see it", chosen: shared == "no"),
            ],
            contacts: history.contacts.map {
                ContactView(name: $0.name, text: "\($0.number)" + ($0.purpose.map { ", \($0)" } ?? ""))
            },
            support: SupportView(journal, own: false),
            channels: history.channels.map { ContactView(name: $0.name, text: $0.kind.rawValue) },
            hasChannels: !history.channels.isEmpty,
            devices: try doorkeeper.sessions.store.sessions().reversed().map {
                DeviceView(
                    id: $0.tokenHash, name: $0.device, used: text.moment($0.used),
                    isThis: $0.tokenHash == visit.session.tokenHash)
            },
            contactName: form.whole("contact-name"), contactNumber: form.whole("contact-number"),
            contactPurpose: form.whole("contact-purpose"))
    }
}
