@testable import MendCore

/// What people type.
enum TypedProbes {
    static let now = Instant(seconds: 1_769_900_400)
    private static let zones = ["America/New_York", "Pacific/Kiritimati", "Africa/Monrovia", "UTC"]
        .compactMap(FileProbes.zones)

    static func time(_ text: String) throws(Broken) {
        // One zone after the other, by the text's length.
        guard !zones.isEmpty else { throw Broken("no zones") }
        let zone = zones[text.utf8.count % zones.count]
        if let instant = TimeText.instant(rfc3339: text) { try isKept(instant, zone) }
        if let instant = TimeInput.instant(text, now: now, zone: zone) { try isKept(instant, zone) }
        guard let day = TimeInput.day(text, now: now, zone: zone) else { return }
        try require(TimeInput.day(day.description, now: now, zone: zone) == day, "another day")
    }

    private static func isKept(_ instant: Instant, _ zone: Zone) throws(Broken) {
        try require(TimeText.instant(rfc3339: TimeText.utc(instant)) == instant, "another instant")
        let written = TimeText.rfc3339(instant, zone)
        try require(TimeText.instant(rfc3339: written) == instant, "another instant in \(zone.identifier)")
    }

    static func hours(_ text: String) throws(Broken) {
        try isKept(text, LocalDay.init)
        try isKept(text, LocalTime.init)
        try isKept(text, Window.init)
        try isKept(text, ClosedTime.init)
        try isKept(text, DaysAway.init)
    }

    private static func isKept<Value: Equatable & CustomStringConvertible>(
        _ text: String, _ parse: (String) -> Value?
    ) throws(Broken) {
        guard let value = parse(text) else { return }
        try require(parse(value.description) == value, "another \(Value.self)")
    }
}
