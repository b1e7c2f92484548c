import HTTPTypes
import Hummingbird
import MendTasks

/// Answers what is asked of properties: PROPFIND (RFC 4918 §9.1), and PROPPATCH, which changes none.
struct PropertyAnswer {
    let list: ServedList

    private var properties: TaskProperties { TaskProperties(list: list) }

    /// - Throws: `DAVError`.
    func response(to request: DAVRequest) throws -> Response {
        guard request.depth != .infinity else { throw DAVError(.forbidden, .dav("propfind-finite-depth")) }
        let document = try request.document()
        guard document?.isDAV("propfind") ?? true else { throw DAVError.badRequest }
        let asked = AskedProperties(document)
        let answer = try MultiStatus()
        func add(_ href: String, _ nodes: [DAVNode]) throws {
            let (found, missing) = asked.choose(from: nodes)
            try answer.response(href, found: found, missing: missing, isMinimal: request.isMinimal)
        }
        func add(_ task: ServedTask) throws {
            try add(
                TaskPlace.task(user: list.list.user, task.href).path,
                properties.of(task, withData: asked.askForData))
        }
        if case .task(_, let name) = request.place {
            guard let task = list.task(name) else { throw DAVError.notFound }
            try add(task)
            return try answer.finish()
        }
        try add(request.path, properties.of(request.place))
        if request.depth == .one {
            switch request.place {
            case .home(let user): try add(TaskPlace.list(user: user).path, properties.of(.list(user: user)))
            case .list: for task in list.tasks { try add(task) }
            case .root, .principal, .task: break
            }
        }
        return try answer.finish()
    }

    /// All properties are mend's.
    func refuse(_ request: DAVRequest) throws -> Response {
        guard let document = try request.document(), document.isDAV("propertyupdate") else { throw DAVError.badRequest }
        if case .task(_, let name) = request.place, list.task(name) == nil { throw DAVError.notFound }
        let names = document.children.filter { $0.isDAV("set") || $0.isDAV("remove") }
            .flatMap { $0.dav("prop")?.children ?? [] }.map(\.davName)
        let answer = try MultiStatus()
        try answer.unchangeable(request.path, names)
        return try answer.finish()
    }
}
