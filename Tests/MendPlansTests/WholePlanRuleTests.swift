import MendCore
import Testing

@testable import MendPlans

/// Rules that look at more than one text: grade, sameness, counts, contacts.
@Suite struct WholePlanRuleTests {
    private func replies(_ texts: [String]) -> String {
        "band: teen\nreplies:\n"
            + texts.enumerated().map { "  - {id: reply.teen.\($0 + 1), text: \"\($1)\"}" }.joined(separator: "\n")
    }

    private func findings(_ yaml: String) throws -> [String] {
        try PlanLint.findings(in: decode(yaml)).filter { $0.path == "a.yaml" }.map(\.description)
    }

    @Test func findsTextsThatShareTheirRuns() throws {
        let yaml = replies([
            "I will be in the kitchen, come when you like.", "I will be in the kitchen, come when you want.",
            "Take the time you need, the door stays open.",
        ])
        #expect(
            try findings(yaml) == [
                "a.yaml:4: warning: L20 87 % of the runs of three words as at a.yaml:3; say it another way"
            ])
    }

    @Test func letsTextsShareSixtyPercent() throws {
        // Three of five runs.
        let yaml = replies(["one two three four five six seven blue", "one two three four five six eight nine"])
        #expect(
            try findings(yaml) == [
                "a.yaml:4: warning: L20 66 % of the runs of three words as at a.yaml:3; "
                    + "say it another way"
            ])
        let other = replies(["one two three four five six seven blue", "one two three four five ten eight nine"])
        #expect(try findings(other) == [])
    }

    @Test func findsShortTextsThatAreAlike() throws {
        #expect(
            try findings(replies(["No is fine.", "No is fine."])) == [
                "a.yaml:4: warning: L20 the same words as at a.yaml:3; say it another way"
            ])
    }

    @Test func countsOpeningsInALargePool() throws {
        let words = (1...50).map { number in
            let tens = ["oak", "elm", "ash", "fir", "yew", "bay"][number / 10]
            return "\(tens) \(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"][number % 10])"
        }
        let texts = words.enumerated().map { $0 < 3 ? "Still here now \($1)." : "\($1) stands there." }
        #expect(
            try findings(replies(texts)) == [
                "a.yaml:5: warning: L20 \"still here now\" opens 3 of 50 replies (text); begin 1 of them otherwise"
            ])
        let fewer = words.enumerated().map { $0 < 2 ? "Still here now \($1)." : "\($1) stands there." }
        #expect(try findings(replies(fewer)) == [])
    }

    @Test(arguments: [
        ("the", 1), ("make", 1), ("table", 2), ("gentle", 2), ("breathe", 1), ("breathed", 1), ("waited", 2),
        ("houses", 2),
        ("watches", 2), ("breathes", 1), ("calmly", 2), ("safely", 2), ("useful", 2), ("careless", 2), ("movement", 2),
        ("family", 3), ("caregiver", 3), ("quiet", 2), ("didn't", 2), ("don't", 1), ("it's", 1), ("radio", 3),
        ("attention", 3), ("special", 2), ("beautiful", 3), ("little", 2), ("hurried", 2), ("i", 1), ("evening", 2),
        ("understand", 3), ("remember", 3), ("away", 2), ("chair", 1), ("rhythm", 2), ("video", 3), ("doing", 2),
    ])
    func countsSyllables(_ word: String, _ count: Int) {
        #expect(Syllables.count(word) == count)
    }

    @Test func gradesLikeFleschAndKincaid() throws {
        let decoded = try decode(Probe.reading("The cat sat on the mat. It was a sunny evening.").yaml)
        let texts = LintTexts.texts(of: decoded).filter { $0.field == .text && $0.list == .readings }
        let size = MeasureRules.Size(texts)
        #expect([size.words, size.sentences, size.syllables] == [11, 2, 13])
        // 0.39 × 5.5 + 11.8 × 13/11 − 15.59
        #expect(abs(size.grade - 0.5005) < 0.001)
    }

    @Test(arguments: [
        // 6 words; 10 and 11 syllables.
        ("We remember the old family tree. ", []),
        (
            "We remember the family all evening. ",
            [
                "a.yaml:2: warning: L5 the readings of a.yaml read at grade 8.4; write for grade 8 or lower: shorter "
                    + "words, shorter sentences"
            ]
        ),
    ])
    func gradesAWholeFile(_ sentence: String, _ expected: [String]) throws {
        let text = String(repeating: sentence, count: 10)
        #expect(try findings(Probe.reading(text).yaml) == expected)
    }

    @Test func findsALongMean() throws {
        let long = "We sit by the water for a while and look at the old trees that stand there still."
        #expect(
            try findings(Probe.reading(Array(repeating: long, count: 4).joined(separator: " ")).yaml) == [
                "a.yaml:2: warning: L4 a mean of 18.0 words a sentence in this reading; write 16 or fewer: make two "
                    + "sentences of long ones"
            ])
    }

    @Test func countsForTheShippedPlanOnly() throws {
        let decoded = try decode("discreet-titles:\n  - {id: discreet.pause, text: Pause}")
        let found = PlanLint.findings(in: decoded, isShipped: true).map(\.description)
        #expect(found.contains("a.yaml:2: warning: L1 1 discreet titles; write 12"))
        #expect(found.contains("one.yaml:2: warning: L1 1 caregiver prompts on body; write 31"))
        #expect(PlanLint.findings(in: decoded) == [])
    }

    private static let country = """
        country: US
        name: United States
        emergency: ["911"]
        contacts:
          - {name: A line, number: "988", how: call, for: anyone, source: example.org}
        """

    @Test func letsUnknownHoursPassInTests() throws {
        #expect(try findings(Self.country) == [])
    }

    @Test func findsALineWithoutSource() throws {
        #expect(
            try findings(Self.country.replacing("example.org", with: "unknown")) == [
                "a.yaml:5: warning: L24 A line: source unknown; write it, or leave the line out"
            ])
    }

    @Test(arguments: [
        ("", "A line: hours unknown; open its own site and write them"),
        (", hours: always", "A line: never checked; open its own site and write the day"),
        (
            ", hours: always, checked: 2025-01-04",
            "A line: checked on 2025-01-04; open its own site again and write the day"
        ),
        (", hours: always, checked: 2025-01-05", nil),
        (
            ", hours: always, checked: 2026-01-06",
            "A line: checked on 2026-01-06; open its own site again and write the day"
        ),
    ])
    func holdsAReleaseUntilContactsAreChecked(_ more: String, _ expected: String?) throws {
        let decoded = try decode(Self.country.replacing("example.org", with: "example.org\(more)"))
        let day = try #require(LocalDay("2026-01-05"))
        let found = ContactsLint.beforeRelease(decoded, on: day).map { "\($0.message); \($0.suggestion)" }
        #expect(found == (expected.map { [$0] } ?? []))
    }

    @Test func findsNothingInTheShippedPlan() throws {
        let decoded = try PlanDecoder.plan(from: Shipped.documents())
        #expect(PlanLint.findings(in: decoded, isShipped: true).map(\.description) == [])
    }
}
