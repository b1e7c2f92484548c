import HTTPTypes
import Hummingbird
import MendCore
import MendTasks
import MendXML
import NIOCore

/// Why a request for a list of tasks is not done, with its status and the condition that was not met (RFC 4918 §16).
struct DAVError: Error {
    let status: HTTPResponse.Status
    /// Nil: the status says it all.
    var condition: DAVNode?
    var headers: HTTPFields = [:]

    init(_ status: HTTPResponse.Status, _ condition: DAVNode? = nil, headers: HTTPFields = [:]) {
        self.status = status
        self.condition = condition
        self.headers = headers
    }

    static let badRequest = DAVError(.badRequest)
    static let forbidden = DAVError(.forbidden)
    static let notFound = DAVError(.notFound)

    static func methodNotAllowed(_ methods: String) -> DAVError {
        DAVError(.methodNotAllowed, headers: [.allow: methods])
    }

    /// What mend's own conditions are named in.
    private static let ownNamespace = "urn:mend:dav"

    init(_ refusal: TaskRefusal, collection: String) {
        switch refusal {
        case .notACalendar: self.init(.forbidden, .caldav("valid-calendar-data"))
        case .tooLarge: self.init(.contentTooLarge, .caldav("max-resource-size"))
        case .notATask: self.init(.forbidden, .caldav("supported-calendar-component"))
        case .notOneTask: self.init(.forbidden, .caldav("valid-calendar-object-resource"))
        case .tooFar: self.init(.forbidden, .caldav("max-date-time"))
        case .uidIsTaken(let href):
            self.init(
                .forbidden, .caldav("no-uid-conflict", [], [.href(collection + TaskPlace.segment(href))]))
        case .fitsTwo:
            self.init(.forbidden, DAVNode(name: DAVName(namespace: Self.ownNamespace, name: "name-fits-two")))
        case .contradiction:
            self.init(.forbidden, DAVNode(name: DAVName(namespace: Self.ownNamespace, name: "contradicts-the-journal")))
        case .full: self.init(.insufficientStorage, .dav("quota-not-exceeded"))
        case .changedSince: self.init(.preconditionFailed)
        case .notThere: self.init(.notFound)
        }
    }

    func response() -> Response {
        var headers = headers
        guard let condition, let body = try? Self.body(condition) else {
            return Response(status: status, headers: headers)
        }
        headers[.contentType] = MultiStatus.mediaType
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }

    private static func body(_ condition: DAVNode) throws -> [UInt8] {
        let writer = try DAVWriter(root: "D:error")
        try writer.write(condition)
        return try writer.finish()
    }
}

extension HTTPResponse.Status {
    static let multiStatus = HTTPResponse.Status(code: 207, reasonPhrase: "Multi-Status")
    static let insufficientStorage = HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")
}
