/// A time zone as a table of offsets: what the wall clock read when, and will read until 2200.
///
/// The machine's tzdata is the source (`ZoneFile`), not the table frozen into a toolchain, so that a government's new rule
/// arrives with the system's own updates. All arithmetic is on integers, with no calendar object and no lock.
public struct Zone: Sendable {
    /// The IANA name, such as `America/New_York`.
    public let identifier: String
    private let table: Table

    /// - Parameters:
    ///   - initialOffset: seconds east of UTC before the first change.
    ///   - changes: offsets with the POSIX seconds from which they hold, ascending.
    public init(identifier: String, initialOffset: Int, changes: [(from: Int, offset: Int)]) {
        self.identifier = identifier
        table = Table(
            starts: [Int.min] + changes.map(\.from), offsets: [initialOffset] + changes.map(\.offset))
    }

    /// A class, so that a zone is passed on by one count.
    private final class Table: Sendable {
        /// Instants (POSIX seconds) from which the offset of the same index holds, ascending; the first is `Int.min`.
        let starts: [Int]
        /// Seconds east of UTC.
        let offsets: [Int]
        /// The index of `starts` that holds at the begin of each of `stretches`: a reading looks at two or three entries in
        /// place of nine.
        private let byStretch: [Int]

        /// 2^23 seconds are 97 days.
        private static let stretchBits = 23
        /// The years 1833 to 2242.
        private static let stretches = -512..<1024

        init(starts: [Int], offsets: [Int]) {
            self.starts = starts
            self.offsets = offsets
            var index = 0
            byStretch = Self.stretches.map { stretch in
                while index + 1 < starts.count, starts[index + 1] <= stretch << Self.stretchBits { index += 1 }
                return index
            }
        }

        /// The index of the stretch in which an instant lies.
        func index(at seconds: Int) -> Int {
            let stretch = seconds >> Self.stretchBits
            var index =
                stretch < Self.stretches.lowerBound
                ? 0 : byStretch[min(stretch, Self.stretches.upperBound - 1) - Self.stretches.lowerBound]
            while index + 1 < starts.count, starts[index + 1] <= seconds { index += 1 }
            return index
        }
    }

    private var starts: [Int] { table.starts }
    private var offsets: [Int] { table.offsets }

    /// Seconds east of UTC at an instant.
    public func offset(at instant: Instant) -> Int {
        offsets[index(at: instant.seconds)]
    }

    /// The first instant after `instant` at which the table goes on, usually with another offset; nil if there is none.
    public func nextChange(after instant: Instant) -> Instant? {
        let next = index(at: instant.seconds) + 1
        return next < starts.count ? Instant(seconds: starts[next]) : nil
    }

    public func day(of instant: Instant) -> LocalDay {
        reading(at: instant).day
    }

    /// What calendar and wall clock show: the day, and seconds since its 00:00.
    public func reading(at instant: Instant) -> (day: LocalDay, seconds: Int) {
        let local = instant.seconds + offset(at: instant)
        return (LocalDay(number: local.floorDivided(by: 86_400)), local.floorModulo(86_400))
    }

    /// The instant of a local time by the wall-clock rule: a time that the clock skips is taken at the same distance after the
    /// gap begins (02:30 becomes 03:30); one that happens twice is its first.
    public func instant(_ day: LocalDay, _ time: LocalTime) -> Instant {
        resolve(day, time).instant
    }

    /// The same, with the seconds that the clock skipped (0 for a time that exists).
    public func resolve(_ day: LocalDay, _ time: LocalTime) -> (instant: Instant, skipped: Int) {
        let local = day.number * 86_400 + time.seconds
        // No offset reaches 26 hours, so the answer lies in a stretch that touches this range.
        let first = index(at: local - 26.hours)
        var last = first
        while last + 1 < starts.count, starts[last + 1] <= local + 26.hours { last += 1 }
        for stretch in first...last {
            let candidate = local - offsets[stretch]
            if candidate < starts[stretch] {
                // Every earlier stretch has ended before this reading, and this one begins after it: the clock skips it.
                return (
                    Instant(seconds: local - offsets[stretch - 1]), offsets[stretch] - offsets[stretch - 1]
                )
            }
            if stretch + 1 == starts.count || candidate < starts[stretch + 1] {
                return (Instant(seconds: candidate), 0)
            }
        }
        return (Instant(seconds: local - offsets[last]), 0)
    }

    /// The first instant of a local day.
    public func start(of day: LocalDay) -> Instant {
        resolve(day, .midnight).instant
    }

    /// False for a day that the calendar skipped, such as 30 December 2011 in Apia.
    public func has(_ day: LocalDay) -> Bool {
        self.day(of: start(of: day)) == day
    }

    private func index(at seconds: Int) -> Int { table.index(at: seconds) }
}

extension Zone: Equatable {
    /// Zones are the same when their names are.
    public static func == (left: Zone, right: Zone) -> Bool {
        left.identifier == right.identifier
    }
}

extension LocalTime {
    public static let midnight = LocalTime(whole: 0)

    /// A time known to be in range where it is written.
    init(whole minutes: Int) {
        precondition((0...1440).contains(minutes))
        self.minutes = minutes
    }
}

/// Finds a zone by its IANA name; nil when there is no such zone. The edge of the program supplies one that reads tzdata.
public typealias ZoneFinder = @Sendable (_ identifier: String) -> Zone?
