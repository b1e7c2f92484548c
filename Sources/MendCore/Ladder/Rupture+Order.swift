extension Rupture {
    /// In the queue, ties go to the heavier kind, then to the older rupture, then to the id.
    func precedesInTies(_ other: Rupture) -> Bool {
        kind.weight == other.kind.weight ? isOlder(than: other) : kind.weight < other.kind.weight
    }

    func isOlder(than other: Rupture) -> Bool {
        (at.seconds, id) < (other.at.seconds, other.id)
    }
}
