/// How many of each day's places under the daily cap are taken, from one day on.
struct PlacesTaken {
    private let first: LocalDay
    private var counts: [Int]

    init(from first: LocalDay, onIt count: Int) {
        self.first = first
        counts = [count]
    }

    /// A day before the first is not asked for: by a file from elsewhere something may have begun before its record.
    subscript(day: LocalDay) -> Int {
        get { counts.indices.contains(day - first) ? counts[day - first] : 0 }
        set {
            guard day >= first else { return }
            while counts.count <= day - first { counts.append(0) }
            counts[day - first] = newValue
        }
    }

    func haveRoom(under cap: Int, through last: LocalDay) -> Bool {
        last - first >= counts.count || counts.prefix(max(0, last - first + 1)).contains { $0 < cap }
    }
}
