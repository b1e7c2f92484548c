import Hummingbird
import MendCore

/// Forms that were sent twice, as by a double tap, are taken once. It remembers the last few hundred, for a short while: later
/// the same may be meant once more.
actor SubmittedForms {
    private struct Entry {
        let task: Task<Response, any Error>
        let at: Instant
    }

    private var entries: [String: Entry] = [:]

    static let most = 500
    static let memory = 60

    /// - Parameter key: nil: every time anew.
    func once(
        _ key: String?, now: Instant, _ handler: @escaping @Sendable () async throws -> Response
    ) async throws -> Response {
        guard let key else { return try await handler() }
        entries = entries.filter { now - $0.value.at < Self.memory }
        if let entry = entries[key] { return try await entry.task.value }
        let task = Task { try await handler() }
        if entries.count < Self.most { entries[key] = Entry(task: task, at: now) }
        do {
            let response = try await task.value
            // What was refused can be mended and sent again.
            if response.status != .seeOther { entries[key] = nil }
            return response
        } catch {
            entries[key] = nil
            throw error
        }
    }
}
