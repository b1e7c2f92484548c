/// Gives each text a home: one place in a ring of places that all come once within a year.
///
/// A text comes at home and nowhere else, whichever of its pools is asked, so none comes twice within a year, and a new
/// text changes the places where it moves in, not the order of the others.
struct Homes {
    struct Text {
        /// Of its id and of the seed.
        let hash: StableHash
        let theme: Int
        /// The pools that it belongs to.
        let pools: NumberSet
    }

    private let texts: [Text]
    /// The place of each text. Nil: it has none.
    private(set) var places: [Int?]
    /// The texts at home in each place, of whatever pools.
    private var residents: [[Int]]
    /// The pools in which each place has residents.
    private var taken: [NumberSet]

    /// - Parameters:
    ///   - texts: of which the earlier ones choose first, so that a text at the end of the plan displaces none.
    ///   - isHomed: whether a text gets a home.
    ///   - themes: of each place. Nil: open to every theme.
    init(texts: [Text], where isHomed: (Int) -> Bool, themes: [Int?]) {
        self.texts = texts
        places = Array(repeating: nil, count: texts.count)
        residents = Array(repeating: [], count: themes.count)
        taken = Array(repeating: [], count: themes.count)
        var ofTheme = Array(repeating: [Int](), count: (texts.map { $0.theme }.max() ?? 0) + 1)
        for (place, theme) in themes.enumerated() {
            if let theme, theme < ofTheme.count { ofTheme[theme].append(place) }
        }
        // What is shared is harder to place.
        let order = texts.indices.filter(isHomed).sorted {
            (texts[$1].pools.count, $0) < (texts[$0].pools.count, $1)
        }
        let everywhere = Array(themes.indices)
        let homeless = order.filter { !settle($0, texts[$0], among: ofTheme[texts[$0].theme], onlyFree: true) }
        for index in homeless where !settle(index, texts[index], among: everywhere, onlyFree: true) {
            let own = ofTheme[texts[index].theme]
            _ = settle(index, texts[index], among: own.isEmpty ? everywhere : own, onlyFree: false)
        }
    }

    /// The texts at home in a place of a pool, usually one: several take turns from year to year.
    func residents(of pool: Int, at place: Int) -> [Int] {
        residents[place].filter { texts[$0].pools.contains(pool) }
    }

    private mutating func settle(_ index: Int, _ text: Text, among candidates: [Int], onlyFree: Bool) -> Bool {
        guard let place = bestPlace(for: text, among: candidates, onlyFree: onlyFree) else { return false }
        places[index] = place
        residents[place].append(index)
        taken[place].formUnion(text.pools)
        return true
    }

    private func bestPlace(for text: Text, among places: [Int], onlyFree: Bool) -> Int? {
        var best: (place: Int, rank: UInt64)?
        for place in places {
            if onlyFree, !taken[place].isDisjoint(with: text.pools) { continue }
            let rank = text.hash.value(with: place)
            if rank >= best?.rank ?? 0 { best = (place, rank) }
        }
        return best?.place
    }
}
