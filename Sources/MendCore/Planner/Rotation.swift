/// Chooses texts so that none comes again within a year while others wait, and themes take turns.
///
/// Places go round in a ring, and every text has its home there: the place alone says which text is due. Memory is needed
/// only where that one cannot come: it was seen elsewhere (as an older plan had it), the pool is smaller than the ring, or
/// something gentler is wanted.
struct Rotation {
    /// Days after which a text may come again.
    static let freshAfterDays = 365

    struct Text {
        let id: String
        let theme: String
        /// The pools from which it is drawn, 0 and up.
        var pools: Set<Int> = [0]
        /// Months in which it fits; empty: all year.
        var season: Set<Int> = []
    }

    private let ids: [String]
    private let positions: [String: Int]
    /// The pools and the months of each text.
    private let pools: [Set<Int>]
    private let seasons: [Set<Int>]
    private let members: [[Int]]
    /// Pools that have texts.
    let filledPools: Set<Int>
    /// By pool: texts for some months only.
    private let seasonal: [[Int]]
    private let assignment: RingAssignment
    private let ring: Int
    private let seed: String
    /// The number of the day on which each text came last, or `never`.
    private var lastSeen: [Int]
    private static let never = Int.min / 2
    /// Texts that can be asked for in place of the one that is due: the one seen longest ago first, and of those never seen
    /// the first of the plan. Kept in order, since after a hard year every day asks.
    private var preferred: [Int]
    private let isPreferred: [Bool]

    /// - Parameters:
    ///   - ring: how many places come within a year; a ring never has more places than a pool has texts.
    ///   - preferred: positions of texts of all pools, ascending, of which one can be asked for.
    ///   - order: gives each place its theme.
    init(
        seed: String, texts: [Text], pools: Int = 1, ring longest: Int, preferred: [Int] = [],
        order: (_ themes: Int, _ places: Int) -> [Int?]
    ) {
        self.seed = seed
        self.preferred = preferred
        var isPreferred = Array(repeating: false, count: texts.count)
        for text in preferred { isPreferred[text] = true }
        self.isPreferred = isPreferred
        lastSeen = Array(repeating: Self.never, count: texts.count)
        ids = texts.map(\.id)
        positions = Dictionary(texts.enumerated().map { ($1.id, $0) }) { first, _ in first }
        self.pools = texts.map { $0.pools }
        seasons = texts.map { $0.season }
        let members = (0..<pools).map { pool in texts.indices.filter { texts[$0].pools.contains(pool) } }
        self.members = members
        filledPools = Set(members.indices.filter { !members[$0].isEmpty })
        seasonal = members.map { $0.filter { !texts[$0].season.isEmpty } }
        ring = min(longest, zip(members, seasonal).map { $0.count - $1.count }.max() ?? 0)
        let (themes, count) = Self.themes(of: texts, seed: seed)
        assignment = RingAssignment(
            texts: texts.indices.map { text in
                RingAssignment.Text(
                    hash: StableHash(seed, texts[text].id), theme: themes[text],
                    pools: RingAssignment.Pools(texts[text].pools))
            },
            where: { texts[$0].season.isEmpty }, themes: count == 0 ? [] : order(count, ring))
    }

    /// The number of each text's theme, in an order that the seed gives, and how many there are.
    private static func themes(of texts: [Text], seed: String) -> (numbers: [Int], count: Int) {
        let themes = Set(texts.map(\.theme)).sorted {
            (StableHash(seed, $0).value, $0) < (StableHash(seed, $1).value, $1)
        }
        let numbers = Dictionary(uniqueKeysWithValues: themes.enumerated().map { ($1, $0) })
        return (texts.map { numbers[$0.theme] ?? 0 }, themes.count)
    }

    func pools(of text: Int) -> Set<Int> { pools[text] }

    /// Draws the text for a place that comes on a day, and remembers it. Nil when the pool has none for that month.
    ///
    /// - Parameters:
    ///   - place: counted on from year to year.
    ///   - isPicky: whether only a preferred text will do, where there are any.
    mutating func draw(from pool: Int = 0, at place: Int, on day: LocalDay, isPicky: Bool = false) -> Int? {
        guard let drawn = choose(from: pool, at: place, on: day, isPicky: isPicky) else { return nil }
        show(drawn, on: day)
        return drawn
    }

    /// Nil when the plan no longer has it.
    func position(of id: String) -> Int? { positions[id] }

    /// Whether it can be asked for in place of another.
    func isPreferred(_ text: Int) -> Bool { isPreferred[text] }

    /// Remembers a text by its id, if the plan still has it.
    mutating func remember(_ id: String?, on day: LocalDay) {
        if let text = id.flatMap(position) { show(text, on: day) }
    }

    /// Remembers that a text was shown on a day. Days are told in their order.
    mutating func show(_ text: Int, on day: LocalDay) {
        lastSeen[text] = day.number
        guard isPreferred[text], let place = preferred.firstIndex(of: text) else { return }
        preferred.remove(at: place)
        preferred.append(text)
    }

    /// The text that was shown, if the plan still has it; else draws one.
    mutating func draw(at place: Int, on day: LocalDay, shown: String?) -> Int? {
        guard let kept = shown.flatMap(position) else { return draw(at: place, on: day) }
        show(kept, on: day)
        return kept
    }

    // MARK: Choosing

    private func choose(from pool: Int, at place: Int, on day: LocalDay, isPicky: Bool) -> Int? {
        let due = ofSeason(pool, on: day) ?? resident(pool, at: place, on: day)
        guard isPicky, !preferred.isEmpty else {
            let members = members[pool]
            return due ?? substitute(among: members, at: place, on: day) { seenLongestAgo(members, on: day) }
        }
        if let due, isPreferred[due] { return due }
        return substitute(among: preferred, at: place, on: day) { preferred.first { fits($0, on: day) } } ?? due
    }

    /// A text for some months comes on one day in eight of them, until it has come.
    private func ofSeason(_ pool: Int, on day: LocalDay) -> Int? {
        seasonal[pool].first { text in
            isOpen(text, on: day) && StableHash(seed, ids[text]).value(with: day.number) % 8 == 0
        }
    }

    /// The one at home there; several take turns.
    private func resident(_ pool: Int, at place: Int, on day: LocalDay) -> Int? {
        guard ring > 0 else { return nil }
        let residents = assignment.residents(of: pool, at: place.floorModulo(ring))
        let first = place.floorDivided(by: ring)
        return residents.indices.lazy.map { residents[(first + $0).floorModulo(residents.count)] }
            .first { isOpen($0, on: day) }
    }

    /// The last one that was passed over; where all have come within a year, the one seen longest ago.
    private func substitute(among members: [Int], at place: Int, on day: LocalDay, oldest: () -> Int?) -> Int? {
        guard let oldest = oldest() else { return nil }
        guard isOpen(oldest, on: day) else { return oldest }
        return passedOver(members, at: place, on: day) ?? oldest
    }

    /// The last one before that place that could have come and did not: its own turn is farthest away.
    private func passedOver(_ members: [Int], at place: Int, on day: LocalDay) -> Int? {
        guard ring > 0 else { return nil }
        let here = place.floorModulo(ring)
        var nearest: Int?
        var least = Int.max
        for text in members {
            guard isOpen(text, on: day), let home = assignment.places[text] else { continue }
            let distance = home <= here ? here - home : here - home + ring
            if distance < least || distance == least && text < nearest ?? text { (nearest, least) = (text, distance) }
        }
        return nearest
    }

    private func seenLongestAgo(_ members: [Int], on day: LocalDay) -> Int? {
        var oldest: Int?
        var first = Int.max
        for text in members where lastSeen[text] < first && fits(text, on: day) {
            (oldest, first) = (text, lastSeen[text])
        }
        return oldest
    }

    private func isOpen(_ text: Int, on day: LocalDay) -> Bool {
        day.number - lastSeen[text] >= Self.freshAfterDays && fits(text, on: day)
    }

    private func fits(_ text: Int, on day: LocalDay) -> Bool {
        seasons[text].isEmpty || seasons[text].contains(day.date.month)
    }
}
