/// Gives each text its own place in a ring of places that all come once within a year.
///
/// A text comes at its place and nowhere else, whichever of its pools is asked, so none comes twice within a year, and a new
/// text changes the places where it moves in, not the order of the others.
struct RingAssignment {
    struct Text {
        /// Of its id and of the seed.
        let hash: StableHash
        let theme: Int
        /// The pools that it belongs to.
        let pools: Pools
    }

    /// Some of the pools, 0 to 63: a bit each, since every text is asked at every place.
    struct Pools: OptionSet {
        let rawValue: UInt64

        init(rawValue: UInt64) { self.rawValue = rawValue }

        init(_ numbers: Set<Int>) {
            precondition(numbers.allSatisfy { (0..<64).contains($0) }, "a pool beyond the last")
            rawValue = numbers.reduce(0) { $0 | 1 << $1 }
        }

        var count: Int { rawValue.nonzeroBitCount }

        func contains(_ number: Int) -> Bool { rawValue & 1 << number != 0 }
    }

    private let texts: [Text]
    /// The place of each text. Nil: it has none.
    private(set) var places: [Int?]
    /// The texts in each place, of whatever pools.
    private var residents: [[Int]]
    /// The pools in which each place has residents.
    private var taken: [Pools]

    /// - Parameters:
    ///   - texts: of which the earlier ones choose first, so that a text at the end of the plan displaces none.
    ///   - isPlaced: whether a text gets a place.
    ///   - themes: of each place. Nil: open to every theme.
    init(texts: [Text], where isPlaced: (Int) -> Bool, themes: [Int?]) {
        self.texts = texts
        places = Array(repeating: nil, count: texts.count)
        residents = Array(repeating: [], count: themes.count)
        taken = Array(repeating: [], count: themes.count)
        let ofTheme = Dictionary(grouping: themes.indices, by: { themes[$0] })
        // What is shared is harder to place.
        let order = texts.indices.filter(isPlaced).sorted {
            (texts[$1].pools.count, $0) < (texts[$0].pools.count, $1)
        }
        let everywhere = Array(themes.indices)
        let left = order.filter { !settle($0, among: ofTheme[texts[$0].theme] ?? [], onlyFree: true) }
        for index in left where !settle(index, among: everywhere, onlyFree: true) {
            _ = settle(index, among: ofTheme[texts[index].theme] ?? everywhere, onlyFree: false)
        }
    }

    /// The texts in a place of a pool, usually one: several take turns from year to year.
    func residents(of pool: Int, at place: Int) -> [Int] {
        residents[place].filter { texts[$0].pools.contains(pool) }
    }

    private mutating func settle(_ index: Int, among candidates: [Int], onlyFree: Bool) -> Bool {
        let text = texts[index]
        guard let place = bestPlace(for: text, among: candidates, onlyFree: onlyFree) else { return false }
        places[index] = place
        residents[place].append(index)
        taken[place].formUnion(text.pools)
        return true
    }

    /// The place with the highest hash, so that a text's choice does not depend on how many places there are.
    private func bestPlace(for text: Text, among places: [Int], onlyFree: Bool) -> Int? {
        var best: (place: Int, rank: UInt64)?
        for place in places {
            let rank = text.hash.value(with: place)
            // Whether it is free is asked last, for that takes longest.
            guard rank >= best?.rank ?? 0, !onlyFree || taken[place].isDisjoint(with: text.pools) else { continue }
            best = (place, rank)
        }
        return best?.place
    }
}
