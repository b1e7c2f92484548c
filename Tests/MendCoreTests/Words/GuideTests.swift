import Testing

@testable import MendCore

@Suite struct GuideTests {
    private func plan() throws -> Plan {
        var plan = try Shipped.plan()
        plan.practices = [Practice(id: "p1", tip: 1, title: "Steady first", alone: "Breathe.", together: "Lend calm.")]
        plan.words.scripts = ["s1", "s2"].map { id in
            Script(
                id: id, kind: .toxic, band: .preschool, reach: FillableText("Near \(id)."),
                own: FillableText("I shouted."),
                turn: FillableText("Back."), tips: [1])
        }
        plan.words.replies = [Reply(id: "r", band: .preschool, text: FillableText("Later is fine."))]
        plan.words.safety = [
            SafetyText(
                id: "limits", when: .limits, relation: .any, contacts: false, text: "mend is no helper in danger."),
            SafetyText(id: "child", when: .frightening, relation: .child, contacts: true, text: "Call first."),
            SafetyText(id: "adult", when: .frightening, relation: .adult, contacts: true, text: "No need to meet."),
        ]
        return plan
    }

    @Test func beginsWithSafetyAfterAFrighteningMoment() throws {
        let story = try Story().person("ada", .preschool).rupture("r1", "2026-01-05 10:00", .toxic).contact(
            "Aunt Mo", "555 0100")
        let guide = try Guide(
            plan: plan(), history: story.history, rupture: story.history.ruptures.first, day: .written("2026-01-05"))
        let titles = guide.sections.map(\.title)
        #expect(
            titles == [
                "First", "Settle yourself", "Seven practices", "Words to say", "Another way, 1", "If the answer is no",
                "What mend is not",
            ])
        #expect(guide.sections[0].paragraphs == ["Call first."])
        #expect(
            guide.sections[0].points == ["Aunt Mo: 555 0100", "In an emergency: the emergency number of your country"])
        #expect(
            guide.sections[3].points.dropFirst() == ["Own: \"I shouted.\"", "Turn: \"Back.\""])
        #expect(guide.sections[3].paragraphs == ["Make the words your own."])
        #expect(!guide.sections[1].paragraphs.joined().contains("Is everyone safe now?"))
        #expect(guide.sections[5].points == ["\"Later is fine.\""])
    }

    @Test func speaksToAdultsOtherwise() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .toxic)
        let guide = try Guide(
            plan: plan(), history: story.history, rupture: story.history.ruptures.first, day: .written("2026-01-05"))
        #expect(guide.sections[0].paragraphs == ["No need to meet."])
        // Nobody said who frightened whom: nothing is owned.
        #expect(guide.sections.map(\.title) == ["First", "Settle yourself", "Seven practices", "What mend is not"])
    }

    @Test(arguments: [
        (Rupture.Frightened.them, "You may be afraid.", ["Words to say"]),
        (.somebodyElse, "Stay close.", []),
    ])
    func neverOwnsWhatSomebodyElseDid(
        _ frightened: Rupture.Frightened, first: String, words: [String]
    ) throws {
        var plan = try plan()
        plan.words.safety += [
            SafetyText(
                id: "them", when: .frightening, relation: .any, frightened: .them, contacts: true,
                text: "You may be afraid."),
            SafetyText(
                id: "else", when: .frightening, relation: .any, frightened: .somebodyElse, contacts: true,
                text: "Stay close."),
        ]
        plan.words.scripts.append(
            Script(
                id: "t", kind: .toxic, band: .preschool, frightened: .them, reach: FillableText("We are safe."),
                tips: [1]))
        let story = try Story().person("ada", .preschool)
        let at = try story.zone.at("2026-01-05 10:00")
        let rupture = Rupture(id: "r1", with: "ada", kind: .toxic, at: at, frightened: frightened)
        let guide = try Guide(
            plan: plan, history: story.history, rupture: rupture, day: .written("2026-01-05"))
        #expect(guide.sections[0].paragraphs == [first])
        #expect(guide.sections.map(\.title).filter { $0 == "Words to say" } == words)
        #expect(!guide.sections.contains { $0.points.joined().contains("I shouted.") })
    }

    @Test func offersWordsForWhatNobodyWroteDown() throws {
        var plan = try plan()
        plan.words.scripts.append(
            Script(
                id: "h", kind: nil, band: .preschool, occasion: .theyHit, reach: FillableText("You were mad."),
                tips: [1]))
        plan.words.safety.append(
            SafetyText(
                id: "harm", when: .childSelfHarm, relation: .child, contacts: true, text: "Take it seriously."))
        plan.words.cues = [
            VisualCue(
                id: "c", bands: [.preschool], title: "Hold up the hand", picture: "A hand.", says: "Stop",
                text: "Use it.")
        ]
        let story = try Story().person("ada", .preschool).rupture("r1", "2026-01-05 10:00")
        let guide = try Guide(
            plan: plan, history: story.history, rupture: story.history.ruptures.first, day: .written("2026-01-05"))
        let hit = try #require(guide.sections.first { $0.title == "If they hit, bit or threw things" })
        #expect(hit.points == ["Reach: \"You were mad.\""])
        #expect(hit.isAside)
        let harm = try #require(guide.sections.first { $0.title == "If they speak of harming themselves" })
        #expect(harm.paragraphs == ["Take it seriously."])
        let cues = try #require(guide.sections.first { $0.title == "Cues to draw or print" })
        #expect(cues.points == ["Hold up the hand. Draw: A hand. Write: \"Stop\" Use it."])
    }

    @Test func leavesSafetyOutOfTheOthers() throws {
        let story = try Story().person("ada", .preschool).rupture("r1", "2026-01-05 10:00")
        let guide = try Guide(
            plan: plan(), history: story.history, rupture: story.history.ruptures.first, day: .written("2026-01-05"))
        #expect(guide.sections.first?.title == "Settle yourself")
    }

    @Test func tellsTheStepsInGeneral() throws {
        let guide = try Guide(plan: plan(), history: Story().history, rupture: nil, day: .written("2026-01-05"))
        #expect(guide.sections.map(\.title) == ["Seven practices", "Four moves", "What mend is not"])
        #expect(guide.sections[0].points == ["Steady first: Breathe. With them: Lend calm."])
    }
}
