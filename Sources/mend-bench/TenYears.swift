import MendCore
import MendJournal

/// Three rules over ten years in New York: every day, three days a week, and the last Sunday of each month at 07:30.
enum TenYears {
    static func run(times: Int) throws {
        guard let zone = SystemZones.find("America/New_York"), let time = LocalTime("07:30"),
            let first = LocalDay("2026-01-01"), let last = LocalDay("2035-12-31")
        else { throw PeerWork.Usage() }
        var found: [Instant] = []
        let taken = ContinuousClock().measure {
            for _ in 0..<times {
                found.removeAll(keepingCapacity: true)
                for day in first...last { found.append(zone.instant(day, time)) }
                for day in first...last where [.monday, .wednesday, .friday].contains(day.weekday) {
                    found.append(zone.instant(day, time))
                }
                for day in first...last where day.weekday == .sunday && (day + 7).date.month != day.date.month {
                    found.append(zone.instant(day, time))
                }
            }
        }
        let sum = found.reduce(0) { $0 + $1.seconds }
        print("RESULT \(taken.nanoseconds / max(times, 1)) count \(found.count) sum \(sum)")
    }
}
