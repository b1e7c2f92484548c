import MendCore
import MendTasks
import MendText
import Testing

@Suite struct TaskWordsTests {
    private static let people = [
        Person(id: "ada", name: "Ada", relation: .child, born: LocalDay("2022-04-03")),
        Person(id: "theo", name: "Theo", relation: .child, born: LocalDay("2015-01-20")),
        Person(id: "sam", name: "Sam", relation: .partner), Person(id: "samir", name: "Samir", relation: .friend),
        Person(id: "mary", name: "Mary Ann", relation: .friend), Person(id: "marion", name: "Marion", relation: .friend),
    ]

    private let words = TaskWords(people: people, catalogue: .english)

    private func person(_ id: String) throws -> Person { try #require(Self.people.first { $0.id == id }) }

    @Test(arguments: [
        ("Ada limit", "ada", Rupture.Kind.limitSetting), ("misread Theo", "theo", .benign),
        ("Sam closeness", "sam", .oscillating), ("ADA  Frightening", "ada", .toxic), ("Ada", "ada", nil),
        ("limit-setting Mary Ann", "mary", .limitSetting), ("The limit", "theo", .limitSetting),
        ("Samir toxic", "samir", .toxic),
    ])
    func knowsANameAndPerhapsAKind(_ title: String, _ id: String, _ kind: Rupture.Kind?) throws {
        #expect(words.title(title) == .rupture(with: try person(id), kind))
    }

    @Test(arguments: [
        "Buy shoes for Ada", "Ada's limit", "The", "limit", "", "Ada limit today", "No limit", "Ad limit", "frightening",
        "Ada room", "Call Sam",
    ])
    func guessesNothing(_ title: String) {
        #expect(words.title(title) == .nobody)
    }

    @Test(arguments: ["Mar limit", "misread mar"])
    func refusesABeginningThatFitsTwo(_ title: String) {
        #expect(words.title(title) == .fitsTwo)
    }

    @Test func aWholeNameGoesBeforeABeginning() throws {
        #expect(words.title("limit sam") == .rupture(with: try person("sam"), .limitSetting))
    }

    @Test(arguments: [
        ("not-ready", Attempt.Outcome.notReady, ""), ("Not ready, she was tired", .notReady, "she was tired"),
        ("declined: slammed the door", .declined, "slammed the door"), ("  Partial\nwe talked", .partial, "we talked"),
    ])
    func readsAnOutcomeAtTheBeginningOfNotes(_ notes: String, _ outcome: Attempt.Outcome, _ rest: String) throws {
        let read = try #require(words.outcome(notes))
        #expect(read.outcome == outcome)
        #expect(read.rest == rest)
    }

    @Test(arguments: ["partially", "She declined", "", "repaired", "not-ready-made"])
    func takesOtherNotesForNotes(_ notes: String) {
        #expect(words.outcome(notes) == nil)
    }
}
