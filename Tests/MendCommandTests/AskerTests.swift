import MendCore
import MendText
import Testing

@testable import mend

/// Questions of a terminal, without one.
@Suite struct AskerTests {
    /// Answers that were written down before, and what was shown.
    private final class Script {
        private var answers: ArraySlice<String>
        private(set) var shown: [String] = []

        init(_ answers: String...) {
            self.answers = answers[...]
        }

        var asker: Asker {
            Asker(
                read: { self.answers.popFirst() }, show: { self.shown.append($0) },
                ask: { self.shown.append($0) })
        }
    }

    @Test(arguments: [
        ("3", Rupture.Kind.limitSetting), ("limit-setting", .limitSetting), ("Limit-Setting", .limitSetting),
        ("lim", .limitSetting), (" 1 ", .benign), ("t", .toxic),
    ])
    func takesANumberAWordOrItsBeginning(_ answer: String, _ kind: Rupture.Kind) {
        #expect(Script(answer).asker.choice(.whatHappened, ChoicePhrase.rupture) == kind)
    }

    @Test func showsWhatCanBeChosen() {
        let script = Script("2")
        #expect(script.asker.choice(.thermometer(with: "Ada"), ChoicePhrase.zone) == FeelingZone.yellow)
        #expect(
            script.shown == [
                "Where does the thermometer of Ada stand?", "  1  green: Green, calm", "  2  yellow: Yellow, rising",
                "  3  red: Red, flooded", "A number or a word:",
            ])
    }

    @Test func asksAgainAndGivesUpAfterThree() {
        let second = Script("0", "4")
        #expect(second.asker.choice(.whatHappened, ChoicePhrase.rupture) == Rupture.Kind.toxic)
        #expect(second.shown.count { $0 == "That is not in the list." } == 1)
        // Partial and not-ready have no common beginning, repaired stands alone; an empty answer means none of them.
        let third = Script("", "x", "9", "repaired")
        #expect(third.asker.choice(.howDidItGo, ChoicePhrase.outcome) as Attempt.Outcome? == nil)
        #expect(third.shown.count { $0 == "That is not in the list." } == 3)
    }

    @Test func takesTheEndOfInputForNoAnswer() {
        #expect(Script().asker.choice(.whatHappened, ChoicePhrase.rupture) as Rupture.Kind? == nil)
        #expect(Script().asker.value(.whenWasIt) { $0 } == nil)
        #expect(!Script().asker.confirms(.whatHappened))
    }

    @Test func aBeginningThatFitsTwoPeopleIsNobody() throws {
        let people = [
            Person(id: "ada", name: "Ada", relation: .child), Person(id: "adam", name: "Adam", relation: .friend),
            Person(id: "mo", name: "Uncle Mo", relation: .friend),
        ]
        #expect(Script("ad", "uncle").asker.name(among: people) == "Uncle Mo")
        #expect(Script("ada").asker.name(among: people) == "Ada")
        #expect(Script("2").asker.name(among: people) == "Adam")
    }

    @Test func saysWhatIsWrongWithATime() throws {
        let now = try #require(TimeText.instant(rfc3339: "2026-01-05T18:00:00Z"))
        let zone = Zone(identifier: "UTC", initialOffset: 0, changes: [])
        let script = Script("25:61", "20m ago")
        #expect(script.asker.time(now: now, zone: zone) == "20m ago")
        #expect(script.shown[1].hasPrefix("That is no time; write it like 17:40"))
        #expect(Script("").asker.time(now: now, zone: zone) == nil)
    }

    @Test func onlyYesIsYes() {
        for (answer, isYes) in [("y", true), ("YES", true), ("", false), ("n", false), ("yeah", false)] {
            #expect(Script(answer).asker.confirms(.whatHappened) == isYes)
        }
    }

    // MARK: Words without an option

    private func words(_ words: [String], name: String? = nil, choice: Rupture.Kind? = nil) throws -> (
        String?, Rupture.Kind?
    ) {
        let found = try BareWords(words, name: name, choice: choice) { ["ada", "uncle mo"].contains($0.lowercased()) }
        return (found.name, found.choice)
    }

    @Test func sortsNamesFromChoices() throws {
        #expect(try words(["Ada", "benign"]) == ("Ada", .benign))
        #expect(try words(["benign", "Ada"]) == ("Ada", .benign))
        #expect(try words(["Uncle", "Mo", "TOXIC"]) == ("Uncle Mo", .toxic))
        #expect(try words(["toxic"], name: "Ada") == ("Ada", .toxic))
        #expect(try words(["Ada"], choice: .benign) == ("Ada", .benign))
        #expect(try words([]) == (nil, nil))
        // Nobody of that name is known: whoever looks for them says so.
        #expect(try words(["Kit", "benign"]) == ("Kit", .benign))
    }

    @Test func aChoiceThatWasWrittenWronglyIsNoName() throws {
        for wrong in [["limt-setting"], ["Ada", "limt-setting"]] {
            #expect(throws: CommandFault.self) { try words(wrong) }
        }
        #expect(throws: CommandFault.self) { try words(["Ada"], name: "Ada") }
    }
}
