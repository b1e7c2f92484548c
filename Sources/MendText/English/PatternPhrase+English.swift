import MendCore

extension PatternPhrase {
    public var english: String {
        switch self {
        case .heading: "Ahead of the red"
        case .whatItIs:
            "This looks back over half a year of what you wrote down. It only says when things ran hot, never who did well "
                + "or what comes next. No zone is bad."
        case .nothing:
            "No hour stands out. For one to show up here, at least eight yellow or red moments have to point the same way, "
                + "and more clearly than chance would make them."
        case .hours(let hours, let name): "\(Self.when(hours)) have been hard for \(name ?? "you")."
        case .near(.afterClosed): "School, or another time away, has just ended then."
        case .near(.beforeSleep): "Bedtime is close then."
        case .near(.afterShortNight): "The night before has often been short."
        case .offer(let hours, let style):
            "A glass of water at \(DatePhrase.time(hours.ahead, style).english), or something as small?"
        case .offerOfToday(let hours, let name):
            "\(Self.when(hours)) have been hard for \(name ?? "you"). A check-in ahead of them is offered: mend patterns"
        case .howToAnswer(let number):
            "Yes, please: mend patterns take \(number). No, thanks: mend patterns decline \(number)"
        case .answered(let offer, let style):
            offer.answer == .taken
                ? "A short check-in comes \(Self.times(of: offer, style)). To end it: mend patterns end \(offer.id)"
                : "Fine. It won't be offered again. If you change your mind: mend patterns back \(offer.id)"
        case .takenBack(let offer, let name, let style):
            switch (offer.answer, offer.ended) {
            case (.declined, _):
                "Taken back: your no to a check-in \(Self.times(of: offer, style)), for \(name ?? "you"). It's offered again: "
                    + "mend patterns"
            case (.taken, nil):
                "Taken back: the check-in \(Self.times(of: offer, style)), for \(name ?? "you"). It doesn't come any more."
            case (.taken, _):
                "Taken back: the end of the check-in \(Self.times(of: offer, style)), for \(name ?? "you"). It goes on."
            }
        case .planned: "Check-ins you have taken up"
        case .plannedCheckIn(let offer, let name, let style):
            EnglishSentence.whole("\(Self.times(of: offer, style)), for \(name ?? "you")")
        case .howToEnd(let id): "To end it: mend patterns end \(id)"
        case .ended: "It has ended. What has come stays in the calendar."
        case .former: "Check-ins you have put aside"
        case .formerOffer(let offer, let name, let style):
            EnglishSentence.whole("\(Self.times(of: offer, style)), for \(name ?? "you")")
        case .bringBack(let offer, let name, let style):
            "Bring back: \(Self.times(of: offer, style)), for \(name ?? "you")"
        case .howToBringBack(let id): "To bring it back: mend patterns back \(id)"
        case .week(let name): name.map { "A week with \($0)" } ?? "Your own week"
        case .weekIs: "The zone you wrote down most for each part of the day, over the last half year."
        case .day(let day): Self.name(of: day)
        case .shortDay(let day): String(Self.name(of: day).prefix(3))
        case .part(let part): Self.name(of: part)
        case .zone(.green): "green"
        case .zone(.yellow): "yellow"
        case .zone(.red): "red"
        case .zone(nil): "nothing written down"
        case .dayLine(let day, let cells):
            "\(Self.name(of: day)): "
                + (Self.parts(of: cells).isEmpty
                    ? "nothing written down" : Self.parts(of: cells).joined(separator: ", "))
                + "."
        }
    }

    private static func parts(of cells: [WeekBand.Cell]) -> [String] {
        cells.compactMap { cell in cell.zone.map { "\(name(of: cell.part)) \($0.rawValue)" } }
    }

    /// `Tuesdays before supper`, `Evenings`, `Weekends`
    private static func when(_ hours: HardHours) -> String {
        guard let part = hours.part else { return plural(hours.days) }
        guard hours.isAnyDay else { return "\(plural(hours.days)) \(adverb(part))" }
        return switch part {
        case .night: "Nights"
        case .earlyMorning: "Early mornings"
        case .morning: "Mornings"
        case .midday: "The hours around midday"
        case .afternoon: "Afternoons"
        case .beforeSupper: "The hours before supper"
        case .evening: "Evenings"
        case .lateEvening: "Late evenings"
        }
    }

    /// `on Tuesdays at 17:15`
    private static func times(of offer: CheckInOffer, _ style: DateStyle) -> String {
        "\(days(offer.days)) at \(DatePhrase.time(offer.time, style).english)"
    }

    /// `on Tuesdays`, `every day`
    private static func days(_ days: [Weekday]) -> String {
        if days == [.saturday, .sunday] { return "on weekends" }
        return days.count == Weekday.allCases.count ? "every day" : "on \(plural(days))"
    }

    private static func plural(_ days: [Weekday]) -> String {
        if days == [.saturday, .sunday] { return "Weekends" }
        if days.count == Weekday.allCases.count { return "Days" }
        return EnglishList.text(days.map { "\(name(of: $0))s" })
    }

    private static func adverb(_ part: DayPart) -> String {
        switch part {
        case .night: "at night"
        case .earlyMorning: "early in the morning"
        case .morning: "in the morning"
        case .midday: "around midday"
        case .afternoon: "in the afternoon"
        case .beforeSupper: "before supper"
        case .evening: "in the evening"
        case .lateEvening: "late in the evening"
        }
    }

    private static func name(of part: DayPart) -> String {
        switch part {
        case .night: "night"
        case .earlyMorning: "early morning"
        case .morning: "morning"
        case .midday: "midday"
        case .afternoon: "afternoon"
        case .beforeSupper: "before supper"
        case .evening: "evening"
        case .lateEvening: "late evening"
        }
    }

    private static func name(of day: Weekday) -> String {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][day.index]
    }
}
