import ArgumentParser
import Foundation
import MendCore
import MendJournal
import MendKeeping
import MendText

struct Load: ParsableCommand {
    static let configuration = CommandConfiguration(.load)

    @OptionGroup var common: Common
    @Argument(help: ArgumentHelp(.file)) var file: String

    func run() throws {
        let data: Data
        if file == "-" {
            data = FileHandle.standardInput.readDataToEndOfFile()
        } else {
            // Pipes, too: `mend load <(…)`.
            guard let handle = FileHandle(forReadingAtPath: file), let contents = try? handle.readToEnd() ?? Data()
            else {
                throw CommandFault(.badInput, .cannotBeRead(path: file))
            }
            data = contents
        }
        let history = try HouseholdLoader(now: try common.instant(), directory: common.directory).load(data, from: file)
        Speech.follow(history.household.language)
        Terminal.note(
            KeepingPhrase.loaded(
                directory: common.directory, people: history.people.count, ruptures: history.ruptures.count))
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
            throw CommandFault(.badInput, .line(path: name, error.line, problem: error.problem))
        }
        _ = try SQLiteJournal.create(in: directory, records: history.records, zones: SystemZones.find)
        return history
    }
}
