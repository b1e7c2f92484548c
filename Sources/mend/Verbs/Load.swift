import ArgumentParser
import Foundation
import MendCore
import MendJournal
import MendKeeping

struct Load: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Make a household from JSON Lines.",
        discussion:
            "The directory must not hold a household yet. `-` reads standard input.\n\nEXAMPLE\n  mend load household.jsonl --data ~/mend-copy"
    )

    @OptionGroup var common: Common
    @Argument(help: "The file.") var file: String

    func run() throws {
        let data: Data
        if file == "-" {
            data = FileHandle.standardInput.readDataToEndOfFile()
        } else {
            // Pipes, too: `mend load <(…)`.
            guard let handle = FileHandle(forReadingAtPath: file), let contents = try? handle.readToEnd() ?? Data()
            else {
                throw InputError("\(file): cannot be read; check the name and its permissions")
            }
            data = contents
        }
        let history = try HouseholdLoader(now: try common.instant(), directory: common.directory).load(data, from: file)
        Terminal.note(
            "Loaded into \(common.directory): people \(history.people.count), ruptures \(history.ruptures.count).")
    }
}

/// The way by which every household comes in from a file.
struct HouseholdLoader {
    let now: Instant
    let directory: String

    func load(_ data: Data, from name: String) throws -> History {
        let history: History
        do {
            history = try HouseholdFileReader(now: now, zones: SystemZones.find).history(from: data)
        } catch {
            throw LoadError(path: name, fault: error)
        }
        _ = try SQLiteJournal.create(in: directory, records: history.records, zones: SystemZones.find)
        return history
    }
}
