import MendText

/// A template of Templates/ with labels in their places: `{{t.sign-out}}` for a `PageLabel`, `{{c.mend}}` for a
/// `PageConstant`. They are put in once for each language, before the template is parsed.
enum LabelledTemplate {
    /// A template names a label that there is not.
    struct UnknownLabel: Error {
        let name: String
    }

    static func text(_ template: String, catalogue: Catalogue) throws(UnknownLabel) -> String {
        let labelled = try replaced("{{t.", in: template) { PageLabel(rawValue: $0).map { catalogue.text($0) } }
        return try replaced("{{c.", in: labelled) { PageConstant(rawValue: $0)?.text }
    }

    private static func replaced(
        _ mark: String, in template: String, by label: (String) -> String?
    ) throws(UnknownLabel) -> String {
        let parts = template.split(separator: mark, omittingEmptySubsequences: false)
        var text = parts.first.map(String.init) ?? ""
        for part in parts.dropFirst() {
            let name = part.prefix { $0 != "}" }
            guard let label = label(String(name)) else { throw UnknownLabel(name: String(name)) }
            text += escaped(label) + part.dropFirst(name.count + "}}".count)
        }
        return text
    }

    /// For an element's content or an attribute in double quotes.
    private static func escaped(_ label: String) -> String {
        label.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
