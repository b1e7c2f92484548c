import MendCore

/// Names of tasks in lists of tasks (CalDAV): keyed by the journal's secret, so that they tell nothing.
public struct TaskNames: Sendable {
    private let names: DiscreetNames
    private let household: String

    /// Of the tasks of this household.
    public init(household: Household) {
        names = DiscreetNames(household)
        self.household = household.id
    }

    /// The last part of a task's address: 32 hexadecimal digits and `.ics`.
    /// - Parameter id: what the task is about: the rupture with which a climb began, or a prompt's item.
    public func address(of id: String) -> String { "\(digits("task \(id)")).ics" }

    /// The UID of a task, which never changes.
    public func uid(of id: String, _ edition: Edition) -> String {
        edition == .open ? "\(id).task.\(household)@mend" : "\(digits("uid \(id)"))@mend"
    }

    /// 16 hexadecimal digits that are the same for the same text, and tell nothing of it.
    public func mark(_ text: String) -> String { String(digits("mark \(text)").prefix(16)) }

    private func digits(_ id: String) -> String { names.digits(id, at: DiscreetNames.neverBefore) }
}

/// Which items a discreet list of tasks may show the time of: the same as a discreet calendar holds.
public struct DiscreetTimes: Sendable {
    private let selection: DiscreetSelection

    /// - Parameter items: all that comes together in a climb, begun or not.
    public init(of items: [Item]) {
        selection = DiscreetSelection(of: items)
    }

    public func show(_ item: Item) -> Bool { selection.holds(item) }
}
