/// What the windows leave open of a local day, for the caregiver alone or with a person.
///
/// Windows are read on the local clock: what the clock shows decides, through every change of offset.
struct OpenDay {
    /// A closed stretch, and why.
    struct Closed {
        let from: Instant
        let until: Instant
        let cause: Reason.Cause
    }

    /// From the day's first instant to that of the next day.
    let hours: Range<Instant>
    /// In order of their beginnings; they may overlap. The last may reach into the next day.
    let closed: [Closed]

    /// How far an item that begins on a day may reach into the next.
    static let longestItem = 3.hours

    /// The first and the last instant, both included, of each stretch in which an item of some length may begin, in order.
    func starts(minutes: Int) -> [ClosedRange<Instant>] {
        var starts: [ClosedRange<Instant>] = []
        var open = hours.lowerBound
        func add(until end: Instant) {
            let last = min(end - minutes.minutes, hours.upperBound - 1)
            if open <= last { starts.append(open...last) }
        }
        for closed in closed where closed.until > open {
            add(until: closed.from)
            open = closed.until
        }
        add(until: hours.upperBound + Self.longestItem)
        return starts
    }

    /// Why something moved from where the last step ended to a later instant of the day.
    func explain(_ steps: inout [Step], to start: Instant) {
        guard var position = steps.last?.to else { return }
        while position < start {
            let covering = closed.filter { $0.from <= position && position < $0.until }
            guard
                let next = covering.last(where: { $0.cause == steps.last?.cause }) ?? covering.max(by: {
                    $0.until < $1.until
                })
                    ?? closed.first(where: { $0.from > position }), next.from < start
            else { return steps.move(.questionFirst, to: start) }
            position = min(next.until, start)
            steps.move(next.cause, to: position)
        }
    }

    /// What closes the day first, from an instant on.
    func firstCause(from position: Instant) -> Reason.Cause? {
        closed.first { $0.until > position }?.cause
    }
}

extension [ClosedRange<Instant>] {
    /// The first instant in it, not before `from`.
    func first(from: Instant) -> Instant? {
        for range in self where range.upperBound >= from { return Swift.max(range.lowerBound, from) }
        return nil
    }

    /// The last instant in it before `end`, not before `from`.
    func last(before end: Instant, from: Instant) -> Instant? {
        for range in reversed() where range.lowerBound < end {
            let last = Swift.min(range.upperBound, end - 1)
            return last >= from ? last : nil
        }
        return nil
    }

    /// What both hold, the other moved by some seconds.
    func intersection(_ other: Self, later seconds: Int) -> Self {
        flatMap { range in
            other.compactMap { other in
                let first = Swift.max(range.lowerBound, other.lowerBound + seconds)
                let last = Swift.min(range.upperBound, other.upperBound + seconds)
                return first <= last ? first...last : nil
            }
        }
    }
}
