/// A rung that has begun, or has its place.
struct PlacedRung {
    /// The number of the person.
    let ladder: Int
    let key: RungKey
    var start: Instant
    /// The numbers of the ruptures that it names, the newest first.
    let ruptures: [Int]
    /// The number of the attempt that it stands on.
    var attempt: Int?
    /// The climb's.
    let band: AgeBand
    /// Of a roadblock question: what it asks about.
    var roadblock: Roadblock?
    /// Whether its ruptures were closed by an attempt that was made before it.
    var isHidden = false
    /// The number of what was written down when it had begun.
    var settled: Int?
    var steps: [Step] = []

    func precedes(_ other: PlacedRung) -> Bool {
        (start, key.rung.order) < (other.start, other.key.rung.order)
    }
}
