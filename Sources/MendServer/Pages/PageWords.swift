import Foundation
import MendCore
import MendExport
import MendText

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
    static func line(_ outlook: Outlook, _ zone: Zone) -> String? {
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
        case .rung(.roadblock): "a question for you"
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
