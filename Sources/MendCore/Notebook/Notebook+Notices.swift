extension Notebook {
    /// Writes down what a button of an item's notice says: `repaired` for all that the item names and that is still open, any
    /// other outcome once, for the newest of them.
    /// - Returns: what was written down; empty when nothing of it is open any more.
    /// - Throws: `RecordFault`, `RepairScheduler.Fault`, or what the journal throws.
    public func answer(_ key: ItemKey, _ outcome: Attempt.Outcome) throws -> [Attempt] {
        try update { history in
            let builder = try AgendaBuilder(plan: plan, history: history, now: now)
            // A record since may have placed another item there; what began the climb is then what was asked about.
            let named = builder.item(key.description)?.ruptures ?? key.anchor.map { [$0] } ?? []
            // It may be the phone of whoever is feared: what has become frightening since is closed by no tap.
            guard history.keptToTheCaregiver.isDisjoint(with: named) else { return ([], []) }
            let open = named.filter { history.rupture($0) != nil }
                .filter { builder.outlook(ofRupture: $0) != .closed }
            var checker = HistoryChecker(history, now: now)
            var (attempts, whole): ([Attempt], History) = ([], history)
            for rupture in outcome == .repaired ? open : Array(open.prefix(1)) {
                let attempt = Attempt(
                    id: NumberedID.attempt.next(in: whole), rupture: rupture, at: now, recorded: now, outcome: outcome,
                    roadblock: nil, note: nil, by: writer)
                try checker.add(.attempt(attempt))
                attempts.append(attempt)
                whole.put(.attempt(attempt))
            }
            return (attempts.map { .put(.attempt($0)) }, attempts)
        }
    }
}
