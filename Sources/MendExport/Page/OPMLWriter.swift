import MendXML

/// Writes the list of feeds that a reader can import (OPML 2.0).
public enum OPMLWriter {
    /// One outline, in the format that readers handle best: with all three, an import would subscribe three times to
    /// the same.
    /// - Parameter atom: the feed's address, or its file name when it is not known where it is published.
    public static func bytes(of feed: Feed, atom: String) throws(XMLWritingError) -> [UInt8] {
        let writer = try XMLDocumentWriter()
        try writer.element("opml", [("version", "2.0")]) { () throws(XMLWritingError) in
            try writer.element("head") { () throws(XMLWritingError) in
                try writer.element("title", text: feed.title.string)
            }
            try writer.element("body") { () throws(XMLWritingError) in
                // OPML's type is "rss" for Atom, too.
                try writer.element(
                    "outline",
                    [
                        ("type", "rss"), ("version", "ATOM"), ("text", feed.title.string),
                        ("title", feed.title.string), ("description", feed.subtitle.string), ("xmlUrl", atom),
                        ("htmlUrl", feed.home),
                    ])
            }
        }
        return try writer.finish()
    }
}
