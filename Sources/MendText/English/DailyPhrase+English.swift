import MendCore

extension DailyPhrase {
    public var english: String {
        switch self {
        case .comingBack: "Coming back"
        case .wordsFor(let name): "Words to say: mend guide \(ShellWord.text(name))"
        case .guideFor(let name): "What may help, and people to turn to: mend guide \(ShellWord.text(name))"
        case .nothingDue: "Nothing is due. That is all for today."
        case .recorded(let rupture): "Recorded as \(rupture). Writing it down is a first step."
        case .understood(let name, let kind, let moment): "With \(name): \(kind.english), \(moment.english)."
        case .nothingRecorded: "Nothing was recorded."
        case .firstReminder(let moment, let kind): "First reminder: \(moment.english), \(kind.english)."
        case .wordsToSay(let rupture): "Words to say, when you are ready: mend guide \(rupture)"
        case .guideWithoutWords(let rupture):
            "What may help, and people to turn to: mend guide \(rupture)"
        case .lettingGo(let rupture):
            "To let this one go, so that nothing more comes about it: mend attempt \(rupture) let-go"
        case .attempted(let outcome): Self.answer(to: outcome)
        case .attemptedAt(let moment): "It was \(moment.english)."
        case .laterAttempt:
            "A later attempt is written down already, so what comes next follows from that one."
        case .stillOpen(let name, let ruptures): Self.stillOpen(with: name, ruptures)
        case .reply(let words): "You could say: \(words)"
        case .checkedIn: "Noted. Every zone may be here."
        case .stood(let zone, let name, let moment):
            "\(ChoicePhrase.zone(zone).english): \(name ?? "yourself"), \(moment.english)."
        case .youFirst(let name): "For you first: \(name) can borrow your calm."
        case .practices: "Practices"
        case .signs: "Signs"
        case .tools: "Tools"
        case .chosenTools(let place?, let name): "From \(place)" + (name.map { ", with \($0)" } ?? "")
        case .chosenTools(nil, let name): "From \(name.map { "\($0)'s" } ?? "your") Safe Place"
        case .safePlace: "Safe Place"
        case .safePlaceText:
            "Made together while green. They choose the tools. Going there is free, and the door stays open."
        case .moreCalm: "More of each: mend calm --all"
        case .repair(let name, let moment, let rupture):
            "A repair with \(name), for \(moment.english) (\(rupture))."
        case .moreOfTheGuide(let rupture):
            "The seven practices, and cues to draw or print: mend guide \(rupture) --all"
        case .nothingOpen: "Nothing is open."
        case .openRupture(let rupture, let kind, let moment): "\(rupture)  \(kind.english), \(moment.english)"
        case .paused(nil, let until):
            "Paused until \(until.english). Until then nothing comes, no prompts either. To go on sooner: mend resume"
        case .paused(let name?, let until):
            "With \(name), nothing comes until \(until.english). Daily prompts go on. "
                + "To go on sooner: mend resume --with \(ShellWord.text(name))"
        case .resumed(nil, true): "The pause is over. What comes next: mend open"
        case .resumed(nil, false): "Nothing was paused."
        case .resumed(let name?, true): "The pause with \(name) is over. What comes next: mend open"
        case .resumed(let name?, false): "Nothing was paused with \(name)."
        case .householdStaysPaused(let until):
            "Everything stays paused until \(until.english). To go on sooner: mend resume"
        case .typeTheNote: "Type the note; Ctrl-D on a line of its own ends it."
        }
    }

    /// `Still open with Ada: a misread signal (r3). If that is mended, too: mend attempt r3 repaired`
    private static func stillOpen(with name: String, _ ruptures: [Rupture]) -> String {
        let list = EnglishList.text(ruptures.map { "\(NamePhrase.crack($0.kind).english) (\($0.id))" })
        let command = "mend attempt \(ruptures.first?.id ?? "") repaired"
        let what = ruptures.count > 1 ? "one of them" : "that"
        return "Still open with \(name): \(list). If \(what) is mended, too: \(command)"
    }

    private static func answer(to outcome: Attempt.Outcome) -> String {
        switch outcome {
        case .repaired: "Noted, and closed. You came back."
        case .partial: "Noted. Part of it's better, and the rest can take its time."
        case .declined, .notReady: "Noted. A no today isn't a no forever."
        case .letGo: "Noted, and let go with kindness. You can begin again whenever you like."
        case .again: "Noted. A fresh start."
        }
    }
}
