import MendJournal
import ShippedPlan
import Testing

@testable import MendCore

/// What is corrected or taken back leaves the ladder as if it had always stood so, but what has begun stays.
@Suite struct CorrectionTests {
    /// A limit that hurt on Monday at ten, with the first of two; a notebook at another time.
    private func story() throws -> Story {
        try Story().person("bo", .adult).person("kim", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
    }

    private func journal(_ story: Story) throws -> MemoryJournal {
        let journal = MemoryJournal(story.history.household)
        try journal.write(story.history.records.map(Change.put))
        return journal
    }

    private func notebook(_ journal: MemoryJournal, _ story: Story, now: String) throws -> Notebook {
        Notebook(journal: journal, plan: story.plan, now: try story.instant(now))
    }

    private func told(_ journal: MemoryJournal, _ story: Story, now: String) throws -> [String] {
        try Story(plan: story.plan, history: journal.history()).told(now: now)
    }

    private let monday = [
        "mon 2026-01-05 10:10 calm r1", "mon 2026-01-05 10:25 reflect r1", "mon 2026-01-05 11:00 reconnect r1",
    ]

    @Test func undoTakesBackTheNewestRecord() throws {
        let story = try story().attempt("t1", .partial, "2026-01-05 12:00").checkIn("c1", .red, "2026-01-05 12:30")
            .pause("h1", "2026-01-05 12:40", until: "2026-01-08 08:00")
        let journal = try journal(story)
        let notebook = try notebook(journal, story, now: "2026-01-05 13:00")
        let taken = try (0..<4).map { _ in try #require(try notebook.undo().taken) }
        #expect(taken.map(\.record.id) == ["h1", "c1", "t1", "r1"])
        #expect(taken.map { $0.person?.name } == [nil, nil, "Bo", "Bo"])
        #expect(throws: RecordFault.nothingWritten) { try notebook.undo() }
    }

    /// Of a household that knows of later records, by a clock that was set back: they are not yet.
    @Test func undoPassesOverWhatIsLaterThanNow() throws {
        let story = try story().rupture("r2", "2026-01-07 10:00")
        let journal = try journal(story)
        #expect(try notebook(journal, story, now: "2026-01-06 10:00").undo().taken?.record.id == "r1")
    }

    @Test func anAttemptTakenBackLeavesTheLadderAsItWas() throws {
        let plain = try story()
        let story = try plain.attempt("t1", .repaired, "2026-01-06 12:00")
        let journal = try journal(story)
        _ = try notebook(journal, story, now: "2026-01-06 12:05").undo()
        #expect(try told(journal, story, now: "2026-01-06 12:05") == plain.told())
    }

    @Test func attemptsGoWithTheirRuptureAndWhatHasBegunStays() throws {
        let story = try story().attempt("t1", .partial, "2026-01-05 12:00").rupture(
            "r2", "2026-01-05 12:10", with: "kim")
        let journal = try journal(story)
        let taken = try notebook(journal, story, now: "2026-01-05 14:00").remove("r1")
        #expect(taken.attempts.map(\.id) == ["t1"])
        let after = try journal.history()
        #expect(after.ruptures.map(\.id) == ["r2"])
        #expect(after.attempts.isEmpty)
        let items = try AgendaBuilder(plan: story.plan, history: after, now: story.instant("2026-01-05 14:00"))
            .agenda(from: .written("2026-01-05"), through: .written("2026-03-01")).items
        #expect(
            items.filter { $0.kind.isRepair && $0.ruptures == ["r1"] }.map(\.id) == [
                "r1.calm", "r1.reflect", "r1.reconnect",
            ])
        #expect(items.contains { $0.ruptures == ["r2"] && $0.start > after.household.edited ?? .distantPast })
    }

    /// The wrong child: what came stays as it was shown; what is to come is with the other.
    @Test func givesARuptureToSomebodyElse() throws {
        let story = try story()
        let journal = try journal(story)
        let corrected = try notebook(journal, story, now: "2026-01-05 14:00").edit("r1", Correction(with: "kim"))
        #expect(corrected.person?.name == "Kim")
        let builder = try AgendaBuilder(
            plan: story.plan, history: journal.history(), now: story.instant("2026-01-05 14:00"))
        let items = builder.items(ofRupture: "r1")
        #expect(items.prefix(3).map { $0.with } == [["Bo"], ["Bo"], ["Bo"]])
        #expect(items.dropFirst(3).map { $0.with.first } == Array(repeating: "Kim", count: items.count - 3))
        #expect(items.count > 3)
        #expect(builder.outlook(ofPerson: "bo") == nil)
    }

    /// Told at once as a misread signal, corrected before anything began: the ladder is that of a frightening moment.
    @Test func givesARuptureAnotherKind() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .benign)
        let toxic = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .toxic)
        let journal = try journal(story)
        let correction = Correction(kind: .toxic, frightened: .me, note: "I shouted.")
        _ = try notebook(journal, story, now: "2026-01-05 10:01").edit("r1", correction)
        #expect(try told(journal, story, now: "2026-01-05 10:01") == toxic.told())
        let rupture = try #require(try journal.history().rupture("r1"))
        #expect(rupture.note == "I shouted.")
        // Back again, nobody frightened anybody.
        _ = try notebook(journal, story, now: "2026-01-05 10:02").edit("r1", Correction(kind: .benign, note: ""))
        let again = try #require(try journal.history().rupture("r1"))
        #expect(again.frightened == nil)
        #expect(again.note == nil)
    }

    @Test func movesARuptureInTime() throws {
        let story = try Story().person("bo", .adult).rupture(
            "r1", "2026-01-05 10:00", .limitSetting, recorded: "2026-01-05 13:40")
        let journal = try journal(story)
        let notebook = try notebook(journal, story, now: "2026-01-05 14:00")
        _ = try notebook.edit("r1", Correction(at: "13:30"))
        let rupture = try #require(try journal.history().rupture("r1"))
        #expect(rupture.at == (try story.instant("2026-01-05 13:30")))
        #expect(rupture.recorded == (try story.instant("2026-01-05 13:40")))
        #expect(throws: InputError.timeAhead) { try notebook.edit("r1", Correction(at: "15:00")) }
    }

    /// Nothing has been settled yet: a setting, an end and a correction leave the prompts of today and of the days before.
    @Test func leavesThePromptsOfThePast() throws {
        let written = try Story(closed: ["mon-fri 09:00-17:00"]).person("bo", .adult).person("ada", .preschool)
            .rupture("r1", "2026-01-06 11:00", with: "bo")
        let story = Story(plan: ShippedPlan.load(), history: written.history)
        let changes: [(Notebook) throws -> Void] = [
            { _ = try $0.set(person: .id("ada"), hasEnded: true) },
            { _ = try $0.change(HouseholdEntry(good: "12:00")) },
            { _ = try $0.edit("r1", Correction(kind: .oscillating)) },
        ]
        for day in 6...9 {
            for change in changes {
                let journal = try journal(story)
                let now = "2026-01-0\(day) 14:22"
                func prompts() throws -> [Item] {
                    let instant = try story.instant(now)
                    return try AgendaBuilder(plan: story.plan, history: journal.history(), now: instant)
                        .agenda(from: .written("2026-01-01"), through: .written("2026-01-0\(day)")).items
                        .filter { !$0.kind.isRepair && $0.start < instant }
                }
                let before = try prompts()
                try change(notebook(journal, story, now: now))
                #expect(try prompts().map(\.id) == before.map(\.id))
                #expect(try prompts().map(\.start) == before.map(\.start))
                #expect(before.count > day - 2)
            }
        }
    }

    /// It cannot have been written down before it happened; and back again all is as it was.
    @Test(arguments: ["r1", "t1", "c1"]) func movesNothingBeyondWhereItWasWrittenDown(_ id: String) throws {
        let story = try story().attempt("t1", .declined, "2026-01-05 12:00").checkIn("c1", .red, "2026-01-05 12:30")
        let journal = try journal(story)
        let notebook = try notebook(journal, story, now: "2026-01-05 14:00")
        #expect(throws: InputError.laterThanWritten) { try notebook.edit(id, Correction(at: "13:00")) }
        #expect(journal.history(of: Set(RecordType.allCases), since: nil) == story.history)
    }

    @Test func correctsAttemptsAndCheckIns() throws {
        let story = try story().attempt("t1", .declined, "2026-01-05 12:00", roadblock: .shame)
            .checkIn("c1", .red, "2026-01-05 12:30", with: "bo")
        let journal = try journal(story)
        let notebook = try notebook(journal, story, now: "2026-01-05 13:00")
        _ = try notebook.edit("t1", Correction(at: "11:50", outcome: .partial, cleared: [.roadblock]))
        _ = try notebook.edit("c1", Correction(zone: .yellow, cleared: [.with]))
        let history = try journal.history()
        #expect(
            history.attempts == [
                Attempt(
                    id: "t1", rupture: "r1", at: try story.instant("2026-01-05 11:50"),
                    recorded: try story.instant("2026-01-05 12:00"), outcome: .partial)
            ])
        #expect(history.checkIns == [CheckIn(id: "c1", at: try story.instant("2026-01-05 12:30"), zone: .yellow)])
    }

    @Test(arguments: [
        ("r1", Correction(), InputError.nothingToCorrect),
        ("r1", Correction(outcome: .partial), .noSuchField(.outcome, of: .rupture)),
        ("t1", Correction(kind: .benign), .noSuchField(.kind, of: .attempt)),
        ("t1", Correction(cleared: [.zone]), .noSuchField(.zone, of: .attempt)),
        ("c1", Correction(note: "x"), .noSuchField(.note, of: .checkIn)),
        ("h1", Correction(at: "12:00"), .pausesAreReplaced),
        ("r1", Correction(frightened: .me), .frightenedWithoutFright),
    ])
    func refusesWhatARecordDoesNotHave(_ id: String, _ correction: Correction, _ error: InputError) throws {
        let story = try story().attempt("t1", .partial, "2026-01-05 12:00").checkIn("c1", .red, "2026-01-05 12:30")
            .pause("h1", "2026-01-05 12:40", until: "2026-01-08 08:00")
        let journal = try journal(story)
        let before = try journal.history()
        #expect(throws: error) { try notebook(journal, story, now: "2026-01-05 13:00").edit(id, correction) }
        #expect(try journal.history() == before)
    }

    @Test func refusesWhatCannotBeTrueTogether() throws {
        let story = try Story().person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00", .limitSetting, recorded: "2026-01-05 12:40")
            .attempt("t1", .repaired, "2026-01-05 12:00", recorded: "2026-01-05 12:50")
            .attempt("t2", .again, "2026-01-05 13:00").attempt("t3", .partial, "2026-01-05 14:00")
        let journal = try journal(story)
        let before = try journal.history()
        let notebook = try notebook(journal, story, now: "2026-01-05 15:00")
        #expect(throws: RecordFault.laterAttemptsRestOnIt("r1")) { try notebook.remove("t2") }
        #expect(throws: RecordFault.attemptBeforeRupture("r1")) { try notebook.edit("r1", Correction(at: "12:30")) }
        #expect(throws: RecordFault.afterClosing("r1")) { try notebook.edit("t2", Correction(outcome: .letGo)) }
        #expect(throws: RecordFault.noRecord) { try notebook.remove("r9") }
        #expect(throws: RecordFault.noRecord) { try notebook.edit("bo", Correction(note: "x")) }
        #expect(throws: RecordFault.nobody) { try notebook.edit("r1", Correction(with: "Zed")) }
        #expect(try journal.history() == before)
    }

    @Test func beginningAnewStaysForWhatIsClosed() throws {
        let story = try story().attempt("t1", .partial, "2026-01-05 12:00")
        let journal = try journal(story)
        #expect(throws: InputError.stillOpen(rupture: "r1")) {
            try notebook(journal, story, now: "2026-01-05 13:00").edit("t1", Correction(outcome: .again))
        }
    }

    @Test func theLogIsNewestFirstAndCanBeNarrowed() throws {
        var story = try story().attempt("t1", .repaired, "2026-01-05 12:00").checkIn("c1", .red, "2026-01-05 12:30")
            .rupture("r2", "2026-01-04 20:00", recorded: "2026-01-05 12:40", with: "kim", excitedAbout: "The Tower")
            .pause("h1", "2026-01-06 12:40", until: "2026-01-08 08:00", with: "bo")
        #expect(try story.history.log(LogQuery()).map(\.id) == ["h1", "c1", "t1", "r1", "r2"])
        #expect(try story.history.log(LogQuery(with: "b")).map(\.id) == ["h1", "t1", "r1"])
        let day = LogQuery(from: try .written("2026-01-05"), to: try .written("2026-01-05"))
        #expect(try story.history.log(day).map(\.id) == ["c1", "t1", "r1"])
        #expect(try story.history.log(LogQuery(text: "TOWER")).map(\.id) == ["r2"])
        #expect(try story.history.log(LogQuery(text: "nothing")).isEmpty)
        story.history.people = []
        #expect(throws: RecordFault.nobody) { try story.history.log(LogQuery(with: "bo")) }
    }

    /// What was taken back may have left words of what had begun; forgetting it takes those, too.
    @Test func forgettingTakesWhatTakingBackLeft() throws {
        let story = try story()
        let journal = try journal(story)
        let notebook = try notebook(journal, story, now: "2026-01-05 14:00")
        _ = try notebook.remove("r1")
        #expect(try journal.history().published.contains { $0.item.anchor == "r1" })
        #expect(try journal.history().knows(of: .rupture("r1")))
        #expect(try notebook.forget(.rupture("r1")))
        #expect(try !journal.history().published.contains { $0.item.anchor == "r1" })
        #expect(try !journal.history().knows(of: .rupture("r1")))
    }
}
