/// What somebody corrects of one record. What is nil stays as it is.
public struct Correction: Sendable {
    /// A field that can be corrected. The raw value is its option on the command line.
    public enum Field: String, CaseIterable, Sendable {
        case at, kind, with, zone
        case theirZone = "their-zone"
        case frightened
        case excitedAbout = "excited-about"
        case note, outcome, roadblock
    }

    /// A field that may be empty.
    public enum Clearable: String, CaseIterable, Sendable {
        /// Of a check-in, which then is the caregiver's own.
        case with
        case zone
        case theirZone = "their-zone"
        case frightened
        case excitedAbout = "excited-about"
        case note, roadblock
    }

    /// A time as people type it.
    public var at: String?
    public var kind: Rupture.Kind?
    public var with: PersonReference?
    public var zone: FeelingZone?
    public var theirZone: FeelingZone?
    public var frightened: Rupture.Frightened?
    /// Empty: nothing.
    public var excitedAbout: String?
    /// Empty: none.
    public var note: String?
    public var outcome: Attempt.Outcome?
    public var roadblock: Roadblock?
    /// What is to be empty from now on.
    public var cleared: Set<Clearable>

    public init(
        at: String? = nil, kind: Rupture.Kind? = nil, with: PersonReference? = nil, zone: FeelingZone? = nil,
        theirZone: FeelingZone? = nil, frightened: Rupture.Frightened? = nil, excitedAbout: String? = nil,
        note: String? = nil, outcome: Attempt.Outcome? = nil, roadblock: Roadblock? = nil,
        cleared: Set<Clearable> = []
    ) {
        self.at = at
        self.kind = kind
        self.with = with
        self.zone = zone
        self.theirZone = theirZone
        self.frightened = frightened
        self.excitedAbout = excitedAbout
        self.note = note
        self.outcome = outcome
        self.roadblock = roadblock
        self.cleared = cleared
    }

    /// The fields that it is about, in the order of `Field`.
    var fields: [Field] {
        let given: [(Field, Bool)] = [
            (.at, at != nil), (.kind, kind != nil), (.with, with != nil), (.zone, zone != nil),
            (.theirZone, theirZone != nil), (.frightened, frightened != nil), (.excitedAbout, excitedAbout != nil),
            (.note, note != nil), (.outcome, outcome != nil), (.roadblock, roadblock != nil),
        ]
        let cleared = self.cleared.map(\.rawValue)
        return given.filter { $0.1 || cleared.contains($0.0.rawValue) }.map(\.0)
    }

    /// A value that is given goes before an empty one, and that before the one that is there.
    func value<Value>(_ field: Clearable, _ given: Value?, or present: Value?) -> Value? {
        given ?? (cleared.contains(field) ? nil : present)
    }

    /// The same of free words, where empty ones are none.
    func text(_ field: Clearable, _ given: String?, or present: String?) -> String? {
        value(field, given, or: present).flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension WrittenRecord {
    /// - Throws: `InputError.nothingToCorrect`, `.noSuchField` or `.pausesAreReplaced`.
    func check(_ correction: Correction) throws(InputError) {
        let (type, known): (RecordType, [Correction.Field]) =
            switch self {
            case .rupture: (.rupture, [.at, .kind, .with, .zone, .theirZone, .frightened, .excitedAbout, .note])
            case .attempt: (.attempt, [.at, .note, .outcome, .roadblock])
            case .checkIn: (.checkIn, [.at, .with, .zone])
            case .hold: throw .pausesAreReplaced
            }
        let fields = correction.fields
        guard !fields.isEmpty else { throw .nothingToCorrect }
        if let field = fields.first(where: { !known.contains($0) }) { throw .noSuchField(field, of: type) }
    }
}
