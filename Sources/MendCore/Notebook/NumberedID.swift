/// Short ids that are easy to type: `r1`, `r2`, … None is given twice, not even when what bore it was taken back or forgotten:
/// calendars, feeds and phones may still know it.
enum NumberedID: String, CaseIterable {
    case rupture = "r"
    case attempt = "t"
    case checkIn = "c"
    case hold = "h"
    case place = "s"
    case offer = "a"
    case person = "p"

    /// The next one, which nothing in a household ever had.
    func next(in history: History) -> String {
        rawValue + String((last(in: history) ?? 0) + 1)
    }

    /// The highest number that was given; nil: none was.
    fileprivate func last(in history: History) -> Int? {
        (ids(in: history) + history.household.lastIDs).compactMap(number).max()
    }

    fileprivate func ids(in history: History) -> [String] {
        switch self {
        case .rupture: history.ruptures.map(\.id)
        case .attempt: history.attempts.map(\.id)
        case .checkIn: history.checkIns.map(\.id)
        case .hold: history.holds.map(\.id)
        case .place: history.places.map(\.id)
        case .offer: history.offers.map(\.id)
        case .person: history.people.map(\.id)
        }
    }

    /// The number of an id; nil of one that is made otherwise. One more always fits.
    fileprivate func number(_ id: String) -> Int? {
        guard id.hasPrefix(rawValue), (1...15).contains(id.utf8.count - 1) else { return nil }
        return Int(id.dropFirst())
    }
}

extension History {
    /// What has to be written down beside changes by which records go, so that none of their ids is given again; empty: nothing.
    func changes(keepingIDsOf changes: [Change]) -> [Change] {
        var rest = self
        rest.apply(changes)
        return rest.changes(keepingIDsOf: self)
    }

    /// What has to be written down in this state of a household, so that no id is given again that was given in another; empty:
    /// nothing.
    package func changes(keepingIDsOf other: History) -> [Change] {
        var household = self.household
        for prefix in NumberedID.allCases where isBehind(other, in: prefix) {
            guard let last = [last(of: prefix), other.last(of: prefix)].compactMap(\.self).max() else { continue }
            household.lastIDs.removeAll { prefix.number($0) != nil }
            household.lastIDs.append(prefix.rawValue + String(last))
        }
        return household == self.household ? [] : [.put(.household(household))]
    }

    /// Whether the other state has given an id that this one would give again.
    private func isBehind(_ other: History, in prefix: NumberedID) -> Bool {
        if prefix == .person {
            // That somebody went has to be known, too: from then on no name makes an id.
            let (own, given) = (household.lastIDs, other.household.lastIDs.filter { prefix.number($0) != nil })
            return !Set(prefix.ids(in: other)).isSubset(of: prefix.ids(in: self)) || !Set(given).isSubset(of: own)
        }
        guard let last = prefix.last(in: other) else { return false }
        return prefix.last(in: self).map { $0 < last } ?? true
    }

    /// The highest number of a prefix, where the first people are called by their names, and only counted.
    private func last(of prefix: NumberedID) -> Int? {
        let named = prefix == .person && !people.isEmpty ? people.count : nil
        return [prefix.last(in: self), named].compactMap(\.self).max()
    }

    /// Their name in small letters where that makes an id and nobody was ever forgotten; else a number.
    func newPersonID(for name: String) -> String {
        guard !household.lastIDs.contains(where: { NumberedID.person.number($0) != nil }) else {
            return NumberedID.person.next(in: self)
        }
        let letters = name.lowercased().utf8.filter { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        let base =
            letters.count == name.utf8.count && letters.count <= 32 ? String(decoding: letters, as: UTF8.self) : "p"
        var id = base == "p" ? "p1" : base
        var number = 2
        while person(id) != nil {
            id = "\(base)\(number)"
            number += 1
        }
        return id
    }
}
