import Testing

@testable import MendCore

/// Why an item stands where it stands, in the order in which the rules moved it.
@Suite struct ReasonTests {
    @Test func explainsTheWholeLadder() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", zone: .red)
        #expect(try story.because("calm") == ["calm-floor PT20M"])
        #expect(try story.because("reflect") == ["after-calm PT15M"])
        #expect(try story.because("reconnect") == ["after-reflect PT10M", "space PT15M"])
        #expect(try story.because("try-again", 1) == ["spacing PT4H"])
        #expect(try story.because("try-again", 2) == ["spacing P1D", "good-time PT5H30M"])
        #expect(try story.because("roadblock", 2).last == "spacing -PT1H")
        #expect(try story.because("try-again", 3) == ["spacing P2D"])
        #expect(try story.because("rest") == ["spacing P7D", "quiet-hours -PT13H30M"])
    }

    @Test func explainsQuietHoursAndClosedTimes() throws {
        let school = try Story().person("ada", .schoolAge, closed: ["mon-fri 08:00-15:00"]).rupture(
            "r1", "2026-01-05 07:20")
        #expect(try school.because("reconnect") == ["after-reflect PT10M", "space PT25M", "closed-time PT6H40M"])
        let night = try Story().person("bo", .adult).rupture("r1", "2026-01-05 16:00")
        #expect(try night.because("try-again", 1) == ["spacing PT4H", "quiet-hours PT10H", "good-time PT13H30M"])
    }

    @Test func explainsAttempts() throws {
        let base = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00")
        #expect(try base.attempt("a1", .declined, "2026-01-05 11:05").because("try-again", 1) == ["attempt PT2H"])
        #expect(
            try base.attempt("a1", .partial, "2026-01-05 11:05").because("try-again", 1) == [
                "attempt P1D", "good-time PT9H25M",
            ])
        #expect(
            try base.attempt("a1", .declined, "2026-01-05 11:05", recorded: "2026-01-05 14:00").because("try-again", 1)
                == [
                    "attempt PT2H", "late-record PT55M",
                ])
    }

    @Test func explainsWhatIsMovedForTheQuestion() throws {
        let story = try Story().person("bo", .adult, good: "07:30").rupture("r1", "2026-01-05 10:00")
        #expect(try story.because("try-again", 2) == ["spacing P1D", "good-time -PT7H30M", "quiet-hours PT30M"])
    }

    @Test func namesThePersonInItsWordsAndNothingElse() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", excitedAbout: "the secret tower")
        let details = try story.builder().items(ofRupture: "r1").flatMap(\.because).map(\.detail)
        #expect(details.allSatisfy { !$0.isEmpty && !$0.contains("tower") })
        #expect(details.contains("space for Bo since it happened"))
    }
}
