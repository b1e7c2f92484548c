import MendCore
import MendText

/// The part of a form that asks for days elsewhere: single days to tap in a grid of two months, and rows for those that come again
/// or lie outside of these months.
struct AwayView: Sendable {
    let months: [MonthView]
    let rows: [AwayRowView]
    /// Whether there is something in the rows.
    let isOpen: Bool

    private static let field = "away.day"

    /// - Parameters:
    ///   - form: what was typed; without days away, they are shown as they are.
    ///   - isWrong: whether what was typed into the rows may have been refused.
    init(_ stays: [DaysAway], _ form: Form, _ household: CurrentHousehold, isWrong: Bool) {
        let grid = MonthView.days(from: household.today)
        let (tapped, others) = (
            stays.filter { Self.isTapped($0, in: grid) }, stays.filter { !Self.isTapped($0, in: grid) }
        )
        let wasSent = form.has("away")
        let chosen = wasSent ? form.all(Self.field) : tapped.flatMap { $0.first...$0.last }.map(\.description)
        months = MonthView.all(
            household, .adds(field: Self.field), chosen: Set(chosen), stays: wasSent ? [] : others,
            open: grid.lowerBound...)
        rows = AwayRowView.all(others, form, household.catalogue)
        isOpen = !others.isEmpty || isWrong
    }

    /// What was chosen, a line for each stay, as `Parsing` reads days away; nil: it was not asked for.
    static func lines(_ form: Form) -> [String]? {
        AwayRowView.lines(form).map { $0 + tappedLines(form.all(field)) }
    }

    /// Whether the grid shows the whole of it as single days.
    private static func isTapped(_ stay: DaysAway, in grid: ClosedRange<LocalDay>) -> Bool {
        stay.every == nil && grid.contains(stay.first) && grid.contains(stay.last)
    }

    /// Days in a row are one stay. What is no day is left for `Parsing` to refuse.
    private static func tappedLines(_ days: [String]) -> [String] {
        var stays: [(first: LocalDay, last: LocalDay)] = []
        for day in Set(days.compactMap { LocalDay($0) }).sorted() {
            if let last = stays.last?.last, day == last + 1 {
                stays[stays.count - 1].last = day
            } else {
                stays.append((day, day))
            }
        }
        return stays.map { "\($0.first)/\($0.last)" } + days.filter { LocalDay($0) == nil }
    }
}
