import HTTPTypes
import Hummingbird
import MendCore
import MendTasks
import MendXML

/// Answers reports on a list: `calendar-query`, `calendar-multiget` (RFC 4791 §7.8, §7.9) and `sync-collection` (RFC 6578 §3.2).
struct ReportAnswer {
    let list: ServedList

    private var user: String { list.list.user }

    /// - Throws: `DAVError`.
    func response(to request: DAVRequest) throws -> Response {
        guard let report = try request.document() else { throw DAVError.badRequest }
        guard case .list = request.place else {
            if case .task(_, let name) = request.place, report.isCalDAV("calendar-multiget"), list.task(name) != nil {
                return try multiget(report)
            }
            throw DAVError(.forbidden, .dav("supported-report"))
        }
        switch report.davName {
        case .caldav("calendar-query"): return try query(report)
        case .caldav("calendar-multiget"): return try multiget(report)
        case .dav("sync-collection"): return try sync(report)
        default: throw DAVError(.forbidden, .dav("supported-report"))
        }
    }

    private func query(_ report: XMLElement) throws -> Response {
        let filter = try report.caldav("filter").map { try CalendarFilter($0, zone: list.zone) }
        let asked = AskedProperties(report)
        let answer = try MultiStatus()
        for task in list.tasks where filter.map({ $0.isMet(by: task) }) ?? true { try add(task, asked, to: answer) }
        return try answer.finish()
    }

    private func multiget(_ report: XMLElement) throws -> Response {
        let asked = AskedProperties(report)
        let answer = try MultiStatus()
        // Each once: the same task, asked for as often as fits, would be an answer of hundreds of megabytes.
        var answered: Set<String> = []
        for element in report.children where element.isDAV("href") {
            let href = element.text.split(whereSeparator: \.isWhitespace).joined()
            guard answered.insert(href).inserted else { continue }
            if case .task(user, let name)? = TaskPlace(path: Self.path(of: href)), let task = list.task(name) {
                try add(task, asked, to: answer)
            } else {
                try answer.response(href, status: "404 Not Found")
            }
        }
        return try answer.finish()
    }

    /// An address may be whole, or a path.
    private static func path(of href: String) -> Substring {
        guard let scheme = href.range(of: "://") else { return href[...] }
        let rest = href[scheme.upperBound...]
        return rest.firstIndex(of: "/").map { rest[$0...] } ?? "/"
    }

    private func sync(_ report: XMLElement) throws -> Response {
        let token = report.dav("sync-token")?.text.filter { !$0.isWhitespace } ?? ""
        let limit = report.dav("limit")?.dav("nresults").flatMap { Int($0.text.filter { !$0.isWhitespace }) }
        guard let changes = list.changes(since: token, limit: limit.map { max(1, $0) } ?? .max) else {
            throw DAVError(.forbidden, .dav("valid-sync-token"))
        }
        let asked = AskedProperties(report)
        let answer = try MultiStatus()
        for task in changes.changed { try add(task, asked, to: answer) }
        for href in changes.gone {
            try answer.response(TaskPlace.task(user: user, href).path, status: "404 Not Found")
        }
        if changes.isCut {
            try answer.response(
                TaskPlace.list(user: user).path, status: "507 Insufficient Storage",
                .dav("number-of-matches-within-limits"))
        }
        try answer.token(changes.token)
        return try answer.finish()
    }

    private func add(_ task: ServedTask, _ asked: AskedProperties, to answer: MultiStatus) throws {
        let nodes = TaskProperties(list: list).of(task, withData: asked.askForData)
        let (found, missing) = asked.choose(from: nodes)
        try answer.response(TaskPlace.task(user: user, task.href).path, found: found, missing: missing)
    }
}
