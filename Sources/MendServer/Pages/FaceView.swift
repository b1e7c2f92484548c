import MendCore

/// Somebody as they are shown everywhere: a letter on a tint of their own, beside the name.
struct FaceView: Sendable {
    /// The person's id.
    let value: String
    let label: String
    let initial: String
    /// A class of the stylesheet, by the person's place among all.
    let tint: String
    let chosen: Bool

    /// As many as there are in tokens.css.
    private static let tints = 6

    /// - Parameter people: everybody of the household, in their order.
    init(_ person: Person, among people: [Person], chosen: Bool = false) {
        value = person.id
        label = person.name
        initial = person.name.first.map(String.init) ?? ""
        tint = "p\((people.firstIndex { $0.id == person.id } ?? 0) % Self.tints)"
        self.chosen = chosen
    }

    /// - Parameter chosen: an id; nil: nobody.
    static func all(_ people: [Person], chosen: String?) -> [FaceView] {
        people.map { FaceView($0, among: people, chosen: $0.id == chosen) }
    }
}
