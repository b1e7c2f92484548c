import MendCore
import MendText

/// Days elsewhere as a row of a form asks for them: the first and the last, and how they come again. An empty row waits for more.
struct AwayRowView: Sendable {
    let number: Int
    /// What the row is, for who hears it.
    let name: String
    let first: String
    let last: String
    let every: [OptionView]
    let until: String
    /// Whether it can be taken off.
    let isThere: Bool

    private init(
        _ number: Int, first: String, last: String, every: String, until: String, isThere: Bool, _ catalogue: Catalogue
    ) {
        self.number = number
        name = catalogue.text(PagePhrase.daysElsewhere(number: number + 1))
        self.first = first
        self.last = last
        let periods = Self.periods + (Int(every).map { Self.periods.contains($0) ? [] : [$0] } ?? [])
        self.every =
            [OptionView("", catalogue.text(ChoicePhrase.once), chosen: every.isEmpty)]
            + periods.map {
                OptionView(String($0), catalogue.text(ChoicePhrase.everyDays($0)), chosen: String($0) == every)
            }
        self.until = until
        self.isThere = isThere
    }

    /// In days.
    private static let periods = [7, 14, 21, 28]

    /// - Parameter form: what was typed; without rows of its own, the days as they are.
    static func all(_ stays: [DaysAway], _ form: Form, _ catalogue: Catalogue) -> [AwayRowView] {
        guard form.has("away") else {
            let rows = stays.enumerated().map { number, stay in
                AwayRowView(
                    number, first: stay.first.description, last: stay.last.description,
                    every: stay.every.map(String.init) ?? "", until: stay.until?.description ?? "", isThere: true,
                    catalogue)
            }
            return rows
                + [
                    AwayRowView(
                        stays.count, first: "", last: "", every: "", until: "", isThere: false, catalogue)
                ]
        }
        return numbers(in: form).map { number in
            func typed(_ field: String) -> String { form.whole("away.\(number).\(field)") }
            return AwayRowView(
                number, first: typed("first"), last: typed("last"), every: typed("every"), until: typed("until"),
                isThere: number < stays.count, catalogue)
        }
    }

    /// What was typed, a line for each row that is not empty, as `Parsing` reads days away; nil: it was not asked for.
    static func lines(_ form: Form) -> [String]? {
        guard form.has("away") else { return nil }
        return numbers(in: form).compactMap { number in
            func typed(_ field: String) -> String? { form["away.\(number).\(field)"] }
            guard typed("off") == nil, typed("first") != nil || typed("last") != nil else { return nil }
            // A single day needs no last one.
            let line = "\(typed("first") ?? "")/\(typed("last") ?? typed("first") ?? "")"
            guard let every = typed("every") else { return line }
            return line + " every \(every)d" + (typed("until").map { " until \($0)" } ?? "")
        }
    }

    /// No form of ours has more rows.
    private static let most = 20

    private static func numbers(in form: Form) -> [Int] {
        (0..<most).filter { form.has("away.\($0).first") }
    }
}
