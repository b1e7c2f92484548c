import Foundation
import Testing

@testable import MendPlatform

/// Files that are made beside their place and put there whole.
@Suite struct PrivateFileTests {
    private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    @Test func isAbsentUntilItIsWholeAndItsOwnersAlone() throws {
        try inFreshFolder { folder in
            let file = try PrivateFile(for: "\(folder)/a")
            try file.append(Array("all".utf8))
            #expect(Directory.names(in: folder) == [".a.mend-new"])
            try file.put(replacing: false)
            #expect(Directory.names(in: folder) == ["a"])
            #expect(try text("\(folder)/a") == "all")
            #expect(!PrivatePermissions.areTooWide("\(folder)/a"))
            #expect(!file.isExposed)
        }
    }

    @Test func leavesNothingWhenItIsGivenUp() throws {
        try inFreshFolder { folder in
            try PrivateFile(for: "\(folder)/a").append([1])
            #expect(Directory.names(in: folder) == [])
        }
    }

    @Test func replacesOnlyWhenTold() throws {
        try inFreshFolder { folder in
            let place = "\(folder)/a"
            try Data("old".utf8).write(to: URL(fileURLWithPath: place))
            #expect(throws: FileFault.exists(path: place)) { try PrivateFile(for: place).put(replacing: false) }
            #expect(try text(place) == "old")
            try PrivateFile(for: place).put(replacing: true)
            #expect(try text(place) == "")
        }
    }

    @Test func saysWhatStandsInTheWay() throws {
        try inFreshFolder { folder in
            let link = "\(folder)/link"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder)
            #expect(throws: FileFault.symbolicLink(path: link)) { try PrivateFile(for: link) }
            #expect(throws: FileFault.notAFile(path: folder)) { try PrivateFile(for: folder) }
            #expect(throws: FileFault.notWritable(path: "\(folder)/no/a", reason: .noSuchFileOrDirectory)) {
                try PrivateFile(for: "\(folder)/no/a")
            }
        }
    }

    /// Under the name that it is made under: a link, a second name of another file, a pipe.
    @Test func goesIntoNothingThatStandsWhereItIsMade() throws {
        try inFreshFolder { folder in
            let (place, staging, other) = ("\(folder)/a", "\(folder)/.a.mend-new", "\(folder)/other")
            try Data("mine".utf8).write(to: URL(fileURLWithPath: other))
            let plants = [{ symlink(other, staging) }, { link(other, staging) }, { mkfifo(staging, 0o666) }]
            for plant in plants {
                #expect(plant() == 0)
                let file = try PrivateFile(for: place)
                try file.append(Array("new".utf8))
                try file.put(replacing: true)
                #expect(try text(place) == "new")
                #expect(try text(other) == "mine")
                #expect(Directory.names(in: folder).sorted() == ["a", "other"])
            }
        }
    }

    /// Somebody else's, whom it can be taken from: it never holds a byte of what was meant for the owner alone.
    @Test func goesIntoNoFileOfSomebodyElse() throws {
        // Only root can give a file away.
        guard geteuid() == 0 else { return }
        try inFreshFolder { folder in
            let (place, staging) = ("\(folder)/a", "\(folder)/.a.mend-new")
            try Data().write(to: URL(fileURLWithPath: staging))
            #expect(chown(staging, 65534, 65534) == 0 && chmod(staging, 0o666) == 0)
            let theirs = try FileReader(staging)
            let file = try PrivateFile(for: place)
            try file.append(Array("private".utf8))
            try file.put(replacing: false)
            #expect(try theirs.next(100) == [])
            #expect(try text(place) == "private")
            let status = try FileManager.default.attributesOfItem(atPath: place)
            #expect(status[.ownerAccountID] as? Int == 0)
            #expect(status[.posixPermissions] as? Int == 0o600)
        }
    }

    /// What has got its name meanwhile is neither put in its place nor taken away.
    @Test func isPutThereAloneOrNotAtAll() throws {
        try inFreshFolder { folder in
            let (place, staging) = ("\(folder)/a", "\(folder)/.a.mend-new")
            var file: PrivateFile? = try PrivateFile(for: place)
            try FileManager.default.removeItem(atPath: staging)
            try Data("other".utf8).write(to: URL(fileURLWithPath: staging))
            #expect(throws: FileFault.locked(path: place)) { try file?.put(replacing: false) }
            file = nil
            #expect(Directory.names(in: folder) == [".a.mend-new"])
            #expect(try text(staging) == "other")
        }
    }

    @Test(
        arguments: [
            (0o700, true), (0o755, true), (0o1777, true), (0o1770, true), (0o777, false), (0o775, false),
            (0o702, false),
        ] as [(mode_t, Bool)])
    func looksWhetherOthersCouldPutAnotherInItsPlace(_ mode: mode_t, isFine: Bool) throws {
        try inFreshFolder { folder in
            #expect(chmod(folder, mode) == 0)
            if isFine {
                try PrivatePermissions.check(folderOf: "\(folder)/a")
            } else {
                #expect(throws: FileFault.openFolder(path: folder)) {
                    try PrivatePermissions.check(folderOf: "\(folder)/a")
                }
            }
            guard geteuid() == 0 else { return }
            #expect(chown(folder, 65534, 65534) == 0)
            #expect(throws: FileFault.foreignFolder(path: folder)) {
                try PrivatePermissions.check(folderOf: "\(folder)/a")
            }
        }
    }

    @Test func tellsWhoElseCanReadIt() throws {
        try inFreshFolder { folder in
            let path = "\(folder)/a"
            try Data("x".utf8).write(to: URL(fileURLWithPath: path))
            chmod(path, 0o640)
            #expect(throws: FileFault.exposed(path: path, mode: "600")) { try PrivatePermissions.check(file: path) }
            chmod(path, 0o600)
            try PrivatePermissions.check(file: path)
            chmod(folder, 0o755)
            #expect(throws: FileFault.exposed(path: folder, mode: "700")) {
                try PrivatePermissions.check(directory: folder)
            }
            try PrivatePermissions.check(directory: "\(folder)/none")
        }
    }
}
