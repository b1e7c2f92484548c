import MendCore

/// One of the documents that an export or a subscription's address offers.
public enum ExportDocument: Hashable, Sendable {
    /// The calendar of a scope, as text; nil: of everything.
    case calendar(Subscription.Scope?)
    /// The calendar of everything, as XML.
    case xcal
    /// The weekly reflections that have begun.
    case feed(FeedFormat)
    /// The entries of a month that is over.
    case archive(Month, FeedFormat)
    /// The list of feeds (OPML).
    case feeds
}

/// The formats of a feed; a raw value is its documents' file name extension.
public enum FeedFormat: String, CaseIterable, Sendable {
    /// RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1.
    case rss, atom, json

    /// Whether months that are over have pages of their own (RFC 5005, which JSON Feed has nothing of).
    var hasArchive: Bool { self != .json }
}

extension ExportDocument {
    /// Those of every export; archive pages come and stay.
    static let standing: [ExportDocument] = [
        .calendar(nil), .calendar(.prompts), .calendar(.repairs), .xcal, .feed(.rss), .feed(.atom), .feed(.json),
        .feeds,
    ]

    /// Where an export puts it, relative to its folder.
    package var path: String {
        switch self {
        case .calendar(nil): "calendar.ics"
        case .calendar(let scope?): "\(scope.rawValue).ics"
        case .xcal: "calendar.xcal"
        case .feed(let format): "reflections.\(format.rawValue)"
        case .archive(let month, let format): ExportAddresses.path(of: month, format.rawValue)
        case .feeds: "feeds.opml"
        }
    }
}

extension ExportDocument {
    /// The document below a subscription's address: `Mend.ics` is the calendar of its scope, feeds and their archive have the
    /// names of an export. Nil for anything else, and for what the scope leaves out.
    public init?(path: String, only scope: Subscription.Scope?) {
        if path == Self.calendarName {
            self = .calendar(scope)
            return
        }
        if path == "Mend.xcal", scope == nil {
            self = .xcal
            return
        }
        // A feed holds reflections.
        guard scope != .repairs else { return nil }
        if path == Self.feeds.path {
            self = .feeds
        } else if let format = FeedFormat.allCases.first(where: { path == Self.feed($0).path }) {
            self = .feed(format)
        } else {
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0] == "archive", let dot = parts[1].lastIndex(of: "."),
                let format = FeedFormat(rawValue: String(parts[1][parts[1].index(after: dot)...])), format.hasArchive,
                let month = Month(String(parts[1][..<dot].suffix(7))), path == Self.archive(month, format).path
            else { return nil }
            self = .archive(month, format)
        }
    }

    /// Thunderbird names a calendar after its address's last part.
    public static let calendarName = "Mend.ics"

    /// The type that clients know it by.
    public var mediaType: String {
        switch self {
        case .calendar: "text/calendar; charset=utf-8"
        case .xcal: "application/calendar+xml; charset=utf-8"
        case .feed(.rss), .archive(_, .rss): "application/rss+xml; charset=utf-8"
        case .feed(.atom), .archive(_, .atom): "application/atom+xml; charset=utf-8"
        case .feed(.json), .archive(_, .json): "application/feed+json; charset=utf-8"
        case .feeds: "text/x-opml; charset=utf-8"
        }
    }
}
