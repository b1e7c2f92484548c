import Foundation
import MendCore
import MendJournal
import MendKeeping
import MendText
import Testing

/// Files that are not taken: each says in which line, and what to do, and quotes nothing private.
@Suite struct HouseholdFileReaderTests {
    struct Broken: CustomTestStringConvertible {
        let name: String
        let lines: [String]
        let line: Int
        let says: String

        var testDescription: String { name }

        /// A line at the end of a good file, which has three.
        static func adding(_ name: String, _ line: String, says: String) -> Broken {
            Broken(name: name, lines: good + [line], line: 4, says: says)
        }

        static func whole(_ name: String, _ lines: [String], line: Int, says: String) -> Broken {
            Broken(name: name, lines: lines, line: line, says: says)
        }

        /// A person with these members besides id and relation.
        static func person(_ name: String, _ members: String, says: String) -> Broken {
            adding(name, #"{"type": "person", "id": "p2", "relation": "child", \#(members)}"#, says: says)
        }

        static func household(_ name: String, _ members: String, says: String) -> Broken {
            whole(name, [#"{"type": "household", \#(members)}"#], line: 1, says: says)
        }
    }

    /// A word that stands wherever a file holds something private.
    private static let secret = "Zwetschge"

    private static let good = [
        #"{"type": "household", "id": "h", "zone": "America/New_York"}"#,
        #"{"type": "person", "id": "p1", "name": "Zwetschge", "relation": "child", "born": "2022-04-03"}"#,
        #"{"type": "rupture", "id": "r1", "with": "p1", "kind": "toxic", "at": "2026-01-05T17:40:00-05:00", "excitedAbout": "Zwetschge", "note": "Zwetschge"}"#,
    ]

    private static let closing =
        #"{"type": "attempt", "id": "t1", "rupture": "r1", "at": "2026-01-05T18:40:00-05:00", "outcome": "repaired", "note": "Zwetschge"}"#

    private static let forms: [Broken] = [
        .adding(
            "an unknown key",
            #"{"type": "checkin", "id": "c1", "at": "2026-01-05T17:40:00-05:00", "zone": "red", "Zwetschge": 1}"#,
            says: "unknown key in a checkin; its keys are id, with, at, recorded, zone"),
        .adding(
            "an unknown type", #"{"type": "Zwetschge", "id": "c1"}"#,
            says: "unknown type; the types are attempt, channel, checkin,"),
        .adding("no type", #"{"id": "c1"}"#, says: "no type"),
        .adding("a type that is a number", #"{"type": 1}"#, says: "no type"),
        .adding(
            "a cut-off line", #"{"type": "rupture", "id": "r2", "with": "p1", "note": "Zwetsch"#,
            says: "is the line cut off?"),
        .adding("a list", #"["Zwetschge"]"#, says: "not a whole JSON object"),
        .adding("words", "Zwetschge", says: "not a whole JSON object"),
        .adding(
            "two objects in a line", #"{"type": "contact", "name": "a", "number": "1"} {"note": "Zwetschge"}"#,
            says: "not a whole JSON object"),
        .adding(
            "half of a surrogate pair", #"{"type": "contact", "name": "Zwetschge\ud800", "number": "1"}"#,
            says: #""name" must be text"#),
        .adding(
            "a missing key", #"{"type": "rupture", "id": "r2", "with": "p1", "at": "2026-01-05T17:40:00-05:00"}"#,
            says: #"no "kind" in a rupture"#),
        .adding(
            "a key that is null",
            #"{"type": "rupture", "id": null, "with": "p1", "kind": "toxic", "at": "2026-01-05T17:40:00-05:00"}"#,
            says: #"no "id" in a rupture"#),
        .adding(
            "a number for a text", #"{"type": "contact", "name": "Zwetschge", "number": 5550134}"#,
            says: #""number" must be text"#),
        .adding(
            "a text for a list",
            #"{"type": "person", "id": "p2", "name": "Zwetschge", "relation": "partner", "closed": "mon 08:00-15:00"}"#,
            says: #""closed" must be a list of times such as "mon-fri 08:00-15:00""#),
        .adding(
            "a kind that is none",
            #"{"type": "rupture", "id": "r2", "with": "p1", "kind": "Zwetschge", "at": "2026-01-05T17:40:00-05:00"}"#,
            says: #""kind" must be one of benign, oscillating, limit-setting, toxic"#),
        .adding(
            "an outcome that is none",
            #"{"type": "attempt", "id": "t1", "rupture": "r1", "outcome": "Zwetschge", "at": "2026-01-05T17:40:00-05:00"}"#,
            says: #""outcome" must be one of repaired, partial, declined, not-ready, let-go, again"#),
        .adding(
            "half a sequence",
            #"{"type": "published", "item": "r1.calm", "start": "2026-01-05T17:40:00-05:00", "sequence": 0.5, "modified": "2026-01-05T17:40:00-05:00"}"#,
            says: #""sequence" must be a whole number"#),
        .adding(
            "an item that is none",
            #"{"type": "published", "item": "Zwetschge", "start": "2026-01-05T17:40:00-05:00", "sequence": 0, "modified": "2026-01-05T17:40:00-05:00"}"#,
            says: #""item" must be the id of an item, such as daily.2026-01-05 or r1.calm"#),
        .adding(
            "a delivery of no item",
            #"{"type": "delivery", "item": "r1.try-again.0", "channel": "mail", "at": "2026-01-05T17:40:00-05:00", "outcome": "sent"}"#,
            says: #""item" must be the id of an item"#),
        .adding(
            "an item of an id that is none",
            #"{"type": "published", "item": "Zwetschge!.calm", "start": "2026-01-05T17:40:00-05:00", "sequence": 0, "modified": "2026-01-05T17:40:00-05:00"}"#,
            says: "an id has 1 to 64 letters"),
        .adding(
            "a key twice",
            #"{"type": "checkin", "id": "c8", "at": "2026-01-05T17:40:00-05:00", "zone": "red", "zone": "green"}"#,
            says: #""zone" twice"#),
        .adding(
            "a key twice, written in two ways",
            #"{"type": "checkin", "id": "c8", "\u0069d": "c9", "at": "2026-01-05T17:40:00-05:00", "zone": "red"}"#,
            says: #""id" twice"#),
        .adding(
            "half of what was shown",
            #"{"type": "published", "item": "r1.calm", "start": "2026-01-05T17:40:00-05:00", "sequence": 0, "modified": "2026-01-05T17:40:00-05:00", "minutes": 5, "for": "self", "text": "Zwetschge"}"#,
            says: #"no "title" in a published"#),
        .adding(
            "a length for ever",
            #"{"type": "published", "item": "r1.calm", "start": "2026-01-05T17:40:00-05:00", "sequence": 0, "modified": "2026-01-05T17:40:00-05:00", "minutes": 9223372036854775807, "for": "self", "title": "a", "text": "Zwetschge"}"#,
            says: #""minutes" must be a whole number"#),
        .adding(
            "a reason that is none",
            #"{"type": "published", "item": "r1.calm", "start": "2026-01-05T17:40:00-05:00", "sequence": 0, "modified": "2026-01-05T17:40:00-05:00", "minutes": 5, "for": "self", "title": "a", "text": "b", "because": [{"cause": "Zwetschge", "moved": 0}]}"#,
            says: #""because" must be a list of reasons"#),
        .adding(
            "a hold that ends before it begins",
            #"{"type": "hold", "id": "h1", "at": "2026-01-05T17:40:00-05:00", "until": "2026-01-05T17:39:59-05:00"}"#,
            says: "would end before it begins"),
        .adding(
            "a hold without an end", #"{"type": "hold", "id": "h1", "at": "2026-01-05T17:40:00-05:00"}"#,
            says: #"no "until" in a hold"#),
        .adding(
            "a sequence below 0",
            #"{"type": "published", "item": "r1.calm", "start": "2026-01-05T17:40:00-05:00", "sequence": -1, "modified": "2026-01-05T17:40:00-05:00"}"#,
            says: "must be a number from 0 to 1000000000"),
        .adding(
            "a sequence after which none is left",
            #"{"type": "published", "item": "r1.calm", "start": "2026-01-05T17:40:00-05:00", "sequence": 9223372036854775807, "modified": "2026-01-05T17:40:00-05:00"}"#,
            says: "must be a number from 0 to 1000000000"),
    ]

    private static let households: [Broken] = [
        .household(
            "an unknown zone", #""zone": "Mars/Zwetschge""#,
            says: "unknown zone; give an IANA name such as America/New_York"),
        .household("a path for a zone", #""zone": "../../../etc/localtime""#, says: "unknown zone"),
        .household("no zone", #""id": "h""#, says: #"no "zone" in a household"#),
        .household(
            "a newer version", #""version": 2, "zone": "UTC", "zwetschge": 1"#, says: "unknown key in a household"),
        .household("a newer version without new keys", #""version": 2, "zone": "UTC""#, says: "newer mend (version 2)"),
        .household(
            "quiet hours all day", #""zone": "UTC", "quiet": "07:00-06:30""#,
            says: "quiet hours leave no hour of the day"),
        .household(
            "a cap of 0", #""zone": "UTC", "cap": 0"#, says: "a daily cap of 0 is out of range; give one from 1 to 24"),
        .household("a cap of 25", #""zone": "UTC", "cap": 25"#, says: "a daily cap of 25 is out of range"),
        .household(
            "a country in words", #""zone": "UTC", "country": "Zwetschge""#, says: "a country is two capital letters"),
        .household("shared as a text", #""zone": "UTC", "shared": "no""#, says: #""shared" must be true or false"#),
        .household(
            "an id with a slash", #""zone": "UTC", "id": "../Zwetschge""#, says: "a household's id has 1 to 64 letters"),
        .household("an empty id", #""zone": "UTC", "id": """#, says: "a household's id has 1 to 64 letters"),
        .whole("an empty file", [], line: 1, says: "no household in the file"),
        .whole("blank lines", ["", " ", ""], line: 1, says: "no household in the file"),
        .whole("somebody before the household", [good[1], good[0]], line: 1, says: "the household must come first"),
        .whole("two households", [good[0], "", good[0]], line: 3, says: "a second household"),
    ]

    private static let people: [Broken] = [
        .person(
            "a birth date to come", #""name": "Zwetschge", "born": "2026-01-07""#,
            says: "the birth date 2026-01-07 is still to come"),
        .person("an age over 120", #""name": "Zwetschge", "born": "1905-01-06""#, says: "older than 120 years"),
        .person(
            "a birth date that is no day", #""name": "Zwetschge", "born": "2022-02-30""#,
            says: #""born" must be a day such as 2022-04-03"#),
        .person("a child without a birth date", #""name": "Zwetschge""#, says: "a child needs a birth date"),
        .person(
            "a name that reads like another's", #""name": "ZWETSCHGE ", "born": "2022-04-03""#,
            says: "somebody here has a name that reads the same"),
        .person("no name", #""born": "2022-04-03""#, says: #"no "name" in a person"#),
        .person("an empty name", #""name": "", "born": "2022-04-03""#, says: "a name must not be empty"),
        .person(
            "a name of spaces", #""name": " \u00a0\u3000 ", "born": "2022-04-03""#, says: "a name must not be empty"),
        .person(
            "a control character in a name", #""name": "Zwetschge\u0007", "born": "2022-04-03""#,
            says: "a name holds a control character"),
        .person(
            "a NUL in a name", #""name": "Zwetschge\u0000", "born": "2022-04-03""#,
            says: "a name holds a control character"),
        .person(
            "a line end in a name", #""name": "Zwet\nschge", "born": "2022-04-03""#,
            says: "a name holds a control character"),
        .person(
            "an escape in a name", #""name": "\u001b[31mZwetschge", "born": "2022-04-03""#,
            says: "a name holds a control character"),
        .person(
            "a control character of Latin-1 in a name", #""name": "Zwetschge\u009b", "born": "2022-04-03""#,
            says: "a name holds a control character"),
        .person(
            "a direction override in a name", #""name": "\u202eZwetschge", "born": "2022-04-03""#,
            says: "one that turns the direction of text"),
        .person(
            "a direction isolate in a name", #""name": "\u2066Zwetschge", "born": "2022-04-03""#,
            says: "one that turns the direction of text"),
        .person(
            "a noncharacter in a name", #""name": "Zwetschge\uffff", "born": "2022-04-03""#,
            says: "a name holds a control character"),
        .person(
            "a name of 10,000 characters",
            #""name": "\#(String(repeating: "Zwetschge ", count: 1000))", "born": "2022-04-03""#,
            says: "a name may have at most 80 characters"),
        .person(
            "one letter with 10,000 marks",
            #""name": "e\#(String(repeating: "\u{301}", count: 10_000))", "born": "2022-04-03""#,
            says: "a name may have at most 80 characters"),
        .person(
            "a time of 25:61", #""name": "Zwetschge", "born": "2022-04-03", "good": "25:61""#,
            says: #""good" must be a time such as 17:30"#),
        .person(
            "days away that end before they start",
            #""name": "Zwetschge", "born": "2022-04-03", "away": ["2026-01-17/2026-01-10"]"#,
            says: "the first not after the last"),
        .person(
            "a closed time on no day",
            #""name": "Zwetschge", "born": "2022-04-03", "closed": ["yesterday 08:00-09:00"]"#,
            says: #""closed" must be a list of"#),
        .person(
            "closed times without a gap",
            #""name": "Zwetschge", "born": "2022-04-03", "closed": ["daily 06:00-22:00"]"#,
            says: "leave no hour of the week"),
        .adding(
            "an id with a space", #"{"type": "person", "id": "Zwetschge p", "name": "A", "relation": "friend"}"#,
            says: "an id has 1 to 64 letters"),
        .adding(
            "the same person again", #"{"type": "person", "id": "p1", "name": "Zwetschge", "relation": "friend"}"#,
            says: "the same person again"),
        .adding(
            "a contact's name with a line end", #"{"type": "contact", "name": "Zwetschge\n", "number": "1"}"#,
            says: "a contact's name holds a control character"),
        .adding(
            "a contact without a number", #"{"type": "contact", "name": "Zwetschge", "number": " "}"#,
            says: "a contact's number must not be empty"),
    ]

    private static let records: [Broken] = [
        .adding("the same rupture again", good[2], says: "the same rupture again"),
        .whole("the same attempt again", good + [closing, closing], line: 5, says: "the same attempt again"),
        .adding(
            "a rupture with nobody",
            #"{"type": "rupture", "id": "r2", "with": "Zwetschge", "kind": "toxic", "at": "2026-01-05T17:40:00-05:00"}"#,
            says: "nobody here goes by that name"),
        .whole(
            "a person who comes after their rupture", [good[0], good[2], good[1]], line: 2,
            says: "nobody here goes by that name"),
        .adding(
            "a check-in with nobody",
            #"{"type": "checkin", "id": "c1", "with": "p9", "at": "2026-01-05T17:40:00-05:00", "zone": "red"}"#,
            says: "nobody here goes by that name"),
        .adding(
            "an attempt at nothing",
            #"{"type": "attempt", "id": "t1", "rupture": "r9", "at": "2026-01-05T18:40:00-05:00", "outcome": "partial"}"#,
            says: "there is no rupture r9"),
        .adding(
            "a time without offset", #"{"type": "checkin", "id": "c1", "at": "2026-01-05T17:40:00", "zone": "red"}"#,
            says: #""at" must be a time with its offset, such as 2026-01-05T17:40:00-05:00"#),
        .adding(
            "a time of 25:61", #"{"type": "checkin", "id": "c1", "at": "2026-01-05T25:61:00-05:00", "zone": "red"}"#,
            says: #""at" must be a time with its offset"#),
        .adding(
            "30 February", #"{"type": "checkin", "id": "c1", "at": "2026-02-30T17:40:00-05:00", "zone": "red"}"#,
            says: #""at" must be a time with its offset"#),
        .adding(
            "a time in seconds", #"{"type": "checkin", "id": "c1", "at": 1767652800, "zone": "red"}"#,
            says: #""at" must be text"#),
        .adding(
            "a rupture to come",
            #"{"type": "rupture", "id": "r2", "with": "p1", "kind": "toxic", "at": "2026-01-06T12:00:01-05:00"}"#,
            says: "still to come"),
        .adding(
            "a record to come",
            #"{"type": "rupture", "id": "r2", "with": "p1", "kind": "toxic", "at": "2026-01-05T12:00:00-05:00", "recorded": "2026-01-06T12:00:01-05:00"}"#,
            says: "still to come"),
        .adding(
            "a record before what it records",
            #"{"type": "rupture", "id": "r2", "with": "p1", "kind": "toxic", "at": "2026-01-05T12:00:00-05:00", "recorded": "2026-01-05T11:59:59-05:00"}"#,
            says: "`recorded` must not be before `at`"),
        .adding(
            "a rupture before the birth",
            #"{"type": "rupture", "id": "r2", "with": "p1", "kind": "toxic", "at": "2022-04-02T12:00:00-05:00"}"#,
            says: "before the person was born"),
        .adding(
            "an attempt before its rupture",
            #"{"type": "attempt", "id": "t1", "rupture": "r1", "at": "2026-01-05T17:39:59-05:00", "recorded": "2026-01-05T18:00:00-05:00", "outcome": "partial"}"#,
            says: "the attempt lies before rupture r1"),
        .whole(
            "an attempt after closing",
            good + [
                closing,
                #"{"type": "attempt", "id": "t2", "rupture": "r1", "at": "2026-01-05T18:40:01-05:00", "outcome": "partial"}"#,
            ], line: 5, says: "rupture r1 is closed by then"),
        .whole(
            "a closing before an attempt",
            good + [
                #"{"type": "attempt", "id": "t2", "rupture": "r1", "at": "2026-01-05T18:40:01-05:00", "outcome": "partial"}"#,
                closing,
            ], line: 5, says: "rupture r1 is closed by then"),
        .adding(
            "what they were excited about in 1,001 characters",
            #"{"type": "rupture", "id": "r2", "with": "p1", "kind": "toxic", "at": "2026-01-05T17:40:00-05:00", "excitedAbout": "\#(String(repeating: "Z", count: 1001))"}"#,
            says: "at most 1000 characters"),
    ]

    private func refusal(of data: Data) -> HouseholdFileFault? {
        #expect(throws: HouseholdFileFault.self) {
            try HouseholdFileReader(now: Samples.now, zones: SystemZones.find).history(from: data)
        }
    }

    @Test func theGoodLinesAreTaken() throws {
        let data = Data((Self.good + [Self.closing]).joined(separator: "\n").utf8)
        let history = try HouseholdFileReader(now: Samples.now, zones: SystemZones.find).history(from: data)
        #expect(history.records.count == 4)
    }

    @Test(arguments: forms + households + people + records)
    func saysWhatIsWrongInWhichLine(_ broken: Broken) throws {
        let fault = try #require(refusal(of: Data(broken.lines.joined(separator: "\n").utf8)))
        #expect(fault.line == broken.line)
        let words = fault.problem.english
        #expect(words.contains(broken.says), "\(words)")
        #expect(!words.localizedCaseInsensitiveContains(Self.secret), "\(words)")
        #expect(!"\(fault)".localizedCaseInsensitiveContains(Self.secret), "\(fault)")
    }

    @Test func aFileThatIsCutOffAnywhereIsNotTakenInPart() throws {
        let whole = Data((Self.good + [Self.closing]).joined(separator: "\n").utf8)
        let ends = whole.indices.filter { whole[$0] == UInt8(ascii: "\n") } + [whole.count]
        // One before the line end, the line is whole; at it, too.
        let wrong = (1..<whole.count).filter { count in
            guard !ends.contains(count), !ends.contains(count - 1) else { return false }
            return refusal(of: whole.prefix(count))?.line != 1 + ends.count { $0 < count }
        }
        #expect(wrong == [])
    }

    @Test func bytesThatAreNoTextAreNotTaken() throws {
        var data = Data((Self.good.joined(separator: "\n") + "\n").utf8)
        data +=
            Data(#"{"type": "contact", "name": "Zwetschge "#.utf8) + Data([0xFF, 0xC3])
            + Data(#"", "number": "1"}"#.utf8)
        let fault = try #require(refusal(of: data))
        #expect(fault.line == 4)
        #expect(!"\(fault)".contains(Self.secret))
    }

    @Test func aNoteOfNineMillionBytesIsTooLong() throws {
        let note = String(repeating: "z", count: 9_000_000)
        let data = Data(
            (Self.good.joined(separator: "\n")
                + "\n"
                + #"{"type": "attempt", "id": "t1", "rupture": "r1", "at": "2026-01-05T18:40:00-05:00", "outcome": "partial", "note": "\#(note)"}"#)
                .utf8)
        let fault = try #require(refusal(of: data))
        #expect(fault.line == 4)
        #expect(fault.problem == .untrue(.tooLong(.note, limit: 8_000_000)))
    }

    @Test func aClosedRuptureCanBeginAgain() throws {
        let lines =
            Self.good + [
                Self.closing,
                #"{"type": "attempt", "id": "t2", "rupture": "r1", "at": "2026-01-05T19:00:00-05:00", "outcome": "again"}"#,
                #"{"type": "attempt", "id": "t3", "rupture": "r1", "at": "2026-01-05T20:00:00-05:00", "outcome": "partial"}"#,
            ]
        let data = Data(lines.joined(separator: "\n").utf8)
        let history = try HouseholdFileReader(now: Samples.now, zones: SystemZones.find).history(from: data)
        #expect(history.attempts.map(\.outcome) == [.repaired, .again, .partial])
    }
}
