import MendCore
import MendTasks
import MendXML

/// The properties of the places below `/dav/` (RFC 4918 §15, RFC 4791 §5.2).
struct TaskProperties {
    let list: ServedList

    private var user: String { list.list.user }
    private var principal: DAVNode { .href(TaskPlace.principal(user: user).path) }

    /// Of a place that is no task.
    func of(_ place: TaskPlace) -> [DAVNode] {
        let all: [DAVNode] = [
            .dav("current-user-principal", [principal]), .dav("principal-URL", [principal]),
            .dav("owner", [principal]),
            .dav("principal-collection-set", [.href(TaskPlace.rootPath)]),
            .caldav("calendar-home-set", [], [.href(TaskPlace.home(user: user).path)]),
        ]
        switch place {
        case .root:
            return all + [
                .dav("resourcetype", [.dav("collection")]), .dav("displayname", text: "mend"), privileges(["read"]),
                reports([]),
            ]
        case .principal:
            return all + [
                .dav("resourcetype", [.dav("collection"), .dav("principal")]),
                .dav("displayname", text: list.list.name),
                .caldav("calendar-user-address-set", [], [principal]), privileges(["read"]), reports([]),
            ]
        case .home:
            return all + [
                .dav("resourcetype", [.dav("collection")]), .dav("displayname", text: list.list.name),
                privileges(["read"]), reports([]),
            ]
        case .list: return all + ofList
        case .task: return all
        }
    }

    private var ofList: [DAVNode] {
        [
            .dav("resourcetype", [.dav("collection"), .caldav("calendar")]), .dav("displayname", text: list.name),
            privileges(["read", "write", "write-content", "bind", "unbind"]),
            .caldav(
                "supported-calendar-component-set", [], [.caldav("comp", [("name", "VTODO")])]),
            .caldav(
                "supported-calendar-data", [],
                [.caldav("calendar-data", [("content-type", "text/calendar"), ("version", "2.0")])]),
            .caldav(
                "supported-collation-set", [],
                ["i;ascii-casemap", "i;octet"].map { .caldav("supported-collation", text: $0) }),
            .caldav("max-resource-size", text: String(DAVRequest.mostBytes)),
            .caldav("min-date-time", text: "19000101T000000Z"), .caldav("max-date-time", text: "21991231T235959Z"),
            reports(["calendar-query", "calendar-multiget", "sync-collection"]),
            .dav("sync-token", text: list.token),
            DAVNode(name: DAVName(namespace: DAVName.serverNamespace, name: "getctag"), text: list.token),
            DAVNode(name: DAVName(namespace: DAVName.appleNamespace, name: "calendar-color"), text: "#5F8A6B"),
            .dav("getcontenttype", text: Self.mediaType),
            .dav("getetag", text: "\"\(list.state.number)-\(list.state.epoch)\""),
        ]
    }

    /// - Parameter withData: whether its file is asked for, too.
    func of(_ task: ServedTask, withData: Bool) -> [DAVNode] {
        let own: [DAVNode] = [
            .dav("getetag", text: task.etag), .dav("resourcetype"), .dav("getcontenttype", text: Self.mediaType),
            .dav("getcontentlength", text: String(task.bytes.count)),
            .dav("getlastmodified", text: TimeText.rfc822(task.modified)), .dav("owner", [principal]),
            .dav("current-user-principal", [principal]), privileges(["read", "write", "write-content"]),
        ]
        guard withData else { return own }
        return own + [.caldav("calendar-data", [], text: String(decoding: task.bytes, as: UTF8.self))]
    }

    static let mediaType = "text/calendar; charset=utf-8; component=VTODO"

    /// RFC 3744 §5.4
    private func privileges(_ names: [String]) -> DAVNode {
        .dav("current-user-privilege-set", names.map { .dav("privilege", [.dav($0)]) })
    }

    /// RFC 3253 §3.1.5
    private func reports(_ names: [String]) -> DAVNode {
        .dav(
            "supported-report-set",
            names.map { name in
                let node: DAVNode = name == "sync-collection" ? .dav(name) : .caldav(name)
                return .dav("supported-report", [.dav("report", [node])])
            })
    }
}

/// Which properties a request asks for.
enum AskedProperties {
    case names([DAVName])
    /// All of WebDAV's own.
    case all
    /// Their names alone.
    case onlyNames

    /// No client asks for more names.
    private static let most = 200

    /// - Parameter element: `propfind`, or a report; nil: everything is asked for (RFC 4918 §9.1).
    init(_ element: XMLElement?) {
        if let names = element?.dav("prop") {
            self = .names(names.children.prefix(Self.most).map(\.davName))
        } else {
            self = element?.dav("propname") == nil ? .all : .onlyNames
        }
    }

    var askForData: Bool {
        if case .names(let names) = self { names.contains(.calendarData) } else { false }
    }

    /// Those that are there, and the names of those that are not.
    func choose(from nodes: [DAVNode]) -> (found: [DAVNode], missing: [DAVName]) {
        switch self {
        case .all: return (nodes.filter { $0.name.namespace == DAVName.davNamespace }, [])
        case .onlyNames: return (nodes.map { DAVNode(name: $0.name) }, [])
        case .names(let names):
            var (found, missing): ([DAVNode], [DAVName]) = ([], [])
            for name in names where !found.contains(where: { $0.name == name }) && !missing.contains(name) {
                if let node = nodes.first(where: { $0.name == name }) {
                    found.append(node)
                } else {
                    missing.append(name)
                }
            }
            return (found, missing)
        }
    }
}
