import MendCore

@testable import MendPlans

/// One text in its place, for the rules to look at.
enum Probe: Sendable, CustomStringConvertible {
    case own(String)
    case title(String)
    case together(AgeBand, String)
    case question(String)
    case reading(String)
    /// Kind, band, and the three moves.
    case script(String, AgeBand, String, String, String)
    case reply(String)
    case leadIn(String)
    /// After silence: title and text.
    case silence(String, String)
    case roadblock(String)
    case calm(String)
    case calmWithChild(String)
    case tool(AgeBand, String)
    case sign(AgeBand, FeelingZone, String)
    case milestone(String)
    case safety(String)

    var description: String { yaml }

    /// The rules that it breaks.
    func rules() throws -> Set<String> {
        let decoded = try decode(yaml)
        let found = PlanLint.findings(in: decoded).filter { $0.path == "a.yaml" }
        return Set(found.compactMap(\.rule))
    }

    private static func quoted(_ text: String) -> String {
        "\"\(text.replacing("\"", with: "\\\""))\""
    }

    var yaml: String {
        let q = Self.quoted
        return switch self {
        case .own(let text):
            "prompts:\n  - {id: caregiver.x, title: Sit down quietly, text: \(q(text)), minutes: 1, for: self, theme: body, "
                + "tips: [1]}"
        case .title(let title):
            "prompts:\n  - {id: caregiver.x, title: \(q(title)), text: Sit down., minutes: 1, for: self, theme: body, "
                + "tips: [1]}"
        case .together(let band, let text):
            "prompts:\n  - {id: \(band.rawValue).x, title: Sit down quietly, text: \(q(text)), minutes: 1, for: together, "
                + "bands: [\(band.rawValue)], theme: soothe, tips: [1]}"
        case .question(let question):
            "reflections:\n  - {id: reflection.01-x, title: Look back a little, minutes: 10, tips: [], intro: Sit down., "
                + "questions: [\(q(question))]}"
        case .reading(let text):
            "readings:\n  - {id: reading.01-x, title: Come back soon, minutes: 5, tips: [3], text: \(q(text))}"
        case .script(let kind, let band, let reach, let own, let turn):
            "scripts:\n  - {id: script.\(kind).\(band.rawValue).1, kind: \(kind), band: \(band.rawValue), tips: [3], "
                + "reach: \(q(reach)), own: \(q(own)), turn: \(q(turn))"
                + (kind == "toxic" ? ", fear-named: true, not-your-doing: true, feelings-allowed: true}" : "}")
        case .reply(let text):
            "replies:\n  - {id: reply.teen.1, band: teen, text: \(q(text))}"
        case .leadIn(let text):
            "lead-ins:\n  - {id: lead.try-again.3.1, rung: try-again, number: 3, answer: refusal, title: \"Try again: say hi\", "
                + "text: \(q(text))}"
        case .silence(let title, let text):
            "lead-ins:\n  - {id: lead.try-again.3.1, rung: try-again, answer: silence, title: \(q(title)), text: \(q(text))}"
        case .roadblock(let question):
            "roadblocks:\n  - {id: roadblock.shame.1, roadblock: shame, question: \(q(question)), follow-up: Name it.}"
        case .calm(let text):
            "calm:\n  - {id: calm.x, title: Sit down quietly, text: \(q(text)), minutes: 1, zones: [red], way: senses, "
                + "near: alone}"
        case .calmWithChild(let text):
            "calm:\n  - {id: calm.x, title: Sit down quietly, text: \(q(text)), minutes: 1, zones: [red], way: senses, "
                + "near: with-child}"
        case .tool(let band, let text):
            "tools:\n  - {id: place.\(band.rawValue).x, band: \(band.rawValue), text: \(q(text)), sense: touch, "
                + "portable: true}"
        case .sign(let band, let zone, let text):
            "signs:\n  - {id: sign.\(band.rawValue).\(zone.rawValue).1, band: \(band.rawValue), zone: \(zone.rawValue), "
                + "text: \(q(text)), quiet: false}"
        case .milestone(let text):
            "milestones:\n  - {id: milestone.infant-toddler.1, from: infant, to: toddler, title: Mark one year, "
                + "text: \(q(text))}"
        case .safety(let text):
            "safety:\n  - {id: safety.x, when: limits, relation: any, contacts: true, text: \(q(text))}"
        }
    }
}
