/// The days, and parts of days, of which somebody's thermometer was written down: each counts once, as hard when any of its
/// moments was yellow or red.
struct Places {
    struct Place: Hashable {
        let day: LocalDay
        /// Nil: the whole day.
        let part: DayPart?
    }

    /// Some of them, with whether each was hard.
    struct Some {
        fileprivate let places: [(place: Place, isHard: Bool)]

        func filtered(_ isIncluded: (Place) -> Bool) -> Some {
            Some(places: places.filter { isIncluded($0.place) })
        }

        /// How likely it is that chance alone puts so many hard ones, or more, where `isHit` says.
        /// - Parameter share: of the time in which it could have been, what lies there.
        func chance(of share: Double, _ isHit: (Place) -> Bool) -> Double {
            let hard = places.count(where: \.isHard)
            let hits = places.count { $0.isHard && isHit($0.place) }
            let spread = Tails.binomial(hits: hits, draws: hard, share: share)
            let calm = places.count - hard
            guard calm >= PatternSearch.fewestRecords || calm * 4 >= hard, calm > 0 else { return spread }
            let told = places.count { isHit($0.place) }
            return max(
                spread, Tails.hypergeometric(hits: hits, draws: told, marked: hard, all: places.count))
        }
    }

    let days: Some
    let parts: Some
    /// Without the hours in which a family sleeps.
    let awakeParts: Some

    init(_ moments: [ZoneMoment]) {
        days = Self.places(of: moments) { Place(day: $0.day, part: nil) }
        parts = Self.places(of: moments) { Place(day: $0.day, part: $0.part) }
        awakeParts = parts.filtered { $0.part?.isAwake ?? false }
    }

    private static func places(of moments: [ZoneMoment], _ place: (ZoneMoment) -> Place) -> Some {
        var hard: [Place: Bool] = [:]
        var order: [Place] = []
        for moment in moments {
            let place = place(moment)
            if hard[place] == nil { order.append(place) }
            hard[place] = hard[place] ?? false || moment.isHard
        }
        return Some(places: order.map { ($0, hard[$0] ?? false) })
    }
}
