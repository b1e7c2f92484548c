extension HeldFieldPhrase {
    public var english: String {
        switch self {
        case .with: "With"
        case .kind: "What happened"
        case .at, .ago: "When"
        case .zone: "Zone"
        case .theirZone: "Their zone"
        case .frightened: "Who was frightened"
        case .excitedAbout: "What they were excited about"
        case .note: "Note"
        case .outcome: "How it went"
        case .roadblock: "What stood in the way"
        case .quiet: "Quiet hours"
        case .closed: "Closed times"
        case .away: "Days away"
        case .good: "Good time"
        case .cap: "Most in a day"
        case .country: "Country"
        case .shared: "Others see the calendar"
        case .name, .personName, .contactName: "Name"
        case .relation: "Who they are to you"
        case .born: "Born on"
        case .sleep: "Sleep"
        case .contactNumber: "Number"
        case .contactPurpose: "For"
        }
    }
}
