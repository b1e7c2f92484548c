import MendCore
import MendText

/// What a weekly reflection says of the repairs: names only, no number, no score, and nothing when there is nothing.
struct WeekSummary {
    /// What is said, each a sentence.
    let phrases: [ExportPhrase]

    /// - Parameters:
    ///   - rests: the items with which ladders ended. What rests is mentioned by the reflection's own text, so not
    ///     again here.
    ///   - instant: the reflection's start. Only what was written down by then counts, so that the summary never
    ///     changes.
    init(history: History, rests: [Item], upTo instant: Instant) {
        let weekBefore = history.household.zone.sameTime(instant, daysLater: -7)
        let attempts = history.attempts.filter { $0.recorded <= instant }
        let repaired = Set(
            attempts.filter { $0.outcome == .repaired && $0.recorded > weekBefore }.map(\.rupture))
        // By the attempt's own time; of two at one time, the one written down later.
        let last = Dictionary(attempts.map { ($0.rupture, $0) }, uniquingKeysWith: { $1.at >= $0.at ? $1 : $0 })
        let known = history.ruptures.filter { $0.recorded <= instant }
        var resting: Set<String> = []
        for rest in rests where rest.start <= instant {
            resting.formUnion(rest.ruptures.filter { (last[$0]?.recorded ?? rest.start) <= rest.start })
        }
        let open = known.filter { last[$0.id]?.outcome.closes != true && !resting.contains($0.id) }

        var phrases: [ExportPhrase] = []
        if let names = Self.names(known.filter { repaired.contains($0.id) }, history) {
            phrases.append(.foundBack(to: names))
        }
        if let names = Self.names(open, history) {
            phrases.append(.stillOpen(with: names))
        }
        self.phrases = phrases
    }

    /// In the order in which they were added; nil for nobody.
    private static func names(_ ruptures: [Rupture], _ history: History) -> [String]? {
        let ids = Set(ruptures.map(\.with))
        let names = history.people.filter { ids.contains($0.id) }.map(\.name)
        return names.isEmpty ? nil : names
    }
}

extension Zone {
    /// The instant at which the clock shows the same hour and minute some days later.
    fileprivate func sameTime(_ instant: Instant, daysLater: Int) -> Instant {
        let (day, seconds) = reading(at: instant)
        return self.instant(day + daysLater, LocalTime(minutes: seconds / 60) ?? .midnight)
    }
}
