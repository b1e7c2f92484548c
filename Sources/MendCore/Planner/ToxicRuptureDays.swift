/// The days of frightening moments, which gentle prompts follow: for the rest of their day, and on the next.
struct ToxicRuptureDays {
    /// When the first of each day was written down.
    private let known: [LocalDay: Instant]
    private let zone: Zone

    init(_ ruptures: [Rupture], zone: Zone) {
        self.zone = zone
        let toxic = ruptures.filter { $0.kind.isFrightening }
        known = Dictionary(toxic.map { (zone.day(of: $0.at), $0.recorded) }, uniquingKeysWith: min)
    }

    /// Whether one was that day or the day before, and was known when the slot's time came.
    func isNear(_ day: LocalDay, _ time: LocalTime) -> Bool {
        guard let first = [day, day + -1].compactMap({ known[$0] }).min() else { return false }
        return first <= zone.instant(day, time)
    }
}
