import MendDelivery

/// A channel has not taken what was due.
struct ChannelFailure: Error, CustomStringConvertible {
    let channel: String
    let failure: DeliveryFailure
    private let isTest: Bool

    init(channel: String, failure: DeliveryFailure, isTest: Bool = false) {
        self.channel = channel
        self.failure = failure
        self.isTest = isTest
    }

    var description: String {
        "channel \(channel): \(failure.description)"
            + (isTest ? "" : "; nothing was marked as sent, and the next run tries again")
    }
}
