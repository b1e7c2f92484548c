import MendCore

extension OutlookPhrase {
    public var english: String {
        switch self {
        case .open(let name, let since, let kinds):
            "With \(name), something has been open since \(since.english) (\(Self.story(of: kinds)))."
        case .resting(let name, let kinds):
            "With \(name), something is at rest (\(Self.story(of: kinds))). Nothing comes by itself; you may begin again."
        case .alsoResting(let kinds): "At rest: \(EnglishList.text(kinds.map(Self.name)))."
        case .next(let moment): "Next: \(moment.english)."
        case .paused(let until, let next):
            "Paused until \(until.english)." + (next.map { " Then: \($0.english)." } ?? "")
        case .noPlace(let why, let name, let surface): Self.noPlace(why, name, surface)
        case .nothingOpen(let name): "Nothing is open with \(name)."
        case .ended(let name): "Reminders with \(name) have ended; nothing comes."
        }
    }

    private static func name(_ kind: Rupture.Kind) -> String { NamePhrase.crack(kind).english }

    /// `a limit that hurt; before that, a misread signal`
    private static func story(of kinds: [Rupture.Kind]) -> String {
        let before = EnglishList.text(kinds.dropFirst().map(name))
        return (kinds.first.map(name) ?? "") + (before.isEmpty ? "" : "; before that, \(before)")
    }

    private static func noPlace(_ why: NoPlace, _ name: String, _ surface: Surface) -> String {
        let causes = why.because.sorted { $0.description < $1.description }
        let reasons = causes.map { ReasonPhrase($0, of: name).english }
        let because = reasons.isEmpty ? "" : ": " + reasons.joined(separator: "; ")
        var commands: [String] = []
        if causes.contains(.pause) { commands.append("mend resume") }
        if causes.contains(where: \.isTheirs) { commands.append("mend person edit \(ShellWord.text(name))") }
        if commands.isEmpty || causes.contains(where: { !$0.isTheirs && $0.rule != .hold }) {
            commands.append("mend household edit")
        }
        return "No time was found for the next step within \(why.days) days\(because). "
            + (surface == .terminal
                ? "To change that: \(EnglishList.text(commands))." : "It can be changed in the settings.")
    }
}
