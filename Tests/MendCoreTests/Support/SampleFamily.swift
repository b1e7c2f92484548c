import MendJournal
import ShippedPlan
import Testing

@testable import MendCore

/// Households for the plan that comes with mend: one for each band, a big family, a couple.
enum SampleFamily: String, CaseIterable {
    case infant, toddler, preschool, schoolAge, teen, couple
    /// Four children in four bands, and a partner.
    case four

    struct Day {
        let day: LocalDay
        let prompt: Prompt
        let person: String?
    }

    var history: History {
        get throws {
            let zone = try #require(SystemZones.find("America/New_York"))
            var history = History(household: Household(id: "Sample-\(rawValue)", zone: zone))
            history.people = try people
            return history
        }
    }

    private var people: [Person] {
        get throws {
            let partner = Person(id: "sam", name: "Sam", relation: .partner)
            return switch self {
            case .infant: try [child("ada", "2025-11-20")]
            case .toddler: try [child("ada", "2024-11-20")]
            case .preschool: try [child("ada", "2022-11-20")]
            case .schoolAge: try [child("ada", "2018-11-20")]
            case .teen: try [child("ada", "2012-11-20")]
            case .couple: [partner]
            case .four:
                try [
                    child("ada", "2025-06-02"), child("bo", "2023-09-14"), child("cy", "2018-03-30"),
                    child("di", "2012-12-08"), partner,
                ]
            }
        }
    }

    private func child(_ id: String, _ born: String) throws -> Person {
        try Person(id: id, name: id.prefix(1).uppercased() + id.dropFirst(), relation: .child, born: .written(born))
    }

    /// The plan that comes with mend; reading it takes long.
    static let plan = Result<Plan, any Error> { ShippedPlan.load() }

    /// The prompts of 2026 to 2030.
    func days(_ plan: Plan? = nil) throws -> [Day] {
        let plan = try plan ?? Self.plan.get()
        let history = try history
        var planner = try Planner(
            plan: plan, history: history, now: history.household.zone.start(of: .written("2026-01-01")))
        return try planner.slots(from: .written("2026-01-01"), through: .written("2030-12-31")).compactMap {
            day, slot in
            guard case .prompt(let prompt, let person, _, _) = slot else { return nil }
            return Day(day: day, prompt: prompt, person: person?.id)
        }
    }

    /// How often a theme comes within four weeks: by count, the number of themes and stretches with that count.
    func themesInFourWeeks(_ voice: Voice) throws -> [Int: Int] {
        let themes = try days().map { $0.prompt.voice == voice ? $0.prompt.theme : "" }
        var stretches: [Int: Int] = [:]
        for theme in Set(themes).subtracting([""]) {
            let hits = themes.map { $0 == theme ? 1 : 0 }
            for start in 0...(hits.count - 28) { stretches[hits[start..<start + 28].reduce(0, +), default: 0] += 1 }
        }
        return stretches
    }
}

extension Plan {
    /// With so many more prompts, for the caregiver and together in turn, of any theme, each anywhere among the others.
    func grown(by count: Int, seed: Int) -> Plan {
        var random = SplitMix64(seed: seed)
        var plan = self
        for number in 0..<count {
            let like = random.pick(prompts.filter { $0.voice == (number % 2 == 0 ? .own : .together) })
            let prompt = Prompt(
                id: "new.\(number)", title: "New", text: "New.", minutes: 1, voice: like.voice, bands: like.bands,
                theme: like.theme, tips: like.tips)
            plan.prompts.insert(prompt, at: Int.random(in: 0...plan.prompts.count, using: &random))
        }
        return plan
    }
}
