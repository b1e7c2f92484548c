import Testing

@testable import MendCore

/// How often somebody is asked: tries of one rupture, and tries that nothing was written down about.
@Suite struct LimitTests {
    /// Without any answer: one try for a misread signal, two, and three after a frightening moment.
    @Test(arguments: [
        (Rupture.Kind.benign, AgeBand.adult, 1, "2026-01-13"), (.oscillating, .adult, 2, "2026-01-15"),
        (.limitSetting, .adult, 2, "2026-01-15"), (.toxic, .adult, 3, "2026-01-19"), (.toxic, .teen, 3, "2026-01-19"),
        (.toxic, .schoolAge, 3, "2026-01-19"), (.toxic, .preschool, 2, "2026-01-15"),
        (.toxic, .toddler, 1, "2026-01-13"),
        (.toxic, .infant, 1, "2026-01-13"), (.benign, .preschool, 1, "2026-01-13"),
    ])
    func leavesSilenceInPeace(_ kind: Rupture.Kind, _ band: AgeBand, tries: Int, rest: String) throws {
        let story = try Story().person("ada", band).rupture("r1", "2026-01-05 10:00", kind)
        let told = try story.told()
        #expect(told.filter { $0.contains("try-again") }.count == tries)
        #expect(told.last?.contains("\(rest) 20:00 rest") ?? false)
    }

    /// As long as somebody answers, as many tries as the kind allows; with the young fewer.
    @Test(arguments: [
        (Rupture.Kind.benign, AgeBand.adult, 3), (.oscillating, .adult, 5), (.limitSetting, .adult, 6),
        (.toxic, .adult, 8),
        (.toxic, .teen, 8), (.toxic, .preschool, 3), (.toxic, .toddler, 2), (.toxic, .infant, 2),
        (.benign, .schoolAge, 3),
    ])
    func countsTheTriesOfARupture(_ kind: Rupture.Kind, _ band: AgeBand, tries: Int) throws {
        var story = try Story(cap: 9).person("ada", band).rupture("r1", "2026-01-05 10:00", kind)
        for day in 6...27 {
            let date = "2026-01-\(day < 10 ? "0" : "")\(day)"
            story = try story.attempt("t\(day)", .partial, "\(date) 21:30")
        }
        let told = try story.told()
        #expect(told.filter { $0.contains("try-again") }.count == tries)
        #expect(told.last?.contains("rest") ?? false)
    }

    @Test func spacesTriesWiderAndWider() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .toxic)
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:20 calm r1",
                "mon 2026-01-05 10:35 reflect r1",
                "mon 2026-01-05 11:00 reconnect r1",
                "tue 2026-01-06 20:30 try-again 1 r1",
                "thu 2026-01-08 19:30 roadblock 2 r1",
                "thu 2026-01-08 20:30 try-again 2 r1",
                "mon 2026-01-12 20:30 try-again 3 r1",
                "mon 2026-01-19 20:00 rest r1",
            ])
    }

    /// An answer, whatever it is, ends the silence.
    @Test func endsSilenceWithAnAttempt() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .oscillating)
            .attempt("t1", .partial, "2026-01-07 12:00").attempt("t2", .partial, "2026-01-10 12:00")
            .attempt("t3", .partial, "2026-01-15 12:00")
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:25 reflect r1",
                "mon 2026-01-05 12:00 reconnect r1",
                "tue 2026-01-06 20:30 try-again 1 r1",
                "thu 2026-01-08 19:30 roadblock 2 r1",
                "thu 2026-01-08 20:30 try-again 2 r1",
                "sun 2026-01-11 20:30 try-again 3 r1",
                "tue 2026-01-13 19:30 roadblock 4 r1",
                "tue 2026-01-13 20:30 try-again 4 r1",
                "fri 2026-01-16 20:30 try-again 5 r1",
                "fri 2026-01-23 20:00 rest r1",
            ])
    }

    /// A new rupture takes along what is open; for r1 that counts like a try, so its third comes on Friday and its last.
    @Test func beginsANewClimbForAllThatAreOpen() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00")
            .rupture("r2", "2026-01-08 10:00", .limitSetting)
        #expect(
            try story.told() == [
                "mon 2026-01-05 11:00 reconnect r1",
                "tue 2026-01-06 20:30 try-again 1 r1",
                "thu 2026-01-08 10:10 calm r2+r1",
                "thu 2026-01-08 10:25 reflect r2+r1",
                "thu 2026-01-08 11:00 reconnect r2+r1",
                "fri 2026-01-09 20:30 try-again 1 r2+r1",
                "sun 2026-01-11 19:30 roadblock 2 r2",
                "sun 2026-01-11 20:30 try-again 2 r2",
                "sun 2026-01-18 20:00 rest r2+r1",
            ])
        #expect(
            try story.ids("r2") == [
                "r2.calm", "r2.reflect", "r2.reconnect", "r2.try-again.1", "r2.roadblock.2", "r2.try-again.2",
                "r2.rest",
            ])
    }

    /// Written down later but older than the anchor: it joins, and ends the silence.
    @Test func letsAnOlderRuptureJoin() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00")
            .rupture("r2", "2026-01-05 08:00", .limitSetting, recorded: "2026-01-07 12:00")
        #expect(
            try story.told() == [
                "mon 2026-01-05 11:00 reconnect r1",
                "tue 2026-01-06 20:30 try-again 1 r1",
                "thu 2026-01-08 19:30 roadblock 2 r1+r2",
                "thu 2026-01-08 20:30 try-again 2 r1+r2",
                "mon 2026-01-12 20:30 try-again 3 r1+r2",
                "mon 2026-01-19 20:00 rest r1+r2",
            ])
    }

    /// At the very time of the anchor it is not older.
    @Test func beginsANewClimbAtTheSameTime() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00")
            .rupture("r2", "2026-01-05 10:00", .limitSetting, recorded: "2026-01-05 10:01")
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:10 calm r2+r1",
                "mon 2026-01-05 10:25 reflect r2+r1",
                "mon 2026-01-05 11:00 reconnect r2+r1",
                "tue 2026-01-06 20:30 try-again 1 r2+r1",
                "thu 2026-01-08 19:30 roadblock 2 r2+r1",
                "thu 2026-01-08 20:30 try-again 2 r2+r1",
                "thu 2026-01-15 20:00 rest r2+r1",
            ])
    }

    /// r2 drops out after its third; the frightening one goes on, and rest names both.
    @Test func letsOneDropOutAndTheOtherGoOn() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .toxic)
            .rupture("r2", "2026-01-05 12:00").attempt("t1", .partial, "2026-01-06 12:00", of: "r1")
            .attempt("t2", .partial, "2026-01-08 12:00", of: "r1").attempt("t3", .partial, "2026-01-11 12:00", of: "r1")
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:20 calm r1",
                "mon 2026-01-05 10:35 reflect r1",
                "mon 2026-01-05 11:00 reconnect r1",
                "mon 2026-01-05 13:00 reconnect r2+r1",
                "wed 2026-01-07 20:30 try-again 1 r2+r1",
                "fri 2026-01-09 19:30 roadblock 2 r2+r1",
                "fri 2026-01-09 20:30 try-again 2 r2+r1",
                "mon 2026-01-12 20:30 try-again 3 r2+r1",
                "wed 2026-01-14 19:30 roadblock 4 r1",
                "wed 2026-01-14 20:30 try-again 4 r1",
                "sun 2026-01-18 20:30 try-again 5 r1",
                "sun 2026-01-25 20:00 rest r2+r1",
            ])
    }

    /// What is at rest stays there.
    @Test func takesAlongNothingThatIsAtRest() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00").rupture("r2", "2026-01-20 10:00")
        #expect(
            try story.told() == [
                "mon 2026-01-05 11:00 reconnect r1",
                "tue 2026-01-06 20:30 try-again 1 r1",
                "tue 2026-01-13 20:00 rest r1",
                "tue 2026-01-20 11:00 reconnect r2",
                "wed 2026-01-21 20:30 try-again 1 r2",
                "wed 2026-01-28 20:00 rest r2",
            ])
        #expect(try story.builder().outlook(ofRupture: "r1") == .atRest)
    }
}
