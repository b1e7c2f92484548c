extension History {
    /// What the ladder has to know to place what is due from a local day on: all ruptures since the last midnight before it
    /// at which none was open.
    ///
    /// Exact, not an estimate: a ladder holds places only from its record to its end, and shares none with another day, so
    /// what was over before such a midnight and what begins after it have no place, cap or merged item in common. The cost
    /// of an agenda thus follows what is open, not the years behind it.
    /// - Parameter day: the first that is asked for.
    func reaching(_ day: LocalDay) -> History {
        let spans = spans.sorted { $0.begin < $1.begin }
        // The latest end among a span and all that began before it.
        var ends: [Instant] = []
        for span in spans { ends.append(max(span.end, ends.last ?? span.end)) }

        var midnight = household.zone.start(of: day)
        var before = spans.count
        while before > 0 {
            if spans[before - 1].begin >= midnight {
                before -= 1
            } else if ends[before - 1] < midnight {
                break
            } else {
                midnight = household.zone.start(of: household.zone.day(of: spans[before - 1].begin))
            }
        }
        guard before > 0 else { return self }
        let kept = spans[before...].map(\.rupture).sorted()
        let ids = Set(kept.map { ruptures[$0].id })
        var reaching = self
        reaching.ruptures = kept.map { ruptures[$0] }
        reaching.attempts = ids.isEmpty ? [] : attempts.filter { ids.contains($0.rupture) }
        return reaching
    }

    /// A stretch of time in which a rupture's ladder may hold places.
    private struct Span {
        /// An index of `ruptures`.
        let rupture: Int
        var begin: Instant
        var end: Instant
    }

    private var spans: [Span] {
        var spans = ruptures.enumerated().map { index, rupture in
            Span(rupture: index, begin: min(rupture.at, rupture.recorded), end: .distantFuture)
        }
        guard !attempts.isEmpty else { return spans }
        let index = Dictionary(ruptures.enumerated().lazy.map { ($1.id, $0) }) { first, _ in first }
        // Numbers of attempts, since a copy of each would cost more than all else here.
        var last = [Int?](repeating: nil, count: ruptures.count)
        var newest = [Instant?](repeating: nil, count: ruptures.count)
        let attempts = attempts.span
        for number in attempts.indices {
            guard let rupture = index[attempts[number].rupture] else { continue }
            let at = attempts[number].at
            newest[rupture] = max(newest[rupture] ?? at, at)
            if let other = last[rupture], attempts[other].isWritten(after: attempts[number]) { continue }
            last[rupture] = number
        }
        for rupture in spans.indices {
            guard let number = last[rupture], attempts[number].outcome.closes else { continue }
            // An attempt that was written down later than one of a later time may count for nothing, so who is not sure
            // to be over counts as open.
            let (at, recorded) = (attempts[number].at, attempts[number].recorded)
            guard at == newest[rupture], at <= recorded else { continue }
            spans[rupture].end = max(recorded, ruptures[rupture].recorded)
        }
        return spans
    }
}

extension Attempt {
    fileprivate func isWritten(after other: Attempt) -> Bool {
        recorded == other.recorded ? (at, id) > (other.at, other.id) : recorded > other.recorded
    }
}

extension Instant {
    fileprivate static let distantFuture = Instant(seconds: .max)
}
