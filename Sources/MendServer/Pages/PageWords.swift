import Foundation
import MendCore
import MendExport

/// Words that several pages share.
enum PageWords {
    /// What is said after something was done, by a short word in the address.
    static func notice(_ word: String?) -> String? {
        switch word {
        case "removed": "Gone from the list."
        case "saved": "Saved."
        case "added": "Added."
        case "ended": "That device is signed out."
        case "revoked": "Revoked. Its address leads nowhere now."
        case "checked-in": "Noted. Every zone may be here."
        default: word.flatMap(Attempt.Outcome.init(rawValue:))?.answer
        }
    }

    /// What is wrong with something typed, in words for a page; nil for faults that are not about that.
    static func problem(_ error: any Error) -> String? {
        switch error {
        case let error as InputError: sentence(error.problem)
        case RecordFault.noRupture: nil
        case RecordFault.nobody: "Nobody here goes by that name. Choose somebody from the list."
        case RecordFault.afterClosing: "This is closed already, so nothing was added. You can begin again below."
        case let error as RecordFault: sentence(error.description)
        default: nil
        }
    }

    /// The same as an error for pages without a form of their own.
    static func conflict(_ error: any Error) -> any Error {
        if case RecordFault.afterClosing = error, let text = problem(error) { return PageError.conflict(text) }
        return error
    }

    static func sentence(_ text: String) -> String {
        let start = text.prefix(1).uppercased() + text.dropFirst()
        return start.hasSuffix(".") ? start : start + "."
    }

    static func html(_ text: String) -> String {
        HTMLText.rendering(of: PlainText(text))
    }

    static func name(of kind: Rupture.Kind) -> String {
        switch kind {
        case .benign: "I misread them"
        case .oscillating: "One wanted closeness, one wanted room"
        case .limitSetting: "A limit that hurt"
        case .toxic: "A frightening moment"
        }
    }

    static func example(of kind: Rupture.Kind) -> String {
        switch kind {
        case .benign: "I poured the milk they wanted to pour. I gave advice, they wanted an ear."
        case .oscillating: "They called through the bathroom door. I came home worn out, they wanted a game."
        case .limitSetting: "The screen went off, we left the park, a no or a bedtime hurt."
        case .toxic: "I shouted in their face, threw something, slammed, insulted, held too hard."
        }
    }

    /// How a rupture stands, in a line.
    static func line(_ outlook: AgendaBuilder.Outlook, _ zone: Zone) -> String? {
        guard case .next(let item) = outlook else { return OutlookText(zone: zone).line(outlook) }
        return "Next: \(AgendaText(zone: zone).moment(item.start)), \(name(of: item.kind))."
    }

    static func name(of kind: Item.Kind) -> String {
        switch kind {
        case .prompt: "prompt"
        case .reflection: "reflection"
        case .reading: "reading"
        case .milestone: "birthday"
        case .rung(.calm): "settle yourself"
        case .rung(.reflect): "both sides, for you alone"
        case .rung(.reconnect): "come back"
        case .rung(.tryAgain): "try again"
        case .rung(.roadblock): "a question, for you alone"
        case .rung(.rest): "let it rest, or begin again"
        }
    }

    static func name(of outcome: Attempt.Outcome) -> String {
        switch outcome {
        case .repaired: "It is mended"
        case .partial: "Partly"
        case .declined: "They said no for now"
        case .notReady: "Not ready yet"
        case .letGo: "Let it go, kindly"
        case .again: "Begin again"
        }
    }

    static func name(of roadblock: Roadblock) -> String {
        switch roadblock {
        case .childhood: "An old scene of mine played"
        case .shame: "What people might think"
        case .guilt: "I felt I may not be angry"
        case .movingOn: "Acting as if nothing happened"
        }
    }

    static func name(of zone: FeelingZone) -> String {
        switch zone {
        case .green: "Green, calm"
        case .yellow: "Yellow, rising"
        case .red: "Red, flooded"
        }
    }

    static func name(of scope: Subscription.Scope?) -> String {
        switch scope {
        case nil: "Everything"
        case .prompts: "Prompts, reflections and readings"
        case .repairs: "Reminders to come back"
        case .reflections: "Weekly reflections"
        }
    }

    static func name(of relation: Person.Relation) -> String {
        switch relation {
        case .child: "A child"
        case .partner: "A partner"
        case .friend: "A friend"
        }
    }
}

/// One of several to choose from.
struct Option: Sendable {
    let value: String
    let label: String
    let detail: String?
    let chosen: Bool

    init(_ value: String, _ label: String, detail: String? = nil, chosen: Bool = false) {
        self.value = value
        self.label = label
        self.detail = detail
        self.chosen = chosen
    }

    static func zones(chosen: FeelingZone?) -> [Option] {
        FeelingZone.allCases.map { Option($0.rawValue, PageWords.name(of: $0), chosen: $0 == chosen) }
    }

    static func roadblocks(chosen: Roadblock?) -> [Option] {
        Roadblock.allCases.map { Option($0.rawValue, PageWords.name(of: $0), chosen: $0 == chosen) }
    }

    static func people(_ people: [Person], chosen: String?) -> [Option] {
        people.map { Option($0.id, $0.name, chosen: $0.id == chosen) }
    }
}

/// When something happened, as forms ask for it: a few taps back, or a time.
struct WhenView: Sendable {
    let ago: [Option]
    let at: String

    init(_ form: Form) {
        let chosen = form.whole("ago")
        ago = [
            ("", "Just now"), ("10m ago", "10 minutes ago"), ("30m ago", "Half an hour ago"), ("1h ago", "An hour ago"),
            ("3h ago", "3 hours ago"),
        ]
        .map { Option($0.0, $0.1, chosen: $0.0 == chosen) }
        at = form.whole("at")
    }

    /// What was chosen, as people type times; nil: now.
    static func text(_ form: Form) -> String? {
        if let at = form["at"] { return at.replacingOccurrences(of: "T", with: " ") }
        return form["ago"]
    }
}

/// Whom to turn to.
struct SupportView: Sendable {
    struct Line: Sendable {
        let text: String
        let tel: String?
    }

    let lines: [Line]

    /// - Parameter own: whether the household's own contacts are among them.
    init(_ journal: OpenJournal, own: Bool = true) {
        let contacts = SupportContacts(plan: journal.plan, history: journal.history)
        lines = contacts.entries.dropFirst(own ? 0 : contacts.own.count).map { entry in
            Line(text: entry.text, tel: entry.number.flatMap(Self.dialled))
        }
    }

    /// A number as a phone dials it; nil when it is none.
    private static func dialled(_ number: String) -> String? {
        let digits = number.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
        let isPlain = number.allSatisfy { $0.isASCII && ($0.isNumber || " +-()./".contains($0)) }
        return isPlain && digits.count >= 2 ? digits : nil
    }
}
