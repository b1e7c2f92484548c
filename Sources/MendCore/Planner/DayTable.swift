/// Values by day, few or many, near or far apart.
struct DayTable<Value> {
    /// In ascending order; `values` has one for each.
    private let days: [LocalDay]
    private let values: [Value]

    /// - Parameters:
    ///   - entries: in any order; those that are in order already are sorted fastest.
    ///   - choose: the value of a day that has several.
    init(_ entries: [(day: LocalDay, value: Value)], uniquingWith choose: (Value, Value) -> Value) {
        var days: [LocalDay] = []
        var values: [Value] = []
        days.reserveCapacity(entries.count)
        values.reserveCapacity(entries.count)
        for (day, value) in entries.sorted(by: { $0.day < $1.day }) {
            if days.last == day {
                values[values.count - 1] = choose(values[values.count - 1], value)
            } else {
                days.append(day)
                values.append(value)
            }
        }
        self.days = days
        self.values = values
    }

    subscript(day: LocalDay) -> Value? {
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if days[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low < days.count && days[low] == day ? values[low] : nil
    }
}
