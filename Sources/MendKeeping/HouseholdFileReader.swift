import MendCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads a household from JSON Lines. Nothing is taken unless every line is right.
public struct HouseholdFileReader {
    private let now: Instant
    private let zones: ZoneFinder

    /// What is wrong, and in which line (from 1). It quotes keys and ids only.
    public struct Fault: Error, Equatable, CustomStringConvertible {
        public let line: Int
        public let problem: String

        public var description: String { "line \(line): \(problem)" }
    }

    /// - Parameter now: no record may be later.
    public init(now: Instant, zones: @escaping ZoneFinder) {
        self.now = now
        self.zones = zones
    }

    /// - Throws: `Fault` for the first line that cannot be taken.
    public func history(from data: Data) throws(Fault) -> History {
        var history: History?
        var checker: HistoryChecker?
        var keys: Set<RecordIdentity> = []
        for (index, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            let number = index + 1
            let record = try record(in: line, number: number, hash: { Self.hash(of: data) })
            if case .household(let household) = record {
                guard history == nil else {
                    throw Fault(line: number, problem: "a second household; keep one in a file")
                }
                history = History(household: household)
                checker = HistoryChecker(History(household: household), now: now)
            } else if history == nil {
                throw Fault(line: number, problem: "the household must come first; move its line to the top")
            }
            guard keys.insert(RecordIdentity(record)).inserted else {
                throw Fault(line: number, problem: "the same \(record.typeName) again; keep one of the two lines")
            }
            do throws(RecordFault) {
                try checker?.add(record)
            } catch {
                throw Fault(line: number, problem: "\(error)")
            }
            history?.append(record)
        }
        guard let history else {
            throw Fault(line: 1, problem: "no household in the file; its first line is one of type \"household\"")
        }
        return history
    }

    private func record(in line: Data, number: Int, hash: () -> String) throws(Fault) -> JournalRecord {
        let decoder = JSONDecoder()
        do {
            let fields = try decoder.decode(RecordFields.self, from: Data(line))
            return try fields.record(zones: zones, householdID: hash)
        } catch let problem as RecordFields.Problem {
            throw Fault(line: number, problem: problem.text)
        } catch {
            throw Fault(line: number, problem: "not a whole JSON object; is the line cut off?")
        }
    }

    /// Eight letters and digits that stand for a file without a household id.
    private static func hash(of data: Data) -> String {
        var value = StableHash(String(decoding: data, as: UTF8.self)).value
        let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
        return String(
            (0..<8).map { _ in
                defer { value /= 62 }
                return letters[Int(value % 62)]
            })
    }
}

/// What makes two lines the same record.
private struct RecordIdentity: Hashable {
    private let type: String
    /// As bytes: two names may look alike and be two.
    private let key: [[UInt8]]

    init(_ record: JournalRecord) {
        type = record.typeName
        let parts =
            switch record {
            case .household: [""]
            case .contact(let contact): [contact.name]
            case .person(let person): [person.id]
            case .rupture(let rupture): [rupture.id]
            case .attempt(let attempt): [attempt.id]
            case .checkIn(let checkIn): [checkIn.id]
            case .channel(let channel): [channel.name]
            case .subscription(let subscription): [subscription.name]
            case .published(let published): [published.item]
            case .delivery(let delivery): [delivery.item, delivery.channel]
            }
        key = parts.map { Array($0.utf8) }
    }
}
