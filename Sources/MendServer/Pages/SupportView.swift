import MendCore
import MendText

extension SupportText {
    /// Those of a household, in its language.
    init(_ household: CurrentHousehold) {
        self.init(
            SupportContacts(plan: household.plan, history: household.history), catalogue: household.catalogue)
    }
}

/// The people and lines to turn to for support.
struct SupportView: Sendable {
    struct Line: Sendable {
        let text: String
        let tel: String?
    }

    let lines: [Line]

    /// - Parameter own: whether the household's own contacts are among them.
    init(_ household: CurrentHousehold, own: Bool = true) {
        let support = SupportText(household)
        lines = ((own ? support.own : []) + support.others).map { line in
            Line(text: line.text, tel: line.number.flatMap(Self.dialled))
        }
    }

    /// A number as a phone dials it; nil when it is none.
    private static func dialled(_ number: String) -> String? {
        let digits = number.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
        let isPlain = number.allSatisfy { $0.isASCII && ($0.isNumber || " +-()./".contains($0)) }
        return isPlain && digits.count >= 2 ? digits : nil
    }
}
