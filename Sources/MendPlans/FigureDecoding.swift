import MendCore

/// The sections of a plan that hold figures. A plan may leave out what another one (`base`) says.
enum FigureDecoding {
    static func slots(_ entry: inout Entry, base: Slots?) -> Slots? {
        entry.part("slots", keys: ["self", "together", "reflection", "reading", "milestone", "gentle"]) { slots in
            let own = time(&slots, "self", base?.selfTime, like: "07:30")
            let together = slots.part("together", keys: ["weekdays", "weekends", "days"]) { part in
                let weekdays = time(&part, "weekdays", base?.togetherTime, like: "16:00")
                let weekends = time(&part, "weekends", base?.togetherWeekendTime, like: "10:00")
                let days = part.has("days") || base == nil ? part.choices("days", Weekday.self) : base?.togetherDays
                return weekdays.flatMap { a in weekends.flatMap { b in days.map { (a, b, $0) } } }
            }
            let reflection = weekly(&slots, "reflection", base.map { ($0.reflectionDay, $0.reflectionTime) })
            let reading = weekly(&slots, "reading", base.map { ($0.readingDay, $0.readingTime) })
            let milestone = time(&slots, "milestone", base?.milestoneTime, like: "09:00")
            let gentle = gentle(&slots, base?.gentleThemes)
            guard let own, let together, let reflection, let reading, let milestone else { return nil }
            return Slots(
                selfTime: own, togetherTime: together.0, togetherWeekendTime: together.1, togetherDays: together.2,
                reflectionDay: reflection.0, reflectionTime: reflection.1, readingDay: reading.0,
                readingTime: reading.1, milestoneTime: milestone, gentleThemes: gentle)
        }
    }

    /// Themes of the caregiver's prompts.
    private static func gentle(_ entry: inout Entry, _ base: [String]?) -> [String] {
        guard let items = entry.list("gentle") else { return base ?? [] }
        let known = Themes.names(.own)
        return items.compactMap { item in
            guard let theme = entry.scalar(item, "gentle", like: "[rest]") else { return nil }
            if !known.contains(theme) { entry.unknown(theme, "theme", among: known, line: item.line) }
            return theme
        }
    }

    private static func weekly(
        _ entry: inout Entry, _ key: String, _ base: (Weekday, LocalTime)?
    ) -> (Weekday, LocalTime)? {
        entry.part(key, keys: ["day", "time"]) { part in
            let day = part.has("day") || base == nil ? part.choice("day", Weekday.self) : base?.0
            let time = time(&part, "time", base?.1, like: "19:30")
            return day.flatMap { day in time.map { (day, $0) } }
        }
    }

    private static func time(
        _ entry: inout Entry, _ key: String, _ base: LocalTime?, like example: String
    ) -> LocalTime? {
        entry.value(key, inherited: base, like: example) { $0.time($1) }
    }

    /// Sleep has to leave room for what comes together, beside the hours in which nothing is placed.
    static func sleep(_ entry: inout Entry, base: BandTable<Window?>?, minutes: Int) -> BandTable<Window?>? {
        let table = entry.table("sleep", inherited: base, like: "19:00-07:00") { $0.windowOrNone($1) }
        guard entry.has("sleep"), let table else { return table }
        for band in AgeBand.allCases {
            guard let window = table[band], !leaves(minutes, beside: window) else { continue }
            entry.fault(
                entry.line(of: "sleep", band),
                "sleep of \(band.rawValue), \(window), and the quiet hours \(Household.defaultQuiet) leave no "
                    + "\(minutes) minutes", "write a shorter window, or none")
        }
        return table
    }

    private static func leaves(_ minutes: Int, beside window: Window) -> Bool {
        var run = 0
        // Twice around the clock, since a free stretch may run over midnight.
        for minute in 0..<2880 {
            let isClosed = window.covers(minute % 1440) || Household.defaultQuiet.covers(minute % 1440)
            run = isClosed ? 0 : run + 1
            if run >= minutes { return true }
        }
        return false
    }

    static func goodTimes(_ entry: inout Entry, base: BandTable<LocalTime>?) -> BandTable<LocalTime>? {
        entry.table("good-times", inherited: base, like: "17:30") { $0.time($1) }
    }
}

extension Window {
    /// Whether the clock's reading, in minutes since 00:00, lies in it.
    func covers(_ minute: Int) -> Bool {
        isOvernight
            ? minute >= start.minutes || minute < end.minutes : minute >= start.minutes && minute < end.minutes
    }
}
