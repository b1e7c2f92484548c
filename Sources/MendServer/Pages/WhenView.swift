import Foundation

/// When something happened, as forms ask for it: a few taps back, or a time.
struct WhenView: Sendable {
    let ago: [Option]
    let at: String

    init(_ form: Form) {
        let chosen = form.whole("ago")
        ago = [
            ("", "Just now"), ("10m ago", "10 minutes ago"), ("30m ago", "Half an hour ago"), ("1h ago", "An hour ago"),
            ("3h ago", "3 hours ago"),
        ]
        .map { Option($0.0, $0.1, chosen: $0.0 == chosen) }
        at = form.whole("at")
    }

    /// What was chosen, as people type times; nil: now.
    static func text(_ form: Form) -> String? {
        if let at = form["at"] { return at.replacingOccurrences(of: "T", with: " ") }
        return form["ago"]
    }
}
