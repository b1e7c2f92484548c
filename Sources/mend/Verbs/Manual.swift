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
        let day = Zone(identifier: "UTC", initialOffset: 0, changes: []).day(of: try Environment.now(typed: nil))
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
