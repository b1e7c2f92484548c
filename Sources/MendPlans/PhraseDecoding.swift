import MendCore

/// The language of a plan, and the sentences that stand around its texts.
enum PhraseDecoding {
    static func language(_ entry: inout Entry) -> Language? {
        guard let code = entry.scalar("language", like: "en") else { return nil }
        if let language = Language(rawValue: code) { return language }
        entry.unknown(
            code, "language", among: Language.spoken.map(\.rawValue), line: entry.line(of: "language"))
        return nil
    }

    /// All of them, but for those that may be left out: a plan that has some but not others would mix languages.
    static func phrases(_ entry: inout Entry) -> ItemPhrases? {
        entry.part("phrases", keys: PhraseKey.allCases.map(\.rawValue)) { part in
            let titles = titles(&part)
            var texts: [PhraseKey: String] = [:]
            for key in PhraseKey.allCases where key != .titles {
                if key.mayBeLeftOut, part.node(key.rawValue) == nil { continue }
                texts[key] = part.text(key.rawValue, holding: key.places)
            }
            guard let titles, let makeYourOwn = texts[.makeYourOwn], let everyoneSafe = texts[.everyoneSafe],
                let youSafe = texts[.youSafe], let emergency = texts[.emergency],
                let emergencyAnywhere = texts[.emergencyAnywhere], let or = texts[.or],
                let sendWord = texts[.sendWord], let whereSupportIs = texts[.whereSupportIs],
                let atRest = texts[.atRest], let forMore = texts[.forMore], let discreetText = texts[.discreetText],
                let discreetTitle = texts[.discreetTitle]
            else { return nil }
            return ItemPhrases(
                makeYourOwn: makeYourOwn, everyoneSafe: everyoneSafe, youSafe: youSafe, emergency: emergency,
                emergencyAnywhere: emergencyAnywhere, or: or, sendWord: sendWord, whereSupportIs: whereSupportIs,
                atRest: atRest, forMore: forMore, placeTools: texts[.placeTools], whyAhead: texts[.whyAhead],
                discreetText: discreetText, discreetTitle: discreetTitle, titles: titles)
        }
    }

    private static func titles(_ entry: inout Entry) -> ItemPhrases.Titles? {
        entry.part(PhraseKey.titles.rawValue, keys: Rung.allCases.map(\.rawValue)) { part in
            var titles: [Rung: String] = [:]
            for rung in Rung.allCases { titles[rung] = part.text(rung.rawValue) }
            guard let calm = titles[.calm], let reflect = titles[.reflect], let reconnect = titles[.reconnect],
                let tryAgain = titles[.tryAgain], let roadblock = titles[.roadblock], let rest = titles[.rest]
            else { return nil }
            return ItemPhrases.Titles(
                calm: calm, reflect: reflect, reconnect: reconnect, tryAgain: tryAgain, roadblock: roadblock,
                rest: rest)
        }
    }
}

/// The keys of the sentences that stand around a plan's texts.
private enum PhraseKey: String, CaseIterable {
    case makeYourOwn = "make-your-own"
    case everyoneSafe = "everyone-safe"
    case youSafe = "you-safe"
    case emergency
    case emergencyAnywhere = "emergency-anywhere"
    case or
    case sendWord = "send-word"
    case whereSupportIs = "where-support-is"
    case atRest = "at-rest"
    case forMore = "for-more"
    case placeTools = "place-tools"
    case whyAhead = "why-ahead"
    case discreetText = "discreet-text"
    case discreetTitle = "discreet-title"
    /// A sentence for each rung.
    case titles

    /// What is filled in.
    var places: [String] {
        switch self {
        case .emergency: ["{numbers}"]
        case .sendWord: ["{word}", "{number}"]
        case .atRest: ["{names}"]
        case .placeTools: ["{tools}"]
        case .makeYourOwn, .everyoneSafe, .youSafe, .emergencyAnywhere, .or, .whereSupportIs, .forMore,
            .whyAhead, .discreetText, .discreetTitle, .titles:
            []
        }
    }

    /// A plan that was written before these were does without them.
    var mayBeLeftOut: Bool { self == .placeTools || self == .whyAhead }
}
