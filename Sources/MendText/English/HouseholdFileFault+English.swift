import MendCore

extension HouseholdFileFault.Problem {
    public var english: String {
        switch self {
        case .notAnObject: "not a whole JSON object; is the line cut off?"
        case .noType: "no type; it says what the line is, such as \"rupture\""
        case .unknownType(let known): "unknown type; the types are \(known.joined(separator: ", "))"
        case .unknownKey(let type, let known):
            "unknown key in a \(type.rawValue); its keys are \(known.joined(separator: ", "))"
        case .repeatedKey(let key): "\"\(key)\" twice; keep one of the two"
        case .missing(let key, let type): "no \"\(key)\" in a \(type.rawValue); add it"
        case .malformed(_, .zone): "unknown zone; give an IANA name such as America/New_York or Europe/London"
        case .malformed(let key, let form): "\"\(key)\" must be \(Self.english(form))"
        case .newerVersion(let version): "written by a newer mend (version \(version)); use that one to load it"
        case .noHousehold: "no household in the file; its first line is one of type \"household\""
        case .householdNotFirst: "the household must come first; move its line to the top"
        case .secondHousehold: "a second household; keep one in a file"
        case .again(let type): "the same \(type.rawValue) again; keep one of the two lines"
        case .untrue(let fault): RecordFaultPhrase(fault, on: .terminal).english
        }
    }

    private static func english(_ form: FieldForm) -> String {
        switch form {
        case .text: "text"
        case .wholeNumber: "a whole number"
        case .flag: "true or false"
        case .instant: "a time with its offset, such as 2026-01-05T17:40:00-05:00"
        case .day: "a day such as 2022-04-03"
        case .timeOfDay: "a time such as 17:30"
        case .window: "two times such as 21:00-07:00"
        case .closedTime: "times such as \"mon-fri 08:00-15:00\""
        case .daysAway: "days such as \"2026-01-10/2026-01-17\", the first not after the last"
        case .zone: "the IANA name of a time zone, such as America/New_York"
        case .itemKey: "the id of an item, such as daily.2026-01-05 or r1.calm"
        case .reasons: "a list of reasons, each with \"cause\" and \"moved\""
        case .oneOf(let words): "one of \(words.joined(separator: ", "))"
        case .list(.wholeNumber): "a list of whole numbers"
        case .list(.text): "a list of texts"
        case .list(let form): "a list of \(Self.english(form))"
        }
    }
}
