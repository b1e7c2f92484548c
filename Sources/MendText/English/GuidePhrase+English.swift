import MendCore

extension GuidePhrase {
    public var english: String {
        switch self {
        case .title(let section): Self.title(section)
        case .move(let move): "\(Self.title(move.name)): \(move.spoken)"
        case .moveName(let name): Self.title(name)
        case .moveInGeneral(let name): Self.inGeneral(name)
        case .practice(let practice): "\(practice.title): \(practice.alone) With them: \(practice.together)"
        case .reply(let text): "\"\(text)\""
        case .cue(let cue): "\(cue.title). Draw: \(cue.picture) Write: \"\(cue.says)\" \(cue.text)"
        }
    }

    private static func title(_ section: Guide.Section) -> String {
        switch section {
        case .first: "First"
        case .settle: "Settle yourself"
        case .practices: "Seven practices"
        case .fourMoves: "Four moves"
        case .words: "Words to say"
        case .anotherWay(let number, _): "Another way, \(number)"
        case .occasion(.hurtfulWords, _): "If you said something you didn't mean"
        case .occasion(.theyHit, _): "If they hit, bit or threw things"
        case .occasion(.bothShouted, _): "If you both shouted"
        case .replies: "If the answer is no"
        case .cues: "Cues to draw or print"
        case .danger(.cryingBaby, _): "If the baby won't stop crying"
        case .danger(.selfHarm, _): "If they speak of harming themselves"
        case .danger(.oneself, _): "If you fear what you may do"
        case .limits: "What mend is not"
        }
    }

    private static func title(_ move: RepairWording.Move.Name) -> String {
        switch move {
        case .reach: "Reach"
        case .own: "Own"
        case .turn: "Turn"
        case .next: "Next"
        }
    }

    private static func inGeneral(_ move: RepairWording.Move.Name) -> String {
        switch move {
        case .reach: "Reach: come near at their pace, and say that you'd like to make up."
        case .own: "Own: say sorry, and what for, in plain words, with no reason behind it."
        case .turn: "Turn: go back to what they were excited about when it happened."
        case .next: "Next, where it fits: say what you'll try next time, or that you love them."
        }
    }
}
