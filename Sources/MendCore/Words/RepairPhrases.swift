/// The few lines that a reminder says by itself, whatever the plan holds.
enum RepairPhrases {
    static let yourOwn = "Make the words your own."
    static let whereSupportIs = "People to call: mend contact list, or Support on the page."

    /// The first line after a frightening moment.
    static func safe(_ frightened: Rupture.Frightened?) -> String {
        frightened == .them ? "Are you safe now?" : "Is everyone safe now?"
    }

    /// For a plan without words for a rung.
    static func title(_ rung: Rung) -> String {
        switch rung {
        case .calm: "Settle: breathe out slowly"
        case .reflect: "Look back: both sides"
        case .reconnect: "Go back: a small hello"
        case .tryAgain: "Try again: one small step"
        case .roadblock: "Ask yourself: what holds you back"
        case .rest: "Let it rest, or begin again"
        }
    }
}
