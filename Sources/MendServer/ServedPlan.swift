import MendCore

/// The plan that is followed just now. It may change while the server runs.
public struct ServedPlan: Sendable {
    public let plan: Plan
    /// Another for each plan that was taken up.
    public let edition: Int
    /// Whether there is a newer one with a fault in it, which this one stands in for.
    public let hasFaultyNewer: Bool

    public init(_ plan: Plan, edition: Int = 0, hasFaultyNewer: Bool = false) {
        self.plan = plan
        self.edition = edition
        self.hasFaultyNewer = hasFaultyNewer
    }
}
