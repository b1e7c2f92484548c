import MendCore
import MendText

/// What is wrong with something that was typed, and at which field it is told.
struct FieldProblem: Sendable {
    let text: String
    /// The field's name in the template; nil: it is told above the form.
    let field: String?

    /// Above the form.
    var general: String? { field == nil ? text : nil }
    /// By the field's name.
    var byField: [String: String] { field.map { [$0: text] } ?? [:] }

    init(_ text: String, at field: String? = nil) {
        self.text = text
        self.field = field
    }

    /// Nil for errors that are not about what was typed.
    /// - Parameter hours: the field that holds two times.
    init?(_ error: any Error, hours: String, _ catalogue: Catalogue) {
        guard let text = FaultText.problem(error, catalogue) else { return nil }
        self.init(text, at: Self.field(of: error, hours: hours))
    }

    private static func field(of error: any Error, hours: String) -> String? {
        switch error {
        case InputError.notHours, RecordFault.noQuietEnd: hours
        case InputError.notATimeOfDay: "good"
        case InputError.notAClosedTime, RecordFault.noOpenHour, RecordFault.noOwnOpenHour: "closed"
        case InputError.notDaysAway, InputError.notAPeriod, InputError.neverBack: "away"
        case InputError.notADailyCap, RecordFault.capOutOfRange: "cap"
        case InputError.unknownZone, InputError.noTimeZoneData: "zone"
        case InputError.nameMissing, InputError.personNameTaken, InputError.contactNameTaken: "name"
        case RecordFault.empty(.personName), RecordFault.tooLong(.personName, _): "name"
        case InputError.adultsShareAName, InputError.writerNameTaken: "name"
        case RecordFault.empty(.writerName), RecordFault.tooLong(.writerName, _),
            RecordFault.controlCharacter(.writerName):
            "name"
        case InputError.notABirthDate, RecordFault.childWithoutBirthDate, RecordFault.bornInFuture, RecordFault.tooOld:
            "born"
        default: nil
        }
    }
}
