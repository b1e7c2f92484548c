extension History {
    /// The first instant after `now` at which what is shown of items changes without anything being written down: the next one
    /// begins, or the next local day. A record may be dated ahead, by the clock of another machine; it counts from its own time on.
    /// - Parameter items: those of the days that are shown.
    package func nextChange(of items: [Item], after now: Instant) -> Instant {
        let zone = household.zone
        let midnight = zone.start(of: zone.day(of: now) + 1)
        let recorded = [
            ruptures.map(\.recorded), attempts.map(\.recorded), checkIns.map(\.recorded), holds.map(\.recorded),
            offers.map(\.at),
        ]
        let ends = items.map(\.start) + recorded.joined() + [midnight]
        return ends.filter { $0 > now }.min() ?? midnight
    }
}
