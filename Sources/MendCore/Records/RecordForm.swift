/// What a record must look like by itself, whatever else is written down: its ids, names, texts and numbers.
///
/// `HistoryChecker` asks for it of everything that is new, and for more; a backup's rows are held to this alone, for what was
/// true once may look wrong later.
public enum RecordForm {
    /// - Throws: the first fault that is found.
    public static func check(_ record: JournalRecord) throws(RecordFault) {
        switch record {
        case .household(let household): try check(household)
        case .contact(let contact):
            try check(contact.name, as: .contactName)
            try check(contact.number, as: .number)
            if Self.isRunByBrowsers(contact.number) { throw .numberIsAScript }
            if let purpose = contact.purpose { try check(purpose, as: .purpose) }
        case .person(let person):
            try check(person.name, as: .personName)
            try check(id: person.id)
        case .rupture(let rupture):
            try check(id: rupture.id)
            try check(excitedAbout: rupture.excitedAbout, note: rupture.note)
            try check(writer: rupture.by)
        case .attempt(let attempt):
            try check(id: attempt.id)
            try check(excitedAbout: nil, note: attempt.note)
            try check(writer: attempt.by)
        case .checkIn(let checkIn):
            try check(id: checkIn.id)
            try check(writer: checkIn.by)
        case .hold(let hold): try check(id: hold.id)
        case .place(let place): try check(place)
        case .offer(let offer): try check(id: offer.id)
        case .channel(let channel):
            try check(channelName: channel.name)
            if let to = channel.to { try check(to, as: .destination) }
        case .subscription(let subscription):
            try check(subscription.name, as: .subscriptionName)
            try check(subscription.secretHash, as: .secretHash)
        case .published(let published):
            try check(published.item)
            if let prompt = published.prompt { try check(prompt, as: .prompt) }
            guard Published.sequences.contains(published.sequence) else {
                throw .sequenceOutOfRange(published.item.description)
            }
            if let settled = published.settled { try check(settled) }
        case .delivery(let delivery):
            if let item = delivery.item { try check(item) }
            try check(channelName: delivery.channel)
        }
    }

    private static func check(_ household: Household) throws(RecordFault) {
        guard isID(household.id) else { throw .badHouseholdID }
        guard Household.caps.contains(household.cap) else { throw .capOutOfRange(household.cap) }
        for id in household.lastIDs { try check(id: id) }
        if let country = household.country {
            let letters = country.utf8.allSatisfy { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
            guard country.utf8.count == 2, letters else { throw .badCountry }
        }
    }

    private static func check(_ place: SafePlace) throws(RecordFault) {
        try check(id: place.id)
        if let name = place.name { try check(name, as: .placeName) }
        for tool in place.tools { try check(tool, as: .placeTool) }
        guard place.tools.count <= SafePlace.mostTools else { throw .tooManyTools(limit: SafePlace.mostTools) }
    }

    /// - Parameter name: nil: the caregiver's own record.
    package static func check(writer name: String?) throws(RecordFault) {
        if let name { try check(name, as: .writerName) }
    }

    private static func check(excitedAbout: String?, note: String?) throws(RecordFault) {
        if let excitedAbout, excitedAbout.count > 1_000 { throw .tooLong(.excitedAbout, limit: 1_000) }
        if let note, note.utf8.count > mostBytes { throw .tooLong(.note, limit: mostBytes) }
    }

    /// Who or what it is about may be gone by now.
    private static func check(_ item: ItemKey) throws(RecordFault) {
        switch item {
        case .slot: break
        case .milestone(let person, _): try check(id: person)
        case .checkIn(let offer, _): try check(id: offer)
        case .rung(let key):
            try check(id: key.anchor)
            if let attempt = key.attempt { try check(id: attempt) }
        }
    }

    private static func check(_ settled: SettledItem) throws(RecordFault) {
        if let person = settled.person { try check(id: person) }
        for rupture in settled.ruptures { try check(id: rupture) }
        guard settled.text.utf8.count <= mostBytes, settled.title.utf8.count <= mostBytes else {
            throw .tooLong(.shownText, limit: mostBytes)
        }
    }

    /// Of a note, and of a text that was shown.
    private static let mostBytes = 8_000_000

    private static func check(id: String) throws(RecordFault) {
        guard isID(id) else { throw .badID }
    }

    private static func isID(_ text: String) -> Bool {
        let isPlain = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        return isPlain && (1...64).contains(text.utf8.count)
    }

    /// It stands in command lines that others run.
    private static func check(channelName name: String) throws(RecordFault) {
        let isPlain = name.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-")
        }
        guard isPlain, !name.hasPrefix("-") else { throw .badChannelName }
        try check(name, as: .channelName)
    }

    /// Whether it is an address whose text a browser takes for a script or a page of its own.
    private static func isRunByBrowsers(_ number: String) -> Bool {
        let scheme = number.drop { $0.isWhitespace }.prefix { $0 != ":" }
        return scheme.endIndex < number.endIndex && ["javascript", "vbscript", "data"].contains(scheme.lowercased())
    }

    private static func check(_ name: String, as field: RecordFault.Field) throws(RecordFault) {
        guard name.unicodeScalars.contains(where: \.isVisible) else { throw .empty(field) }
        guard name.unicodeScalars.count <= field.limit else { throw .tooLong(field, limit: field.limit) }
        if name.unicodeScalars.contains(where: \.isUnfitForNames) { throw .controlCharacter(field) }
    }
}

extension Unicode.Scalar {
    fileprivate var isVisible: Bool { !isBlank && !properties.isDefaultIgnorableCodePoint }

    /// Control characters, overrides of the direction of text, separators of lines, and code points that are no characters.
    /// Joiners and right-to-left letters are fine.
    fileprivate var isUnfitForNames: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029, 0xFDD0...0xFDEF, 0xFEFF: true
        default: value & 0xFFFE == 0xFFFE
        }
    }
}
