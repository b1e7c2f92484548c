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
        #expect(guide.sections[0].points == ["Aunt Mo: 555 0100", "In an emergency: the emergency number of your country"])
        #expect(guide.sections[3].points.map { $0.prefix(5) } == ["Reach", "Own: ", "Turn:"])
        #expect(!guide.sections[1].paragraphs.joined().contains("Is everyone safe now?"))
        #expect(guide.sections[5].points == ["Later is fine."])
    }

    @Test func speaksToAdultsOtherwise() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .toxic)
        let guide = try Guide(
            plan: plan(), history: story.history, rupture: story.history.ruptures.first, day: .written("2026-01-05"))
        #expect(guide.sections[0].paragraphs == ["No need to meet."])
        // No script fits an adult: the moves in general.
        #expect(guide.sections.map(\.title).contains("Three moves"))
    }

    @Test func leavesSafetyOutOfTheOthers() throws {
        let story = try Story().person("ada", .preschool).rupture("r1", "2026-01-05 10:00")
        let guide = try Guide(
            plan: plan(), history: story.history, rupture: story.history.ruptures.first, day: .written("2026-01-05"))
        #expect(guide.sections.first?.title == "Settle yourself")
    }

    @Test func tellsTheStepsInGeneral() throws {
        let guide = try Guide(plan: plan(), history: Story().history, rupture: nil, day: .written("2026-01-05"))
        #expect(guide.sections.map(\.title) == ["Seven practices", "Three moves", "What mend is not"])
        #expect(guide.sections[0].points == ["Steady first: Breathe. With them: Lend calm."])
    }
}
