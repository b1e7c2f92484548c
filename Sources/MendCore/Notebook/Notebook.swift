/// The one way in which something new gets into a journal: what was typed is understood, checked against everything that
/// is there, and written down, in one transaction. Command line and web page share it.
public struct Notebook: Sendable {
    let journal: any Journal
    let plan: Plan
    let now: Instant
    /// The name of the second adult, where they are the one who writes; nil: the household's caregiver.
    let writer: String?

    /// - Parameter now: nothing may be written down later than this.
    public init(journal: any Journal, plan: Plan, now: Instant, writer: String? = nil) {
        self.journal = journal
        self.plan = plan
        self.now = now
        self.writer = writer
    }

    /// Checks a new record and writes it down.
    func append<Value>(
        _ value: (History) throws -> (value: Value, record: JournalRecord)
    ) throws -> (value: Value, history: History) {
        try update { history in
            let (value, record) = try value(history)
            var checker = HistoryChecker(history, now: now)
            try checker.add(record)
            var after = history
            after.put(record)
            return ([.put(record)], (value, after))
        }
    }

    /// One transaction. What a clock that was ahead has settled is taken back with it: it would begin by the clock, whatever is
    /// written down now.
    func update<Result>(_ decide: (History) throws -> (changes: [Change], result: Result)) throws -> Result {
        try journal.update { history in
            let ahead = history.unsettledAhead(of: now)
            var history = history
            history.put(ahead)
            let (changes, result) = try decide(history)
            return (changes.isEmpty ? [] : ahead.map { .put(.published($0)) } + changes, result)
        }
    }

    /// The changes of an edit, with what has begun by now written down before it takes effect.
    func edit(_ history: History, _ changes: (History) throws -> [Change]) throws -> [Change] {
        try Settlement.changes(before: changes, of: history, plan: plan, now: now)
    }

    /// The instant that was typed; now when nothing was.
    func instant(_ text: String?, in history: History) throws -> Instant {
        try text.map { try Parsing.time($0, now: now, zone: history.household.zone) } ?? now
    }
}
