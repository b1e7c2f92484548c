import MendCore
import MendJournal

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads a household from JSON Lines. Nothing is taken unless every line is right.
public struct HouseholdFileReader {
    private let now: Instant
    private let descriptions: [RecordType: RecordDescription]

    /// - Parameters:
    ///   - now: no record may be later.
    ///   - zones: finds the household's zone by its name.
    public init(now: Instant, zones: @escaping ZoneFinder) {
        self.now = now
        descriptions = RecordDescription.all(zones: zones)
    }

    /// - Throws: `HouseholdFileFault` for the first line that cannot be taken.
    public func history(from data: Data) throws(HouseholdFileFault) -> History {
        var history: History?
        var checker: HistoryChecker?
        var keys: Set<Identity> = []
        for (index, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            func fault(_ problem: HouseholdFileFault.Problem) -> HouseholdFileFault {
                HouseholdFileFault(line: index + 1, problem: problem)
            }
            let record: JournalRecord
            do throws(JSONLine.Fault) {
                record = try self.record(in: line, hash: { Self.hash(of: data) })
            } catch {
                throw fault(error.problem)
            }
            if case .household(let household) = record {
                guard history == nil else { throw fault(.secondHousehold) }
                history = History(household: household)
                checker = HistoryChecker(History(household: household), now: now)
            } else if history == nil {
                throw fault(.householdNotFirst)
            }
            guard keys.insert(identity(of: record)).inserted else { throw fault(.again(record.type)) }
            do throws(RecordFault) {
                try checker?.add(record)
            } catch {
                throw fault(.untrue(error))
            }
            history?.append(record)
        }
        guard let history else { throw HouseholdFileFault(line: 1, problem: .noHousehold) }
        return history
    }

    private func record(in line: Data, hash: () -> String) throws(JSONLine.Fault) -> JournalRecord {
        do {
            let object = try JSONDecoder().decode(JSONLine.self, from: Data(line))
            guard let description = descriptions[object.type] else {
                preconditionFailure("no description of \(object.type)")
            }
            let record = try object.record(description, householdID: hash)
            // By now every key is one that mend knows, and can be told.
            var keys = JSONKeys(line)
            if let key = keys.repeated() { throw JSONLine.Fault(.repeatedKey(key)) }
            return record
        } catch let fault as JSONLine.Fault {
            throw fault
        } catch {
            throw JSONLine.Fault(.notAnObject)
        }
    }

    /// What makes two lines the same record.
    private struct Identity: Hashable {
        let type: RecordType
        /// What is in the fields of the type's key, as bytes: two names may look alike and be two.
        let key: [[UInt8]]
    }

    private func identity(of record: JournalRecord) -> Identity {
        guard let description = descriptions[record.type] else {
            preconditionFailure("no description of \(record.type)")
        }
        let key = zip(description.fields, description.contents(record)).compactMap { field, content -> [UInt8]? in
            guard description.key.contains(field.column), case .text(let text) = content else { return nil }
            return Array(text.utf8)
        }
        return Identity(type: record.type, key: key)
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
