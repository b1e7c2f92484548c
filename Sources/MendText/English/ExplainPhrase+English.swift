import MendCore

extension ExplainPhrase {
    public var english: String {
        switch self {
        case .soFar: "So far"
        case .happened(let moment, let what): "\(moment.english): \(what.english)"
        case .came(let moment, let what): "\(moment.english): \(what.english)"
        case .answered(let moment, let outcome): "\(moment.english): \(Self.name(of: outcome))"
        case .mended(let rupture): "\(rupture) is mended; nothing comes."
        case .letGo(let rupture): "\(rupture) was let go; nothing comes."
        case .atRest(let rupture, let isMentioned):
            "\(rupture) is at rest; nothing comes" + (isMentioned ? " but a line in the weekly reflection." : ".")
        case .toBeginAgain(let rupture): "To begin again: mend attempt \(rupture) --outcome again"
        case .toBeginPerson(let name): "To let them begin again: mend person begin \(ShellWord.text(name))"
        case .pauseHolds(let until, let name):
            "A pause is on until \(until.english). To end it sooner: mend resume"
                + (name.map { " --with \(ShellWord.text($0))" } ?? "")
        case .redHolds(let name):
            "It waits for a red thermometer. Once that has sunk: mend checkin --zone green, or the same with --with "
                + ShellWord.text(name)
        case .otherTimes(let own, let name):
            "Other hours would bring it at another time: "
                + [own ? "mend household edit" : nil, name.map { "mend person edit \(ShellWord.text($0))" }]
                .compactMap(\.self).joined(separator: ", ")
        case .needNotWait(let name):
            "You need not wait for it: go to \(name) whenever it suits you both, and write down how it went."
        case .endsWhenMended(let ruptures):
            "To end it: mend attempt \(ruptures.first ?? "") --outcome repaired (or let-go)"
                + (ruptures.count > 1 ? "; then the same for \(EnglishList.text(Array(ruptures.dropFirst())))." : "")
        case .endsWithoutAnswer: "Where you write down nothing, it comes to rest by itself after a while."
        case .asksForNoAnswer:
            "It comes with the plan and asks for no answer. For some days without: mend pause --until +7d"
        case .checkInsEnd: "You took it up. To see it and end it: mend patterns"
        case .birthdaysEnd(let name):
            "To end birthdays and prompts with \(name): mend person end \(ShellWord.text(name))"
        }
    }

    private static func name(of outcome: Attempt.Outcome) -> String {
        switch outcome {
        case .repaired: "mended"
        case .partial: "partly mended"
        case .declined: "a no for now"
        case .notReady: "not ready yet"
        case .letGo: "let go, kindly"
        case .again: "begun again"
        }
    }
}
