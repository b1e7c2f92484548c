/// The days, and parts of days, of which somebody's thermometer was written down: several moments of one are one.
struct Places {
    struct Place: Hashable {
        let day: LocalDay
        /// Nil: the whole day.
        let part: DayPart?
    }

    /// Some of them.
    struct Some {
        fileprivate let places: [Told]

        fileprivate struct Told {
            let place: Place
            /// Whether any of its moments was yellow or red.
            var isHard: Bool
            /// Whether the first was: where more is written down, more of it is hard by chance, and the first tells no less.
            let beganHard: Bool
        }

        func filtered(_ isIncluded: (Place) -> Bool) -> Some {
            Some(places: places.filter { isIncluded($0.place) })
        }

        /// How likely it is that chance alone puts so many hard ones, or more, where `isHit` says.
        /// - Parameter share: of the time in which it could have been, the most that may lie there.
        func chance(of share: Double, _ isHit: (Place) -> Bool) -> Double {
            let hard = places.count(where: \.beganHard)
            let calm = places.count - hard
            guard calm * 4 >= hard else {
                let hits = places.count { $0.isHard && isHit($0.place) }
                return Tails.binomial(hits: hits, draws: places.count(where: \.isHard), share: share)
            }
            return Tails.hypergeometric(
                hits: places.count { $0.beganHard && isHit($0.place) }, draws: places.count { isHit($0.place) },
                marked: hard, all: places.count)
        }
    }

    let days: Some
    let parts: Some
    /// Without the hours in which a family sleeps.
    let awakeParts: Some

    /// - Parameter moments: in the order in which they were.
    init(_ moments: [ZoneMoment]) {
        days = Self.places(of: moments) { Place(day: $0.day, part: nil) }
        parts = Self.places(of: moments) { Place(day: $0.day, part: $0.part) }
        awakeParts = parts.filtered { $0.part?.isAwake ?? false }
    }

    private static func places(of moments: [ZoneMoment], _ place: (ZoneMoment) -> Place) -> Some {
        var numbers: [Place: Int] = [:]
        var told: [Some.Told] = []
        for moment in moments {
            let place = place(moment)
            if let number = numbers[place] {
                if moment.isHard { told[number].isHard = true }
            } else {
                numbers[place] = told.count
                told.append(Some.Told(place: place, isHard: moment.isHard, beganHard: moment.isHard))
            }
        }
        return Some(places: told)
    }
}
