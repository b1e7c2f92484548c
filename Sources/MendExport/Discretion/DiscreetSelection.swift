import MendCore

/// Which items a discreet calendar holds: what is planned for everybody, and of a ladder the first try-again of each climb, and
/// the first after each attempt.
///
/// All kinds of rupture have that one, on a later day at the person's own hour. How many rungs there are besides, for whom, and
/// how soon after the rupture, depends on its kind, which the set would tell.
struct DiscreetSelection {
    private let firsts: [Stretch: Int]

    /// A part of a climb: from its anchor, or from an attempt, up to the next.
    private struct Stretch: Hashable {
        let anchor: String
        let attempt: String?

        init(_ key: RungKey) { (anchor, attempt) = (key.anchor, key.attempt) }
    }

    /// - Parameter items: with every try-again of the climbs that have one in the calendar.
    init(of items: some Sequence<Item>) {
        let keys = items.compactMap(Self.tryAgain)
        firsts = Dictionary(keys.map { (Stretch($0), $0.number) }, uniquingKeysWith: min)
    }

    func holds(_ item: Item) -> Bool {
        // A check-in ahead stands at the hours that run red.
        guard item.kind.isRepair else { return item.kind != .checkIn }
        guard let key = Self.tryAgain(item) else { return false }
        return firsts[Stretch(key)] == key.number
    }

    private static func tryAgain(_ item: Item) -> RungKey? {
        guard case .rung(let key)? = item.key, key.rung == .tryAgain else { return nil }
        return key
    }
}
