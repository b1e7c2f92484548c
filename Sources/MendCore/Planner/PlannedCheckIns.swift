/// Which text each check-in ahead of hard hours has: all of them in turn, from day to day.
struct PlannedCheckIns {
    private let texts: [CheckInText]
    private let seed: String

    init(_ texts: [CheckInText], seed: String) {
        self.texts = texts
        self.seed = seed
    }

    /// Always the same for the same day; nil when the plan has none.
    func text(of offer: CheckInOffer, on day: LocalDay) -> CheckInText? {
        guard !texts.isEmpty else { return nil }
        // Weeks count on by one, so that Tuesdays get all of them in turn.
        let week = Planner.week(of: day)
        let start = StableHash(seed, offer.id).index(of: texts.count)
        return texts[(start + week + day.weekday.index).floorModulo(texts.count)]
    }
}
