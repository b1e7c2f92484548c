extension History {
    /// The pause that is on at an instant; nil: there is none.
    /// - Parameter person: an id; nil: the pause of the whole household.
    public func pause(with person: String?, at instant: Instant) -> Hold? {
        // One that was written down later replaces those before.
        let newest = holds.filter { $0.with == person && $0.recorded <= instant }
            .max { ($0.recorded, $0.at, $0.id) < ($1.recorded, $1.at, $1.id) }
        return newest.flatMap { $0.until > instant ? $0 : nil }
    }
}
