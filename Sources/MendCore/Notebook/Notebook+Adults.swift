extension Notebook {
    /// The names of two adults, as they can be kept. A name under which somebody wrote before is nobody else's: whoever got it
    /// would get those notes, too.
    /// - Throws: `RecordFault` for a name that cannot be kept, `InputError.adultsShareAName` or `.writerNameTaken`.
    public func names(caregiver: String, second: String) throws -> (caregiver: String, second: String) {
        let history = try journal.history(since: nil)
        let names = (caregiver: caregiver.trimmingBlanks, second: second.trimmingBlanks)
        try RecordForm.check(writer: names.caregiver)
        try RecordForm.check(writer: names.second)
        let second = FoldedName(names.second)
        guard FoldedName(names.caregiver) != second else { throw InputError.adultsShareAName }
        guard !history.writers.contains(where: { FoldedName($0) == second }) else { throw InputError.writerNameTaken }
        return names
    }
}

extension History {
    /// The names of second adults under which something was written down.
    public var writers: Set<String> {
        Set(ruptures.compactMap(\.by) + attempts.compactMap(\.by) + checkIns.compactMap(\.by))
    }

    /// The same without notes that others wrote.
    /// - Parameter writer: whose notes stay; nil: the caregiver's.
    public func withoutNotes(ofOthersThan writer: String?) -> History {
        var history = self
        history.ruptures = ruptures.map { rupture in
            rupture.by == writer
                ? rupture
                : Rupture(
                    id: rupture.id, with: rupture.with, kind: rupture.kind, at: rupture.at, recorded: rupture.recorded,
                    zone: rupture.zone, theirZone: rupture.theirZone, frightened: rupture.frightened,
                    excitedAbout: rupture.excitedAbout, note: nil, by: rupture.by)
        }
        history.attempts = attempts.map { attempt in
            attempt.by == writer
                ? attempt
                : Attempt(
                    id: attempt.id, rupture: attempt.rupture, at: attempt.at, recorded: attempt.recorded,
                    outcome: attempt.outcome, roadblock: attempt.roadblock, note: nil, by: attempt.by)
        }
        return history
    }

    /// The ids of frightening moments with another adult that the caregiver has written down, but for those in which they say that
    /// it was themselves who frightened. It may be the second adult whom they fear, so the page shows them to nobody else.
    public var keptToTheCaregiver: Set<String> {
        let adults = Set(people.filter { $0.relation != .child }.map(\.id))
        return Set(
            ruptures.filter {
                $0.kind.isFrightening && $0.by == nil && adults.contains($0.with)
                    && ($0.frightened == nil || $0.frightened == .them)
            }.map(\.id))
    }

    /// As the page shows it to the second adult: without what is kept to the caregiver, and what came of it. What went out where,
    /// other addresses and channels, whom they turn to, and what was said to offers are the caregiver's, too.
    public func shownToTheSecondAdult() -> History {
        var history = self
        (history.deliveries, history.offers, history.subscriptions, history.contacts) = ([], [], [], [])
        history.channels.removeAll { $0.kind != .push }
        history.published.removeAll { if case .checkIn = $0.item { true } else { false } }
        let kept = keptToTheCaregiver
        guard !kept.isEmpty else { return history }
        history.ruptures.removeAll { kept.contains($0.id) }
        history.attempts.removeAll { kept.contains($0.rupture) }
        history.published.removeAll { shown in
            shown.item.anchor.map(kept.contains) ?? false
                || !kept.isDisjoint(with: shown.settled?.ruptures ?? [])
                || shown.item.anchor == nil && shown.settled?.isGrave == true
        }
        // What a day, a week or a month says follows from what is kept, too: it is made anew of what is shown.
        for index in history.published.indices where history.published[index].item.anchor == nil {
            let shown = history.published[index]
            history.published[index] = Published(
                item: shown.item, prompt: shown.prompt, start: shown.start, sequence: shown.sequence,
                modified: shown.modified, moves: shown.moves)
        }
        return history
    }
}

extension Item {
    /// Whether it is about one of these ruptures.
    /// - Parameter ids: of ruptures.
    public func isAbout(anyOf ids: Set<String>) -> Bool {
        !ids.isDisjoint(with: ruptures) || key?.anchor.map(ids.contains) ?? false
    }
}
