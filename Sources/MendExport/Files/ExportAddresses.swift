/// How the feed documents of an export name each other.
struct ExportAddresses {
    let baseURL: BaseURL?
    /// The household's first month: no archive page comes before it.
    let firstMonth: Month
    /// The newest month that is over; nil when there is none yet.
    let lastMonth: Month?

    static func path(of month: Month, _ format: String) -> String {
        "archive/reflections-\(month).\(format)"
    }

    /// A file's address; relative to the export's folder when it is not known where that is published.
    func address(_ path: String) -> String {
        baseURL.map { "\($0.text)/\(path)" } ?? path
    }

    /// The links of the document to subscribe to. Of these, JSON Feed has its own address alone.
    func links(_ format: String) -> FeedLinks {
        FeedLinks(
            own: own("reflections.\(format)"), previousArchive: lastMonth.map { address(Self.path(of: $0, format)) })
    }

    /// The links of a month's page. The next page is named before its month is over, since a page never changes once it is there.
    func links(_ format: String, archive month: Month) -> FeedLinks {
        let previous = month > firstMonth ? month.advanced(by: -1) : nil
        return FeedLinks(
            own: own(Self.path(of: month, format)), current: fromArchive("reflections.\(format)"),
            previousArchive: previous.map { fromArchive(Self.path(of: $0, format)) },
            nextArchive: fromArchive(Self.path(of: month.advanced(by: 1), format)))
    }

    private func own(_ path: String) -> String? {
        baseURL == nil ? nil : address(path)
    }

    private func fromArchive(_ path: String) -> String {
        baseURL == nil ? "../\(path)" : address(path)
    }
}
