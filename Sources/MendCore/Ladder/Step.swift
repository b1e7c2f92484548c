/// One move of an item on its way to its place. Steps become the `because` of the item.
struct Step {
    let cause: Reason.Cause
    let from: Instant
    var to: Instant
}

extension [Step] {
    /// Adds a move; one that goes on with the cause of the move before it lengthens that.
    mutating func append(_ cause: Reason.Cause, from: Instant, to: Instant) {
        if let last = indices.last, self[last].cause == cause, self[last].to == from {
            self[last].to = to
        } else {
            append(Step(cause: cause, from: from, to: to))
        }
    }

    /// Adds a move from where the last one ended, unless it moves nothing and may be left out.
    mutating func move(_ cause: Reason.Cause, to: Instant, evenIfStill: Bool = false) {
        guard let last = last?.to, to != last || evenIfStill else { return }
        append(cause, from: last, to: to)
    }

    var reasons: [Reason] { map { Reason(cause: $0.cause, moved: $0.to - $0.from) } }
}
