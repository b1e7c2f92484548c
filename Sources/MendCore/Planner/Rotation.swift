/// Chooses texts so that none comes again within a year while others wait, and themes take turns.
///
/// Among the texts of a theme that have not been seen for a year, the day itself draws one: adding a text to a large pool
/// changes only the few days on which the new one is drawn or missed. When a pool is used up within a year, the text that
/// was seen longest ago comes next.
struct Rotation {
    /// Days within which a text is not repeated unless the pool is used up.
    static let freshAfterDays = 366

    struct Text {
        let id: String
        let theme: String
        fileprivate let hash: StableHash

        init(id: String, theme: String) {
            self.id = id
            self.theme = theme
            hash = StableHash(id)
        }
    }

    /// A list from which texts are drawn: indices into the rotation's texts, by theme.
    struct Pool {
        fileprivate let themes: [(name: Int, texts: [Int])]

        var isEmpty: Bool { themes.isEmpty }
    }

    private let texts: [Text]
    private let index: [String: Int]
    private let themeNames: [String: Int]
    private var lastSeen: [Int?]
    private var themeLastSeen: [Int?]
    private let seed: StableHash

    init(seed: String, texts: [Text]) {
        self.texts = texts
        self.seed = StableHash(seed)
        index = Dictionary(texts.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let names = Set(texts.map(\.theme)).sorted {
            (StableHash(seed, $0).value, $0) < (StableHash(seed, $1).value, $1)
        }
        themeNames = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        lastSeen = Array(repeating: nil, count: texts.count)
        themeLastSeen = Array(repeating: nil, count: names.count)
    }

    /// The texts that satisfy a condition, as a pool.
    func pool(where isMember: (Int) -> Bool) -> Pool {
        var themes = Array(repeating: [Int](), count: themeNames.count)
        for position in texts.indices where isMember(position) {
            if let theme = themeNames[texts[position].theme] { themes[theme].append(position) }
        }
        return Pool(themes: themes.enumerated().filter { !$1.isEmpty }.map { (name: $0, texts: $1) })
    }

    /// Begins anew, as if nothing had been seen.
    mutating func forget() {
        lastSeen = Array(repeating: nil, count: texts.count)
        themeLastSeen = Array(repeating: nil, count: themeNames.count)
    }

    /// Draws the text for a day and remembers it. Nil when the pool is empty.
    mutating func draw(from pool: Pool, on day: LocalDay) -> Int? {
        let themes = pool.themes.sorted {
            order(themeLastSeen[$0.name], $0.name) < order(themeLastSeen[$1.name], $1.name)
        }
        for theme in themes {
            var best: (position: Int, rank: UInt64)?
            for position in theme.texts where isFresh(position, on: day) {
                let rank = texts[position].hash.value(with: day.number) ^ seed.value
                if rank >= best?.rank ?? 0 { best = (position, rank) }
            }
            if let best { return remember(best.position, on: day) }
        }
        // Used up: what was seen longest ago.
        let oldest = pool.themes.lazy.flatMap(\.texts).min { (lastSeen[$0] ?? .min, $0) < (lastSeen[$1] ?? .min, $1) }
        return oldest.map { remember($0, on: day) }
    }

    /// Remembers that a text was shown on a day. Nil when the plan no longer has it.
    @discardableResult
    mutating func show(_ id: String, on day: LocalDay) -> Int? {
        index[id].map { remember($0, on: day) }
    }

    private mutating func remember(_ position: Int, on day: LocalDay) -> Int {
        lastSeen[position] = day.number
        if let theme = themeNames[texts[position].theme] { themeLastSeen[theme] = day.number }
        return position
    }

    private func isFresh(_ position: Int, on day: LocalDay) -> Bool {
        guard let last = lastSeen[position] else { return true }
        return day.number - last >= Self.freshAfterDays
    }

    private func order(_ lastSeen: Int?, _ name: Int) -> (Int, Int) {
        (lastSeen ?? .min, name)
    }
}
