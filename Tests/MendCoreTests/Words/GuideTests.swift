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

    private struct Missing: Error {}

    /// What each section is.
    private func told(_ guide: Guide) -> [String] {
        guide.sections.map { section in
            switch section {
            case .first: "first"
            case .settle: "settle"
            case .practices: "practices"
            case .fourMoves: "fourMoves"
            case .words: "words"
            case .anotherWay: "anotherWay"
            case .occasion: "occasion"
            case .replies: "replies"
            case .cues: "cues"
            case .danger: "danger"
            case .limits: "limits"
            }
        }
    }

    @Test func beginsWithSafetyAfterAFrighteningMoment() throws {
        let story = try Story().person("ada", .preschool).rupture("r1", "2026-01-05 10:00", .toxic)
        let guide = try Guide(
            plan: plan(), history: story.history, rupture: story.history.ruptures.first, day: .written("2026-01-05"))
        #expect(told(guide) == ["first", "words", "anotherWay", "replies", "settle", "practices", "limits"])
        #expect(guide.sections[0] == .first("Call first."))
        guard case .settle(let calm) = guide.sections[4] else { throw Missing() }
        #expect(!calm.contains("Is everyone safe now?"))
        guard case .words(let moves, let advice) = guide.sections[1] else { throw Missing() }
        #expect(moves.map(\.name) == [.reach, .own, .turn])
        #expect(moves.dropFirst().map(\.text) == ["I shouted.", "Back."])
        #expect(advice == "Make the words your own.")
        #expect(guide.sections[3] == .replies(["Later is fine."]))
        #expect(guide.sections[6] == .limits("mend is no helper in danger."))
    }

    @Test func speaksToAdultsOtherwise() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .toxic)
        let guide = try Guide(
            plan: plan(), history: story.history, rupture: story.history.ruptures.first, day: .written("2026-01-05"))
        #expect(guide.sections[0] == .first("No need to meet."))
        // Nobody said who frightened whom: nothing is owned.
        #expect(told(guide) == ["first", "settle", "practices", "limits"])
        #expect(!guide.hasWordsToSay)
    }

    @Test(
        arguments: [
            (.adult, .them, true), (.adult, nil, true), (.adult, .me, false), (.adult, .somebodyElse, false),
            (.preschool, .them, false), (.preschool, nil, false),
        ] as [(AgeBand, Rupture.Frightened?, Bool)])
    func owesNothingToAnAdultWhoFrightened(
        _ band: AgeBand, _ frightened: Rupture.Frightened?, _ owesNothing: Bool
    ) throws {
        let story = try Story().person("bo", band)
        let at = try story.zone.at("2026-01-05 10:00")
        let rupture = Rupture(id: "r1", with: "bo", kind: .toxic, at: at, frightened: frightened)
        let guide = try Guide(plan: plan(), history: story.history, rupture: rupture, day: .written("2026-01-05"))
        #expect(guide.owesNothing == owesNothing)
    }

    @Test func owesARepairOfASmallerCrack() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .benign)
        let guide = try Guide(
            plan: plan(), history: story.history, rupture: story.history.ruptures.first, day: .written("2026-01-05"))
        #expect(!guide.owesNothing)
        #expect(guide.hasWordsToSay)
    }

    @Test(arguments: [
        (Rupture.Frightened.them, "You may be afraid.", ["words"]),
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
        #expect(guide.sections[0] == .first(first))
        #expect(told(guide).filter { $0 == "words" } == words)
        #expect(!"\(guide.sections)".contains("I shouted."))
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
        let cue = VisualCue(
            id: "c", bands: [.preschool], title: "Hold up the hand", picture: "A hand.", says: "Stop", text: "Use it.")
        plan.words.cues = [cue]
        let story = try Story().person("ada", .preschool).rupture("r1", "2026-01-05 10:00")
        let guide = try Guide(
            plan: plan, history: story.history, rupture: story.history.ruptures.first, day: .written("2026-01-05"))
        #expect(guide.sections.contains(.occasion(.theyHit, [.init(name: .reach, text: "You were mad.")])))
        #expect(guide.sections.contains(.danger(.selfHarm, "Take it seriously.")))
        #expect(guide.sections.contains(.cues([cue])))
    }

    @Test func leavesSafetyOutOfTheOthers() throws {
        let story = try Story().person("ada", .preschool).rupture("r1", "2026-01-05 10:00")
        let guide = try Guide(
            plan: plan(), history: story.history, rupture: story.history.ruptures.first, day: .written("2026-01-05"))
        // The plan of this test has no script for it.
        #expect(told(guide) == ["fourMoves", "replies", "settle", "practices", "limits"])
    }

    @Test func tellsTheStepsInGeneral() throws {
        let guide = try Guide(plan: plan(), history: Story().history, rupture: nil, day: .written("2026-01-05"))
        #expect(told(guide) == ["fourMoves", "practices", "limits"])
        #expect(guide.sections[1] == .practices(try plan().practices))
    }
}
