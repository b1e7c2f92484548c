import Foundation
import Testing

/// The small program that answers what is asked most, and the whole one to which it hands over.
@Suite struct TwoProgramsTests {
    /// Runs the same in both, each beside a household of its own.
    private func expectAlike(_ lines: String?, _ runs: [(arguments: [String], now: String)]) throws {
        let whole = try Program.path(of: "mend-verbs")
        func outcomes(_ program: String?) throws -> [(Int32, String, String)] {
            func all(_ mend: Program) throws -> [(Int32, String, String)] {
                try runs.map { run in
                    let outcome = try mend.start(run.arguments, now: run.now, program: program).wait()
                    // Each stands in a folder of its own.
                    return (outcome.status, outcome.out, outcome.err.replacing(mend.folder, with: "FOLDER"))
                }
            }
            guard let lines else { return try Program.test(all) }
            return try Program.test(loaded: lines, all)
        }
        for ((small, whole), run) in zip(zip(try outcomes(nil), try outcomes(whole)), runs) {
            #expect(small == whole, "\(run)")
        }
    }

    private static let instants = [
        "2026-01-05T07:00:00-05:00", "2026-01-05T18:00:00-05:00", "2026-01-06T20:45:00-05:00",
        "2026-01-11T19:30:00-05:00", "2026-03-08T03:30:00-04:00", "2026-04-03T09:00:00-04:00",
    ]

    @Test(arguments: [["today"], ["due"]])
    func answerAlike(_ verb: [String]) throws {
        for lines in [Families.usual, Families.empty] { try expectAlike(lines, Self.instants.map { (verb, $0) }) }
    }

    @Test(arguments: [
        ["today", "--now", "yesterday"], ["today", "--now"], ["today", "--now="], ["today", "--now", ""],
        ["today", "--now", "yesterday", "--now", Program.now], ["today", "--data=/nowhere"], ["today", "--data", ""],
        ["today", "--"], ["due", "--via", "stdout"], ["today", "--data", "/nowhere"], ["today", "--help"],
        ["due", "--via", "nobody"], ["today", "--format", "json"], ["due", "--format", "html"], ["today", "again"],
        ["--version"], [],
    ])
    func refuseAlike(_ arguments: [String]) throws {
        try expectAlike(Families.usual, [(arguments, Program.now)])
    }

    @Test func sayAlikeThatThereIsNoHousehold() throws {
        try expectAlike(nil, [(["today"], Program.now), (["due"], Program.now)])
    }

    @Test func theSmallOneNeedsTheOtherForAllElse() throws {
        try Program.test(loaded: Families.usual) { mend in
            let alone = "\(mend.folder)/mend"
            try FileManager.default.copyItem(atPath: Program.path(), toPath: alone)
            let today = try mend.start(["today"], program: alone).wait()
            #expect(today.status == 0)
            #expect(today.out == (try mend("today")).out)
            let open = try mend.start(["open"], program: alone).wait()
            #expect(open.status == 70)
            #expect(open.out == "")
            #expect(
                open.err
                    == "mend: its other half, mend-verbs, is not where it belongs; install both again (make install)\n")
        }
    }

    @Test func aPlanOfOnesOwnIsForTheWholeOne() throws {
        try Program.test(loaded: Families.usual) { mend in
            let alone = "\(mend.folder)/mend"
            try FileManager.default.copyItem(atPath: Program.path(), toPath: alone)
            try FileManager.default.createDirectory(atPath: "\(mend.data)/plan", withIntermediateDirectories: false)
            #expect(try mend.start(["today"], program: alone).wait().status == 70)
        }
    }

    /// In a folder where others may write, somebody else's program could lie in wait.
    @Test(.enabled(if: geteuid() == 0, "only root can give a file away"))
    func startsNothingOfSomebodyElse() throws {
        try Program.test(loaded: Families.usual) { mend in
            let alone = "\(mend.folder)/mend"
            try FileManager.default.copyItem(atPath: Program.path(), toPath: alone)
            let other = try mend.write("#!/bin/sh\necho caught\n", to: "mend-verbs")
            chmod(other, 0o755)
            #expect(try mend.start(["open"], program: alone).wait().out == "caught\n")
            chown(other, 65534, 65534)
            let outcome = try mend.start(["open"], program: alone).wait()
            #expect(outcome.out == "")
            #expect(outcome.status == 70)
        }
    }

    /// As `make install` puts them.
    @Test func theyFindEachOtherInTwoFolders() throws {
        try Program.test(loaded: Families.usual) { mend in
            for (name, folder) in [("mend", "bin"), ("mend-verbs", "libexec")] {
                try FileManager.default.createDirectory(
                    atPath: "\(mend.folder)/\(folder)", withIntermediateDirectories: false)
                try FileManager.default.copyItem(
                    atPath: Program.path(of: name), toPath: "\(mend.folder)/\(folder)/\(name)")
            }
            let installed = "\(mend.folder)/bin/mend"
            #expect(try mend.start(["open"], program: installed).wait().status == 0)
        }
    }
}
