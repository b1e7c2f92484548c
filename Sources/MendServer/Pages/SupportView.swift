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
        /// As a phone dials it; nil: there is nothing to call.
        let tel: String?
        /// The address that begins a message; nil: there is none to write to.
        let sms: String?
        // What the buttons do, for who hears them.
        let call: String
        let write: String
    }

    let lines: [Line]

    /// - Parameter own: whether the household's own contacts are among them.
    init(_ household: CurrentHousehold, own: Bool = true) {
        let support = SupportText(household)
        lines = ((own ? support.own : []) + support.others).map { Self.line($0, household) }
    }

    private static func line(_ line: SupportText.Line, _ household: CurrentHousehold) -> Line {
        var sms: String?
        if let texted = line.texted, let number = dialled(texted.number) {
            sms = "sms:\(number)" + (texted.word.map { "?body=\($0)" } ?? "")
        }
        return Line(
            text: line.text, tel: line.number.flatMap(dialled), sms: sms,
            call: household.text(PagePhrase.call(line.text)), write: household.text(PagePhrase.write(line.text)))
    }

    /// A number as a phone dials it; nil when it is none.
    private static func dialled(_ number: String) -> String? {
        let digits = number.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
        let isPlain = number.allSatisfy { $0.isASCII && ($0.isNumber || " +-()./".contains($0)) }
        return isPlain && digits.count >= 2 ? digits : nil
    }
}
