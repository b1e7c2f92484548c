/// Which rupture has an id.
///
/// A table of its own, since every attempt of the years behind asks it: a dictionary's way of hashing text takes five times as
/// long.
struct RuptureIndex {
    private let ruptures: [Rupture]
    /// Numbers of ruptures, each where its id's hash leads or at the first free place after it; nil is free.
    private var places: [Int?]

    /// - Parameter ruptures: of several with one id, the first has it.
    init(_ ruptures: [Rupture]) {
        self.ruptures = ruptures
        var size = 8
        while size < 2 * ruptures.count { size *= 2 }
        places = Array(repeating: nil, count: size)
        for number in ruptures.indices {
            let place = place(of: ruptures[number].id)
            if places[place] == nil { places[place] = number }
        }
    }

    func number(of id: String) -> Int? {
        places[place(of: id)]
    }

    /// Where an id stands, or would stand.
    private func place(of id: String) -> Int {
        let bytes = id.utf8.span
        // FNV-1a, which suits short texts.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
        let last = places.count - 1
        var place = Int(truncatingIfNeeded: hash) & last
        while let number = places[place], ruptures[number].id != id { place = (place + 1) & last }
        return place
    }
}
