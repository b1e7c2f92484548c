import Testing

@testable import MendCore

/// Red thermometers and pauses.
@Suite struct HoldTests {
    private func bo() throws -> Story {
        try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
    }

    /// The caregiver's own: everything for twenty minutes. Reflect waits from 10:25 to 10:42; calm is never held.
    @Test func holdsEverythingForTwentyMinutes() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
            .checkIn("c1", .red, "2026-01-05 10:22")
        #expect(
            try story.told().prefix(3) == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:42 reflect r1",
                "mon 2026-01-05 11:00 reconnect r1",
            ])
        let calm = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
            .checkIn("c1", .red, "2026-01-05 10:08")
        #expect(
            try calm.told().prefix(3) == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:28 reflect r1",
                "mon 2026-01-05 11:00 reconnect r1",
            ])
    }

    /// The next one that is not red ends it, from when it is written down.
    @Test func isOverWithTheNextCheckIn() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
            .checkIn("c1", .red, "2026-01-05 10:22").checkIn(
                "c2", .yellow, "2026-01-05 10:24", recorded: "2026-01-05 10:30")
        #expect(
            try story.told().prefix(3) == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:30 reflect r1",
                "mon 2026-01-05 11:00 reconnect r1",
            ])
    }

    /// A red one that is written down after a later green one is over already.
    @Test func isOverWhenALaterOneIsKnown() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
            .checkIn("c1", .green, "2026-01-05 10:23").checkIn(
                "c2", .red, "2026-01-05 10:21", recorded: "2026-01-05 10:24")
        #expect(
            try story.told().prefix(3) == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:25 reflect r1",
                "mon 2026-01-05 11:00 reconnect r1",
            ])
    }

    /// A person's: what is together with them, for their space, doubled as for a red zone. A teenager's are four hours.
    @Test func holdsWhatIsTogetherForTheirSpace() throws {
        let story = try Story().person("bo", .teen).rupture("r1", "2026-01-05 10:00", .limitSetting)
            .checkIn("c1", .red, "2026-01-05 11:50", with: "bo")
        #expect(
            try story.told().prefix(4) == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:25 reflect r1",
                "mon 2026-01-05 15:50 reconnect r1",
                "tue 2026-01-06 20:00 try-again 1 r1",
            ])
    }

    /// Of one person it holds nothing with another.
    @Test func holdsNothingWithSomebodyElse() throws {
        let story = try Story().person("bo", .teen).person("sam", .adult)
            .rupture("r1", "2026-01-05 10:00", .limitSetting, with: "bo").checkIn(
                "c1", .red, "2026-01-05 11:50", with: "sam")
        #expect(
            try story.told().prefix(3) == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:25 reflect r1",
                "mon 2026-01-05 12:00 reconnect r1",
            ])
    }

    /// A rupture counts as a check-in of both zones: Bo's red holds the caregiver's reflect about Ada.
    @Test func takesARuptureForACheckIn() throws {
        let story = try Story().person("ada", .preschool).person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00", .limitSetting, with: "ada")
            .rupture("r2", "2026-01-05 10:15", .toxic, with: "bo")
        #expect(
            try story.told().prefix(6) == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:35 calm r2",
                "mon 2026-01-05 10:35 reflect r1",
                "mon 2026-01-05 10:45 reconnect r1",
                "mon 2026-01-05 10:50 reflect r2",
                "mon 2026-01-05 11:15 reconnect r2",
            ])
        // Ten minutes after a moment with an infant.
        let infant = try Story().person("ada", .preschool).person("mia", .infant)
            .rupture("r1", "2026-01-05 10:00", .limitSetting, with: "ada")
            .rupture("r2", "2026-01-05 10:15", .toxic, with: "mia")
        #expect(
            try infant.told().prefix(6) == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:25 calm r2",
                "mon 2026-01-05 10:25 reflect r1",
                "mon 2026-01-05 10:30 reconnect r2",
                "mon 2026-01-05 10:35 reconnect r1",
                "tue 2026-01-06 10:00 try-again 1 r2",
            ])
    }

    /// And a rupture with a green thermometer ends what was red.
    @Test func isOverWithAGreenRupture() throws {
        let story = try Story().person("bo", .teen).rupture("r1", "2026-01-05 10:00", .limitSetting)
            .checkIn("c1", .red, "2026-01-05 11:50", with: "bo").rupture("r2", "2026-01-05 13:00", theirs: .green)
        #expect(
            try story.told().prefix(4) == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:25 reflect r1",
                "mon 2026-01-05 15:00 reconnect r2+r1",
                "tue 2026-01-06 20:00 try-again 1 r2+r1",
            ])
    }

    /// Another red thermometer of hers still holds where the space is waived.
    @Test func holdsAWaivedReconnectForAnotherReason() throws {
        let story = try Story().person("ada", .schoolAge).rupture("r1", "2026-01-05 18:50", .limitSetting, theirs: .red)
            .checkIn("c1", .red, "2026-01-05 19:00", with: "ada")
        #expect(
            try story.told().prefix(3) == [
                "mon 2026-01-05 19:00 calm r1",
                "mon 2026-01-05 19:15 reflect r1",
                "tue 2026-01-06 17:30 reconnect r1",
            ])
    }

    // MARK: Pauses

    /// The household's until Wednesday noon: Tuesday's try comes on Wednesday, at its hour.
    @Test func pausesEverything() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
            .pause("h1", "2026-01-06 08:00", until: "2026-01-07 12:00")
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:25 reflect r1",
                "mon 2026-01-05 11:00 reconnect r1",
                "wed 2026-01-07 20:30 try-again 1 r1",
                "fri 2026-01-09 19:30 roadblock 2 r1",
                "fri 2026-01-09 20:30 try-again 2 r1",
                "fri 2026-01-16 20:00 rest r1",
            ])
    }

    /// A person's whole ladder, what is alone too; nothing of the others'.
    @Test func pausesOneLadder() throws {
        let story = try Story().person("bo", .adult).person("sam", .adult)
            .rupture("r1", "2026-01-05 10:00", .limitSetting, with: "bo")
            .rupture("r2", "2026-01-05 10:00", .limitSetting, with: "sam")
            .pause("h1", "2026-01-05 10:01", until: "2026-01-05 14:00", with: "bo")
        #expect(
            try story.told().prefix(7) == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:10 calm r2",
                "mon 2026-01-05 10:25 reflect r2",
                "mon 2026-01-05 11:00 reconnect r2",
                "mon 2026-01-05 14:00 reflect r1",
                "mon 2026-01-05 14:10 reconnect r1",
                "tue 2026-01-06 20:30 try-again 1 r1",
            ])
    }

    /// The one that was written down last replaces the one before; one that ends as it begins resumes.
    @Test func resumes() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
            .pause("h1", "2026-01-06 08:00", until: "2026-03-01 12:00").pause(
                "h2", "2026-01-07 09:00", until: "2026-01-07 09:00")
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:25 reflect r1",
                "mon 2026-01-05 11:00 reconnect r1",
                "wed 2026-01-07 20:30 try-again 1 r1",
                "fri 2026-01-09 19:30 roadblock 2 r1",
                "fri 2026-01-09 20:30 try-again 2 r1",
                "fri 2026-01-16 20:00 rest r1",
            ])
        let shorter = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
            .pause("h1", "2026-01-06 08:00", until: "2026-03-01 12:00").pause(
                "h2", "2026-01-06 09:00", until: "2026-01-08 00:00")
        #expect(
            try shorter.told().dropFirst(3) == [
                "thu 2026-01-08 20:30 try-again 1 r1",
                "sat 2026-01-10 19:30 roadblock 2 r1",
                "sat 2026-01-10 20:30 try-again 2 r1",
                "sat 2026-01-17 20:00 rest r1",
            ])
    }

    /// Days that a pause covers wholly do not count, however many they are.
    @Test func findsAPlaceAfterALongPause() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
            .pause("h1", "2026-01-06 08:00", until: "2026-09-01 12:00")
        #expect(
            try story.told().dropFirst(3) == [
                "tue 2026-09-01 20:30 try-again 1 r1",
                "thu 2026-09-03 19:30 roadblock 2 r1",
                "thu 2026-09-03 20:30 try-again 2 r1",
                "thu 2026-09-10 20:00 rest r1",
            ])
    }

    @Test func saysUntilWhenItIsPaused() throws {
        let story = try bo().pause("h1", "2026-01-06 08:00", until: "2026-01-08 12:00")
        let outlook = try #require(try story.builder().outlook(ofPerson: "bo")?.outlook)
        guard case .onHold(let until, let next) = outlook else {
            Issue.record("not on hold: \(outlook)")
            return
        }
        #expect(until == (try story.instant("2026-01-08 12:00")))
        #expect(next?.id == "r1.try-again.1")
    }
}
