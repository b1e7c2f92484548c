import Testing

@testable import MendCore

/// How things stand with each person.
@Suite struct OutlookTests {
    /// `Bo: r2+r1 since mon 10:00, next r2.reflect`
    private func lines(_ story: Story, _ now: String) throws -> [String] {
        try story.builder(now: now).people.map { person in
            let open = person.open.map(\.id).joined(separator: "+")
            let resting = person.resting.map(\.id).joined(separator: "+")
            let next: String =
                switch person.outlook {
                case .next(let item): "next \(item.id)"
                case .atRest: "at rest"
                case .onHold(let until, let item):
                    "paused until \(story.zone.text(until)), then \(item?.id ?? "nothing")"
                case .noPlace(let why): "no place for \(why.rung.rawValue)"
                case .closed: "closed"
                }
            return "\(person.person.name): open \(open), resting \(resting), \(next)"
        }
    }

    @Test func tellsWhatIsOpenAndWhatComesNext() throws {
        let story = try Story().person("bo", .adult).person("sam", .adult).person("cy", .adult)
            .rupture("r1", "2026-01-05 10:00", with: "bo").rupture("r2", "2026-01-20 10:00", .limitSetting, with: "bo")
            .rupture("r3", "2026-01-20 12:00", with: "sam").attempt("t1", .repaired, "2026-01-20 12:30", of: "r3")
        #expect(try lines(story, "2026-01-05 10:00") == ["Bo: open r1, resting , next r1.reconnect"])
        #expect(try lines(story, "2026-01-13 20:00") == ["Bo: open r1, resting , next r1.rest"])
        #expect(try lines(story, "2026-01-13 20:01") == ["Bo: open , resting r1, at rest"])
        // Calm is still to come, and never rings.
        #expect(try lines(story, "2026-01-20 10:05") == ["Bo: open r2, resting r1, next r2.reflect"])
        #expect(try lines(story, "2026-01-20 10:30") == ["Bo: open r2, resting r1, next r2.reconnect"])
        #expect(
            try lines(story, "2026-01-20 12:10") == [
                "Bo: open r2, resting r1, next r2.try-again.1", "Sam: open r3, resting , next r3.reconnect",
            ])
        #expect(try lines(story, "2026-01-20 12:30") == ["Bo: open r2, resting r1, next r2.try-again.1"])
        let bo = try #require(try story.builder(now: "2026-01-20 12:30").outlook(ofPerson: "bo"))
        #expect(bo.since == (try story.instant("2026-01-20 10:00")))
        #expect(try story.builder(now: "2026-01-20 12:30").wakefulRuptures.map(\.id) == ["r2"])
        #expect(try story.builder(now: "2026-01-20 12:30").openRuptures.map(\.id) == ["r1", "r2"])
    }

    @Test func saysWhyNothingFits() throws {
        let story = try Story().person("bo", .adult, away: ["2026-01-06/2028-01-01"]).rupture("r1", "2026-01-05 10:00")
        guard case .noPlace(let why) = try story.builder(now: "2026-01-06 10:00").outlook(ofRupture: "r1") else {
            Issue.record("found a place")
            return
        }
        #expect(why == NoPlace(rung: .tryAgain, because: [.theirDaysAway], days: 366))
    }

    /// Whether one may go to Bo before each item that has not begun comes: `try-again 1 true`.
    private func sooner(_ story: Story, _ now: String) throws -> [String] {
        let builder = try story.builder(now: now)
        let now = try story.instant(now)
        return builder.items(ofRupture: "r1").filter { $0.start >= now }.prefix(3)
            .map { "\($0.kind.name) \($0.number) \(builder.mayComeSooner($0))" }
    }

    @Test func whatComesTogetherMayComeSooner() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
        #expect(try sooner(story, "2026-01-05 10:01") == ["calm 0 false", "reflect 0 false", "reconnect 0 true"])
        #expect(
            try sooner(story, "2026-01-06 10:00") == ["try-again 1 true", "roadblock 2 false", "try-again 2 true"])
    }

    /// Nobody is sent to somebody who is not well, who said no, or who frightened or was frightened.
    @Test func nothingMayComeSoonerThanAHoldARefusalOrAFright() throws {
        let story = try Story().person("bo", .adult).person("cy", .adult)
            .rupture("r1", "2026-01-05 10:00", .limitSetting)
        let now = "2026-01-06 10:01"
        let no = ["try-again 1 false", "roadblock 2 false", "try-again 2 false"]
        let yes = ["try-again 1 true", "roadblock 2 false", "try-again 2 true"]
        #expect(try sooner(story.checkIn("c1", .red, "2026-01-06 10:00", with: "bo"), now) == no)
        #expect(try sooner(story.checkIn("c1", .red, "2026-01-06 10:00"), now) == no)
        #expect(try sooner(story.checkIn("c1", .red, "2026-01-06 09:00"), now) == yes)
        #expect(try sooner(story.checkIn("c1", .red, "2026-01-06 10:00", with: "cy"), now) == yes)
        #expect(try sooner(story.pause("h1", "2026-01-06 09:00", until: "2026-01-06 11:00"), now) == no)
        #expect(try sooner(story.pause("h1", "2026-01-06 09:00", until: "2026-01-06 11:00", with: "bo"), now) == no)
        #expect(try sooner(story.pause("h1", "2026-01-06 09:00", until: "2026-01-06 11:00", with: "cy"), now) == yes)
        #expect(try sooner(story.pause("h1", "2026-01-06 09:00", until: "2026-01-06 10:01"), now) == yes)
        #expect(try sooner(story.attempt("t1", .declined, "2026-01-06 10:00"), now) == no)
        #expect(try sooner(story.attempt("t1", .notReady, "2026-01-06 10:00"), now) == no)
        #expect(
            try sooner(
                story.attempt("t1", .notReady, "2026-01-06 09:00").attempt("t2", .partial, "2026-01-06 10:00"), now)
                == yes)
        let grave = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .toxic)
        #expect(try sooner(grave, now) == no)
    }

    /// Only the weekly reflection mentions what is at rest.
    @Test func mentionsWhatIsAtRestInTheReflection() throws {
        var story = try Story { $0.addReflections(1) }.person("bo", .adult).rupture("r1", "2026-01-05 10:00")
        func mentions(_ day: String) throws -> Bool {
            let items = try story.builder(now: "2026-01-06 08:00").agenda(from: .written(day), through: .written(day))
                .items
            return try #require(items.first { $0.kind == .reflection }).text.contains(
                "At rest, and nothing owed: something with Bo.")
        }
        #expect(try !mentions("2026-01-11"))
        #expect(try mentions("2026-01-18"))
        story = try story.end("2026-01-06 07:00")
        #expect(try !mentions("2026-01-18"))
    }

    /// Where reminders ended and began again, it is at rest without a rest.
    @Test func mentionsNothingThatAnEndBroughtToRest() throws {
        var story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00")
        #expect(try !story.builder(now: "2026-01-13 20:00").isMentioned(rupture: "r1"))
        #expect(try story.builder(now: "2026-01-13 20:01").isMentioned(rupture: "r1"))
        story = try story.end("2026-01-06 07:00")
        story.history.people[0].begun = try story.instant("2026-01-06 08:00")
        let builder = try story.builder(now: "2026-02-13 20:00")
        #expect(builder.outlook(ofRupture: "r1") == .atRest)
        #expect(!builder.isMentioned(rupture: "r1"))
    }
}
