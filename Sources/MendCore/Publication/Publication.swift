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
        let neutral = [plan.phrases.discreetTitle] + plan.discreetTitles.map(\.text)
        let recorded = history.ruptures.map(\.recorded).sorted()
        self.init(items: items, published: history.published, now: now) { item in
            var hash = StableHash(item.title, item.text, String(item.minutes), item.voice.rawValue)
            for title in neutral { hash.add(title) }
            if !item.kind.isRepair { hash.add(String(recorded.count(before: min(item.start, now)))) }
            return String(hash.value, radix: 16)
        }
    }

    /// - Parameters:
    ///   - items: whose prompts stay with those that have begun, as the planner sees to.
    ///   - words: a hash of what is shown of an item besides its start.
    public init(items: [Item], published: [Published], now: Instant, words: (Item) -> String) {
        let before = Dictionary(published.map { ($0.item, $0) }, uniquingKeysWith: { $1 })
        let lowest = published.map(\.sequence).min() ?? 0
        var shown: [ShownItem] = []
        var changes: [Published] = []
        for item in items {
            guard let key = item.key else { preconditionFailure("an item that is none of an agenda's") }
            let last = before[key]
            let record = Published(item, key, after: last, orFrom: lowest, words: words(item), now: now)
            if record != last { changes.append(record) }
            shown.append(
                ShownItem(
                    item: item.starting(at: record.start), sequence: record.sequence, modified: record.modified,
                    reworded: record.reworded))
        }
        self.shown = shown
        self.changes = changes
    }
}

extension [Instant] {
    /// How many of them, in order, lie before one.
    ///
    /// Of the times at which ruptures were written down: what a reading adds after frightening moments alone, and the gentle
    /// prompts that follow them, would be changes that show in discreet editions, too, by their sequence; so every rupture
    /// counts as a change of all that is planned.
    fileprivate func count(before instant: Instant) -> Int { firstPlace { $0 >= instant } }
}

extension Published {
    fileprivate init(
        _ item: Item, _ key: ItemKey, after last: Published?, orFrom lowest: Int, words: String, now: Instant
    ) {
        let isShown = last.map { $0.start <= now } ?? false
        let (prompt, start) = isShown ? (last?.prompt, last?.start ?? item.start) : (item.prompt, item.start)
        // An item that starts just now has not begun.
        let settled = last?.settled ?? (start < now ? item.settled : nil)
        guard let last else {
            self.init(
                item: key, prompt: item.prompt, start: item.start, sequence: lowest, modified: now, words: words,
                settled: settled)
            return
        }
        // A record that bears no words is from before they were kept: what it showed is taken to be the same.
        let isSame = prompt == last.prompt && start == last.start && words == last.words ?? words
        // The clock may have been set back; what clients compare must grow all the same.
        let modified = isSame ? last.modified : max(now, last.modified)
        self.init(
            item: key, prompt: prompt, start: start, sequence: last.sequence + (isSame ? 0 : 1), modified: modified,
            words: words, reworded: isShown && !isSame ? modified : last.reworded, settled: settled)
    }

    /// With a higher sequence, for what is shown anew though nothing of the item itself has changed: another address of its page,
    /// or a journal that was brought back and cannot know what was shown since. Clients pass over it otherwise (RFC 5545 §3.8.7.4).
    /// - Parameter steps: 1 or more. The sequence stops at the largest that calendars take.
    package func raised(by steps: Int = 1, at now: Instant) -> Published {
        Published(
            item: item, prompt: prompt, start: start,
            sequence: min(sequence + min(steps, Self.sequences.upperBound), Self.sequences.upperBound),
            modified: max(now, modified), words: words, reworded: reworded, settled: settled)
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
