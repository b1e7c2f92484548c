import Testing

/// `mend plan show`, and a year of it on paper.
@Suite struct PlanShowTests {
    @Test func showsEveryDayOfAYearWithItsWords() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let outcome = try mend("plan", "show", "--all")
            #expect(outcome.status == 0 && outcome.err == "")
            let lines = outcome.out.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines[0] == "# The plan that comes with mend")
            #expect(lines[2] == "Monday, January 5, 2026 to Monday, January 4, 2027, with Sam and Ada.")
            #expect(lines.count { $0.hasPrefix("## ") } == 13)
            #expect(lines.count { $0.hasPrefix("### ") } == 365)
            #expect(lines.count { $0.hasSuffix("min, for you)") } == 209)
            #expect(lines.count { $0.hasSuffix("min, with Ada)") } + lines.count { $0.hasSuffix("min, with Sam)") } == 156)
            #expect(lines.count { $0.hasSuffix("min, questions for the week)") } == 52)
            #expect(lines.count { $0.hasSuffix("min, to read)") } == 12)
            #expect(lines.allSatisfy { $0.count <= 80 })
            // It is about the plan, not about what happened.
            #expect(!outcome.out.contains("Zwetschge"))
        }
    }

    @Test func beginsOnTheDayThatIsAskedFor() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let year = try mend("plan", "show", "--all", "--from", "2026-03-01").out
            #expect(year.contains("\nSunday, March 1, 2026 to Sunday, February 28, 2027"))
            let weeks = try mend("plan", "show", "--from", "2026-03-01").out
            #expect(weeks.hasPrefix("The plan that comes with mend, four weeks from 2026-03-01.\n\nSunday, March 1, 2026\n"))
            #expect(weeks.contains("\nSaturday, March 28, 2026\n") && !weeks.contains("March 29"))
        }
    }

    @Test(arguments: [
        ("infant", "your baby"), ("toddler", "your child"), ("preschool", "your child"), ("school-age", "your child"),
        ("teen", "your child"), ("adult", "your partner"),
    ])
    func needsNoHouseholdForAnInventedPerson(_ band: String, name: String) throws {
        try Program.test { mend throws in
            let outcome = try mend("plan", "show", "--all", "--band", band)
            #expect(outcome.status == 0 && outcome.err == "")
            #expect(outcome.out.contains("min, with \(name))\n"))
            #expect(outcome.out.split(separator: "\n").count { $0.hasPrefix("### ") } == 365)
            #expect(try files(below: mend.folder).keys.allSatisfy { !$0.hasPrefix("data/") })
        }
    }

    @Test func refusesAnUnknownBand() throws {
        try Program.test { mend throws in
            let outcome = try mend("plan", "show", "--band", "puppy")
            #expect(outcome.status == 64)
            #expect(outcome.err.contains("school-age"))
        }
    }
}
