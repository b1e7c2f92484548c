extension Item {
    /// For how long what concerns somebody makes sense to hear; a phone that wakes later finds it on the page.
    static let repairSense = 3.hours
    /// However late it is: a notice that is given up at once would never come.
    static let leastSense = 15.minutes

    /// Until when a notice of it makes sense that goes out now: what concerns somebody for three hours, anything else to the
    /// end of the local day.
    public func senseEnds(from now: Instant, in zone: Zone) -> Instant {
        let dayEnds = zone.start(of: zone.day(of: now) + 1)
        return max(now + Self.leastSense, kind.isRepair ? min(now + Self.repairSense, dayEnds) : dayEnds)
    }
}
