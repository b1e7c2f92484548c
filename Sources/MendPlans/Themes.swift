import MendCore

/// The themes of prompts, each with the practice (tip 1–7) that comes first for it.
enum Themes {
    static let own: KeyValuePairs<String, Int> = [
        "body": 1, "noticing": 6, "kindness": 5, "story": 2, "perspective": 2, "repair": 3,
        "rest": 1, "values": 2, "limits": 4, "support": 7, "joy": 1, "roadblocks": 3,
    ]

    static let together: KeyValuePairs<String, Int> = [
        "soothe": 1, "listening": 2, "reach-out": 3, "two-sides": 4, "feelings": 5, "early-signs": 6, "steady": 7,
        "play": 1,
    ]

    static func names(_ voice: Voice) -> [String] {
        (voice == .own ? own : together).map(\.key)
    }

    static func firstTip(_ voice: Voice, _ theme: String) -> Int? {
        (voice == .own ? own : together).first { $0.key == theme }?.value
    }
}
