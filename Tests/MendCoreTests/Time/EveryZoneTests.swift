import Testing

@testable import MendCore

@Suite struct EveryZoneTests {
    /// All names of tzdata, zone by zone: the table ascends, each reading of the clock leads back to its first
    /// instant, and skipped readings go on from the gap.
    @Test func followsTheWallClockRuleInEveryZone() throws {
        let names = try Zones.names()
        try #require(names.count > 400)
        var random = SplitMix64(seed: 1)
        for name in names {
            let zone = try Zones.named(name)
            let changes = try ascendingChanges(of: zone)
            for _ in 0..<20 {
                try checkReading(at: Int.random(in: -3_000_000_000...7_000_000_000, using: &random), zone)
            }
            for change in changes where change.seconds > -1_500_000_000 && random.once(in: 10) {
                for minutes in [-90, -61, -60, -31, -30, -1, 0, 1, 29, 30, 59, 60, 90] {
                    try checkReading(at: change.seconds + minutes * 60, zone)
                    try checkLocal(change.seconds + zone.offset(at: change) + minutes * 60, zone)
                    try checkLocal(change.seconds + zone.offset(at: change - 1) + minutes * 60, zone)
                }
            }
        }
    }

    private func ascendingChanges(of zone: Zone) throws -> [Instant] {
        var found: [Instant] = []
        var position = Instant(seconds: -1 << 60)
        while let change = zone.nextChange(after: position) {
            try #require(change > position, "\(zone.identifier)")
            let offset = zone.offset(at: change)
            try #require(abs(offset) < 26 * 3600, "\(zone.identifier)")
            found.append(change)
            position = change
        }
        return found
    }

    /// An instant's reading leads back to it, or to the first instant with that reading.
    private func checkReading(at seconds: Int, _ zone: Zone) throws {
        let offset = zone.offset(at: Instant(seconds: seconds))
        // Old offsets have seconds; a reading has whole minutes.
        let instant = Instant(seconds: seconds - (seconds + offset).floorModulo(60))
        guard zone.offset(at: instant) == offset else { return }
        let (day, second) = zone.reading(at: instant)
        let time = try #require(LocalTime(minutes: second / 60))
        let found = zone.resolve(day, time)
        try #require(zone.reading(at: found.instant) == (day, second), "\(zone.identifier) \(instant.seconds)")
        try #require(found.skipped == 0 && found.instant <= instant, "\(zone.identifier) \(instant.seconds)")
        if found.instant != instant {
            let change = try #require(zone.nextChange(after: found.instant), "\(zone.identifier) \(instant.seconds)")
            try #require(change <= instant, "\(zone.identifier) \(instant.seconds)")
        }
    }

    /// The rule as the design has it, tried on every offset that the clock has around a reading.
    private func checkLocal(_ local: Int, _ zone: Zone) throws {
        let local = local - local.floorModulo(60)
        var offsets = [zone.offset(at: Instant(seconds: local - 26 * 3600))]
        var gap: Int?
        var position = Instant(seconds: local - 26 * 3600)
        while let change = zone.nextChange(after: position), change.seconds <= local + 26 * 3600 {
            let (before, after) = (zone.offset(at: change - 1), zone.offset(at: change))
            offsets.append(after)
            if change.seconds + before <= local, local < change.seconds + after { gap = local - before }
            position = change
        }
        let readings = offsets.map { local - $0 }.filter { $0 + zone.offset(at: Instant(seconds: $0)) == local }
        let expected = try #require(readings.min() ?? gap, "\(zone.identifier) \(local)")
        let day = LocalDay(number: local.floorDivided(by: 86_400))
        let time = try #require(LocalTime(minutes: local.floorModulo(86_400) / 60))
        try #require(zone.instant(day, time).seconds == expected, "\(zone.identifier) \(day) \(time)")
    }
}
