/// The lead-ins, made ready to be chosen from: of a rung's, the most specific one that fits, or one of several that are
/// equally so.
struct LeadInChoice: Sendable {
    private let leadIns: [LeadIn]
    /// The keys of each. They hold no text, so that looking through them for every item copies nothing.
    private let keys: [Keys]

    init(_ leadIns: [LeadIn]) {
        self.leadIns = leadIns
        keys = leadIns.map(Keys.init)
    }

    /// Of the lead-ins that fit, those with the most keys; among equals the keys count in the order who frightened whom,
    /// kind, band, relation, answer, number, thermometer.
    /// - Parameter draw: chooses among those that are left.
    func leadIn(for subject: RepairWording.Subject, draw: StableHash) -> LeadIn? {
        let wanted = Keys(subject)
        var bestScore = -1
        var count = 0
        for key in keys where key.fits(wanted) {
            if key.score > bestScore { (bestScore, count) = (key.score, 0) }
            if key.score == bestScore { count += 1 }
        }
        guard count > 0 else { return nil }
        var toSkip = draw.index(of: count)
        for (index, key) in keys.enumerated() where key.score == bestScore && key.fits(wanted) {
            if toSkip == 0 { return leadIns[index] }
            toSkip -= 1
        }
        return nil
    }
}

/// What a lead-in asks for, or what is at hand. Nil asks for nothing.
private struct Keys {
    let rung: Rung
    let kind: Rupture.Kind?
    let band: AgeBand?
    let relation: Person.Relation?
    let number: Int?
    let zone: FeelingZone?
    let answer: Answer?
    let frightened: Rupture.Frightened?
    let score: Int

    init(_ leadIn: LeadIn) {
        rung = leadIn.rung
        kind = leadIn.kind
        band = leadIn.band
        relation = leadIn.relation
        number = leadIn.number
        zone = leadIn.zone
        answer = leadIn.answer
        frightened = leadIn.frightened
        let isSet = [
            frightened != nil, kind != nil, band != nil, relation != nil, answer != nil, number != nil, zone != nil,
        ]
        let rank = isSet.reduce(0) { $0 * 2 + ($1 ? 1 : 0) }
        score = rank.nonzeroBitCount * 128 + rank
    }

    init(_ subject: RepairWording.Subject) {
        rung = subject.rung
        kind = subject.kind
        band = subject.band
        relation = subject.relation
        number = subject.number
        zone = subject.zone ?? .yellow
        answer = subject.answer
        frightened = subject.frightened
        score = 0
    }

    func fits(_ wanted: Keys) -> Bool {
        rung == wanted.rung && (kind == nil || kind == wanted.kind) && (band == nil || band == wanted.band)
            && (relation == nil || relation == wanted.relation) && (number == nil || number == wanted.number)
            && (zone == nil || zone == wanted.zone) && (answer == nil || answer == wanted.answer)
            && (frightened == nil ? wanted.isNotOfAnother : frightened == wanted.frightened)
    }

    /// What was frightening, if anything, was the caregiver's doing, or nobody said whose.
    private var isNotOfAnother: Bool { frightened == nil || frightened == .me }
}
