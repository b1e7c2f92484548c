/// Frightening moments, which gentle prompts follow: for the rest of their day, and on the next.
struct Frights {
    private let moments: [(day: LocalDay, recorded: Instant)]
    private let zone: Zone

    init(_ ruptures: [Rupture], zone: Zone) {
        self.zone = zone
        moments = ruptures.filter { $0.kind == .toxic }.map { (zone.day(of: $0.at), $0.recorded) }
    }

    /// Whether one is near a slot, and was known when its time came.
    func isNear(_ day: LocalDay, _ time: LocalTime) -> Bool {
        moments.contains { moment in
            (moment.day == day || moment.day + 1 == day) && moment.recorded <= zone.instant(day, time)
        }
    }
}
