import Testing

@testable import MendCore

/// After a frightening moment the prompts of that day and the next are gentle.
@Suite struct GentleDayTests {
    /// Themes a, b, c and d in turn; c is gentle. 2026-01-05 is a Monday.
    private func story() throws -> Story {
        try Story.prompted(own: 400, together: 160) { $0.slots.gentleThemes = ["c"] }.person("bo", .adult)
    }

    private func themes(_ story: Story, _ first: String, _ last: String) throws -> [String] {
        try story.prompts(first, last, now: "2026-03-01 08:00").compactMap {
            $0.prompt?.split(separator: ".").dropFirst().first.map(String.init)
        }
    }

    /// On Tuesday at noon: Tuesday's prompt comes at 16:00, Wednesday's at 07:30.
    @Test func areGentleOnThatDayAndTheNext() throws {
        let plain = try story()
        let usual = try themes(plain, "2026-02-02", "2026-02-08")
        let after = try themes(plain.rupture("r1", "2026-02-03 12:00", .toxic), "2026-02-02", "2026-02-08")
        #expect(after[1...2] == ["c", "c"])
        #expect(usual[1...2] != ["c", "c"])
        #expect(after[0] == usual[0])
        #expect(after[3...] == usual[3...])
    }

    @Test func leaveAloneWhatCameBeforeItWasWrittenDown() throws {
        let plain = try story()
        let usual = try themes(plain, "2026-02-02", "2026-02-08")
        let late = try plain.rupture("r1", "2026-02-03 12:00", .toxic, recorded: "2026-02-04 07:30:01")
        #expect(try themes(late, "2026-02-02", "2026-02-08") == usual)
    }

    @Test func followNoOtherRupture() throws {
        let plain = try story()
        let usual = try themes(plain, "2026-02-02", "2026-02-08")
        for kind in [Rupture.Kind.benign, .oscillating, .limitSetting] {
            #expect(try themes(plain.rupture("r1", "2026-02-03 12:00", kind), "2026-02-02", "2026-02-08") == usual)
        }
    }

    /// What a calendar has shown for these days fits no more, unless it is gentle or has begun.
    @Test func takeThePlaceOfWhatWasShownAndHasNotBegun() throws {
        let plain = try story()
        let shown = try plain.prompts("2026-02-02", "2026-02-08")
        let after = try plain.published(shown).rupture("r1", "2026-02-03 12:00", .toxic)
        let prompts = try after.prompts("2026-02-02", "2026-02-08", now: "2026-02-03 12:05").map(\.prompt)
        #expect(prompts[1...2].allSatisfy { $0?.hasPrefix("own.c.") == true })
        #expect(prompts[0] == shown[0].prompt && prompts[3...] == shown.map(\.prompt)[3...])
        let later = try after.prompts("2026-02-02", "2026-02-08", now: "2026-02-04 07:30")
        #expect(later.map(\.prompt) == shown.map(\.prompt))
    }

    /// Tuesday was to be together; the gentle text takes its time.
    @Test func areForTheCaregiverAloneAtTheTimeOfTheSlot() throws {
        let usual = try story().lines("2026-02-03", "2026-02-04", now: "2026-03-01 08:00")
        #expect(usual == ["2026-02-03 16:00 prompt together Bo", "2026-02-04 07:30 prompt self"])
        let after = try story().rupture("r1", "2026-02-03 12:00", .toxic)
        let prompts = try after.prompts("2026-02-03", "2026-02-04", now: "2026-03-01 08:00")
        #expect(prompts.map { "\(after.zone.text($0.start)) \($0.voice.rawValue)" } == [
            "2026-02-03 16:00 self", "2026-02-04 07:30 self",
        ])
        // And stays there once it was shown.
        let shown = try after.published(prompts).prompts("2026-02-03", "2026-02-04", now: "2026-02-03 13:00")
        #expect(shown == prompts)
    }

    /// In the plan that comes with mend, with a frightening moment every week: nothing repeats.
    @Test func holdInTheShippedPlan() throws {
        let gentle: Set = ["rest", "kindness", "body", "support"]
        var story = try Story(plan: SampleFamily.plan.get(), history: SampleFamily.preschool.history)
        for week in 0..<52 {
            let day = LocalDay(number: 20_458 + 7 * week + week % 7)
            story = try story.rupture("r\(week)", "\(day) 18:00", .toxic)
        }
        let items = try story.prompts("2026-01-01", "2026-12-31", now: "2027-01-01 08:00")
        #expect(Set(items.compactMap(\.prompt)).count == 365)
        let themes = Dictionary(uniqueKeysWithValues: story.plan.prompts.map { ($0.id, $0.theme) })
        let nextDays = Set(story.history.ruptures.map { story.zone.day(of: $0.at) + 1 })
        let after = items.filter { nextDays.contains(story.zone.day(of: $0.start)) }
        #expect(after.count == 52)
        #expect(after.allSatisfy { gentle.contains($0.prompt.flatMap { themes[$0] } ?? "") })
    }
}
