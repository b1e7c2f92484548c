/// Whether frightening moments have come so often that the next monthly reading says whom to turn to: two in 30 days, or
/// three in 90.
struct PatternText {
    private let frightening: [Instant]

    init(ruptures: [Rupture]) {
        frightening = ruptures.filter { $0.kind.isFrightening }.map(\.at).sorted()
    }

    /// Whether a run was complete after the reading before and by this one.
    func isDue(after previous: Instant, through reading: Instant) -> Bool {
        frightening.indices.contains { last in
            let at = frightening[last]
            guard at > previous, at <= reading else { return false }
            return (last >= 1 && at - frightening[last - 1] <= 30 * 24.hours)
                || (last >= 2 && at - frightening[last - 2] <= 90 * 24.hours)
        }
    }
}
