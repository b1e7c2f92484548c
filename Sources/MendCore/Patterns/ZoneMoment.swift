/// Where somebody's thermometer stood at one time, from a check-in or a rupture.
struct ZoneMoment: Equatable {
    /// A person's id; nil: the caregiver.
    let with: String?
    let day: LocalDay
    /// Of the day, on the household's wall clock, 0–1439.
    let minute: Int
    let zone: FeelingZone

    var part: DayPart { DayPart(minute: minute) }
    var isHard: Bool { zone != .green }
}

extension History {
    /// What check-ins and ruptures say of everybody's thermometer in some days, in the order in which it happened.
    ///
    /// A rupture counts as a check-in of both zones that it names; in a frightening moment the caregiver's is red.
    func zoneMoments(in days: ClosedRange<LocalDay>) -> [ZoneMoment] {
        var found: [(at: Instant, moment: ZoneMoment)] = []
        func add(_ zone: FeelingZone?, of with: String?, at instant: Instant) {
            guard let zone else { return }
            let (day, seconds) = household.zone.reading(at: instant)
            guard days.contains(day) else { return }
            found.append((instant, ZoneMoment(with: with, day: day, minute: seconds / 60, zone: zone)))
        }
        for checkIn in checkIns { add(checkIn.zone, of: checkIn.with, at: checkIn.at) }
        for rupture in ruptures {
            add(rupture.ownZone, of: nil, at: rupture.at)
            add(rupture.theirZone, of: rupture.with, at: rupture.at)
        }
        return found.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(
            \.element.moment)
    }
}
