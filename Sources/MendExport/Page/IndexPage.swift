import MendCore

/// The page beside the exported files: what each is, how to subscribe, and what mend is not. No script, no outside
/// request.
public struct IndexPage {
    private let edition: Edition
    private let baseURL: BaseURL?

    /// The page of an export with these settings.
    public init(settings: ExportSettings) {
        edition = settings.edition
        baseURL = settings.baseURL
    }

    /// The page in UTF-8, as HTML.
    public func bytes() -> [UInt8] {
        let title = edition == .open ? "mend: calendars and feeds" : "Reminders: calendars and feeds"
        let page = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex, nofollow">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(title)</title>
            <link rel="alternate" type="application/atom+xml" title="Atom" href="\(address("reflections.atom"))">
            <link rel="alternate" type="application/rss+xml" title="RSS" href="\(address("reflections.rss"))">
            <link rel="alternate" type="application/feed+json" title="JSON Feed" href="\(address("reflections.json"))">
            <style>
            :root { color-scheme: light dark; }
            body { font: 1.0625rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
            dt { margin-top: 1rem; font-weight: 600; }
            dd { margin: 0; }
            code { overflow-wrap: anywhere; }
            </style>
            </head>
            <body>
            <main>
            <h1>\(title)</h1>
            <section aria-labelledby="calendars">
            <h2 id="calendars">Calendars</h2>
            <dl>
            \(entries(calendars))
            </dl>
            <p>To subscribe, copy an address into your calendar app, under “subscribe” or “add by URL”. If you import
            the file instead, it will not follow later changes.</p>
            <ul>
            <li>Apple Calendar asks every hour if you choose so. Untick “Remove alerts” to keep the alarms.</li>
            <li>Thunderbird and ICSx⁵ ask every hour.</li>
            <li>Google and Outlook ask once or twice a day and drop the alarms. What is planned is there ahead of time,
            but what you write down now reaches them late: use mail or notifications beside them.</li>
            </ul>
            </section>
            <section aria-labelledby="feeds">
            <h2 id="feeds">Feeds</h2>
            <dl>
            \(entries(feeds))
            </dl>
            <p>Paste one address into your feed reader. The three feeds hold the same.</p>
            </section>
            <section aria-labelledby="not">
            <h2 id="not">What mend is not</h2>
            \(edition == .open ? Self.openLimits : Self.discreetLimits)
            </section>
            </main>
            </body>
            </html>

            """
        return Array(page.utf8)
    }

    private static let openLimits = """
        <p>mend is not therapy, not medical advice and no emergency service. It keeps no score, and it does not say who
        was right. If you or somebody else is not safe, call your local emergency number now.</p>
        <p>These files are as private as a diary. Whoever has an address can read what is behind it.</p>
        """

    private static let discreetLimits = """
        <p>mend is a set of small reminders. It is not medical advice and no emergency service.</p>
        <p>This is the discreet edition: titles are neutral, and the words stay in mend.</p>
        """

    private typealias File = (path: String, about: String)

    private var calendars: [File] {
        let abouts =
            edition == .open
            ? ["Everything.", "Daily prompts, weekly reflections and monthly readings.", "Reminders to repair."]
            : ["Everything.", "Part of it.", "The rest of it."]
        return Array(zip(["calendar.ics", "prompts.ics", "repairs.ics"], abouts))
            + [("calendar.xcal", "Everything, as XML (xCal) for other programs.")]
    }

    private var feeds: [File] {
        let what = edition == .open ? "The weekly reflections" : "One note a week"
        return [
            ("reflections.atom", "\(what), as Atom."),
            ("reflections.rss", "\(what), as RSS."),
            ("reflections.json", "\(what), as JSON Feed."),
            ("feeds.opml", "A list for feed readers that import one."),
        ]
    }

    private func entries(_ files: [File]) -> String {
        files.map { file in
            let about = HTMLText.escaped(PlainText(file.about)) + subscription(file.path)
            return "<dt><a href=\"\(address(file.path))\">\(file.path)</a></dt>\n<dd>\(about)</dd>"
        }.joined(separator: "\n")
    }

    /// The address to copy, and one that opens the calendar app. `webcals:` is understood by few.
    private func subscription(_ path: String) -> String {
        guard let baseURL, path.hasSuffix(".ics"), let scheme = baseURL.text.firstIndex(of: ":") else { return "" }
        let webcal = HTMLText.escaped(PlainText("webcal\(baseURL.text[scheme...])/\(path)"))
        return " <a href=\"\(webcal)\">Subscribe</a>, or copy <code>\(address(path))</code>"
    }

    private func address(_ path: String) -> String {
        HTMLText.escaped(PlainText(baseURL.map { "\($0.text)/\(path)" } ?? path))
    }
}
