import Hummingbird
import MendCore
import MendText

/// The page "Ahead of the red": hours that run yellow or red, check-ins that are offered ahead of them, and a week as a band.
struct AheadPage: Sendable {
    let executor: JournalExecutor
    let renderer: PageRenderer

    struct HoursView: Sendable {
        let text: String
        let near: [String]
        /// Nil: it was answered.
        let offer: String?
        /// Names the hours in the form.
        let key: String
    }

    struct PlannedView: Sendable {
        let id: String
        let text: String
    }

    struct FormerView: Sendable {
        let id: String
        let text: String
        /// What its button says to whoever does not see the line above.
        let bringBack: String
    }

    struct CellView: Sendable {
        /// Of the style sheet; empty: nothing was written down.
        let style: String
        let text: String
    }

    struct PartView: Sendable {
        let part: String
        /// One a day, in the order of the days.
        let cells: [CellView]
    }

    struct WeekView: Sendable {
        let title: String
        let days: [String]
        /// Parts of the day, from night to late evening: below each other they fit a phone.
        let parts: [PartView]
        /// The same in words.
        let lines: [String]
    }

    struct View: Sendable {
        let problem: String?
        let about: String
        let nothing: String?
        let hours: [HoursView]
        let plannedTitle: String
        let planned: [PlannedView]
        let hasPlanned: Bool
        let formerTitle: String
        let former: [FormerView]
        let hasFormer: Bool
        let weekAbout: String
        let weeks: [WeekView]
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/ahead") { request in try await page(request) }
        routes.post("/ahead") { request in
            guard let answer: CheckInOffer.Answer = request.form.choice("answer") else { return .seeOther("/ahead") }
            let key = request.form["hours"] ?? ""
            let home = request.form["from"] == "today" ? "/" : "/ahead"
            return try await change(request) { notebook in
                let offer = try notebook.answerOffer(named: key, answer)
                return "\(home)?said=offer-\(answer.rawValue)&undo=\(offer.id)"
            }
        }
        routes.post("/ahead/end") { request in
            let id = request.form["id"] ?? ""
            return try await change(request) { "/ahead?said=check-in-ended&undo=\(try $0.endCheckIn(id).id)" }
        }
        routes.post("/ahead/back") { request in
            let id = request.form["id"] ?? ""
            return try await change(request) { notebook in
                _ = try notebook.takeBackAnswer(id)
                return "/ahead?said=brought-back"
            }
        }
    }

    /// - Parameter body: does it, and names the address that shows what was done.
    private func change(
        _ request: AuthenticatedRequest, _ body: @escaping @Sendable (Notebook) throws -> String
    ) async throws -> Response {
        do {
            return .seeOther(try await executor.write(body))
        } catch {
            guard let problem = renderer.problem(error) else { throw error }
            return try await page(request, problem: problem)
        }
    }

    private func page(_ request: AuthenticatedRequest, problem: String? = nil) async throws -> Response {
        let view = try await executor.read { Self.view($0, problem) }
        return renderer.page(
            "ahead", title: renderer.text(PatternPhrase.heading), place: "/ahead", view, request,
            status: problem == nil ? .ok : .unprocessableContent, notice: PageText.notice(request.query["said"]),
            undo: UndoView(request.query["undo"], hasDetails: false))
    }

    private static func view(_ household: CurrentHousehold, _ problem: String?) -> View {
        let patterns = HouseholdPatterns(household.history, plan: household.plan, now: household.now)
        let style = household.dateContext.style
        return View(
            problem: problem, about: household.text(PatternPhrase.whatItIs),
            nothing: patterns.hours.isEmpty ? household.text(PatternPhrase.nothing) : nil,
            hours: patterns.hours.map { hours in
                HoursView(
                    text: household.text(PatternPhrase.hours(hours, of: patterns.name(hours.with))),
                    near: hours.near.map { household.text(PatternPhrase.near($0)) },
                    offer: patterns.offered.contains(hours) ? household.text(PatternPhrase.offer(hours, style)) : nil,
                    key: hours.key)
            },
            plannedTitle: household.text(PatternPhrase.planned),
            planned: patterns.planned.map {
                PlannedView(
                    id: $0.id,
                    text: household.text(PatternPhrase.plannedCheckIn($0, of: patterns.name($0.with), style)))
            },
            hasPlanned: !patterns.planned.isEmpty, formerTitle: household.text(PatternPhrase.former),
            former: patterns.former.map { offer in
                let name = patterns.name(offer.with)
                return FormerView(
                    id: offer.id, text: household.text(PatternPhrase.formerOffer(offer, of: name, style)),
                    bringBack: household.text(PatternPhrase.bringBack(offer, of: name, style)))
            },
            hasFormer: !patterns.former.isEmpty, weekAbout: household.text(PatternPhrase.weekIs),
            weeks: patterns.weeks.map { week($0, patterns, household) })
    }

    private static func week(
        _ week: HouseholdPatterns.Week, _ patterns: HouseholdPatterns, _ household: CurrentHousehold
    ) -> WeekView {
        let days = household.dates.week
        return WeekView(
            title: household.text(PatternPhrase.week(of: patterns.name(week.with))),
            days: days.map { household.text(PatternPhrase.shortDay($0)) },
            parts: DayPart.allCases.map { part in
                PartView(
                    part: household.text(PatternPhrase.part(part)),
                    cells: days.flatMap(week.band.cells).filter { $0.part == part }.map { cell in
                        CellView(
                            style: cell.zone?.rawValue ?? "",
                            text: cell.zone.map { household.text(PatternPhrase.zone($0)) } ?? "")
                    })
            },
            lines: days.map { household.text(PatternPhrase.dayLine($0, week.band.cells(on: $0))) })
    }
}
