/// When the whole household is paused.
struct Pauses {
    private let stretches: [Range<Instant>]

    /// - Parameter holds: one that was written down later replaces those before.
    init(_ holds: [Hold]) {
        let holds = holds.filter { $0.with == nil }.sorted { ($0.recorded, $0.at, $0.id) < ($1.recorded, $1.at, $1.id) }
        stretches = holds.indices.compactMap { index in
            let begin = max(holds[index].at, holds[index].recorded)
            let next = index + 1 < holds.count ? holds[index + 1].recorded : holds[index].until
            let end = min(holds[index].until, next)
            return begin < end ? begin..<end : nil
        }
    }

    func contains(_ instant: Instant) -> Bool {
        stretches.contains { $0.contains(instant) }
    }
}
