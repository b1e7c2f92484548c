import Testing

@testable import MendCore

/// Texts made up for tests: enough of each to choose among.
extension Plan {
    /// Adds prompts for the caregiver alone: `own.a.1` is the first of the theme `a`.
    mutating func addOwnPrompts(_ count: Int, themes: [String] = ["a", "b", "c", "d"]) {
        prompts += (0..<count).map { number in
            let theme = themes[number % themes.count]
            return .made("own.\(theme).\(number / themes.count + 1)", theme: theme, voice: .own)
        }
    }

    /// Adds prompts together with somebody of a band: `teen.a.1` is the first of the theme `a`.
    mutating func addTogetherPrompts(_ count: Int, _ band: AgeBand, themes: [String] = ["a", "b", "c", "d"]) {
        prompts += (0..<count).map { number in
            let theme = themes[number % themes.count]
            return .made(
                "\(band.rawValue).\(theme).\(number / themes.count + 1)", theme: theme, voice: .together, bands: [band])
        }
    }

    mutating func addReflections(_ count: Int) {
        reflections += (0..<count).map { number in
            Reflection(
                id: "reflection.\(number)", title: "Look back \(number)", minutes: 10, tips: [number % 7 + 1],
                intro: "This week.",
                questions: ["What went well?", "What next?"])
        }
    }

    mutating func addReadings(_ count: Int) {
        readings += (0..<count).map { number in
            Reading(
                id: "reading.\(number)", title: "Reading \(number)", minutes: 5, tips: [1], shelf: [],
                text: "Long text.")
        }
    }

    mutating func addMilestones() {
        for (from, to) in zip(AgeBand.allCases, AgeBand.allCases.dropFirst()) {
            milestones.append(
                Milestone(
                    id: "milestone.\(to.rawValue)", from: from, to: to, title: "Now \(to.rawValue)", text: "It changes."
                ))
        }
    }
}

extension Prompt {
    static func made(
        _ id: String, theme: String, voice: Voice, bands: [AgeBand] = [], minutes: Int = 2, season: [Int] = []
    ) -> Prompt {
        Prompt(
            id: id, title: "Title of \(id)", text: "Text of \(id)", minutes: minutes, voice: voice, bands: bands,
            theme: theme,
            tips: [1], season: season)
    }
}
