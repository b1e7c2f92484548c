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
