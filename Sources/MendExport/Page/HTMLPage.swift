import MendCore

/// The frame of a page that is a file: no script but its own, nothing from elsewhere, and nothing told to where its links lead.
struct HTMLPage {
    let language: Language
    /// As HTML.
    let title: String
    /// Elements of the head that stand before the style, as HTML.
    var links: [String] = []
    /// As CSS.
    let style: String
    /// As a policy names the page's own script; nil: it has none.
    var scriptSource: String?
    /// What is in the body, as HTML.
    let body: String

    /// The page in UTF-8.
    func bytes() -> [UInt8] {
        let head = ["<title>\(title)</title>"] + links + ["<style>\(style)</style>"]
        let page = """
            <!doctype html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex, nofollow">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'\(scriptSource.map { "; script-src \($0)" } ?? "")">
            \(head.joined(separator: "\n"))
            </head>
            <body>
            \(body)
            </body>
            </html>

            """
        return Array(page.utf8)
    }
}
