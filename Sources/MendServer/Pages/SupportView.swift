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
    /// Folded away, so that what helps at once is in sight.
    let more: [Line]
    let hasMore: Bool

    /// The emergency number, and one more.
    private static let mostOthers = 2

    /// The household's own contacts, and the first of the others.
    init(_ household: CurrentHousehold) {
        let support = SupportText(household)
        self.init(
            support.own + support.others.prefix(Self.mostOthers), more: support.others.dropFirst(Self.mostOthers),
            household)
    }

    /// All but the household's own contacts.
    init(othersOf household: CurrentHousehold) {
        self.init(SupportText(household).others, more: [], household)
    }

    private init(_ lines: [SupportText.Line], more: ArraySlice<SupportText.Line>, _ household: CurrentHousehold) {
        self.lines = lines.map { Self.line($0, household) }
        self.more = more.map { Self.line($0, household) }
        hasMore = !more.isEmpty
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
