import Hummingbird
import MendCore

/// Takes a form once that was sent twice, as by a double tap. It remembers a few hundred forms for a minute: later the same
/// may be meant once more.
actor SubmittedForms {
    private struct Entry {
        let task: Task<Response, any Error>
        let at: Instant
    }

    private var entries: [String: Entry] = [:]

    static let most = 500
    /// In seconds.
    static let memory = 60

    /// - Parameter key: tells forms apart; nil: this one is taken every time.
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
