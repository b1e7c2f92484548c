import Testing

@testable import MendCore

extension Story {
    /// A household whose plan has prompts for the caregiver and for each band.
    static func prompted(
        _ zone: String = "America/New_York", quiet: String = "21:00-07:00", own: Int = 40, together: Int = 40,
        changing change: (inout Plan) throws -> Void = { _ in }
    ) throws -> Story {
        try Story(zone, quiet: quiet) { plan in
            if own > 0 { plan.addOwnPrompts(own) }
            for band in AgeBand.allCases where together > 0 { plan.addTogetherPrompts(together, band) }
            try change(&plan)
        }
    }

    func items(_ first: String, _ last: String, now: String = "2026-01-05 08:00") throws -> [Item] {
        try builder(now: now).agenda(from: .written(first), through: .written(last)).items
    }

    /// The daily prompts of some days.
    func prompts(_ first: String, _ last: String, now: String = "2026-01-05 08:00") throws -> [Item] {
        try items(first, last, now: now).filter { $0.kind == .prompt }
    }

    /// `2026-01-05 07:30 prompt self`, with names.
    func lines(_ first: String, _ last: String, now: String = "2026-01-05 08:00") throws -> [String] {
        try items(first, last, now: now).map { item in
            let parts = [zone.text(item.start), item.kind.name, item.voice.rawValue] + item.with
            return parts.joined(separator: " ")
        }
    }

    /// The items as a calendar has shown them.
    func published(_ items: [Item]) -> Story {
        var history = history
        history.published += items.compactMap { item in
            item.key.map {
                Published(item: $0, prompt: item.prompt, start: item.start, sequence: 0, modified: item.start)
            }
        }
        return Story(plan: plan, history: history)
    }
}
