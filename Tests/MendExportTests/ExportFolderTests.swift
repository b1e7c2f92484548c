import Foundation
import MendCore
import MendExport
import Testing

struct ExportFolderTests {
    private func inFreshFolder(_ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("mend-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    private func file(_ path: String, _ text: String) -> ExportSet.File {
        ExportSet.File(path: path, bytes: Array(text.utf8))
    }

    private func attributes(_ path: String) throws -> (mode: Int, modified: Date, number: Int) {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (
            try #require(attributes[.posixPermissions] as? Int), try #require(attributes[.modificationDate] as? Date),
            try #require(attributes[.systemFileNumber] as? Int)
        )
    }

    private func age(_ path: String) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: path)
    }

    @Test func writesFilesForTheOwnerAlone() throws {
        try inFreshFolder { folder in
            let out = "\(folder)/a/b"
            let written = try ExportFolder(path: out).write([file("x.ics", "one"), file("archive/y.atom", "two")])
            #expect(written == ["x.ics", "archive/y.atom"])
            #expect(try String(contentsOfFile: "\(out)/archive/y.atom", encoding: .utf8) == "two")
            #expect(try attributes("\(out)/x.ics").mode == 0o600)
            #expect(try attributes("\(out)/archive").mode == 0o700)
            #expect(try FileManager.default.contentsOfDirectory(atPath: out).sorted() == ["archive", "x.ics"])
        }
    }

    @Test func publicFilesCanBeReadByAll() throws {
        try inFreshFolder { folder in
            try ExportFolder(path: folder).write([file("x", "one")])
            try age("\(folder)/x")
            #expect(
                try ExportFolder(path: folder, isPublic: true).write([file("x", "one"), file("y", "two")]) == ["y"])
            #expect(try attributes("\(folder)/x").mode == 0o644)
            #expect(try attributes("\(folder)/y").mode == 0o644)
            #expect(try attributes("\(folder)/x").modified == Date(timeIntervalSince1970: 1_000_000))
        }
    }

    /// Nothing is seen of an export until it is put in place, and nothing is left of one that never was.
    @Test func stagesBesideWhatIsThere() throws {
        try inFreshFolder { folder in
            let out = ExportFolder(path: folder)
            try out.write([file("x", "one")])
            do {
                let staged = try out.stage([file("x", "two"), file("y", "new")])
                #expect(try String(contentsOfFile: "\(folder)/x", encoding: .utf8) == "one")
                #expect(!FileManager.default.fileExists(atPath: "\(folder)/y"))
                _ = staged
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["x"])
            do {
                let staged = try out.stage([file("x", "two"), file("y", "new")])
                #expect(try staged.putInPlace() == ["x", "y"])
                #expect(try String(contentsOfFile: "\(folder)/x", encoding: .utf8) == "two")
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["x", "y"])
        }
    }

    /// A web server tells a file's time as Last-Modified, which never moves back, whatever the clock says.
    @Test func aChangedFileIsNewerThanTheOneBefore() throws {
        try inFreshFolder { folder in
            let out = ExportFolder(path: folder)
            try out.write([file("x", "one")])
            let ahead = Date(timeIntervalSince1970: 4_000_000_000)
            try FileManager.default.setAttributes([.modificationDate: ahead], ofItemAtPath: "\(folder)/x")
            try out.write([file("x", "two")])
            #expect(try attributes("\(folder)/x").modified == Date(timeIntervalSince1970: 4_000_000_001))
        }
    }

    @Test func leavesUnchangedFilesAlone() throws {
        try inFreshFolder { folder in
            let long = String(repeating: "0123456789", count: 20_000)
            let out = ExportFolder(path: folder)
            try out.write([file("x", long), file("y", "two"), file("empty", "")])
            for name in ["x", "y", "empty"] { try age("\(folder)/\(name)") }
            let before = try attributes("\(folder)/x")
            #expect(try out.write([file("x", long), file("y", "tvo"), file("empty", "")]) == ["y"])
            #expect(try attributes("\(folder)/x").number == before.number)
            #expect(try attributes("\(folder)/x").modified == before.modified)
            #expect(try attributes("\(folder)/y").modified != Date(timeIntervalSince1970: 1_000_000))
            #expect(try out.write([file("x", String(long.dropLast()) + "x")]) == ["x"])
        }
    }

    /// Within a day a file is never as old as the one before: web servers would say that nothing has changed.
    @Test func datesFilesByTheDayWhereTheMomentTells() throws {
        try inFreshFolder { folder in
            let out = ExportFolder(path: folder)
            let (day, next) = (Instant(seconds: 1_900_000_000), Instant(seconds: 1_900_086_400))
            for (text, date, seconds) in [
                ("one", day, 1_900_000_000), ("two", day, 1_900_000_001), ("three", day, 1_900_000_002),
                ("four", next, 1_900_086_400), ("five", day, 1_900_086_401),
            ] {
                try out.write([file("x", text)], dated: date)
                #expect(try attributes("\(folder)/x").modified.timeIntervalSince1970 == Double(seconds), "\(text)")
            }
        }
    }

    /// Whoever may read a public folder can lock it, and would keep every export waiting for as long as they like.
    @Test func waitsForNoLockOfAReader() throws {
        try inFreshFolder { folder in
            let out = ExportFolder(path: folder, isPublic: true)
            try out.write([file("x", "one")])
            let reader = open(folder, O_RDONLY | O_DIRECTORY)
            defer { close(reader) }
            #expect(flock(reader, LOCK_EX | LOCK_NB) == 0)
            #expect(try out.write([file("x", "two")]) == ["x"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["x"])
        }
    }

    @Test func replacesWholeFiles() throws {
        try inFreshFolder { folder in
            let out = ExportFolder(path: folder)
            try out.write([file("x", "a long text")])
            // Whoever has the old file open goes on reading the old one.
            let reader = try #require(FileHandle(forReadingAtPath: "\(folder)/x"))
            try out.write([file("x", "new")])
            #expect(try reader.readToEnd() == Data("a long text".utf8))
            #expect(try String(contentsOfFile: "\(folder)/x", encoding: .utf8) == "new")
        }
    }

    /// An open edition's pages would go on to tell names beside a discreet one.
    @Test func takesAwayPagesOfAnArchiveThatAreNotInTheSet() throws {
        try inFreshFolder { folder in
            let out = ExportFolder(path: folder)
            let page = "<generator>mend</generator> Ada"
            let months = ["2025-12", "2026-01", "2026-02"]
            try out.write(months.map { file("archive/reflections-\($0).atom", page) })
            try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(folder)/archive/reflections-2026-03.atom"))
            try Data(page.utf8).write(to: URL(fileURLWithPath: "\(folder)/archive/notes.atom"))
            try out.write([file("archive/reflections-2026-01.atom", "<generator>mend</generator>")])
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: "\(folder)/archive").sorted()
                    == ["notes.atom", "reflections-2026-01.atom", "reflections-2026-03.atom"])
        }
    }

    /// More than ten years are not written again.
    @Test func keepsPagesThatAreTooOldToBeWrittenAgain() throws {
        try inFreshFolder { folder in
            let out = ExportFolder(path: folder)
            let page = "<generator>mend</generator>"
            let years = (2016...2025).flatMap { year in (101...112).map { "\(year)-\("\($0)".dropFirst())" } }
            try out.write(["2015-11", "2015-12"].map { file("archive/reflections-\($0).atom", page) })
            try out.write(years.map { file("archive/reflections-\($0).atom", page) })
            let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/archive").sorted()
            #expect(names.count == 122)
            #expect(names.first == "reflections-2015-11.atom")
        }
    }

    @Test func leavesStaleFilesAlone() throws {
        try inFreshFolder { folder in
            let out = ExportFolder(path: folder)
            try out.write([file("archive/reflections-2025-01.atom", "old")])
            try out.write([file("archive/reflections-2026-01.atom", "new")])
            #expect(try String(contentsOfFile: "\(folder)/archive/reflections-2025-01.atom", encoding: .utf8) == "old")
        }
    }

    @Test func refusesASymbolicLink() throws {
        try inFreshFolder { folder in
            let out = ExportFolder(path: folder)
            try out.write([file("victim", "mine"), file("z", "old")])
            try FileManager.default.createSymbolicLink(atPath: "\(folder)/x", withDestinationPath: "\(folder)/victim")
            try FileManager.default.createSymbolicLink(atPath: "\(folder)/dangling", withDestinationPath: "nowhere")
            for name in ["x", "dangling"] {
                #expect(throws: ExportFolderError.symbolicLink(path: "\(folder)/\(name)")) {
                    try out.write([file("a", "new"), file("z", "new"), file(name, "evil")])
                }
            }
            // Nothing was written, and nothing is left over.
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [
                    "dangling", "victim", "x", "z",
                ])
            #expect(try String(contentsOfFile: "\(folder)/victim", encoding: .utf8) == "mine")
            #expect(try String(contentsOfFile: "\(folder)/z", encoding: .utf8) == "old")
        }
    }

    @Test func refusesALinkedSubfolder() throws {
        try inFreshFolder { folder in
            try ExportFolder(path: "\(folder)/other").write([file("x", "mine")])
            try FileManager.default.createSymbolicLink(atPath: "\(folder)/archive", withDestinationPath: "other")
            #expect(throws: ExportFolderError.symbolicLink(path: "\(folder)/archive")) {
                try ExportFolder(path: folder).write([file("archive/x", "evil")])
            }
        }
    }

    @Test func refusesWhatIsNoFile() throws {
        try inFreshFolder { folder in
            try FileManager.default.createDirectory(atPath: "\(folder)/x", withIntermediateDirectories: true)
            #expect(throws: ExportFolderError.notAFile(path: "\(folder)/x")) {
                try ExportFolder(path: folder).write([file("x", "one")])
            }
            #expect(mkfifo("\(folder)/pipe", 0o600) == 0)
            #expect(throws: ExportFolderError.notAFile(path: "\(folder)/pipe")) {
                try ExportFolder(path: folder).write([file("pipe", "one")])
            }
        }
    }

    @Test func namesTheFolderThatCannotBeMade() throws {
        try inFreshFolder { folder in
            try ExportFolder(path: folder).write([file("x", "one")])
            #expect(
                throws: ExportFolderError.failed(path: "\(folder)/x/y", step: "make folder", reason: "Not a directory")
            ) { try ExportFolder(path: "\(folder)/x/y").write([file("z", "one")]) }
        }
    }

    @Test func overcomesWhatACrashLeft() throws {
        try inFreshFolder { folder in
            let out = ExportFolder(path: folder)
            try out.write([file("x", "one")])
            try Data("half".utf8).write(to: URL(fileURLWithPath: "\(folder)/.x.mend-new"))
            try out.write([file("x", "two")])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["x"])
        }
    }
}
