import Foundation
import Testing

/// Many households in one run.
@Suite struct ManyExportsTests {
    /// Three good households, one whose journal is damaged, and a directory that is none.
    private static func withFamilies(_ body: (Program, _ all: String) throws -> Void) throws {
        try Program.test(loaded: Families.usual) { mend in
            let all = "\(mend.folder)/all"
            let manager = FileManager.default
            try manager.createDirectory(atPath: "\(all)/nobody", withIntermediateDirectories: true)
            for name in ["ada", "bea", "cleo", "dot"] {
                try manager.copyItem(atPath: mend.data, toPath: "\(all)/\(name)")
            }
            let damaged = try mend.write(String(repeating: "no journal", count: 500), to: "all/dot/journal.sqlite")
            try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: damaged)
            for suffix in ["-wal", "-shm"] { try? manager.removeItem(atPath: damaged + suffix) }
            try body(mend, all)
        }
    }

    @Test func writesEachIntoAFolderOfItsNameAndSkipsABadOne() throws {
        try Self.withFamilies { mend, all in
            let out = "\(mend.folder)/www"
            let first = try mend("export", "--households", all, "--out", out)
            #expect(first.status == 65)
            #expect(first.err.contains("3 of 4 households are up to date."))
            #expect(first.err.contains("\(all)/dot/journal.sqlite: is not a journal that can be read"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: out).sorted() == ["ada", "bea", "cleo"])

            let alone = try mend("export", "--out", "\(mend.folder)/alone")
            #expect(alone.status == 0)
            #expect(try files(below: "\(out)/bea") == files(below: "\(mend.folder)/alone"))

            let again = try mend("export", "--households", all, "--out", out, "--jobs", "2")
            #expect(again.status == 65)
            #expect(again.err.hasPrefix("\(out): 0 files written; 3 of 4"))
        }
    }

    @Test func splitsThemIntoPartsThatMakeTheWhole() throws {
        try Self.withFamilies { mend, all in
            try FileManager.default.removeItem(atPath: "\(all)/dot")
            let (whole, parts) = ("\(mend.folder)/whole", "\(mend.folder)/parts")
            #expect(try mend("export", "--households", all, "--out", whole).status == 0)
            for number in 1...3 {
                #expect(
                    try mend("export", "--households", all, "--out", parts, "--shard", "\(number)/3").status == 0)
            }
            #expect(try files(below: parts) == files(below: whole))
        }
    }

    @Test func namesEachAddressByItsHousehold() throws {
        try Self.withFamilies { mend, all in
            let out = "\(mend.folder)/www"
            try mend("export", "--households", all, "--out", out, "--base-url", "https://example.org/f")
            let atom = try String(contentsOfFile: "\(out)/cleo/reflections.atom", encoding: .utf8)
            #expect(atom.contains("href=\"https://example.org/f/cleo/reflections.atom\""))
        }
    }

    private static let refused: [([String], Int32)] = [
        (["--households", "/nowhere/at/all"], 66), (["--jobs", "2"], 64), (["--shard", "1/2"], 64),
        (["--households", ".", "--shard", "0/2"], 64), (["--households", ".", "--shard", "3/2"], 64),
        (["--households", ".", "--data", "x"], 64), (["--households", ".", "--jobs", "0"], 64),
    ]

    @Test(arguments: refused)
    func refuses(arguments: [String], status: Int32) throws {
        try Program.test { mend in
            let out = "\(mend.folder)/www"
            let outcome = try mend.start(["export", "--out", out] + arguments).wait()
            #expect(outcome.status == status)
            #expect(!FileManager.default.fileExists(atPath: out))
        }
    }
}
