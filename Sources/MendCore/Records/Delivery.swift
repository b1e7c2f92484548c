/// An address at which calendars and feeds are fetched. Only a hash of its secret is kept.
public struct Subscription: Hashable, Sendable {
    public enum Scope: String, CaseIterable, Codable, Sendable {
        case prompts, repairs, reflections
    }

    public let name: String
    /// Nil: everything.
    public let only: Scope?
    /// False: the discreet edition.
    public let open: Bool
    public let secretHash: String
    public let created: Instant?
    /// The local day on which it was last fetched.
    public let used: LocalDay?

    public init(
        name: String, only: Scope? = nil, open: Bool = false, secretHash: String, created: Instant? = nil,
        used: LocalDay? = nil
    ) {
        self.name = name
        self.only = only
        self.open = open
        self.secretHash = secretHash
        self.created = created
        self.used = used
    }
}

/// What a calendar or feed has shown of an item.
public struct Published: Hashable, Sendable {
    public let item: ItemKey
    /// The prompt's id; it stays with an item that has begun.
    public let prompt: String?
    public let start: Instant
    /// Never falls; one of `sequences`.
    public let sequence: Int
    public let modified: Instant
    /// The changes that discreet editions show.
    public let moves: Moves
    /// A hash of the title, the text and the length that were shown; nil where it was not kept. It tells that they changed,
    /// never what they were.
    public let words: String?
    /// When its words, its title or its length became others after it had begun; nil: they never did. A feed's readers take its
    /// entry for a new one then, and at no other change.
    public let reworded: Instant?
    /// What stays with it because it has begun; nil while it has not, and in records of the first edition.
    public let settled: SettledItem?

    /// How often an item's start or its neutral title has changed, and when last. Words do not count: which prompt comes after a
    /// frightening moment would show by a change.
    public struct Moves: Hashable, Sendable {
        /// Never falls; one of `sequences`.
        public let count: Int
        public let last: Instant

        public init(count: Int, last: Instant) {
            self.count = count
            self.last = last
        }
    }

    /// There is always room for one more in what calendars take for an integer (RFC 5545 §3.3.8).
    public static let sequences = 0...1_000_000_000

    /// - Parameter moves: nil: every change was one, as before they were told apart.
    public init(
        item: ItemKey, prompt: String?, start: Instant, sequence: Int, modified: Instant, moves: Moves? = nil,
        words: String? = nil, reworded: Instant? = nil, settled: SettledItem? = nil
    ) {
        self.item = item
        self.prompt = prompt
        self.start = start
        self.sequence = sequence
        self.modified = modified
        self.moves = moves ?? Moves(count: sequence, last: modified)
        self.words = words
        self.reworded = reworded
        self.settled = settled
    }
}

/// The fact that an item went out by a channel, or was passed over there.
public struct Delivery: Hashable, Sendable {
    public enum Outcome: String, CaseIterable, Sendable {
        case sent, passed
        /// On its way: it becomes `sent` when the channel has taken it, or is taken back.
        case claimed
    }

    /// Nil: none; the record marks the channel's beginning.
    public let item: ItemKey?
    /// The channel's name.
    public let channel: String
    public let at: Instant
    public let outcome: Outcome

    public init(item: ItemKey?, channel: String, at: Instant, outcome: Outcome) {
        self.item = item
        self.channel = channel
        self.at = at
        self.outcome = outcome
    }

    /// Marks from when on a channel carries items: nothing older is due on it.
    public static func beginning(of channel: String, at: Instant) -> Delivery {
        Delivery(item: nil, channel: channel, at: at, outcome: .passed)
    }
}
