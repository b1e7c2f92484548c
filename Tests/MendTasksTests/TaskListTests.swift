import Foundation
import MendCore
import MendJournal
import Testing

@testable import MendTasks

/// What stands in a list, and what it means when a client changes it.
@Suite struct TaskListTests {
    @Test func tellsOneTaskAPerson() throws {
        try ListUnderTest.run { list in
            let text = list.text(try list.task())
            #expect(text.contains("SUMMARY:Go back"))
            #expect(text.contains(" · Ada\r\n"))
            #expect(text.contains("UID:r1.task.k7Qm2xW9@mend\r\n"))
            #expect(text.contains("STATUS:NEEDS-ACTION\r\n"))
            let due = try #require(text.split(separator: "\r\n").first { $0.hasPrefix("DUE:") })
            #expect(due.hasSuffix("Z"))
            #expect(text.contains("TRIGGER;VALUE=DATE-TIME\(due.dropFirst(3))"))
            _ = try list.notebook.record(RuptureEntry(with: "Theo", kind: .benign))
            _ = try list.notebook.record(RuptureEntry(with: "Ada", kind: .benign, at: "10m ago"))
            #expect(try list.served().tasks.count == 2)
        }
    }

    @Test func aDiscreetTaskTellsNothing() throws {
        try ListUnderTest.run(open: false) { list in
            let task = try list.task()
            let text = list.text(task)
            for word in ["Ada", "r1", "k7Qm2xW9", "Go back", "limit", "17:4", "225000", "224000"] {
                #expect(!text.contains(word), "\(word)")
            }
            #expect(task.href.count == 36)
            // The first try on a later day, not the same evening's.
            let due = try #require(task.calendar?.components.first?.first("DUE")?.moment?.instant(in: list.zone))
            #expect(TimeText.utc(due) == "2026-01-06T22:00:00Z")
        }
    }

    /// Neither how often a discreet list changes, nor a time in it, nor how long its tasks stay depends on what is open.
    @Test func aDiscreetListIsTheSameForEachKind() throws {
        var seen: [[String]] = []
        for kind in Rupture.Kind.allCases {
            try ListUnderTest.run(open: false) { list in
                _ = try list.notebook.record(RuptureEntry(with: "Sam", kind: kind, at: "30m ago"))
                var days: [String] = []
                for _ in 0..<2 * 40 {
                    let served = try list.served()
                    let dues = served.tasks.compactMap { $0.calendar?.components.first?.value("DUE") }.sorted()
                    days.append("\(served.tasks.count) \(served.state.number) \(dues)")
                    list.now = list.now + 12.hours
                }
                seen.append(days)
            }
        }
        #expect(Set(seen).count == 1)
        let counts = seen[0].map { $0.prefix(1) }
        #expect(counts.first == "2" && counts.last == "0")
    }

    @Test func itMovesAsTheLadderMovesAndGoesWhenClosedElsewhere() throws {
        try ListUnderTest.run { list in
            let before = try list.task()
            list.now = list.now + 24.hours
            let after = try list.task()
            #expect(before.uid == after.uid && before.href == after.href)
            #expect(before.etag != after.etag)
            let token = try list.served().token
            _ = try list.notebook.record(AttemptEntry(rupture: "r1", outcome: .repaired))
            let served = try list.served()
            #expect(served.tasks.isEmpty)
            let changes = try #require(served.changes(since: token))
            #expect(changes.gone == [before.href] && changes.changed.isEmpty)
        }
    }

    @Test(arguments: [
        ("STATUS:NEEDS-ACTION", "STATUS:COMPLETED"), ("STATUS:NEEDS-ACTION", "PERCENT-COMPLETE:100"),
        ("STATUS:NEEDS-ACTION\r\n", "COMPLETED:20260105T225500Z\r\n"),
    ])
    func checkedOffIsMendedAndUncheckedIsTakenBack(_ from: String, _ to: String) throws {
        try ListUnderTest.run { list in
            _ = try list.notebook.record(RuptureEntry(with: "Ada", kind: .benign, at: "1h ago"))
            let task = try list.task()
            let put = try list.put(list.text(task).replacing(from, with: to), at: task.href, ifMatch: task.etag)
            #expect(!put.isNew && put.etag == nil)
            let attempts = try list.history().attempts
            #expect(attempts.map(\.outcome) == [.repaired, .repaired])
            #expect(Set(attempts.map(\.rupture)) == ["r1", "r2"])
            let done = try list.task()
            let text = list.text(done)
            #expect(text.contains("STATUS:COMPLETED\r\n") && text.contains("PERCENT-COMPLETE:100\r\n"))
            #expect(text.contains(" · Ada\r\n"))
            let open = text.split(separator: "\r\n").filter { !$0.hasPrefix("COMPLETED") && !$0.hasPrefix("PERCENT") }
                .map { $0 == "STATUS:COMPLETED" ? "STATUS:NEEDS-ACTION" : String($0) }.joined(separator: "\r\n")
            try list.put(open, at: done.href, ifMatch: done.etag)
            #expect(try list.history().attempts.isEmpty)
            #expect(list.text(try list.task()).contains("STATUS:NEEDS-ACTION\r\n"))
        }
    }

    @Test func undoOpensWhatWasCheckedOff() throws {
        try ListUnderTest.run { list in
            let task = try list.task()
            try list.put(list.text(task).replacing("NEEDS-ACTION", with: "COMPLETED"), at: task.href)
            _ = try list.notebook.undo()
            let open = try list.task()
            #expect(list.text(open).contains("STATUS:NEEDS-ACTION\r\n"))
            list.now = list.now + 24.hours
            #expect(try list.task().copy?.title == nil)
        }
    }

    @Test func anOldCopyUnchecksNothing() throws {
        try ListUnderTest.run { list in
            let task = try list.task()
            let old = list.text(task)
            try list.put(old.replacing("NEEDS-ACTION", with: "COMPLETED"), at: task.href)
            // Another phone, which has not heard of it and looks at no tag, adds a category.
            try list.put(old.replacing("CLASS:", with: "CATEGORIES:home\r\nCLASS:"), at: task.href)
            #expect(try list.history().attempts.map(\.outcome) == [.repaired])
            #expect(list.text(try list.task()).contains("CATEGORIES:home\r\n"))
        }
    }

    /// `*` names nothing that a client has seen.
    @Test func anOldCopyThatNamesAnyTagUnchecksNothing() throws {
        try ListUnderTest.run { list in
            let task = try list.task()
            try list.put(list.text(task).replacing("NEEDS-ACTION", with: "COMPLETED"), at: task.href)
            try list.put(list.text(task), at: task.href, ifMatch: "*")
            #expect(try list.history().attempts.map(\.outcome) == [.repaired])
        }
    }

    /// What was written down after a phone had ticked its copy was not meant by it.
    @Test func anOldCopyClosesNothingThatCameLater() throws {
        try ListUnderTest.run { list in
            let task = try list.task()
            let ticked = list.text(task).replacing("STATUS:NEEDS-ACTION", with: "STATUS:COMPLETED\r\nCOMPLETED:20260105T230500Z")
            list.now = list.now + 1.hours
            _ = try list.notebook.record(RuptureEntry(with: "Ada", kind: .toxic, at: "3h ago"))
            try list.put(ticked, at: task.href)
            #expect(try list.history().attempts.map(\.rupture) == ["r1"])
        }
    }

    /// A phone that heard no answer asks again, also once it is closed elsewhere.
    @Test func whatIsAskedAgainIsNoNewRupture() throws {
        try ListUnderTest.run { list in
            let text = ListUnderTest.new("Theo limit")
            try list.put(text, at: "x.ics", ifNoneMatch: "*")
            _ = try list.notebook.record(AttemptEntry(rupture: "r2", outcome: .repaired))
            _ = try list.served()
            let again = try list.put(text, at: "x.ics", ifNoneMatch: "*")
            #expect(!again.isNew)
            #expect(try list.history().ruptures.map(\.id) == ["r1", "r2"])
        }
    }

    /// The words that stand below stay mend's.
    @Test(arguments: ["not-ready, she slept", "not-ready\\, she slept\\n\\n"])
    func anOutcomeAboveMendsWordsTakesNoneOfThem(_ beginning: String) throws {
        try ListUnderTest.run { list in
            let task = try list.task()
            let text = list.text(task).replacing("\r\n ", with: "").replacing("DESCRIPTION:Act", with: "DESCRIPTION:\(beginning)\\nAct")
            #expect(text.contains("DESCRIPTION:not-ready"))
            try list.put(text, at: task.href, ifMatch: task.etag)
            let attempt = try #require(try list.history().attempts.first)
            #expect(attempt.outcome == .notReady && attempt.note == "she slept")
        }
    }

    @Test func aLaterDateIsAPauseWithThatPersonAndTheirEveningComesAgain() throws {
        try ListUnderTest.run { list in
            let task = try list.task()
            let due = try #require(list.text(task).split(separator: "\r\n").first { $0.hasPrefix("DUE:") })
            try list.put(
                list.text(task).replacing(due, with: "DUE;VALUE=DATE:20260109"), at: task.href, ifMatch: task.etag)
            let hold = try #require(try list.history().holds.first)
            #expect(hold.with == "ada")
            #expect(TimeText.utc(hold.until) == "2026-01-09T05:00:00Z")
            let after = try list.task()
            let moment = try #require(after.calendar?.components.first?.first("DUE")?.moment?.instant(in: list.zone))
            #expect(moment >= hold.until)
            // The old copy again is no new pause.
            try list.put(list.text(task), at: task.href)
            #expect(try list.history().holds.count == 1)
        }
    }

    @Test func whatWasToldBeforeIsNoChange() throws {
        try ListUnderTest.run { list in
            _ = try list.notebook.pause(with: "Ada", until: "2026-01-09T17:00:00-05:00")
            let held = list.text(try list.task())
            list.now = list.now + 1.hours
            _ = try list.notebook.resume(with: "Ada")
            #expect(list.text(try list.task()) != held)
            // A phone that looks at no tag sends the later date and the words of then.
            try list.put(held.replacing("CLASS:", with: "CATEGORIES:home\r\nCLASS:"), at: try list.task().href)
            #expect(try list.history().holds.count == 2)
            let copy = try #require(try list.task().copy)
            #expect(copy.title == nil && copy.notes == nil)
        }
    }

    @Test func deletedIsLetGo() throws {
        try ListUnderTest.run { list in
            let task = try list.task()
            try list.delete(task.href, ifMatch: task.etag)
            #expect(try list.history().attempts.map(\.outcome) == [.letGo])
            #expect(try list.served().tasks.isEmpty)
            #expect(throws: TaskRefusal.notThere) { try list.delete(task.href) }
            _ = try list.notebook.undo()
            #expect(try list.served().tasks.count == 1)
        }
    }

    @Test func notesThatBeginWithAnOutcomeAreOneOnce() throws {
        try ListUnderTest.run { list in
            let task = try list.task()
            let lines = list.text(task).replacing("\r\n ", with: "").split(separator: "\r\n")
            let notes = lines.map { $0.hasPrefix("DESCRIPTION:") ? "DESCRIPTION:not-ready\\, she slept" : String($0) }
            let text = notes.joined(separator: "\r\n") + "\r\n"
            try list.put(text, at: task.href)
            try list.put(text, at: task.href)
            let attempts = try list.history().attempts
            #expect(attempts.map(\.outcome) == [.notReady])
            #expect(attempts.map(\.note) == ["she slept"])
            #expect(!list.text(try list.task()).contains("she slept"))
        }
    }

    @Test func aNewTaskThatNamesSomebodyIsARupture() throws {
        try ListUnderTest.run { list in
            let put = try list.put(ListUnderTest.new("Theo limit", "DESCRIPTION:screen time\r\n"), at: "x.ics")
            #expect(put.isNew && put.etag == nil)
            let rupture = try #require(try list.history().ruptures.last)
            #expect(rupture.with == "theo" && rupture.kind == .limitSetting && rupture.note == "screen time")
            #expect(TimeText.utc(rupture.at) == "2026-01-05T22:55:00Z")
            let task = try #require(try list.served().task("x.ics"))
            #expect(task.uid == "new-1")
            #expect(list.text(task).contains(" · Theo\r\n"))
            // The client's answer was lost, and it sends the same again.
            try list.put(ListUnderTest.new("Theo limit", "DESCRIPTION:screen time\r\n"), at: "x.ics")
            #expect(try list.history().ruptures.count == 2)
            #expect(try list.served().task("x.ics")?.copy?.title == nil)
            _ = try list.notebook.undo()
            #expect(try list.served().task("x.ics") == nil)
        }
    }

    @Test func theNewTaskBecomesThePersons() throws {
        try ListUnderTest.run { list in
            let before = try list.task()
            try list.put(ListUnderTest.new("Ada"), at: "x.ics")
            #expect(try list.task().href == "x.ics")
            #expect(try list.served().task(before.href) == nil)
            #expect(try list.history().ruptures.map(\.kind) == [.limitSetting, .benign])
        }
    }

    @Test func aTitleThatNamesNobodyIsKeptAsItCame() throws {
        try ListUnderTest.run { list in
            let text = ListUnderTest.new("Buy shoes for Ada", "X-APPLE-SORT-ORDER:5\r\nCATEGORIES:a\\,b,c\r\n")
            let put = try list.put(text, at: "x.ics")
            let task = try #require(try list.served().task("x.ics"))
            #expect(list.text(task) == text)
            #expect(put.etag == task.etag)
            #expect(try list.history().ruptures.count == 1)
            #expect(try list.served().state.copies.map(\.title) == ["Buy shoes for Ada"])
            try list.delete("x.ics")
            #expect(try list.served().task("x.ics") == nil)
            #expect(try list.history().attempts.isEmpty)
        }
    }

    @Test func whatAClientAddsStays() throws {
        try ListUnderTest.run { list in
            let task = try list.task()
            let alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT30M\r\nDESCRIPTION:soon\r\nX-WR-ALARMUID:7\r\nEND:VALARM\r\n"
            let text = list.text(task).replacing(
                "CLASS:PRIVATE\r\n", with: "PRIORITY:3\r\nCATEGORIES:a\\,b,c\r\nX-APPLE-SORT-ORDER:5\r\nCLASS:PRIVATE\r\n"
            ).replacing("END:VTODO", with: alarm + "END:VTODO")
            try list.put(text, at: task.href, ifMatch: task.etag)
            for _ in 1...2 {
                let told = list.text(try list.task())
                for line in ["PRIORITY:3", "CATEGORIES:a\\,b,c", "X-APPLE-SORT-ORDER:5", "TRIGGER:-PT30M"] {
                    #expect(told.contains("\(line)\r\n"), "\(line)")
                }
                #expect(told.components(separatedBy: "BEGIN:VALARM").count == 3)
                list.now = list.now + 24.hours
            }
            #expect(try list.history().holds.isEmpty)
            #expect(try list.history().attempts.isEmpty)
        }
    }

    @Test func aClientsOwnTitleAndNotesStay() throws {
        try ListUnderTest.run { list in
            let task = try list.task()
            let lines = list.text(task).replacing("\r\n ", with: "").split(separator: "\r\n").map { line in
                line.hasPrefix("SUMMARY:") ? "SUMMARY:After the swing" : line.hasPrefix("DESCRIPTION:") ? "DESCRIPTION:bring the bear" : String(line)
            }
            try list.put(lines.joined(separator: "\r\n") + "\r\n", at: task.href, ifMatch: task.etag)
            list.now = list.now + 24.hours
            let text = list.text(try list.task())
            #expect(text.contains("SUMMARY:After the swing\r\n") && text.contains("DESCRIPTION:bring the bear\r\n"))
        }
    }

    @Test func refusesWhatItCannotTake() throws {
        try ListUnderTest.run { list in
            let task = try list.task()
            let before = try list.history()
            let new = ListUnderTest.new("Milk")
            let second = new.replacing("END:VCALENDAR", with: new.split(separator: "\r\n").dropFirst(3).dropLast().joined(separator: "\r\n") + "\r\nEND:VCALENDAR")
            let cases: [(String, TaskRefusal)] = [
                ("", .notACalendar), ("BEGIN:VCALENDAR\r\n", .notACalendar), (String(new.dropLast(30)), .notACalendar),
                (new.replacing("SUMMARY", with: "DUE:tomorrow\r\nSUMMARY"), .notACalendar),
                (new.replacing("VTODO", with: "VEVENT"), .notATask), (second, .notOneTask),
                (new.replacing("UID:new-1\r\n", with: ""), .notOneTask),
                (new.replacing("SUMMARY", with: "DUE:99991231T000000Z\r\nSUMMARY"), .tooFar),
                (new.replacing("UID:new-1", with: "UID:\(task.uid)"), .uidIsTaken(href: task.href)),
                (new.replacing("Milk", with: String(repeating: "m", count: 70_000)), .tooLarge),
            ]
            for (text, refusal) in cases {
                #expect(throws: refusal) { try list.put(text, at: "y.ics") }
            }
            #expect(throws: TaskRefusal.changedSince) { try list.put(new, at: task.href, ifMatch: "\"other\"") }
            #expect(throws: TaskRefusal.changedSince) { try list.put(new, at: task.href, ifNoneMatch: "*") }
            #expect(throws: TaskRefusal.changedSince) { try list.put(new, at: "y.ics", ifMatch: "*") }
            #expect(throws: TaskRefusal.uidIsTaken(href: task.href)) { try list.put(new, at: task.href) }
            #expect(try list.history().ruptures == before.ruptures)
            #expect(try list.served().tasks.count == 1)
        }
    }

    @Test func oldPhonesCheckOffWhatIsOver() throws {
        try ListUnderTest.run { list in
            let task = try list.task()
            let done = list.text(task).replacing("NEEDS-ACTION", with: "COMPLETED")
            // A new climb has begun meanwhile, under another address.
            list.now = list.now + 1.hours
            _ = try list.notebook.record(RuptureEntry(with: "Ada", kind: .benign))
            #expect(try list.task().href != task.href)
            try list.put(done, at: task.href)
            #expect(try list.history().attempts.map(\.rupture) == ["r1"])
            #expect(try list.served().tasks.count == 1)
        }
    }

    @Test func promptsAreTasksOfTheirDay() throws {
        try ListUnderTest.run(prompts: true) { list in
            let tasks = try list.served().tasks
            #expect(tasks.count == 2)
            let prompt = try #require(tasks.first { if case .prompt = $0.subject { true } else { false } })
            try list.put(list.text(prompt).replacing("NEEDS-ACTION", with: "COMPLETED"), at: prompt.href)
            #expect(try list.history().attempts.isEmpty)
            let done = try #require(try list.served().task(prompt.href))
            #expect(list.text(done).contains("STATUS:COMPLETED\r\n"))
            try list.delete(prompt.href)
            #expect(try list.served().tasks.count == 1)
            list.now = list.now + 24.hours
            #expect(try list.served().tasks.count == 2)
            #expect(try list.served().task(prompt.href) == nil)
        }
    }

    @Test func tokensTellEachChangeOnce() throws {
        try ListUnderTest.run { list in
            let first = try list.served()
            #expect(first.changes(since: "")?.changed.count == 1)
            #expect(try list.served().token == first.token)
            try list.put(ListUnderTest.new("Milk", uid: "a"), at: "a.ics")
            try list.put(ListUnderTest.new("Bread", uid: "b"), at: "b.ics")
            let second = try list.served()
            #expect(second.changes(since: first.token)?.changed.map(\.href) == ["a.ics", "b.ics"])
            let cut = try #require(second.changes(since: first.token, limit: 1))
            #expect(cut.isCut && cut.changed.map(\.href) == ["a.ics"])
            #expect(second.changes(since: cut.token)?.changed.map(\.href) == ["b.ics"])
            try list.delete("a.ics")
            #expect(try list.served().changes(since: second.token)?.gone == ["a.ics"])
            #expect(try list.served().changes(since: "")?.gone == [])
            for token in ["x", "urn:mend:sync:0:1", first.token + "9", "urn:mend:sync:\(first.state.epoch):-1"] {
                #expect(second.changes(since: token) == nil)
            }
        }
    }

    @Test func forgettingTakesWhatClientsWrote() throws {
        try ListUnderTest.run { list in
            let task = try list.task()
            try list.put(
                list.text(task).replacing("CLASS:", with: "X-SECRET:the bear\r\nCLASS:"), at: task.href)
            #expect(try list.served().state.copies.count == 1)
            try list.notebook.forget(.person("ada"))
            let state = try list.served().state
            #expect(state.copies.isEmpty)
            #expect(state.marks.map(\.etag) == [nil])
            #expect(state.marks.flatMap(\.seen).isEmpty)
        }
    }

    @Test func aRevokedListIsGoneWithAllOfIt() throws {
        try ListUnderTest.run { list in
            let task = try list.task()
            try list.put(list.text(task), at: task.href)
            #expect(throws: InputError.taskListNameTaken) {
                try list.journal.add(
                    TaskList(name: "my Phone", user: "phone", secretHash: "c0ffee", created: list.now))
            }
            try list.journal.revokeTaskList(named: "My phone")
            #expect(try list.journal.taskLists().isEmpty)
            #expect(try list.journal.tasks(of: "phone") == nil)
            #expect(throws: InputError.noTaskList) { try list.journal.revokeTaskList(named: "My phone") }
        }
    }
}

extension ListUnderTest {
    static func zone() throws -> Zone { try #require(SystemZones.find("America/New_York")) }

    var zone: Zone { get throws { try journal.household().zone } }
}

@Suite struct TaskListNameTests {
    @Test(arguments: [("My phone", "my-phone"), ("Anna's iPhone", "annas-iphone"), ("Ünïcode", "n-code"), ("…", "list")])
    func makesAUserOfAName(_ name: String, _ user: String) {
        #expect(TaskList.user(for: name) == user)
    }

    @Test func makesAnotherWhereOneIsTaken() {
        let now = Instant(seconds: 0)
        let one = TaskList(name: "Телефон", user: "list", secretHash: "", created: now)
        #expect(TaskList.user(for: "手机", besides: [one]) == "list-2")
        #expect(TaskList.user(for: "Телефон", besides: [one]) == "list")
    }
}
