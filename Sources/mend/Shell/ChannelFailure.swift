import MendCore

/// A channel has not taken what was due.
struct ChannelFailure: Error {
    let channel: String
    let failure: DeliveryFailure
    /// Whether it was a sample.
    var isTest = false
}
