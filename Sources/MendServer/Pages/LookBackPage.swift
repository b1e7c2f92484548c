import Hummingbird
import MendCore
import MendExport
import MendPlatform
import MendText

/// The page "Looking back": what was written down, the newest first, with its notes.
struct LookBackPage: Sendable {
    let executor: JournalExecutor
    let renderer: PageRenderer

    struct AttemptView: Sendable {
        /// When it was, and what came of it.
        let text: String
        // Not `note`: where it has none, a template would show that of the rupture around it.
        let attemptNote: String?
        let attempt: String
        /// What its button does, for who hears it.
        let putRight: String
        /// Who wrote it, where that has to be told.
        let attemptBy: String?
    }

    struct EntryView: Sendable {
        let id: String
        let href: String?
        let initial: String?
        let tint: String?
        let when: String
        /// Who wrote it, where that has to be told.
        let writtenBy: String?
        let title: String
        let state: String?
        let excitedAbout: String?
        let note: String?
        let zones: String?
        /// Who frightened whom.
        let whoFrightened: String?
        let attempts: [AttemptView]
        let hasAttempts: Bool
        /// What its button does, for who hears it.
        let edit: String
    }

    struct MonthView: Sendable {
        let month: String
        let entries: [EntryView]
    }

    struct View: Sendable {
        let people: [FaceView]
        let hasPeople: Bool
        let everybody: Bool
        let with: String?
        let find: String
        /// Nil: nothing was open in them.
        let weeks: WeeksView?
        let months: [MonthView]
        let hasEntries: Bool
        let empty: String
        let newer: String?
        let older: String?
    }

    /// What is looked for. Words that were typed never stand in an address.
    private struct Wish {
        let with: String?
        let find: String?
        let page: Int
        let reader: Reader
    }

    private static let most = 25
    /// Of what was found by its words.
    private static let mostFound = 50

    func addRoutes(to routes: inout Routes) {
        routes.get("/look-back", for: .both) { request in
            let number = max(0, min(100_000, request.query["page"].flatMap { Int($0) } ?? 0))
            return try await page(
                Wish(with: request.query["with"], find: nil, page: number, reader: request.reader), request)
        }
        routes.post("/look-back", for: .both) { request in
            try await page(
                Wish(with: request.form["with"], find: request.form["find"], page: 0, reader: request.reader), request)
        }
    }

    private func page(_ wish: Wish, _ request: AuthenticatedRequest) async throws -> Response {
        let view = try await executor.read(as: request.reader) { try Self.view($0, wish) }
        return renderer.page(
            "look-back", title: renderer.text(PageTitle.lookingBack), place: "/look-back", view, request,
            notice: PageText.notice(request.query["said"]))
    }

    private enum Entry {
        case rupture(Rupture)
        case checkIn(CheckIn)

        var at: Instant {
            switch self {
            case .rupture(let rupture): rupture.at
            case .checkIn(let checkIn): checkIn.at
            }
        }

        var with: String? {
            switch self {
            case .rupture(let rupture): rupture.with
            case .checkIn(let checkIn): checkIn.with
            }
        }
    }

    private static func title(of checkIn: CheckIn, with name: String?) -> PagePhrase {
        .thermometer(checkIn.zone, name: name, afterShortNight: checkIn.shortNight)
    }

    private static func view(_ household: CurrentHousehold, _ wish: Wish) throws -> View {
        let builder = try household.builder()
        let history = household.history
        let person = wish.with.flatMap(history.person)
        var entries = (history.ruptures.map(Entry.rupture) + history.checkIns.map(Entry.checkIn))
            .filter { person == nil || $0.with == person?.id }.sorted { $0.at > $1.at }
        if let find = wish.find?.lowercased() {
            entries = entries.filter {
                words(of: $0, household, wish.reader).contains { $0.lowercased().contains(find) }
            }
        }
        let most = wish.find == nil ? most : mostFound
        let shown = entries.dropFirst(wish.page * most).prefix(most)
        func address(_ page: Int) -> String {
            "/look-back?page=\(page)" + (person.map { "&with=\(PercentEncoding.path($0.id))" } ?? "")
        }
        let isPaged = wish.find == nil
        return View(
            people: FaceView.all(history.people, chosen: person?.id), hasPeople: history.people.count > 1,
            everybody: person == nil, with: person?.id, find: wish.find ?? "",
            weeks: wish.page == 0 && isPaged ? WeeksView(household, with: person?.id) : nil,
            months: months(Array(shown), household, builder, wish.reader), hasEntries: !shown.isEmpty,
            empty: household.text(isPaged ? PagePhrase.nothingWritten : .nothingFound),
            newer: wish.page > 0 ? address(wish.page - 1) : nil,
            older: isPaged && entries.count > (wish.page + 1) * most ? address(wish.page + 1) : nil)
    }

    private static func months(
        _ entries: [Entry], _ household: CurrentHousehold, _ builder: AgendaBuilder, _ reader: Reader
    ) -> [MonthView] {
        var months: [MonthView] = []
        var rest = entries[...]
        while let first = rest.first {
            let day = household.zone.day(of: first.at)
            let name = household.text(DatePhrase.month(day))
            let own = rest.prefix {
                let date = household.zone.day(of: $0.at).date
                return date.year == day.date.year && date.month == day.date.month
            }
            months.append(MonthView(month: name, entries: own.map { view($0, household, builder, reader) }))
            rest = rest.dropFirst(own.count)
        }
        return months
    }

    /// What can be found of an entry.
    private static func words(of entry: Entry, _ household: CurrentHousehold, _ reader: Reader) -> [String] {
        let name = entry.with.flatMap(household.history.person)?.name
        switch entry {
        case .checkIn(let checkIn): return [household.text(Self.title(of: checkIn, with: name))]
        case .rupture(let rupture):
            let attempts = household.history.attempts.filter { $0.rupture == rupture.id }
            return [
                name, reader.own(rupture.note, by: rupture.by), rupture.excitedAbout,
                household.text(ChoicePhrase.rupture(rupture.kind)),
            ]
            .compactMap(\.self) + attempts.compactMap { reader.own($0.note, by: $0.by) }
                + attempts.map { household.text(ChoicePhrase.outcome($0.outcome)) }
        }
    }

    private static func view(
        _ entry: Entry, _ household: CurrentHousehold, _ builder: AgendaBuilder, _ reader: Reader
    ) -> EntryView {
        func writer(_ name: String?) -> String? {
            reader.name(ofWriter: name).map { household.text(PagePhrase.writtenBy($0)) }
        }
        let person = entry.with.flatMap(household.history.person)
        let face = person.map { FaceView($0, among: household.history.people) }
        switch entry {
        case .checkIn(let checkIn):
            return EntryView(
                id: checkIn.id, href: nil, initial: face?.initial, tint: face?.tint,
                when: household.dates.moment(checkIn.at), writtenBy: writer(checkIn.by),
                title: household.text(Self.title(of: checkIn, with: person?.name)), state: nil,
                excitedAbout: nil, note: nil, zones: nil, whoFrightened: nil, attempts: [], hasAttempts: false,
                edit: edit(
                    household.text(Self.title(of: checkIn, with: person?.name)), checkIn.at, household))
        case .rupture(let rupture):
            let attempts = household.history.attempts.filter { $0.rupture == rupture.id }.map {
                AttemptView(
                    text: text(of: $0, household), attemptNote: reader.own($0.note, by: $0.by), attempt: $0.id,
                    putRight: edit(household.text(ChoicePhrase.outcome($0.outcome)), $0.at, household),
                    attemptBy: writer($0.by))
            }
            let name = person?.name ?? rupture.with
            return EntryView(
                id: rupture.id, href: "/repair/\(rupture.id)", initial: face?.initial, tint: face?.tint,
                when: household.dates.moment(rupture.at), writtenBy: writer(rupture.by),
                title: "\(name): \(household.text(ChoicePhrase.rupture(rupture.kind)))",
                state: household.text(state(builder.outlook(ofRupture: rupture.id))),
                excitedAbout: rupture.excitedAbout.map { household.text(PagePhrase.excitedAbout($0)) },
                note: reader.own(rupture.note, by: rupture.by), zones: zones(of: rupture, name, household),
                whoFrightened: rupture.frightened.map { household.text(ChoicePhrase.frightened($0)) },
                attempts: attempts,
                hasAttempts: !attempts.isEmpty,
                edit: edit(household.text(NamePhrase.crack(rupture.kind)), rupture.at, household))
        }
    }

    private static func edit(_ kind: String, _ at: Instant, _ household: CurrentHousehold) -> String {
        household.text(
            PagePhrase.about(button: household.text(PageLabel.edit), kind: kind, moment: household.dates.moment(at)))
    }

    private static func text(of attempt: Attempt, _ household: CurrentHousehold) -> String {
        household.text(
            PagePhrase.attempt(
                when: household.dates.moment(attempt.at),
                outcome: household.text(ChoicePhrase.outcome(attempt.outcome)),
                roadblock: attempt.roadblock.map { household.text(ChoicePhrase.roadblock($0)) }))
    }

    private static func zones(of rupture: Rupture, _ name: String, _ household: CurrentHousehold) -> String? {
        let own = rupture.zone.map { PagePhrase.ownZone($0) }
        let theirs = rupture.theirZone.map { PagePhrase.theirZone($0, name: name) }
        let parts = [own, theirs].compactMap { $0 }
        return parts.isEmpty ? nil : parts.map { household.text($0) }.joined(separator: ", ")
    }

    private static func state(_ outlook: Outlook) -> PagePhrase {
        switch outlook {
        case .closed: .closed
        case .atRest: .resting
        case .next, .onHold, .noPlace: .open
        }
    }
}
