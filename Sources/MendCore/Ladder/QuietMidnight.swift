extension History {
    /// What the ladder has to know to place what is due from a local day on: all ruptures since the last midnight before it
    /// at which none was open.
    ///
    /// Exact, not an estimate: a ladder holds places only from its record to its end, and shares none with another day, so
    /// what was over before such a midnight and what begins after it have no place, cap or merged item in common. The cost
    /// of an agenda thus follows what is open, not the years behind it.
    /// - Parameter day: the first that is asked for.
    func reaching(_ day: LocalDay) -> History {
        let owners = owners
        let spans = spans(owners)
        var midnight = household.zone.start(of: day)
        while let earliest = spans.lazy.filter({ $0.begin < midnight && $0.end >= midnight }).map(\.begin).min() {
            midnight = household.zone.start(of: household.zone.day(of: earliest))
        }
        let kept = spans.indices.filter { spans[$0].begin >= midnight }
        guard kept.count < ruptures.count else { return self }
        let keptAttempts = attempts.indices.filter { attempt in
            owners[attempt].map { spans[Int($0)].begin >= midnight } ?? false
        }
        var reaching = self
        reaching.ruptures = kept.map { ruptures[$0] }
        reaching.attempts = keptAttempts.map { attempts[$0] }
        return reaching
    }

    /// A stretch of time in which a rupture's ladder may hold places.
    private struct Span {
        let begin: Instant
        var end: Instant
    }

    /// By the number of an attempt, the number of its rupture. That is nearly always near the one of the attempt before; only
    /// where it isn't, all are looked through. In small numbers, for whose memory the system need not be asked.
    private var owners: [Int32?] {
        let ruptures = ruptures.span
        let attempts = attempts.span
        let steps = Self.steps
        var index: IDIndex?
        var last = 0
        return attempts.indices.map { attempt in
            for step in steps {
                var near = last + step
                if near < 0 { near += ruptures.count } else if near >= ruptures.count { near -= ruptures.count }
                guard ruptures.indices.contains(near), ruptures[near].id == attempts[attempt].rupture else { continue }
                last = near
                return Int32(near)
            }
            let all = index ?? IDIndex(self.ruptures.map { $0.id })
            index = all
            guard let found = all.position(of: attempts[attempt].rupture) else { return nil }
            last = found
            return Int32(found)
        }
    }

    /// From the rupture of one attempt to that of the next. Most go on, some go back, and after the last may come the first.
    private static let steps = Array(0..<4) + (-8..<0).reversed() + Array(4..<64)

    /// By the number of a rupture.
    private func spans(_ owners: [Int32?]) -> [Span] {
        // By spans, and with numbers of attempts: a copy of each record would cost more than all else here.
        let ruptures = ruptures.span
        let attempts = attempts.span
        var spans = ruptures.indices.map {
            Span(begin: min(ruptures[$0].at, ruptures[$0].recorded), end: .distantFuture)
        }
        var last = [Int?](repeating: nil, count: ruptures.count)
        var newest = [Instant](repeating: .distantPast, count: ruptures.count)
        for number in attempts.indices {
            guard let rupture = owners[number].map({ Int($0) }) else { continue }
            newest[rupture] = max(newest[rupture], attempts[number].at)
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
    fileprivate static let distantPast = Instant(seconds: .min)
}
