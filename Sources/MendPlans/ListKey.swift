/// The lists that a file of a plan may hold.
enum ListKey: String, CaseIterable {
    case prompts, reflections, readings, scripts, replies
    case leadIns = "lead-ins"
    case roadblocks, calm, tools, signs, cues, ahead, milestones, safety
    case discreetTitles = "discreet-titles"
    case contacts, shelves, practices

    /// What one entry is called in a message.
    var entryName: String {
        switch self {
        case .prompts: "prompt"
        case .reflections: "reflection"
        case .readings: "reading"
        case .scripts: "script"
        case .replies: "reply"
        case .leadIns: "lead-in"
        case .roadblocks: "roadblock question"
        case .calm: "calm practice"
        case .tools: "tool"
        case .signs: "sign"
        case .cues: "cue"
        case .ahead: "check-in text"
        case .milestones: "milestone"
        case .safety: "safety text"
        case .discreetTitles: "discreet title"
        case .contacts: "contact"
        case .shelves: "shelf"
        case .practices: "practice"
        }
    }

    /// Keys that only an entry itself may have.
    private var ownKeys: [String] {
        switch self {
        case .prompts, .milestones, .leadIns, .ahead: ["id", "title", "text"]
        case .calm: ["id", "title", "text", "caution"]
        case .reflections: ["id", "title", "intro", "questions"]
        case .readings: ["id", "title", "text", "shelf"]
        case .scripts: ["id", "reach", "own", "turn", "next"]
        case .replies, .signs, .discreetTitles: ["id", "text"]
        case .tools: ["id", "text", "card", "caution"]
        case .cues: ["id", "title", "picture", "says", "text"]
        case .roadblocks: ["id", "title", "question", "follow-up"]
        case .safety: ["id", "contacts", "text"]
        case .contacts: ["name", "number", "how", "for", "source", "hours", "checked"]
        case .shelves: ["id", "title", "books"]
        case .practices: ["id", "tip", "title", "alone", "together"]
        }
    }

    /// Keys that may stand at the head of the file, too, and then hold for every entry that does not say otherwise.
    var sharedKeys: [String] {
        switch self {
        case .prompts: ["for", "bands", "minutes", "theme", "tips", "zone", "season"]
        case .reflections: ["minutes", "tips", "roadblock", "kind"]
        case .readings: ["minutes", "tips"]
        case .scripts:
            [
                "kind", "band", "frightened", "when", "answer", "number", "tips", "fear-named", "not-your-doing",
                "feelings-allowed",
            ]
        case .replies: ["band"]
        case .leadIns: ["rung", "kind", "band", "relation", "number", "zone", "answer", "frightened"]
        case .roadblocks: ["roadblock"]
        case .calm: ["minutes", "zones", "way", "near", "bands"]
        case .tools: ["band", "sense", "portable"]
        case .signs: ["band", "zone", "quiet"]
        case .cues: ["bands"]
        case .milestones: ["from", "to"]
        case .safety: ["when", "relation", "frightened"]
        case .discreetTitles, .contacts, .shelves, .practices, .ahead: []
        }
    }

    /// Keys of the file that say something about the list as a whole.
    var headKeys: [String] {
        self == .contacts ? ["country", "name", "emergency"] : []
    }

    /// Every key of an entry. A `note` is for writers and goes nowhere.
    var entryKeys: [String] { ownKeys + sharedKeys + ["note"] }
}

/// The parts of a plan that are not lists.
enum SectionKey: String, CaseIterable {
    case id, title, language, slots, ladder, sleep
    case goodTimes = "good-times"
    case phrases
}
