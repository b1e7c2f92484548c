import Foundation
import MendCore
import MendPlans
import MendServer
import MendText
import ShippedPlan
import Synchronization

/// The plan that the server follows. It looks for changes of the plan's files and takes up what can be read; where that has a
/// fault, the last one that was good goes on.
final class PlanWatch: Sendable {
    private struct State {
        var served: ServedPlan
        var seen: PlanStamp
        var looked: ContinuousClock.Instant
    }

    private let typed: String?
    private let directory: String
    private let state: Mutex<State>

    /// How long a look holds.
    private static let pause: Duration = .seconds(1)

    /// - Throws: for a plan of `--plan` that cannot be read.
    init(_ common: Common) throws {
        typed = common.plan
        directory = common.directory
        // Looked at before it is read: what changes meanwhile is seen next time.
        let seen = PlanStamp(of: common.ownPlan)
        let plan = try common.thePlan()
        let hasFault = common.plan == nil && !HouseholdPlan(directory: common.directory).canBeRead
        state = Mutex(
            State(served: ServedPlan(plan, hasFaultyNewer: hasFault), seen: seen, looked: ContinuousClock.now))
    }

    var current: ServedPlan {
        state.withLock { state in
            let now = ContinuousClock.now
            guard now - state.looked >= Self.pause else { return state.served }
            state.looked = now
            let folder = typed ?? HouseholdPlan(directory: directory).folder
            let stamp = PlanStamp(of: folder)
            guard stamp != state.seen else { return state.served }
            state.seen = stamp
            let before = state.served
            if let plan = try? Self.plan(in: folder) {
                state.served = ServedPlan(plan, edition: before.edition + 1)
                Log.mend.info("plan taken up")
            } else {
                state.served = ServedPlan(before.plan, edition: before.edition, hasFaultyNewer: true)
                Terminal.note(HouseholdPhrase.newerPlanHasAFault(folder: folder ?? directory))
            }
            return state.served
        }
    }

    private static func plan(in folder: String?) throws -> Plan {
        guard let folder else { return ShippedPlan.load() }
        return try PlanDecoder.plan(from: PlanFolder.documents(in: folder), base: ShippedPlan.load()).plan
    }
}

/// What a plan's files look like from outside; another one for each change.
private struct PlanStamp: Equatable {
    private var files: [String: [Int]] = [:]

    /// More files than a plan may have are not looked at.
    private static let mostFiles = 4_000

    /// - Parameter folder: nil: there is none.
    init(of folder: String?) {
        guard let folder, let names = FileManager.default.enumerator(atPath: folder) else { return }
        for case let name as String in names {
            guard files.count < Self.mostFiles else { return }
            var status = stat()
            guard stat(folder + "/" + name, &status) == 0 else { continue }
            let time = status.st_mtim
            files[name] = [Int(status.st_ino), Int(status.st_size), time.tv_sec, time.tv_nsec]
        }
    }
}
