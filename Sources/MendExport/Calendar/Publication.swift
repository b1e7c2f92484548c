import MendCore

/// An agenda merged with what calendars and feeds have shown of it before.
///
/// An item that was never shown is new at `now`. One whose prompt or start differs from what was shown is changed at
/// `now`, with the next sequence. All others keep both, so that two renderings without a change are the same bytes.
/// What had begun stays as it was shown.
public struct Publication: Sendable {
    /// In the order of the agenda.
    public let shown: [ShownItem]
    /// What the journal must remember of this publication: records of new and changed items, in the order of the
    /// agenda.
    public let changes: [Published]

    /// - Parameter items: whose prompts stay with those that have begun, as the planner sees to.
    public init(items: [Item], published: [Published], now: Instant) {
        let before = Dictionary(published.map { ($0.item, $0) }, uniquingKeysWith: { $1 })
        var shown: [ShownItem] = []
        var changes: [Published] = []
        for item in items {
            let record: Published
            switch before[item.id] {
            case let last? where last.start <= now:
                record = last
            case let last? where last.prompt == item.prompt && last.start == item.start:
                record = last
            case let last:
                // The clock may have been set back; what clients compare must grow all the same.
                record = Published(
                    item: item.id, prompt: item.prompt, start: item.start, sequence: last.map { $0.sequence + 1 } ?? 0,
                    modified: max(now, last?.modified ?? now))
                changes.append(record)
            }
            shown.append(
                ShownItem(
                    item: item.starting(at: record.start), sequence: record.sequence, modified: record.modified))
        }
        self.shown = shown
        self.changes = changes
    }
}

extension Item {
    fileprivate func starting(at shown: Instant) -> Item {
        if shown == start { return self }
        return Item(
            id: id, kind: kind, start: shown, minutes: minutes, voice: voice, with: with, ruptures: ruptures,
            number: number, writtenTitle: writtenTitle, text: text, prompt: prompt, band: band, tips: tips,
            isGrave: isGrave, because: because)
    }
}
