import Hummingbird
import MendCore
import MendText

/// Contacts, addresses and channels that were taken away within the last quarter of an hour, in case that it was a slip.
struct RecentRemovals: Sendable {
    private struct Removal: Sendable {
        let records: [JournalRecord]
        /// The address of the page on which they stand.
        let place: String
    }

    private let removals: RecentValues<Removal>
    private let executor: JournalExecutor

    init(setup: ServerSetup, executor: JournalExecutor) {
        removals = RecentValues(clock: setup.clock, token: { setup.token(bytes: 12) })
        self.executor = executor
    }

    /// - Parameter place: the address of the page on which the records stood.
    /// - Returns: the address at which that is said, with the way back.
    func keep(_ records: [JournalRecord], from place: String, said: String, _ request: AuthenticatedRequest) -> String {
        let token = removals.keep(Removal(records: records, place: place), request)
        return "\(place)?said=\(said)&undo=\(token)"
    }

    func addRoutes(to routes: inout Routes) {
        routes.post("/put-back", for: .both) { request in
            guard let removal = removals.value(request.form.whole("id"), request) else {
                return .seeOther("/more?said=too-late")
            }
            do {
                try await executor.write { try $0.putBack(removal.records) }
                return .seeOther("\(removal.place)?said=put-back")
            } catch is InputError {
                // Another of its name is there by now.
                return .seeOther(removal.place)
            }
        }
    }
}
