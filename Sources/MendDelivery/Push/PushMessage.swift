import MendCore
import MendPush

/// A message on its way to one phone.
struct PushMessage: Sendable {
    let item: Item
    let endpoint: PushEndpoint
    let keys: PushKeys
    /// What the phone shows.
    let notice: [UInt8]
    /// The same without its text, for a service that takes less.
    let shortNotice: [UInt8]
    /// In seconds: afterwards nobody needs to hear it any more.
    let timeToLive: Int
    /// Of several that wait with the same topic, the service keeps the newest (RFC 8030 §5.4).
    let topic: String
    /// iOS lets nothing else through at once.
    let isUrgent: Bool
    /// Whom the service may turn to.
    let contact: String
}

/// What a push service said to a message.
enum PushAnswer: Equatable, Sendable {
    /// It passes the message on.
    case taken(Int)
    /// The subscription is over (404, 410).
    case gone(Int)
    /// It takes no message of this kind, or none of ours.
    case refused(Int)
    /// It has too much to do, or a fault of its own; nil: it named no time.
    case later(Int, seconds: Int?)
    /// It was not reached, or did not answer in time.
    case silent
    /// Its name leads to no public address.
    case forbidden
}
