import Foundation
import Testing

@testable import MendPlans

@Suite final class PlanFolderTests {
    private let root: URL
    private let manager = FileManager.default

    init() throws {
        root = manager.temporaryDirectory.appending(path: "mend-plan-\(UUID().uuidString)")
        try manager.createDirectory(at: root.appending(path: "plan/inner"), withIntermediateDirectories: true)
    }

    deinit {
        try? manager.removeItem(at: root)
    }

    private var plan: String { root.appending(path: "plan").path(percentEncoded: false) }

    private func write(_ text: String, _ path: String) throws {
        try Data(text.utf8).write(to: root.appending(path: path))
    }

    private func faults() -> [String] {
        do {
            _ = try PlanFolder.documents(in: plan, shownAs: "Plans")
            return []
        } catch {
            return error.faults.map(\.description)
        }
    }

    @Test func readsYAMLFilesSortedByPath() throws {
        for name in ["z.yaml", "a.yml", "inner/m.yaml", "README.md", ".hidden.yaml", "notes.txt"] {
            try write("# \(name)", "plan/\(name)")
        }
        let documents = try PlanFolder.documents(in: plan + "/", shownAs: "Plans")
        #expect(documents.map(\.path) == ["Plans/a.yml", "Plans/inner/m.yaml", "Plans/z.yaml"])
        #expect(documents.map(\.text) == ["# a.yml", "# inner/m.yaml", "# z.yaml"])
    }

    @Test func saysWhenThereIsNoDirectory() {
        #expect {
            try PlanFolder.documents(in: root.appending(path: "gone").path(percentEncoded: false), shownAs: "gone")
        } throws: { error in
            (error as? PlanFaults)?.description == "gone: there is no such directory; name one that holds .yaml files"
        }
    }

    @Test func saysWhenItIsAFile() throws {
        try write("id: x", "plan/a.yaml")
        #expect {
            try PlanFolder.documents(in: plan + "/a.yaml", shownAs: "a.yaml")
        } throws: { error in
            (error as? PlanFaults)?.description == "a.yaml: is not a directory; name the directory that holds it"
        }
    }

    @Test func saysWhenItHoldsNoDocument() {
        #expect(faults() == ["Plans: holds no .yaml file; name the directory that holds the plan"])
    }

    @Test func refusesLinksThatLeadOut() throws {
        try write("id: secret", "secret.yaml")
        try write("id: inside", "plan/inner/a.yaml")
        try manager.createSymbolicLink(
            at: root.appending(path: "plan/out.yaml"), withDestinationURL: root.appending(path: "secret.yaml"))
        try manager.createSymbolicLink(
            at: root.appending(path: "plan/in.yaml"), withDestinationURL: root.appending(path: "plan/inner/a.yaml"))
        #expect(
            faults() == [
                "Plans/out.yaml: is a link that leads out of the directory or to no file; copy the file to this place"
            ])
    }

    @Test func followsALinkInside() throws {
        try write("id: inside", "plan/inner/a.yaml")
        try manager.createSymbolicLink(
            at: root.appending(path: "plan/in.yaml"), withDestinationURL: root.appending(path: "plan/inner/a.yaml"))
        #expect(try PlanFolder.documents(in: plan).map(\.text) == ["id: inside", "id: inside"])
    }

    @Test func doesNotFollowALinkToADirectory() throws {
        try write("id: inside", "plan/a.yaml")
        try manager.createSymbolicLink(
            at: root.appending(path: "plan/inner/loop"), withDestinationURL: root.appending(path: "plan"))
        #expect(try PlanFolder.documents(in: plan).count == 1)
    }

    @Test func refusesLongFilesAndOtherEncodings() throws {
        try Data(repeating: 0x23, count: 4 << 20 + 1).write(to: root.appending(path: "plan/long.yaml"))
        try Data([0x23, 0xFF, 0xFE]).write(to: root.appending(path: "plan/odd.yaml"))
        #expect(
            faults() == [
                "Plans/long.yaml: longer than 4 MB; divide it into several files",
                "Plans/odd.yaml: is not UTF-8; save it as UTF-8",
            ])
    }
}
