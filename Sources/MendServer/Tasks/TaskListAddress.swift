import MendCore
import MendExport

/// What a device needs to open a list of tasks.
public struct TaskListAddress: Sendable {
    private let base: BaseURL

    /// - Parameter base: where the server is reached from outside.
    public init(base: BaseURL) {
        self.base = base
    }

    /// The same for all lists: who signs in decides.
    public var address: String { base.text + TaskPlace.rootPath }

    /// Each with the word that names it on the command line.
    public func parts(of list: TaskList, secret: String) -> [(name: String, value: String)] {
        [("caldav", address), ("user", list.user), ("password", secret)]
    }
}
