/// What a field of a form that waits to be sent again holds. The raw value is the field's name.
public enum HeldFieldPhrase: String, CaseIterable, Phrase {
    case with, kind, at, ago, zone, frightened, note, outcome, roadblock, quiet, closed, away, good, cap, country,
        shared
    case name, relation, born, sleep
    case theirZone = "their-zone"
    case excitedAbout = "excited-about"
    case personName = "person-name"
    case contactName = "contact-name"
    case contactNumber = "contact-number"
    case contactPurpose = "contact-purpose"
}
