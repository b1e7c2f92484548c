/// How the ids of slots begin: what the journal's ranges of keys are made of.
extension SlotKind {
    /// Nil for any other word.
    package init?(name: String) {
        self.init(rawValue: name)
    }

    /// What its items' ids begin with; a day follows.
    package var prefix: String { rawValue + "." }

    package static var inOrderOfKeys: [SlotKind] { allCases.sorted { $0.prefix < $1.prefix } }
}
