import MendCore

/// One task as a client gets it.
public struct ServedTask: Sendable {
    /// The last part of its address.
    public let href: String
    public let uid: String
    public let bytes: [UInt8]
    /// Of the bytes, with quotation marks (RFC 9110 §8.8.3).
    public let etag: String
    public let modified: Instant
    public let subject: TaskSubject
    /// Nil: it names nobody, and is as the client wrote it.
    let task: PlannedTask?
    /// When it was checked off; nil: it was not.
    let done: Instant?
    let copy: TaskCopy?
    /// What stands for the state in which it is told.
    let state: String

    /// As a component, for filters; nil where what a client wrote cannot be read any more.
    public var calendar: CalendarComponent? { try? CalendarFile.calendar(of: bytes) }
}

/// A list of tasks as its clients see it.
public struct ServedList: Sendable {
    public let list: TaskList
    /// As it is called on the device.
    public let name: String
    /// The household's, in which times without one are read.
    public let zone: Zone
    /// In the order of their addresses.
    public let tasks: [ServedTask]
    /// What has to be kept, so that the next one knows what was told.
    public let state: TaskListState
    /// The first instant at which it may be another, though nothing was written down.
    public let until: Instant

    /// The task at an address; nil: none is there.
    public func task(_ href: String) -> ServedTask? { tasks.first { $0.href == href } }

    /// Stands for what is told now (RFC 6578 §3.2).
    public var token: String { token(state.number) }

    private func token(_ number: Int) -> String { "\(tokenBeginning)\(number)" }

    private var tokenBeginning: String { "urn:mend:sync:\(state.epoch):" }

    /// What became other than it was.
    public struct Changes: Sendable {
        public let changed: [ServedTask]
        /// Addresses of what is gone.
        public let gone: [String]
        /// Stands for the state up to these.
        public let token: String
        /// Whether there are more.
        public let isCut: Bool
    }

    /// What became other since a token was given; nil: it was not given by this list, or what was told then is not known any more.
    /// - Parameters:
    ///   - token: empty: since the beginning, and then nothing is gone.
    ///   - limit: how many at most.
    public func changes(since token: String, limit: Int = .max) -> Changes? {
        guard let from = token.isEmpty ? 0 : number(of: token) else { return nil }
        let marks = state.marks.filter { $0.number > from && !(token.isEmpty && $0.etag == nil) }
            .sorted { $0.number < $1.number }
        let told = marks.prefix(limit)
        let byHref = Dictionary(tasks.map { ($0.href, $0) }, uniquingKeysWith: { $1 })
        let isCut = told.count < marks.count
        return Changes(
            changed: told.compactMap { $0.etag == nil ? nil : byHref[$0.href] },
            gone: told.filter { $0.etag == nil }.map(\.href),
            token: isCut ? self.token(told.last?.number ?? from) : self.token, isCut: isCut)
    }

    private func number(of token: String) -> Int? {
        guard token.hasPrefix(tokenBeginning), let number = Int(token.dropFirst(tokenBeginning.count)),
            (state.floor...state.number).contains(number)
        else { return nil }
        return number
    }
}
