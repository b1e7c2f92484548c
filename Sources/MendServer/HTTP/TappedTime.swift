import MendCore

/// When a form was sent by the clock of the device: what had no way to the server waits there and comes later. What is the same
/// to the second and the word is one record, so that one which is sent twice is written down once.
struct TappedTime: Sendable {
    let at: Instant
    /// What waited longer on a device than this, in seconds, is told by the clock of the server.
    private static let longest = 60 * 86_400

    /// Nil without such a time, or for one that cannot be.
    init?(_ form: Form, now: Instant) {
        guard let at = form["tapped"].flatMap({ TimeText.instant(rfc3339: $0) }), at <= now, now - at <= Self.longest
        else { return nil }
        self.at = at
    }

    /// The time that was typed, read at the tap; nil: now.
    /// - Parameter typed: as `Parsing` reads times; nil: none was, and the tap's counts.
    func text(_ typed: String?, in zone: Zone) -> String? {
        guard let typed else { return TimeText.utc(at) }
        return TimeInput.instant(typed, now: at, zone: zone).map(TimeText.utc) ?? typed
    }
}
