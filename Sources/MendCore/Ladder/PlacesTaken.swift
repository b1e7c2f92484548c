/// How many of each day's places under the daily cap are taken, from one day on.
struct PlacesTaken {
    private let first: LocalDay
    private var counts: [Int]

    init(from first: LocalDay, onIt count: Int) {
        self.first = first
        counts = [count]
    }

    subscript(day: LocalDay) -> Int {
        get { day - first < counts.count ? counts[day - first] : 0 }
        set {
            while counts.count <= day - first { counts.append(0) }
            counts[day - first] = newValue
        }
    }

    func haveRoom(under cap: Int, through last: LocalDay) -> Bool {
        last - first >= counts.count || counts.prefix(last - first + 1).contains { $0 < cap }
    }
}
