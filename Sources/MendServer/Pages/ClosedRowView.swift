import MendCore
import MendText

/// A closed time as a form asks for it: chips for the days of the week, and two times. An empty row waits for one more.
struct ClosedRowView: Sendable {
    let number: Int
    /// What the row is, for who hears it.
    let name: String
    let days: [OptionView]
    let from: String
    let to: String
    /// Whether it can be taken off.
    let isThere: Bool
    /// Whether something was typed into the row that waits for one more.
    let isTyped: Bool

    private init(_ number: Int, days: Set<String>, from: String, to: String, isThere: Bool, _ catalogue: Catalogue) {
        self.number = number
        name = catalogue.text(PagePhrase.closedTime(number: number + 1))
        self.days = Weekday.allCases.map {
            OptionView($0.rawValue, catalogue.text(ChoicePhrase.weekday($0)), chosen: days.contains($0.rawValue))
        }
        self.from = from
        self.to = to
        self.isThere = isThere
        isTyped = !isThere && !(days.isEmpty && from.isEmpty && to.isEmpty)
    }

    /// - Parameter form: what was typed; without rows of its own, the times as they are.
    static func all(_ times: [ClosedTime], _ form: Form, _ catalogue: Catalogue) -> [ClosedRowView] {
        guard form.has("closed") else {
            let rows = times.enumerated().map { number, time in
                ClosedRowView(
                    number, days: Set(time.days.map(\.rawValue)), from: time.window.start.description,
                    to: time.window.end.description, isThere: true, catalogue)
            }
            return rows + [ClosedRowView(times.count, days: [], from: "", to: "", isThere: false, catalogue)]
        }
        return numbers(in: form).map { number in
            ClosedRowView(
                number, days: Set(form.all("closed.\(number).day")), from: form.whole("closed.\(number).from"),
                to: form.whole("closed.\(number).to"), isThere: number < times.count, catalogue)
        }
    }

    /// What was typed, a line for each row that is not empty, as `Parsing` reads closed times; nil: it was not asked for.
    static func lines(_ form: Form) -> [String]? {
        guard form.has("closed") else { return nil }
        return numbers(in: form).compactMap { number in
            let (from, to) = (form["closed.\(number).from"], form["closed.\(number).to"])
            let days = form.all("closed.\(number).day").joined(separator: ",")
            guard form["closed.\(number).off"] == nil, from != nil || to != nil || !days.isEmpty else { return nil }
            let window = "\(from ?? "")-\(to ?? "")"
            return days.isEmpty ? window : "\(days) \(window)"
        }
    }

    /// No form of ours has more rows.
    private static let most = 20

    private static func numbers(in form: Form) -> [Int] {
        (0..<most).filter { form.has("closed.\($0).from") }
    }
}
