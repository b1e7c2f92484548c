import MendCore

/// Two times of a form as one window.
enum HoursForm {
    /// As `Parsing` reads hours; empty: both are; nil: it was not asked for.
    static func text(_ name: String, _ form: Form) -> String? {
        guard form.has("\(name)-from") else { return nil }
        let (from, to) = (form["\(name)-from"], form["\(name)-to"])
        return from == nil && to == nil ? "" : "\(from ?? "")-\(to ?? "")"
    }

    /// What the two fields hold: what was typed, else the window as it is.
    static func fields(_ name: String, _ form: Form, _ window: Window?) -> (from: String, to: String) {
        guard form.has("\(name)-from") else {
            return (window?.start.description ?? "", window?.end.description ?? "")
        }
        return (form.whole("\(name)-from"), form.whole("\(name)-to"))
    }
}
