import Foundation
import MendCore
import MendKeeping
import Testing

@testable import MendJournal

/// Lists of tasks beside the journal's records.
@Suite struct TaskStoreTests {
    private static let list = TaskList(
        name: "My phone", user: "my-phone", secretHash: "c0ffee", prompts: true, open: true, created: Samples.now)

    private static let copy = TaskCopy(
        href: "b.ics", uid: "b", subject: .climb(anchor: "r1"), title: "The bear", notes: "a\u{0}b",
        lines: Array("X-A:1\r\n".utf8), alarms: [], attempts: ["t1", "t2"], done: Samples.now, isHidden: true,
        answered: "0a", modified: Samples.now)

    private static let mark = TaskMark(
        href: "b.ics", etag: "\"1\"", number: 3, subject: .climb(anchor: "r1"), ruptures: ["r1", "r2"],
        seen: ["0a", "0b"])

    private func withJournal(_ body: (SQLiteJournal, String) throws -> Void) throws {
        try inFreshFolder { folder in
            let home = "\(folder)/home"
            try body(
                SQLiteJournal.create(in: home, records: Samples.everything().records, zones: SystemZones.find), folder)
        }
    }

    private func add(to journal: SQLiteJournal) throws {
        try journal.add(Self.list)
        _ = try journal.updateTasks(of: "my-phone") { _, state in
            var state = state
            state.copies = [
                TaskCopy(
                    href: "a.ics", uid: "a", subject: .nobody, title: "Milk", lines: [0x41], modified: Samples.now),
                Self.copy,
            ]
            state.marks = [Self.mark]
            state.floor = 2
            return TaskDecision(changes: [], state: state, result: ())
        }
    }

    @Test func keepsWhatClientsWroteAndWereTold() throws {
        try withJournal { journal, folder in
            try add(to: journal)
            let other = try SQLiteJournal(directory: "\(folder)/home", zones: SystemZones.find)
            #expect(try other.taskLists() == [Self.list])
            let state = try #require(try other.tasks(of: "my-phone"))
            #expect(state.copies.map(\.href) == ["a.ics", "b.ics"])
            #expect(state.copies.last == Self.copy)
            #expect(state.marks == [Self.mark] && state.floor == 2 && state.number == 3)
            #expect(state.epoch.count == 16)
            #expect(try other.tasks(of: "tablet") == nil)
            // All of it, or nothing.
            #expect(throws: RecordFault.nobody) {
                try other.updateTasks(of: "my-phone") { _, state -> TaskDecision<Void> in throw RecordFault.nobody }
            }
            let dump = HouseholdFile.text(of: try other.history())
            #expect(!dump.contains("Milk"))
        }
    }

    @Test func aListThatWasRevokedStaysRevokedAndNothingWrittenSinceIsLost() throws {
        try withJournal { journal, folder in
            try add(to: journal)
            try journal.add(TaskList(name: "Old", user: "old", secretHash: "0ld", created: Samples.now))
            let epoch = try #require(try journal.tasks(of: "my-phone")?.epoch)
            let backup = try Backup(path: "\(folder)/b.sqlite")
            try Self.make(backup, of: journal)
            try journal.revokeTaskList(named: "Old")
            _ = try journal.updateTasks(of: "my-phone") { _, state in
                var state = state
                state.copies[0].title = "Bread"
                return TaskDecision(changes: [], state: state, result: ())
            }
            _ = try Restoration(of: backup, into: "\(folder)/home", zones: SystemZones.find)
                .run(replacing: true, now: Samples.now, known: "/b")
            #expect(try journal.taskLists().map(\.user) == ["my-phone"])
            let state = try #require(try journal.tasks(of: "my-phone"))
            #expect(state.copies.map(\.title) == ["Bread", "The bear"])
            #expect(state.marks == [Self.mark])
            #expect(state.epoch != epoch)
            // In another place the lists of then are there, and no token from before is good for anything.
            _ = try Restoration(of: backup, into: "\(folder)/new", zones: SystemZones.find)
                .run(replacing: false, now: Samples.now, known: "/b")
            let new = try SQLiteJournal(directory: "\(folder)/new", zones: SystemZones.find)
            #expect(try new.taskLists().map(\.user) == ["my-phone", "old"])
            #expect(try new.tasks(of: "my-phone")?.copies.map(\.title) == ["Milk", "The bear"])
            #expect(try new.tasks(of: "my-phone")?.epoch != epoch)
        }
    }

    @Test func whatWasWrittenOfARuptureGoesWithIt() throws {
        try withJournal { journal, _ in
            try add(to: journal)
            let attempts = try journal.history().attempts.filter { $0.rupture == "r2" }
            try journal.write(attempts.map { .remove(.attempt(id: $0.id)) } + [.remove(.rupture(id: "r2"))])
            let state = try #require(try journal.tasks(of: "my-phone"))
            #expect(state.copies.map(\.href) == ["a.ics"])
            #expect(state.marks.map(\.seen) == [[]] && state.marks.map(\.etag) == ["\"1\""])
        }
    }

    private static func make(_ backup: Backup, of journal: SQLiteJournal) throws {
        _ = try backup.write(journal, replacing: false)
    }
}
