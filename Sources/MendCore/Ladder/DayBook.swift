/// What stands on each local day of a simulation.
struct DayBook {
    struct Day {
        /// Places under the cap that are taken.
        var taken = 0
        /// Indices of standings, in the order in which they were placed.
        var places: [Int] = []
    }

    private let first: LocalDay
    private var days: [Day] = []

    /// - Parameter first: no day is before it.
    init(from first: LocalDay) {
        self.first = first
    }

    subscript(day: LocalDay) -> Day {
        get {
            let index = day - first
            return index < days.count ? days[index] : Day()
        }
        _modify {
            let index = day - first
            if index >= days.count { days += repeatElement(Day(), count: index + 1 - days.count) }
            yield &days[index]
        }
    }
}
