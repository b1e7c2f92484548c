import MendText

/// The page beside the exported files: what each is, how to subscribe, and what mend is not. No script, no outside
/// request.
public struct IndexPage {
    static let fileName = "index.html"

    private let edition: Edition
    private let baseURL: BaseURL?
    private let catalogue: Catalogue

    /// The page of an export with these settings.
    public init(settings: ExportSettings) {
        edition = settings.edition
        baseURL = settings.baseURL
        catalogue = settings.catalogue
    }

    /// The page in UTF-8, as HTML.
    public func bytes() -> [UInt8] {
        let title = text(edition == .open ? .title : .discreetTitle)
        let formats = [
            ("atom+xml", "Atom", "reflections.atom"), ("rss+xml", "RSS", "reflections.rss"),
            ("feed+json", "JSON Feed", "reflections.json"),
        ]
        let links = formats.map { type, name, path in
            "<link rel=\"alternate\" type=\"application/\(type)\" title=\"\(name)\" href=\"\(address(path))\">"
        }
        return HTMLPage(language: catalogue.language, title: title, links: links, style: Self.style, body: body(title))
            .bytes()
    }

    private static let style = """

        :root { color-scheme: light dark; }
        body { font: 1.0625rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
        dt { margin-top: 1rem; font-weight: 600; }
        dd { margin: 0; }
        code { overflow-wrap: anywhere; }

        """

    private func body(_ title: String) -> String {
        """
        <main>
        <h1>\(title)</h1>
        <section aria-labelledby="calendars">
        <h2 id="calendars">\(text(.calendars))</h2>
        <dl>
        \(entries(calendars))
        </dl>
        <p>\(text(.howToSubscribe))</p>
        <ul>
        <li>\(text(.apple))</li>
        <li>\(text(.thunderbird))</li>
        <li>\(text(.google))</li>
        </ul>
        </section>
        <section aria-labelledby="feeds">
        <h2 id="feeds">\(text(.feeds))</h2>
        <dl>
        \(entries(feeds))
        </dl>
        <p>\(text(.oneIsEnough))</p>
        </section>
        <section aria-labelledby="not">
        <h2 id="not">\(text(.whatMendIsNot))</h2>
        <p>\(text(edition == .open ? .limits : .discreetLimits))</p>
        <p>\(text(edition == .open ? .privacy : .discreetPrivacy))</p>
        </section>
        </main>
        """
    }

    private typealias File = (path: String, about: IndexPhrase)

    private var calendars: [File] {
        [
            ("calendar.ics", .everything), ("prompts.ics", edition == .open ? .prompts : .discreetPart),
            ("repairs.ics", edition == .open ? .repairs : .discreetRest), ("calendar.xcal", .xcal),
        ]
    }

    private var feeds: [File] {
        [
            ("reflections.atom", edition == .open ? .atom : .discreetAtom),
            ("reflections.rss", edition == .open ? .rss : .discreetRSS),
            ("reflections.json", edition == .open ? .json : .discreetJSON), ("feeds.opml", .opml),
        ]
    }

    private func entries(_ files: [File]) -> String {
        files.map { file in
            let about = text(file.about) + subscription(file.path)
            return "<dt><a href=\"\(address(file.path))\">\(file.path)</a></dt>\n<dd>\(about)</dd>"
        }.joined(separator: "\n")
    }

    /// The address to copy, and one that opens the calendar app. `webcals:` is understood by few.
    private func subscription(_ path: String) -> String {
        guard let baseURL, path.hasSuffix(".ics"), let scheme = baseURL.text.firstIndex(of: ":") else { return "" }
        let webcal = HTMLText.escaped(PlainText("webcal\(baseURL.text[scheme...])/\(path)"))
        return " <a href=\"\(webcal)\">\(text(.subscribe))</a>, \(text(.orCopy)) <code>\(address(path))</code>"
    }

    private func text(_ phrase: IndexPhrase) -> String {
        HTMLText.escaped(PlainText(catalogue.text(phrase)))
    }

    private func address(_ path: String) -> String {
        HTMLText.escaped(PlainText(baseURL.map { "\($0.text)/\(path)" } ?? path))
    }
}
