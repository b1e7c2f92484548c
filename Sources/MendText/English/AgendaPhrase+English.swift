import MendCore

extension AgendaPhrase {
    public var english: String {
        switch self {
        case .lasting(let title, let minutes): "\(title) (\(minutes) min)"
        case .inParentheses(let minutes, let kind): "(\(minutes) min, \(kind.english))"
        case .next(let moment, let kind): "Next: \(moment.english), \(kind.english)."
        case .atRest: "It is at rest. The weekly reflection mentions it, nothing more."
        case .onHold(let until, let next):
            "Paused until \(until.english)." + (next.map { " Then: \($0.0.english), \($0.1.english)." } ?? "")
        case .noPlace(let days, let surface):
            "No time was found for the next step within \(days) days: closed times, days away, quiet hours or the daily "
                + "cap leave no room. "
                + (surface == .terminal ? "mend person edit changes them." : "They can be changed in the settings.")
        case .countsFrom(let moment): "It starts out from \(moment.english)."
        case .because(let reason, let moment, let hasMoved):
            EnglishSentence.whole("\(reason.english): \(hasMoved ? "" : "it stays at ")\(moment.english)")
        case .becauseNotBefore(let reason, let day):
            EnglishSentence.whole("\(reason.english): not before \(day.english)")
        case .span(let first, let last, let names):
            "\(first.english) to \(last.english)\(names.isEmpty ? "" : ", with " + Self.list(names))."
        case .purpose(let kind, let names, let minutes): "\(minutes) min, \(Self.purpose(of: kind, with: names))"
        case .whatMendIs: "mend is a reminder and a notebook. It is no therapy and no emergency service."
        }
    }

    private static func purpose(of kind: Item.Kind, with names: [String]) -> String {
        let whom = names.joined(separator: ", ")
        return switch kind {
        case .prompt: whom.isEmpty ? "for you" : "with \(whom)"
        case .reflection: "questions for the week"
        case .reading: "to read"
        case .milestone: "a birthday: \(whom)"
        case .checkIn: whom.isEmpty ? "a check-in" : "a check-in, for \(whom)"
        case .rung: NamePhrase.item(kind).english
        }
    }

    /// `Ada, Sam and Kit`
    private static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return "\(names.dropLast().joined(separator: ", ")) and \(last)"
    }
}
