/// The name of a property, or of a condition (RFC 4918 §17).
struct DAVName: Hashable, Sendable {
    let namespace: String
    let name: String

    static func dav(_ name: String) -> DAVName { DAVName(namespace: davNamespace, name: name) }
    static func caldav(_ name: String) -> DAVName { DAVName(namespace: caldavNamespace, name: name) }

    static let davNamespace = "DAV:"
    /// RFC 4791 §4.2
    static let caldavNamespace = "urn:ietf:params:xml:ns:caldav"
    /// Apple's server's, with `getctag`.
    static let serverNamespace = "http://calendarserver.org/ns/"
    static let appleNamespace = "http://apple.com/ns/ical/"

    static let prefixes = [
        davNamespace: "D", caldavNamespace: "C", serverNamespace: "CS", appleNamespace: "A",
    ]

    static let tag = dav("getetag")
    static let calendarData = caldav("calendar-data")
}

/// An element of an answer.
struct DAVNode: Sendable {
    let name: DAVName
    var attributes: [(name: String, value: String)] = []
    var text = ""
    var children: [DAVNode] = []

    static func dav(_ name: String, text: String = "", _ children: [DAVNode] = []) -> DAVNode {
        DAVNode(name: .dav(name), text: text, children: children)
    }

    static func caldav(
        _ name: String, _ attributes: [(name: String, value: String)] = [], text: String = "",
        _ children: [DAVNode] = []
    ) -> DAVNode {
        DAVNode(name: .caldav(name), attributes: attributes, text: text, children: children)
    }

    static func href(_ path: String) -> DAVNode { dav("href", text: path) }
}
