import MendCore
import MendExport
import MendPush
import MendText

/// A notice as phones take it: the JSON of Declarative Web Push (RFC 8030's number names it), which Safari shows by itself and
/// our worker shows elsewhere.
struct PushNotice {
    let household: Household
    let neutral: NeutralTitles
    /// Whether it shows names and words.
    let isOpen: Bool
    /// Where the phone reaches the page.
    let base: String
    /// Tags of what is still open; notices that ask about anybody else are taken down. Nil: not known.
    let openTags: [String]?
    let catalogue: Catalogue

    /// The most bytes of a title and of a text: far more than a lock screen shows.
    private static let (titleLimit, textLimit) = (120, 300)
    private static let tagLimit = 10
    /// The most bytes of a notice. All messages are made as long as this, so that their size tells nothing.
    static let lengthLimit = 2048

    /// - Parameters:
    ///   - token: for the buttons; nil: it asks about nobody.
    ///   - isShort: without a text, for a service that takes less.
    func bytes(of item: Item, token: String?, isShort: Bool) -> [UInt8] {
        let whole = bytes(of: item, token: token, hasText: !isShort, hasTags: true)
        if whole.count <= Self.lengthLimit { return whole }
        // A very long address of the page, or a text that JSON makes longer.
        return bytes(of: item, token: token, hasText: false, hasTags: false)
    }

    private func bytes(of item: Item, token: String?, hasText: Bool, hasTags: Bool) -> [UInt8] {
        let shown = isOpen ? item : neutral.discreet(item)
        let tag = NoticeTags(household: household).tag(of: item)
        let page = item.key == nil ? "\(base)/" : "\(base)/i/\(neutral.discreet(item).id)"
        // All discreet notices have the same buttons: which ones there are would tell what it is about.
        let hasButtons = token != nil || !isOpen
        let reply = token.map { "\(base)/notice/\($0)" }
        let text = String(shown.text.prefix { $0 != "\n" && $0 != "\r\n" })
        // Some of them would take down what is still open.
        let tags = openTags.flatMap { tags -> JSONText? in
            hasTags && tags.count <= Self.tagLimit ? .array(tags.map(JSONText.string)) : nil
        }
        let data = JSONText.object([
            ("id", .string(neutral.discreet(item).id)), ("reply", reply.map(JSONText.string)),
            ("asks", .bool(token != nil)), ("open", tags),
        ])
        let notification = JSONText.object([
            ("title", .string(Self.cut(shown.title, to: Self.titleLimit))),
            ("body", hasText ? .string(Self.cut(text, to: Self.textLimit)) : nil),
            ("lang", .string(catalogue.language.rawValue)), ("tag", .string(tag)), ("navigate", .string(page)),
            ("actions", hasButtons ? .array(actions(reply: reply, page: page)) : nil), ("data", data),
        ])
        return Array(JSONText.object([("web_push", .number(8030)), ("notification", notification)]).line.utf8)
    }

    /// The most telling first: phones show two or three.
    private func actions(reply: String?, page: String) -> [JSONText] {
        let words: [(id: String, phrase: PushPhrase, place: String)] = [
            ("mended", isOpen ? .mended : .done, reply ?? page),
            ("not-now", isOpen ? .notNow : .later, reply ?? page),
            ("words", isOpen ? .words : .open, page),
        ]
        return words.map { word in
            .object([
                ("action", .string(word.id)), ("title", .string(catalogue.text(word.phrase))),
                ("navigate", .string(word.place)),
            ])
        }
    }

    /// At most so many bytes, on one line, and no character split.
    private static func cut(_ text: String, to limit: Int) -> String {
        let line = PlainText(text).oneLine.string
        guard line.utf8.count > limit else { return line }
        var kept = ""
        for character in line {
            guard kept.utf8.count + character.utf8.count + 3 <= limit else { break }
            kept.append(character)
        }
        return kept + "…"
    }
}
