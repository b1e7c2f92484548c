import Foundation
import SystemPackage
import Testing

@testable import MendPlatform

/// Files as bytes.
@Suite struct FileReaderTests {
    private func withFile(_ count: Int, _ body: (String) throws -> Void) throws {
        try inFreshFolder { folder in
            try Data((0..<count).map { UInt8($0 % 251) }).write(to: URL(fileURLWithPath: "\(folder)/a"))
            try body("\(folder)/a")
        }
    }

    @Test func readsPieceByPiece() throws {
        try withFile(5) { path in
            let file = try FileReader(path)
            #expect(try file.next(2) == [0, 1])
            #expect(try file.next(2) == [2, 3])
            #expect(try file.next(2) == [4])
            #expect(try file.next(2) == [])
        }
    }

    @Test(arguments: [(0, 0), (7, 7), (7, 8), (100_000, 100_000)])
    func readsAFileUpToALimit(_ count: Int, _ limit: Int) throws {
        try withFile(count) { path in
            #expect(FileReader.bytes(of: path, atMost: limit) == (0..<count).map { UInt8($0 % 251) })
        }
    }

    @Test(arguments: [(1, 0), (8, 7), (100_000, 99_999)])
    func takesNoFileBeyondALimit(_ count: Int, _ limit: Int) throws {
        try withFile(count) { path in
            #expect(FileReader.bytes(of: path, atMost: limit) == nil)
        }
    }

    @Test func takesNoFolderAndNothing() throws {
        try inFreshFolder { folder in
            #expect(throws: Errno.noSuchFileOrDirectory) { try FileReader("\(folder)/none") }
            #expect(throws: Errno.isDirectory) { try FileReader(folder).next(1) }
            #expect(FileReader.bytes(of: folder, atMost: 10) == nil)
        }
    }
}
