import MendDelivery

/// A channel has not taken what was due.
package struct ChannelFailure: Error, CustomStringConvertible {
    let channel: String
    package let failure: DeliveryFailure
    private let isTest: Bool

    package init(channel: String, failure: DeliveryFailure, isTest: Bool = false) {
        self.channel = channel
        self.failure = failure
        self.isTest = isTest
    }

    package var description: String {
        "channel \(channel): \(failure.description)"
            + (isTest ? "" : "; nothing was marked as sent, and the next run tries again")
    }
}
