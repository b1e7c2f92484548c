import MendText

/// What was typed, and waits to be sent again. It is shown before, and only forms that write down what somebody has typed are
/// kept so: a form that takes something away, or holds a passphrase, may have come from anybody's page.
struct HeldForm: Sendable {
    struct Field: Sendable {
        let name: String
        let value: String
        /// What the value is, in the reader's words.
        let label: String
    }

    let path: String
    let fields: [Field]
    /// Those that something was typed into.
    let shown: [Field]
    let hasShown: Bool

    private static let paths = MethodTable(posted: [
        "/record", "/records/:record", "/repair/:rupture", "/calm", "/settings/hours", "/settings/place",
        "/settings/contacts", "/settings/people/:person", "/welcome", "/welcome/people", "/welcome/hours",
    ])
    private static let own = ["csrf", "once", "passphrase", "again", "present"]

    /// Whether it may be given back to a reader: it is nobody else's.
    func isOf(_ reader: Reader) -> Bool {
        Form(fields: fields.map { Form.Field(name: $0.name, value: $0.value) }).isOf(reader)
    }

    /// Nil for a form that is not kept.
    init?(_ form: Form, path: String, catalogue: Catalogue) {
        self.init(form.fields.map { ($0.name, $0.value) }, path, catalogue)
    }

    /// From a sign-in form that carried it.
    init?(unpacking form: Form, path: String, catalogue: Catalogue) {
        self.init(
            form.fields.filter { $0.name.hasPrefix("held.") }.map {
                (String($0.name.dropFirst("held.".count)), $0.value)
            },
            path, catalogue)
    }

    private init?(_ fields: [(name: String, value: String)], _ path: String, _ catalogue: Catalogue) {
        guard Self.paths.methods(at: path).contains(.post) else { return nil }
        self.path = path
        self.fields = fields.filter { !Self.own.contains($0.name) }.map { name, value in
            Field(name: name, value: value, label: Self.phrase(of: name).map { catalogue.text($0) } ?? name)
        }
        shown = self.fields.filter { field in
            !Self.unseen.contains(field.name) && field.value.contains { !$0.isWhitespace }
        }
        hasShown = !shown.isEmpty
    }

    /// What forms carry that nobody has typed.
    private static let unseen = ["closed", "away", "tapped", "instead", "was-at", "login"]

    /// Several fields may be about one thing: `closed.0.from`, `quiet-from`.
    private static func phrase(of name: String) -> HeldFieldPhrase? {
        let whole = name.prefix { $0 != "." }
        let base = ["-from", "-to"].first(where: whole.hasSuffix).map { whole.dropLast($0.count) } ?? whole
        return HeldFieldPhrase(rawValue: String(base))
    }
}
