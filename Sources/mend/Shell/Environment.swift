import Foundation
import MendCore
import MendJournal

/// What the environment and the clock say: with what was typed, the place and the time of a run.
enum Environment {
    /// A variable that is set and not empty.
    static func value(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    /// The household's directory: `--data`, `MEND_DATA`, `$XDG_DATA_HOME/mend` or `~/.local/share/mend`.
    /// - Parameter home: of whoever runs it, where the environment names none.
    /// - Returns: nil when it would be there and is not known.
    static func directory(typed: String?, home: String? = nil) -> String? {
        if let directory = typed ?? value("MEND_DATA") { return directory }
        let share = value("XDG_DATA_HOME") ?? (value("HOME") ?? home).map { $0 + "/.local/share" }
        return share.map { $0 + "/mend" }
    }

    /// The instant to take as now: `--now`, `MEND_NOW`, or what the clock says.
    /// - Throws: `CommandFault`.
    static func now(typed: String?) throws -> Instant {
        guard let text = typed ?? value("MEND_NOW") else { return Instant(seconds: time(nil)) }
        guard let instant = TimeText.instant(rfc3339: text) else {
            throw CommandFault(.badInput, .nowNeedsItsOffset)
        }
        return instant
    }

    /// The locale in which days and times are told (POSIX.1-2017 §8.2); nil: none is set.
    static var timeLocale: String? { value("LC_ALL") ?? value("LC_TIME") ?? value("LANG") }

    /// The zone on whose clock this machine counts: TZ, else the system's; nil where neither is one of tzdata.
    static var machineZone: String? {
        let typed = value("TZ").map { $0.hasPrefix(":") ? String($0.dropFirst()) : $0 }
        return (typed ?? SystemZones.local).flatMap { SystemZones.find($0) == nil ? nil : $0 }
    }

    /// The folder of a household's own plan; nil where it has none.
    static func ownPlan(in directory: String) -> String? {
        let folder = directory + "/plan"
        return access(folder, F_OK) == 0 ? folder : nil
    }
}
