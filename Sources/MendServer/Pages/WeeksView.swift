import MendCore
import MendText

/// A picture of the last weeks: a thread for each person while something was open with them, and a knot where a way back was
/// found. It shows no number.
struct WeeksView: Sendable {
    struct MarkView: Sendable {
        let x: Int
        /// The month that begins there; nil: a week does.
        let name: String?
    }

    struct ThreadView: Sendable {
        let from: Int
        let to: Int
    }

    struct LaneView: Sendable {
        let initial: String
        let tint: String
        let y: Int
        let textY: Int
        let threads: [ThreadView]
        let knots: [Int]
    }

    let height: Int
    let marks: [MarkView]
    let lanes: [LaneView]

    private static let days = 84
    private static let (left, right) = (24, 312)
    private static let (firstLane, laneHeight) = (34, 26)

    /// Nil when nothing was open in these weeks.
    /// - Parameter person: an id; nil: everybody.
    init?(_ household: CurrentHousehold, with person: String?) {
        let (history, today) = (household.history, household.today)
        let first = today + -Self.days
        func x(_ day: LocalDay) -> Int {
            Self.left + max(0, day - first) * (Self.right - Self.left) / Self.days
        }
        var lanes: [LaneView] = []
        for one in history.people where person == nil || one.id == person {
            let stretches = history.ruptures.filter { $0.with == one.id }.flatMap { Self.stretches($0, household) }
                .filter { $0.to >= first }
            guard !stretches.isEmpty else { continue }
            let face = FaceView(one, among: history.people)
            let y = Self.firstLane + lanes.count * Self.laneHeight
            lanes.append(
                LaneView(
                    initial: face.initial, tint: face.tint, y: y, textY: y + 4,
                    threads: Self.merged(stretches).map { ThreadView(from: x($0.from), to: x($0.to)) },
                    knots: stretches.filter(\.isClosed).map { x($0.to) }))
        }
        guard !lanes.isEmpty else { return nil }
        self.lanes = lanes
        height = Self.firstLane + lanes.count * Self.laneHeight
        marks = (0...Self.days).map { first + $0 }.filter { $0.weekday == .monday || $0.date.day == 1 }.map { day in
            MarkView(
                x: x(day),
                name: day.date.day == 1 && x(day) < Self.right - 20 ? household.text(DatePhrase.monthAlone(day)) : nil)
        }
    }

    /// From when to when a rupture was open, and whether a way back was found then.
    private typealias Stretch = (from: LocalDay, to: LocalDay, isClosed: Bool)

    private static func stretches(_ rupture: Rupture, _ household: CurrentHousehold) -> [Stretch] {
        var stretches: [Stretch] = []
        var begin: LocalDay? = household.zone.day(of: rupture.at)
        let attempts = household.history.attempts.filter { $0.rupture == rupture.id }.sorted { $0.at < $1.at }
        for attempt in attempts {
            let day = household.zone.day(of: attempt.at)
            if attempt.outcome.closes, let from = begin {
                stretches.append((from, day, true))
                begin = nil
            } else if attempt.outcome == .again, begin == nil {
                begin = day
            }
        }
        if let begin { stretches.append((begin, household.today, false)) }
        return stretches
    }

    /// Those that touch are one thread.
    private static func merged(_ stretches: [Stretch]) -> [Stretch] {
        var merged: [Stretch] = []
        for stretch in stretches.sorted(by: { $0.from < $1.from }) {
            if let last = merged.last, stretch.from <= last.to {
                merged[merged.count - 1].to = max(last.to, stretch.to)
            } else {
                merged.append(stretch)
            }
        }
        return merged
    }
}
