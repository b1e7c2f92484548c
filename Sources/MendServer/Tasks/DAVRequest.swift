import Foundation
import HTTPTypes
import Hummingbird
import MendTasks
import MendXML
import NIOCore

/// What a request for a list of tasks says, read within bounds.
struct DAVRequest {
    let method: String
    let place: TaskPlace
    /// As it was asked for: the root has several.
    let path: String
    let head: HTTPFields
    let body: [UInt8]

    /// In bytes; RFC 4791 §5.2.5 lets a server say how much a task may have.
    static let mostBytes = 64 * 1024

    /// All that an answer to a question depends on, besides the list.
    struct Question: Hashable, Sendable {
        let method: String
        let path: String
        let depth: Depth
        let isMinimal: Bool
        let body: [UInt8]
    }

    var question: Question {
        Question(method: method, path: path, depth: depth, isMinimal: isMinimal, body: body)
    }

    /// - Throws: `DAVError`.
    init(_ request: Request, at place: TaskPlace) async throws {
        self.place = place
        method = request.method.rawValue
        path = place == .root ? request.uri.path : place.path
        head = request.headers
        do {
            body = Array(try await request.body.collect(upTo: Self.mostBytes).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw DAVError(.contentTooLarge, .caldav("max-resource-size"), headers: [.connection: "close"])
        }
    }

    /// Nil: there is none.
    /// - Throws: `DAVError` for one that cannot be read.
    func document() throws(DAVError) -> XMLElement? {
        guard !body.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) else { return nil }
        do {
            return try XMLReader(maximumBytes: Self.mostBytes, maximumDepth: 24).root(of: body)
        } catch {
            throw .badRequest
        }
    }

    enum Depth {
        case zero, one, infinity
    }

    /// A client that says nothing asks about the one resource.
    var depth: Depth {
        switch head[.depth]?.lowercased() {
        case "1"?: .one
        case "infinity"?: .infinity
        default: .zero
        }
    }

    /// Whether properties that are not there shall not be told (RFC 8144 §2.1).
    var isMinimal: Bool { head[.prefer]?.lowercased().contains("return=minimal") ?? false }

    var conditions: TaskRecorder.Conditions {
        func names(_ header: String?) -> (@Sendable (String) -> Bool)? {
            guard let header else { return nil }
            return { EntityTag.matches(header, $0) }
        }
        let namesTags = head[.ifMatch].map { $0.trimmingCharacters(in: .whitespaces) != "*" } ?? false
        return .init(
            ifMatch: names(head[.ifMatch]), namesTags: namesTags, ifNoneMatch: names(head[.ifNoneMatch]))
    }
}

extension XMLElement {
    var davName: DAVName { DAVName(namespace: namespace ?? "", name: name) }

    func isDAV(_ name: String) -> Bool { davName == .dav(name) }

    func isCalDAV(_ name: String) -> Bool { davName == .caldav(name) }

    func dav(_ name: String) -> XMLElement? { children.first { $0.isDAV(name) } }

    func caldav(_ name: String) -> XMLElement? { children.first { $0.isCalDAV(name) } }
}

extension HTTPField.Name {
    static let dav = davKnown("DAV")
    static let depth = davKnown("Depth")
    static let prefer = davKnown("Prefer")

    private static func davKnown(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("not the name of a header") }
        return name
    }
}
