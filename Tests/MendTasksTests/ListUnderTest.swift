import Foundation
import MendCore
import MendJournal
import MendKeeping
import MendText
import ShippedPlan
import Testing

@testable import MendTasks

/// A list of tasks of an invented family, in a journal in a folder of its own, at a time that passes only when told.
final class ListUnderTest {
    let journal: SQLiteJournal
    let plan: Plan
    var now: Instant
    let user = "phone"

    /// Monday evening: Ada was told no at twenty to six.
    static let monday = "2026-01-05T18:00:00-05:00"

    private static let family = #"""
        {"type": "household", "version": 1, "id": "k7Qm2xW9", "zone": "America/New_York", "quiet": "21:00-07:00", "cap": 3, "country": "US"}
        {"type": "person", "id": "ada", "name": "Ada", "relation": "child", "born": "2022-04-03"}
        {"type": "person", "id": "theo", "name": "Theo", "relation": "child", "born": "2015-01-20"}
        {"type": "person", "id": "sam", "name": "Sam", "relation": "partner"}
        {"type": "rupture", "id": "r1", "with": "ada", "kind": "limit-setting", "at": "2026-01-05T17:40:00-05:00", "recorded": "2026-01-05T17:50:00-05:00"}

        """#

    static func run(
        open: Bool = true, prompts: Bool = false, at now: String = monday, _ test: (ListUnderTest) throws -> Void
    ) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "mend-tasks-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let now = try #require(TimeText.instant(rfc3339: now))
        try test(ListUnderTest(path, open: open, prompts: prompts, now: now))
    }

    private init(_ path: String, open: Bool, prompts: Bool, now: Instant) throws {
        self.now = now
        plan = ShippedPlan.load()
        let history = try HouseholdFileReader(now: now, zones: SystemZones.find).history(from: Data(Self.family.utf8))
        journal = try SQLiteJournal.create(in: path, records: history.records, zones: SystemZones.find)
        try journal.add(
            TaskList(name: "My phone", user: user, secretHash: "c0ffee", prompts: prompts, open: open, created: now))
    }

    var notebook: Notebook { Notebook(journal: journal, plan: plan, now: now) }

    /// The list, with what was told kept.
    func served(_ user: String? = nil) throws -> ServedList {
        let (plan, now) = (plan, now)
        let list = try journal.updateTasks(of: user ?? self.user) { history, state in
            let list = try TaskListing(history: history, plan: plan, now: now, catalogue: .english).list(state)
            return TaskDecision(changes: [], state: list.state, result: list)
        }
        return try #require(list)
    }

    /// The one task.
    func task() throws -> ServedTask {
        let tasks = try served().tasks
        try #require(tasks.count == 1)
        return tasks[0]
    }

    func text(_ task: ServedTask) -> String { String(decoding: task.bytes, as: UTF8.self) }

    @discardableResult
    func put(_ text: String, at href: String, ifMatch: String? = nil, ifNoneMatch: String? = nil) throws
        -> TaskRecorder.Put
    {
        let put = try journal.updateTasks(of: user) { [recorder] history, state in
            try recorder.put(
                Array(text.utf8), at: href, Self.conditions(ifMatch, ifNoneMatch), history: history, state)
        }
        return try #require(put)
    }

    func delete(_ href: String, ifMatch: String? = nil) throws {
        _ = try journal.updateTasks(of: user) { [recorder] history, state in
            try recorder.delete(href, Self.conditions(ifMatch, nil), history: history, state)
        }
    }

    private var recorder: TaskRecorder { TaskRecorder(plan: plan, now: now, catalogue: .english) }

    private static func conditions(_ ifMatch: String?, _ ifNoneMatch: String?) -> TaskRecorder.Conditions {
        func named(_ tag: String?) -> (@Sendable (String) -> Bool)? {
            guard let tag else { return nil }
            return { tag == "*" || $0 == tag }
        }
        return .init(
            ifMatch: named(ifMatch), namesTags: ifMatch.map { $0 != "*" } ?? false, ifNoneMatch: named(ifNoneMatch))
    }

    /// A task as a phone makes a new one.
    static func new(_ title: String, uid: String = "new-1", created: String = "20260105T225500Z", _ more: String = "") -> String {
        """
        BEGIN:VCALENDAR\r
        VERSION:2.0\r
        PRODID:+//IDN tasks.org//android-130800//EN\r
        BEGIN:VTODO\r
        DTSTAMP:20260105T225500Z\r
        UID:\(uid)\r
        CREATED:\(created)\r
        LAST-MODIFIED:20260105T225500Z\r
        SUMMARY:\(title)\r
        \(more)END:VTODO\r
        END:VCALENDAR\r

        """
    }

    func history() throws -> History { try journal.history() }
}
