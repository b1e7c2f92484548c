import Foundation
import MendPlatform

/// A place below `/dav/`. Each list has the same, so that one address does for all clients.
enum TaskPlace: Hashable {
    case root
    case principal(user: String)
    /// What holds a user's lists: one.
    case home(user: String)
    case list(user: String)
    /// A task, by the last part of its address.
    case task(user: String, String)

    static let rootPath = "/dav/"
    static let wellKnownPath = "/.well-known/caldav"

    /// - Parameter path: with its escapes.
    /// - Returns: nil where no such place can be.
    init?(path: some StringProtocol) {
        if path == Self.wellKnownPath || path == "/" {
            self = .root
            return
        }
        var parts: [String] = []
        for part in path.utf8.split(separator: UInt8(ascii: "/")) {
            guard let bytes = PercentEncoding.decoded(part), let text = String(validating: bytes, as: UTF8.self) else {
                return nil
            }
            parts.append(text)
        }
        guard parts.first == "dav" else { return nil }
        switch (parts.count, parts.dropFirst().first) {
        case (1, _): self = .root
        case (3, "principals"?): self = .principal(user: parts[2])
        case (3, "lists"?): self = .home(user: parts[2])
        case (4, "lists"?) where parts[3] == "tasks": self = .list(user: parts[2])
        case (5, "lists"?) where parts[3] == "tasks" && Self.isName(parts[4]): self = .task(user: parts[2], parts[4])
        default: return nil
        }
    }

    /// What can be the last part of an address. Two that Swift takes for one would be two to the journal, so each is written as
    /// Unicode composes it.
    private static func isName(_ text: String) -> Bool {
        text.utf8.elementsEqual(text.precomposedStringWithCanonicalMapping.utf8) && (1...255).contains(text.utf8.count)
            && text != "." && text != ".."
            && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0 != "/" }
    }

    /// Nil: anybody's.
    var user: String? {
        switch self {
        case .root: nil
        case .principal(let user), .home(let user), .list(let user), .task(let user, _): user
        }
    }

    /// With its escapes.
    var path: String {
        switch self {
        case .root: Self.rootPath
        case .principal(let user): "/dav/principals/\(Self.segment(user))/"
        case .home(let user): "/dav/lists/\(Self.segment(user))/"
        case .list(let user): "/dav/lists/\(Self.segment(user))/tasks/"
        case .task(let user, let name): "/dav/lists/\(Self.segment(user))/tasks/\(Self.segment(name))"
        }
    }

    static func segment(_ text: String) -> String { PercentEncoding.segment(text) }
}
