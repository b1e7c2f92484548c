/// Frightening moments, which gentle prompts follow: for the rest of their day, and on the next.
struct Frights {
    /// When the first of each day was written down.
    private let known: DayTable<Instant>
    private let zone: Zone

    init(_ ruptures: [Rupture], zone: Zone) {
        self.zone = zone
        known = DayTable(ruptures.frights.map { (zone.day(of: $0.at), $0.recorded) }, uniquingWith: min)
    }

    /// Whether one is near a slot, and was known when its time came.
    func isNear(_ day: LocalDay, _ time: LocalTime) -> Bool {
        let near = (known[day], known[day + -1])
        guard near != (nil, nil) else { return false }
        let slot = zone.instant(day, time)
        return near.0.map { $0 <= slot } ?? false || near.1.map { $0 <= slot } ?? false
    }
}

extension [Rupture] {
    /// When each frightening moment was, and when it was written down. By a span, since an iterator copies each rupture.
    var frights: [(at: Instant, recorded: Instant)] {
        let ruptures = span
        return ruptures.indices.filter { ruptures[$0].kind == .toxic }
            .map { (ruptures[$0].at, ruptures[$0].recorded) }
    }
}
