import ArgumentParser
import Foundation
import MendCore
import MendText

/// Writes the manual pages, for `make install`.
struct Manual: ParsableCommand {
    static let configuration: CommandConfiguration = {
        var configuration = CommandConfiguration(.manual)
        configuration.shouldDisplay = false
        return configuration
    }()

    @Argument(help: ArgumentHelp(.whereTo)) var directory: String

    func run() throws {
        // The same sources give the same pages (reproducible-builds.org).
        let made = Environment.value("SOURCE_DATE_EPOCH").flatMap { Int($0) }.map(Instant.init(seconds:))
        let day = try Zone(identifier: "UTC", initialOffset: 0, changes: [])
            .day(of: made ?? Environment.now(typed: nil))
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            for page in ManualPage.all(try CommandDescription(of: Mend.self), day: day) {
                try Data(page.text.utf8).write(
                    to: URL(fileURLWithPath: directory).appendingPathComponent(page.fileName), options: .atomic)
            }
        } catch is CocoaError {
            throw CommandFault(.cannotWrite, .cannotBeWritten(path: directory))
        }
    }
}
