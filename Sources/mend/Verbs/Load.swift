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
    @Flag(help: ArgumentHelp(.withAddresses)) var withAddresses = false

    func run() throws {
        // Pipes, too: `mend load <(…)`.
        guard let handle = file == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: file),
            let data = try? contents(of: handle)
        else { throw CommandFault(.badInput, .cannotBeRead(path: file)) }
        guard data.count <= Self.most else { throw CommandFault(.badInput, .exceedsTheBound(path: file)) }
        let loader = HouseholdLoader(now: try common.instant(), directory: common.directory)
        let (history, addresses) = try loader.load(data, from: file, withAddresses: withAddresses)
        Speech.follow(history.household.language)
        Terminal.note(
            KeepingPhrase.loaded(
                directory: common.directory, people: history.people.count, ruptures: history.ruptures.count))
        if !addresses.areNone {
            // How many, not their names: those are the household's.
            let (subscriptions, channels) = (addresses.subscriptions.count, addresses.channels.count)
            Terminal.note(
                withAddresses
                    ? KeepingPhrase.addressesTaken(subscriptions: subscriptions, channels: channels)
                    : .addressesLeftOut(subscriptions: subscriptions, channels: channels))
        }
    }

    /// Far more than a family writes in a life; a device may have no end.
    private static let most = 128 << 20

    /// All that is in it, or, where that exceeds the bound, somewhat more than the bound.
    private func contents(of handle: FileHandle) throws -> Data {
        var data = Data()
        while data.count <= Self.most, let next = try handle.read(upToCount: 1 << 20), !next.isEmpty {
            data.append(next)
        }
        return data
    }
}

/// The way by which every household comes in from a file.
struct HouseholdLoader {
    let now: Instant
    let directory: String

    /// The ways out of a household that a file brings, by name.
    struct Addresses {
        let subscriptions: [String]
        let channels: [String]

        var areNone: Bool { subscriptions.isEmpty && channels.isEmpty }
    }

    /// - Parameter withAddresses: whether the file's subscriptions and channels are taken. Who has made the file may know the
    ///   secrets of the ones, and what the others run.
    func load(
        _ data: Data, from name: String, withAddresses: Bool
    ) throws -> (history: History, addresses: Addresses) {
        var history: History
        do {
            history = try HouseholdFileReader(now: now, zones: SystemZones.find).history(from: data)
        } catch {
            throw CommandFault(.badInput, .line(path: name, error.line, problem: error.problem))
        }
        let addresses = Addresses(
            subscriptions: history.subscriptions.map(\.name), channels: history.channels.map(\.name))
        if !withAddresses {
            history.subscriptions = []
            history.channels = []
        }
        _ = try SQLiteJournal.create(in: directory, records: history.records, zones: SystemZones.find)
        return (history, addresses)
    }
}
