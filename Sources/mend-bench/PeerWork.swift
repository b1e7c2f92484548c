import MendCore
import MendExport

/// The pieces of work that the peers' interleaving runner asks for: `w1 DATA OUT N`, `w2rss`, `w2atom`, `w3 DATA TREE N
/// [JOBS]`, `w4 N`. Steady ones print `RESULT` and nanoseconds a document.
struct PeerWork {
    let arguments: [String]

    func run() throws {
        guard let name = arguments.first, let count = Int(arguments[name == "w4" ? 1 : 3]) else { throw Usage() }
        switch name {
        case "w4": return try TenYears.run(times: count)
        case "w3":
            let jobs = arguments.count > 4 ? Int(arguments[4]) ?? 1 : 1
            return try tree(count, jobs: jobs)
        default: break
        }
        let document: (Int) throws -> [UInt8]
        switch name {
        case "w1":
            let content = try PeerContent(folder: arguments[1])
            document = { ICalendarWriter.bytes(of: content.calendar($0)) }
        case "w2rss":
            let feed = try PeerFeed(folder: arguments[1])
            document = { try RSSWriter.bytes(of: feed.feed($0), links: FeedLinks(own: nil)) }
        case "w2atom":
            let feed = try PeerFeed(folder: arguments[1])
            document = { try AtomWriter.bytes(of: feed.feed($0), links: FeedLinks(own: nil)) }
        default: throw Usage()
        }
        var last: [UInt8] = []
        let time = try ContinuousClock().measure {
            for household in 0..<count { last = try document(household) }
        }
        try ContentFile.write(last, to: arguments[2])
        print("RESULT \(time.nanoseconds / max(count, 1)) bytes \(last.count)")
    }

    private func tree(_ count: Int, jobs: Int) throws {
        let content = try PeerContent(folder: arguments[1])
        let feed = try PeerFeed(folder: arguments[1])
        let folder = arguments[2]
        let failures = Workers(jobs: jobs).run(count) { household in
            do {
                let files = try Self.files(content.calendar(household), feed.feed(household))
                try ExportFolder(path: "\(folder)/h\(household.padded(4))").write(files)
                return 0
            } catch {
                return 1
            }
        }
        guard failures.allSatisfy({ $0 == 0 }) else { throw Usage() }
    }

    /// The documents of one household, under the peers' names.
    private static func files(_ calendar: PeerCalendar, _ feed: Feed) throws -> [ExportSet.File] {
        [
            .init(path: "calendar.ics", bytes: ICalendarWriter.bytes(of: calendar)),
            .init(path: "feed.rss", bytes: try RSSWriter.bytes(of: feed, links: FeedLinks(own: nil))),
            .init(path: "feed.atom", bytes: try AtomWriter.bytes(of: feed, links: FeedLinks(own: nil))),
        ]
    }

    struct Usage: Error, CustomStringConvertible {
        let description = "w1|w2rss|w2atom|w3 DATA OUT N [JOBS], w4 N, or family DIR RUPTURES YEARS"
    }
}

extension Duration {
    var nanoseconds: Int {
        Int(components.seconds) * 1_000_000_000 + Int(components.attoseconds / 1_000_000_000)
    }
}
