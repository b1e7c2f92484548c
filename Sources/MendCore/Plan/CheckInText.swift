/// What a check-in ahead of hard hours says: something small to do, and a look at the thermometer.
public struct CheckInText: Hashable, Codable, Sendable {
    public let id: String
    public let title: String
    public let text: String

    /// The practice that it belongs to: get ahead of the red.
    static let tip = 6

    public init(id: String, title: String, text: String) {
        self.id = id
        self.title = title
        self.text = text
    }
}
