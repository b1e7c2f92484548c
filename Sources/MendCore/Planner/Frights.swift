/// Frightening moments, which gentle prompts follow: for the rest of their day, and on the next.
struct Frights {
    /// When the first of each day was written down.
    private let known: [LocalDay: Instant]
    private let zone: Zone

    init(_ ruptures: [Rupture], zone: Zone) {
        self.zone = zone
        known = Dictionary(
            ruptures.frights.lazy.map { (zone.day(of: $0.at), $0.recorded) }, uniquingKeysWith: min)
    }

    /// Whether one is near a slot, and was known when its time came.
    func isNear(_ day: LocalDay, _ time: LocalTime) -> Bool {
        [known[day], known[day + -1]].contains { $0.map { $0 <= zone.instant(day, time) } ?? false }
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
