import MendCore
import Testing

@testable import mend

/// Manual pages are made from what the parser knows.
@Suite struct ManualPageTests {
    private func pages() throws -> [String: String] {
        let day = try #require(LocalDay("2026-01-05"))
        let pages = ManualPage.all(try CommandDescription(of: Mend.self), day: day)
        return Dictionary(uniqueKeysWithValues: pages.map { ($0.fileName, $0.text) })
    }

    @Test func thereIsOneForEachVerbThatHelpShows() throws {
        let names = try Set(pages().keys)
        for name in ["mend.1", "mend-rupture.1", "mend-person.1", "mend-person-add.1", "mend-channel-add.1"] {
            #expect(names.contains(name))
        }
        #expect(!names.contains("mend-help.1") && !names.contains("mend-manual.1"))
    }

    @Test func tellsOptionsAndExamples() throws {
        let page = try #require(try pages()["mend-rupture.1"])
        #expect(page.hasPrefix(".Dd January 5, 2026\n.Dt MEND-RUPTURE 1\n.Os\n.Sh NAME\n.Nm mend-rupture\n.Nd Record a crack"))
        #expect(page.contains("\n.It Fl k Ar kind , Fl -kind Ar kind\n"))
        #expect(page.contains("\n.Sh EXAMPLES\n.Bd -literal\nmend rupture\nmend rupture Ada limit-setting -a '20m ago'\n"))
        #expect(page.hasSuffix(".Sh SEE ALSO\n.Xr mend 1\n"))
    }

    @Test func tellsStatusesAndTheEnvironment() throws {
        let page = try #require(try pages()["mend.1"])
        #expect(page.contains("\n.It Ev MEND_DATA\n"))
        #expect(page.contains("\n.It 75\nAnother run is under way: try again.\n"))
    }

    @Test(arguments: [
        ("One. Two.", "One.\nTwo.\n"), (".profile", "\\&.profile\n"), ("'tis", "\\&'tis\n"),
        ("a \\ b", "a \\e b\n"), ("", ""), ("Is it? \"Yes.\" Good", "Is it?\n\"Yes.\"\nGood\n"),
    ])
    func wordsAreNoMacros(_ words: String, _ lines: String) {
        var page = Mdoc()
        page.sentences(words)
        #expect(page.text == lines)
    }
}
