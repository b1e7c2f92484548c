import Glibc
import MendCore
import MendDelivery
import MendJournal
import MendShell
import ShippedPlan

/// A question that needs neither a plan of the household's own nor any other format than text.
struct Question {
    private enum Verb: String {
        case today, due
    }

    private let verb: Verb
    private let directory: String
    private let typedNow: String?

    /// Nil for any other: the whole program knows what to do with it.
    init?(_ arguments: some Collection<String>) {
        guard let verb = arguments.first.flatMap(Verb.init(rawValue:)) else { return nil }
        var (data, now): (String?, String?)
        var rest = arguments.dropFirst()
        while let option = rest.popFirst() {
            guard let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
            switch option {
            case "--data": data = value
            case "--now": now = value
            default: return nil
            }
        }
        guard let directory = Environment.directory(typed: data), Environment.ownPlan(in: directory) == nil,
            Environment.value("MEND_LOG") == nil
        else { return nil }
        self.verb = verb
        self.directory = directory
        typedNow = now
    }

    /// Ends the program. What it holds goes with it; giving that back piece by piece takes a twentieth of the time.
    /// - Throws: what `Verdict` words.
    func answer() throws -> Never {
        let now = try Environment.now(typed: typedNow)
        switch verb {
        case .today:
            let page = try DayPage(journal().history(), plan: ShippedPlan.load(), now: now)
            page.show()
            withExtendedLifetime(page) { exit(EXIT_SUCCESS) }
        case .due:
            let run = try ChannelRun(
                Channel.stdout.name, to: PrintedReminders(), journal: journal(), plan: ShippedPlan.load(),
                directory: directory)
            do { try run.run(now: now) } catch let failure as DeliveryFailure {
                throw ChannelFailure(channel: Channel.stdout.name, failure: failure)
            }
            withExtendedLifetime(run) { exit(EXIT_SUCCESS) }
        }
    }

    private func journal() throws -> SQLiteJournal {
        try SQLiteJournal(directory: directory, zones: SystemZones.find)
    }
}
