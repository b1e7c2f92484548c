import Testing

@testable import MendCore

/// Why an item stands where it stands, in the order in which the rules moved it.
@Suite struct ReasonTests {
    @Test func tellsEachMoveOfTheFirstRungs() throws {
        let story = try Story().person("bo", .teen, closed: ["mon 12:00-15:00"])
            .rupture("r1", "2026-01-05 10:00", .limitSetting, zone: .red)
        #expect(try story.because("calm") == ["calm-floor PT20M"])
        #expect(try story.because("reflect") == ["after-calm PT15M"])
        #expect(try story.because("reconnect") == ["after-reflect PT10M", "space PT1H15M", "closed-time PT3H"])
        #expect(try story.because("try-again", 1) == ["spacing P1D", "good-time PT5H"])
        #expect(try story.because("roadblock", 2) == ["spacing P2D", "spacing -PT1H"])
        #expect(try story.because("rest") == ["spacing P7D"])
    }

    @Test func tellsThatTheSpaceIsWaived() throws {
        let story = try Story().person("ada", .schoolAge).rupture("r1", "2026-01-05 18:50", .limitSetting, theirs: .red)
        #expect(try story.because("reconnect") == ["after-reflect PT10M", "space PT1H25M", "before-sleep -PT1H25M"])
    }

    @Test func tellsOfLateRecordsAndOfRecords() throws {
        let late = try Story().person("bo", .adult).rupture(
            "r1", "2026-01-05 10:00", .limitSetting, recorded: "2026-01-05 15:00")
        #expect(try late.because("reconnect") == ["late-record PT5H"])
        let paused = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
            .pause("h1", "2026-01-06 08:00", until: "2026-03-01 12:00").pause(
                "h2", "2026-01-07 09:00", until: "2026-01-07 09:00")
        #expect(
            try paused.because("try-again", 1) == [
                "spacing P1D", "good-time PT9H30M", "record PT12H30M", "good-time PT11H30M",
            ])
    }

    @Test func tellsOfHoldsAndFullDays() throws {
        let held = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting).checkIn(
            "c1", .red, "2026-01-05 10:22")
        #expect(try held.because("reflect") == ["after-calm PT15M", "hold PT17M"])
        // It ends in the quiet hours, which put it into the next day.
        let late = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting).checkIn(
            "c1", .red, "2026-01-06 20:00", with: "bo")
        #expect(
            try late.because("try-again", 1) == [
                "spacing P1D", "good-time PT9H30M", "hold PT1H30M", "quiet-hours PT2H", "good-time PT20H30M",
            ])
        let full = try Story(cap: 1).person("ada", .adult).person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00", .toxic, with: "ada").rupture("r2", "2026-01-05 10:00", with: "bo")
        #expect(
            try full.because("try-again", 1, of: "r2") == [
                "spacing P1D", "good-time PT9H30M", "daily-cap PT3H30M", "good-time PT20H30M",
            ])
    }

    /// What lasts longest holds it; one that is over by then is not told of.
    @Test func tellsAPauseFromARedThermometer() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
            .checkIn("c1", .red, "2026-01-05 10:22")
        func causes(_ story: Story) throws -> [Reason.Cause] {
            let item = try story.builder().items(ofRupture: "r1").first { $0.kind == .rung(.reflect) }
            return try #require(item).because.map(\.cause)
        }
        #expect(try causes(story) == [.afterCalm, .redThermometer])
        #expect(
            try causes(story.pause("h1", "2026-01-05 10:23", until: "2026-01-05 10:50")) == [.afterCalm, .pause])
        #expect(
            try causes(story.pause("h1", "2026-01-05 10:23", until: "2026-01-05 10:40"))
                == [.afterCalm, .redThermometer])
    }

    /// Settling stands in quiet hours and is left out: nobody would know its time.
    @Test func countsFromTheMomentWhereSettlingIsLeftOut() throws {
        func origin(_ at: String, _ kind: String) throws -> Instant? {
            let story = try Story().person("bo", .adult).rupture("r1", at, .limitSetting)
            let builder = try story.builder()
            return builder.origin(of: try #require(builder.items(ofRupture: "r1").first { $0.kind.name == kind }))
        }
        #expect(try origin("2026-01-05 03:00", "reflect") == Story().instant("2026-01-05 03:00"))
        #expect(try origin("2026-01-05 03:00", "reconnect") == nil)
        #expect(try origin("2026-01-05 10:00", "reflect") == nil)
    }

    /// Before its hour: what closes the rest of the day put it there.
    @Test func tellsWhatPutItBeforeItsHour() throws {
        let story = try Story().person("ada", .preschool, closed: ["16:55-19:00"]).rupture("r1", "2026-01-05 10:00")
        #expect(try story.because("try-again", 1) == ["spacing P1D", "good-time PT6H40M", "closed-time -PT15M"])
    }

    @Test func hasARuleForEachCause() {
        #expect(Reason(cause: .restSpacing(days: 7), moved: 0).rule == .spacing)
        #expect(Reason(cause: .theirSleep, moved: 0).rule == .closedTime)
        #expect(Reason.Rule.allCases.map(\.rawValue).contains("record"))
    }
}
