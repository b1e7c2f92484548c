import MendCore

/// The support lines of a country: a file of its own, since its head names the country.
enum ContactDecoding {
    static func country(_ entry: inout Entry, lines: [CountryContacts.Line]) -> CountryContacts? {
        let country = entry.scalar("country", like: "US")
        if let country, country.utf8.count != 2 || !country.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
            entry.fault(
                entry.line(of: "country"), "country \"\(country.short)\" is no country code",
                "write two capital letters (ISO 3166-1): US, GB, IE")
        }
        let name = entry.text("name")
        let emergency = entry.texts("emergency", count: 1...5)
        guard let country, let name, let emergency else { return nil }
        return CountryContacts(country: country, name: name, emergency: emergency, lines: lines)
    }

    static func line(_ entry: inout Entry) -> CountryContacts.Line? {
        let name = entry.text("name")
        let number = entry.text("number")
        let how = entry.text("how")
        let purpose = entry.text("for")
        let source = entry.text("source")
        let hours = entry.has("hours") ? entry.text("hours") : "unknown"
        let checked = entry.has("checked") ? entry.text("checked") : "unknown"
        if let checked, checked != "unknown", LocalDay(checked) == nil {
            entry.fault(
                entry.line(of: "checked"), "checked \"\(checked.short)\" is no day",
                "write the day on which somebody opened the line's own site, as in 2026-01-31, or unknown")
        }
        guard let name, let number, let how, let purpose, let source, let hours, let checked else { return nil }
        return CountryContacts.Line(
            name: name, number: number, how: how, purpose: purpose, source: source, hours: hours, checked: checked)
    }
}
