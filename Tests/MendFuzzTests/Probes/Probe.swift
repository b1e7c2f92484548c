/// A parser or a writer of mend, and what holds for it whatever it is fed: it takes every input or refuses it, and what it
/// took, written again and read again, is the same.
enum Probe: String, CaseIterable {
    /// What people type.
    case time, hours
    /// Files.
    case zoneFile = "zone-file"
    case records, plan, xml, crontab, journal
    /// What a browser sends.
    case address, form, header
    /// Words on their way out.
    case plainText = "plain-text"
    case calendar, feed, subject, markdown, json, layout

    /// - Throws: what does not hold.
    func check(_ bytes: [UInt8]) throws(Broken) {
        let text = String(decoding: bytes, as: UTF8.self)
        switch self {
        case .time: try TypedProbes.time(text)
        case .hours: try TypedProbes.hours(text)
        case .zoneFile: try FileProbes.zoneFile(bytes)
        case .records: try FileProbes.records(bytes)
        case .plan: try FileProbes.plan(text)
        case .xml: try FileProbes.xml(bytes)
        case .crontab: try FileProbes.crontab(bytes)
        case .journal: try JournalProbe.check(bytes)
        case .address: try WebProbes.address(text)
        case .form: try WebProbes.form(bytes)
        case .header: try WebProbes.header(text)
        case .plainText: try WordProbes.plainText(text)
        case .calendar: try WordProbes.calendar(text)
        case .feed: try WordProbes.feed(text)
        case .subject: try WordProbes.subject(text)
        case .markdown: try WordProbes.markdown(text)
        case .json: try WordProbes.json(text)
        case .layout: try WordProbes.layout(text)
        }
    }

    /// Whether an input takes microseconds: what people and browsers send in a line.
    var isSmall: Bool {
        switch self {
        case .time, .hours, .address, .form, .header: true
        case .zoneFile, .records, .plan, .xml, .crontab, .journal: false
        case .plainText, .calendar, .feed, .subject, .markdown, .json, .layout: false
        }
    }
}

/// What does not hold, without the input.
struct Broken: Error {
    let what: String

    init(_ what: String) {
        self.what = what
    }
}

func require(_ condition: Bool, _ what: @autoclosure () -> String) throws(Broken) {
    if !condition { throw Broken(what()) }
}

/// Texts are compared by their bytes: to Swift, two spellings of an accent are equal.
func isSame(_ left: String?, _ right: String?) -> Bool {
    left.map { Array($0.utf8) } == right.map { Array($0.utf8) }
}
