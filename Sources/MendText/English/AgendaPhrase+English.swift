extension AgendaPhrase {
    public var english: String {
        switch self {
        case .lasting(let title, let minutes): "\(title) (\(minutes) min)"
        case .inParentheses(let minutes, let kind): "(\(minutes) min, \(kind.english))"
        case .next(let moment, let kind): "Next: \(moment.english), \(kind.english)."
        case .atRest: "It is at rest. The weekly reflection mentions it, nothing more."
        case .noPlace(let rung, let surface):
            "No place was found for the next step (\(rung.rawValue)) within 60 days: closed times, days away, quiet hours or the "
                + "daily cap leave no room. "
                + (surface == .terminal ? "mend person edit changes them." : "They can be changed in the settings.")
        }
    }
}
