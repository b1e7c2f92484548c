import MendCore

extension RecordPhrase {
    public var english: String {
        switch self {
        case .what(let record, let name, let at, let until):
            Self.name(of: record, with: name) + ", \(at.english)" + (until.map { " until \($0.english)" } ?? "")
        case .takenBackBefore: "taken back before"
        case .takenBack(let id, let record): "Taken back: \(id), \(record.english)."
        case .attemptsWent(let ids): "With it went \(EnglishList.text(ids))."
        case .corrected(let id, let record): "\(id) is now \(record.english)."
        case .whatHasBegunStays: "Reminders that came stay as they were; what comes next: mend open"
        case .line(let id, let record, let outlook):
            "\(id) \(record.english)" + (outlook.map { " (\(Self.state(of: $0)))" } ?? "")
        case .zones(let own, let theirs):
            [own.map { "You: \($0.rawValue)." }, theirs.map { "They: \($0.rawValue)." }].compactMap(\.self)
                .joined(separator: " ")
        case .frightened(.me): "You frightened them."
        case .frightened(.them): "They frightened you."
        case .frightened(.somebodyElse): "Somebody else frightened them."
        case .roadblock(.childhood): "In the way: an old scene of yours"
        case .roadblock(.shame): "In the way: what people might think"
        case .roadblock(.guilt): "In the way: feeling that you may not be angry"
        case .roadblock(.movingOn): "In the way: acting as if nothing happened"
        case .excitedAbout(let text): "They were excited about: \(text)"
        case .note(let text): "Note: \(text)"
        case .writtenBy(let name): "\(name) wrote this."
        case .isStillToCome(let id):
            "Still to come by this clock, so it counts for nothing until then. If the clock was fast: mend remove \(id)"
        case .nothingFound: "Nothing of that was written down."
        }
    }

    private static func name(of record: WrittenRecord, with name: String?) -> String {
        let with = name.map { " with \($0)" } ?? ""
        return switch record {
        case .rupture(let rupture): NamePhrase.crack(rupture.kind).english + with
        case .attempt(let attempt): "an attempt\(with), \(Self.name(of: attempt.outcome))"
        case .checkIn(let checkIn):
            (name.map { "\($0)'s thermometer" } ?? "your thermometer") + ", \(checkIn.zone.rawValue)"
                + (checkIn.shortNight ? " after a short night" : "")
        case .hold(let hold): hold.until > hold.at ? "a pause\(with)" : "the end of a pause\(with)"
        }
    }

    private static func name(of outcome: Attempt.Outcome) -> String {
        switch outcome {
        case .repaired: "mended"
        case .partial: "partly mended"
        case .declined: "a no for now"
        case .notReady: "not ready yet"
        case .letGo: "let go"
        case .again: "begun again"
        }
    }

    private static func state(of outlook: Outlook) -> String {
        switch outlook {
        case .next, .onHold, .noPlace: "open"
        case .atRest: "at rest"
        case .closed: "closed"
        }
    }
}
