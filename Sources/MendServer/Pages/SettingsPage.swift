import HTTPTypes
import Hummingbird
import MendCore
import MendExport
import MendText
import NIOCore

/// The page "Settings", which leads to the others, and what is the household's to take along or to erase.
struct SettingsPage: Sendable {
    let setup: ServerSetup
    let executor: JournalExecutor
    let renderer: PageRenderer

    struct View: Sendable {
        let links: [MorePage.LinkView]
    }

    struct EraseView: Sendable {
        let problem: String?
        /// Everything is the caregiver's to erase.
        let isCaregiver: Bool
    }

    struct YoursView: Sendable {
        let isCaregiver: Bool
        /// Whether another adult wrote notes, which are not in this one's export.
        let hasNotesOfOthers: Bool
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/settings", for: .both) { request in
            let view = try await executor.read { household in
                View(links: Self.links(household, request.reader, try setup.signIns.secondAdult()))
            }
            return renderer.page(
                "settings", title: renderer.text(PageTitle.settings), place: "/settings", view, request,
                notice: PageText.notice(request.query["said"])
                    ?? (executor.servedPlan().hasFaultyNewer ? .planHasAFault : nil),
                undo: UndoView(request.query["undo"], hasDetails: false))
        }
        routes.get("/settings/yours", for: .both) { request in
            let reader = request.reader
            let view = try await executor.read { household in
                YoursView(
                    isCaregiver: !reader.isSecond,
                    hasNotesOfOthers: reader.second != nil || !household.history.writers.isEmpty)
            }
            return renderer.page(
                "settings-yours", title: renderer.text(PageTitle.yours), place: "/settings", view, request)
        }
        addFarewells(to: &routes)
    }

    /// Each with how it stands, in a line.
    private static func links(
        _ household: CurrentHousehold, _ reader: Reader, _ second: SecondAdult?
    ) -> [MorePage.LinkView] {
        let history = household.history
        func link(_ path: String, _ title: PageTitle, _ icon: String, _ detail: String) -> MorePage.LinkView {
            MorePage.LinkView(
                href: "/settings/\(path)", label: household.text(title), detail: detail, icon: "icon-\(icon)")
        }
        func what(_ title: PageTitle) -> String { household.text(PagePhrase.whatIsIn(title)) }
        func clock(_ time: LocalTime) -> String {
            household.dates.clock(household.zone.instant(household.today, time))
        }
        let names = history.people.map(\.name).joined(separator: ", ")
        let settings = [
            link("people", .people, "people", names.isEmpty ? what(.people) : names),
            link(
                "hours", .hours, "clock",
                household.text(
                    PagePhrase.quiet(
                        from: clock(history.household.quiet.start), to: clock(history.household.quiet.end)))),
            link("pause", .pauseOfEverything, "pause", household.everythingPaused ?? what(.pauseOfEverything)),
            link("contacts", .support, "support", what(.support)),
            link("place", .place, "place", household.zone.identifier),
        ]
        let own = [
            link("channels", .channels, "channel", what(.channels)),
            link("devices", .devices, "device", what(.devices)),
            link(
                "adults", .adults, "people",
                reader.second.map { household.text(PagePhrase.both($0.caregiver, $0.name)) }
                    ?? invitation(second, household) ?? what(.adults)),
            link("yours", .yours, "export", what(.yours)),
        ]
        return reader.isSecond ? own : settings + own
    }

    /// Whom an invitation waits for; nil: nobody.
    private static func invitation(_ second: SecondAdult?, _ household: CurrentHousehold) -> String? {
        guard let second, case .invited(_, let until) = second.state, household.now < until else { return nil }
        return household.text(PagePhrase.invitationWaits(name: second.name, until: household.dates.moment(until)))
    }

    private func addFarewells(to routes: inout Routes) {
        routes.get("/settings/export", for: .both) { request in
            let reader = request.reader
            let text = try await executor.run {
                try setup.dump(reader.shown(executor.journal.history()).withoutNotes(ofOthersThan: reader.writer))
            }
            return Response(
                status: .ok,
                headers: [
                    .contentType: "application/jsonl; charset=utf-8",
                    .contentDisposition: "attachment; filename=\"household.jsonl\"",
                ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        }
        routes.get("/settings/erase", for: .both) { request in erasePage(request) }
        routes.post("/settings/erase", for: .both) { request in
            if request.reader.isSecond { return erasePage(request, nil, .forbidden) }
            let word = renderer.text(PageLabel.eraseWord)
            guard request.form["word"]?.lowercased() == word.lowercased() else {
                return erasePage(request, PageProblem.nothingErased(word: word), .unprocessableContent)
            }
            try await executor.run { try setup.erase() }
            return renderer.plain("erased", title: .everythingIsErased, EmptyView())
        }
    }

    private func erasePage(
        _ request: AuthenticatedRequest, _ problem: PageProblem? = nil, _ status: HTTPResponse.Status = .ok
    ) -> Response {
        var problem = problem
        if let second = request.reader.second, request.reader.isSecond {
            problem = .onlyTheCaregiverErases(name: second.caregiver)
        }
        return renderer.page(
            "erase", title: renderer.text(PageTitle.eraseEverything), place: "/settings",
            EraseView(problem: problem.map { renderer.text($0) }, isCaregiver: !request.reader.isSecond), request,
            status: status)
    }
}
