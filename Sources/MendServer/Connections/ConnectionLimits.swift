import NIOCore

/// How many connections there may be, and how long each may wait for its client.
public struct ConnectionLimits: Sendable {
    /// How many are open at once; one more takes the place of another.
    let most: Int
    /// How many of them one peer may have: an IPv4 address, or the first half of an IPv6 address.
    let mostOfOnePeer: Int
    /// From the connection's beginning, or from the answer before, until the head of a request is there.
    let head: TimeAmount
    /// From there until the whole request is.
    let request: TimeAmount
    /// From an answer until the client has taken all of it.
    let answer: TimeAmount
    /// For which the server listens on after its last answer: who is cut off while sending may never read it.
    let farewell: TimeAmount

    /// Of a household's server.
    public static let standard = ConnectionLimits()

    /// What fits into the files that the process may have open: journal, exports and channels need some, too.
    /// - Parameter files: how many those are.
    /// - Returns: nil where too few are left for a server.
    public static func within(files: Int) -> ConnectionLimits? {
        let most = min(standard.most, files - filesBeside)
        return most < fewest ? nil : ConnectionLimits(most: most, mostOfOnePeer: min(standard.mostOfOnePeer, most))
    }

    private static let filesBeside = 100
    private static let fewest = 50

    init(
        most: Int = 400, mostOfOnePeer: Int = 200, head: TimeAmount = .seconds(30), request: TimeAmount = .seconds(20),
        answer: TimeAmount = .seconds(60), farewell: TimeAmount = .seconds(2)
    ) {
        self.most = most
        self.mostOfOnePeer = mostOfOnePeer
        self.head = head
        self.request = request
        self.answer = answer
        self.farewell = farewell
    }
}
