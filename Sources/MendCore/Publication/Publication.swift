/// An agenda merged with what calendars and feeds have shown of it before.
///
/// An item that was never shown is new at `now`. One whose prompt, start or words differ from what was shown is changed
/// at `now`, with the next sequence. All others keep both, so that two renderings without a change are the same bytes.
/// An item that is new takes the lowest sequence that any has: where all were raised (`Published.raised`), what is shown for the
/// first time may have been shown before by a journal that this one knows nothing of.
///
/// What has begun is settled: it stays as it was shown, but for a person's new name, and that counts as a change too, for
/// clients pass over an edit without one (RFC 5545 §3.8.7.4).
public struct Publication: Sendable {
    /// In the order of the agenda.
    public let shown: [ShownItem]
    /// What the journal must remember of this publication: records of new and changed items, in the order of the
    /// agenda.
    public let changes: [Published]

    /// Merges an agenda with what the household's journal remembers. Words are whatever either edition shows of an item
    /// besides its start.
    public init(items: [Item], history: History, plan: Plan, now: Instant) {
        // From these discreet editions choose an item's title; which one, its id alone decides.
        var neutral = StableHash(plan.phrases.discreetTitle)
        for title in plan.discreetTitles { neutral.add(title.text) }
        let titles = String(neutral.value, radix: 16)
        self.init(
            items: items, published: history.published, isOfFirstEdition: history.household.plan == nil,
            neutralTitles: titles, now: now
        ) { item in
            let hash = StableHash(item.title, item.text, String(item.minutes), item.voice.rawValue)
            return String(hash.value, radix: 16)
        }
    }

    /// - Parameters:
    ///   - items: whose prompts stay with those that have begun, as the planner sees to.
    ///   - isOfFirstEdition: whether nothing was ever settled; what was shown has begun at its time, then. Elsewhere it may have been
    ///     taken back before.
    ///   - neutralTitles: a hash of the titles that discreet editions show.
    ///   - words: a hash of what an open edition shows of an item besides its start.
    public init(
        items: [Item], published: [Published], isOfFirstEdition: Bool = false, neutralTitles: String? = nil,
        now: Instant, words: (Item) -> String
    ) {
        let before = Dictionary(published.map { ($0.item, $0) }, uniquingKeysWith: { $1 })
        let rules = Rules(
            sequence: published.map(\.sequence).min() ?? 0, moves: published.map(\.moves.count).min() ?? 0,
            isOfFirstEdition: isOfFirstEdition)
        var shown: [ShownItem] = []
        var changes: [Published] = []
        for item in items {
            guard let key = item.key else { preconditionFailure("an item that is none of an agenda's") }
            let last = before[key]
            let words = ShownWords(hash: words(item), neutralTitles: neutralTitles)
            let record = Published(item, key, after: last, by: rules, words: words, now: now)
            if record != last { changes.append(record) }
            shown.append(
                ShownItem(
                    item: item.starting(at: record.start), sequence: record.sequence, modified: record.modified,
                    moves: record.moves, reworded: record.reworded))
        }
        self.shown = shown
        self.changes = changes
    }

    /// What counts for every item alike.
    fileprivate struct Rules {
        /// Where what is new begins to count.
        let sequence, moves: Int
        let isOfFirstEdition: Bool

        /// Whether it stays as it was shown.
        func keep(_ last: Published, at now: Instant) -> Bool {
            last.start <= now && (isOfFirstEdition || last.settled != nil)
        }
    }
}

/// What `Published.words` tells of an item's words.
private struct ShownWords {
    let hash: String
    /// Nil in records from before they were told apart: what they showed is taken to be the same.
    let neutralTitles: String?

    init(hash: String, neutralTitles: String?) {
        self.hash = hash
        self.neutralTitles = neutralTitles
    }

    init(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
        hash = parts.first ?? text
        neutralTitles = parts.count > 1 ? parts[1] : nil
    }

    var text: String { neutralTitles.map { "\(hash).\($0)" } ?? hash }

    func haveSameTitles(as last: ShownWords) -> Bool {
        last.neutralTitles == nil || neutralTitles == last.neutralTitles
    }

    func areSame(as last: ShownWords) -> Bool {
        hash == last.hash || last.neutralTitles == nil && neutralTitles != nil
    }
}

extension Published {
    fileprivate init(
        _ item: Item, _ key: ItemKey, after last: Published?, by rules: Publication.Rules, words: ShownWords,
        now: Instant
    ) {
        guard let last else {
            self.init(
                item: key, prompt: item.prompt, start: item.start, sequence: rules.sequence, modified: now,
                moves: Moves(count: rules.moves, last: now), words: words.text,
                settled: item.start < now ? item.settled : nil)
            return
        }
        let stays = rules.keep(last, at: now)
        let (prompt, start) = stays ? (last.prompt, last.start) : (item.prompt, item.start)
        // An item that starts just now has not begun.
        let settled = (stays ? last.settled : nil) ?? (start < now ? item.settled : nil)
        // A record that bears no words is from before they were kept: what it showed is taken to be the same.
        let lastWords = last.words.map { ShownWords($0) } ?? words
        let hasMoved = start != last.start || !words.haveSameTitles(as: lastWords)
        let isSame = !hasMoved && prompt == last.prompt && words.areSame(as: lastWords)
        // The clock may have been set back; what clients compare must grow all the same.
        let modified = isSame ? last.modified : max(now, last.modified)
        self.init(
            item: key, prompt: prompt, start: start, sequence: last.sequence + (isSame ? 0 : 1), modified: modified,
            moves: hasMoved ? Moves(count: last.moves.count + 1, last: modified) : last.moves, words: words.text,
            reworded: last.start <= now && start <= now && !isSame ? modified : last.reworded, settled: settled)
    }

    /// With something else that stays with it.
    /// - Parameters:
    ///   - settled: nil: it has not begun.
    ///   - words: a hash of what was shown; nil: it is not known any more.
    func settled(as settled: SettledItem?, words: String?) -> Published {
        Published(
            item: item, prompt: prompt, start: start, sequence: sequence, modified: modified, moves: moves,
            words: words, reworded: reworded, settled: settled)
    }

    /// With a higher sequence, for what is shown anew though nothing of the item itself has changed: another address of its page,
    /// or a journal that was brought back and cannot know what was shown since. Clients pass over it otherwise (RFC 5545 §3.8.7.4).
    /// - Parameter steps: 1 or more. The sequence stops at the largest that calendars take.
    package func raised(by steps: Int = 1, at now: Instant) -> Published {
        let most = Self.sequences.upperBound
        let steps = min(steps, most)
        return Published(
            item: item, prompt: prompt, start: start, sequence: min(sequence + steps, most),
            modified: max(now, modified),
            moves: Moves(count: min(moves.count + steps, most), last: max(now, moves.last)), words: words,
            reworded: reworded, settled: settled)
    }
}

extension Item {
    fileprivate func starting(at shown: Instant) -> Item {
        if shown == start { return self }
        return Item(
            id: id, kind: kind, start: shown, minutes: minutes, voice: voice, person: person, with: with,
            ruptures: ruptures, number: number, writtenTitle: writtenTitle, text: text, prompt: prompt, band: band,
            tips: tips,
            isGrave: isGrave, because: because)
    }
}
