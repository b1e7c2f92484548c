/// Which of many has an id.
///
/// A table of its own, since every attempt and every day of the years behind asks it: a dictionary's way of hashing text takes
/// five times as long.
struct IDIndex {
    private let ids: [String]
    /// Positions in `ids`, each where its id's hash leads or at the first free place after it. They are touched all
    /// over, so their size counts.
    private var places: [Int32]

    private static let free: Int32 = -1

    /// - Parameter ids: of several that are the same, the first is found.
    init(_ ids: [String]) {
        self.ids = ids
        var size = 8
        while size < 2 * ids.count { size *= 2 }
        places = Array(repeating: Self.free, count: size)
        for position in ids.indices {
            let place = place(of: ids[position])
            if places[place] == Self.free { places[place] = Int32(position) }
        }
    }

    func position(of id: String) -> Int? {
        let position = places[place(of: id)]
        return position == Self.free ? nil : Int(position)
    }

    /// Where an id stands, or would stand.
    private func place(of id: String) -> Int {
        var hash = StableHash()
        hash.add(id)
        let last = places.count - 1
        var place = Int(truncatingIfNeeded: hash.value) & last
        while places[place] != Self.free, ids[Int(places[place])] != id { place = (place + 1) & last }
        return place
    }
}
