import MendCore

/// The texts of ordinary days.
enum TextDecoding {
    static func prompt(_ entry: inout Entry) -> Prompt? {
        let voice = entry.choice("for", Voice.self)
        let bands = bands(&entry, voice: voice)
        let prefix = bands.map { $0.count == 2 ? "together." : ($0.first.map { "\($0.rawValue)." } ?? "caregiver.") }
        let id = entry.id(prefix)
        let title = entry.text("title")
        let text = entry.text("text")
        let minutes = entry.int("minutes", 1...60)
        let theme = theme(&entry, voice: voice)
        let tips = entry.ints("tips", 1...7, count: 1...2)
        let zone = entry.choiceIfAny("zone", FeelingZone.self)
        let season = entry.has("season") ? entry.ints("season", 1...12, count: 1...12) : []
        guard let id, let title, let text, let minutes, let voice, let bands, let theme, let tips, let season else {
            return nil
        }
        return Prompt(
            id: id, title: title, text: text, minutes: minutes, voice: voice, bands: bands, theme: theme, tips: tips,
            zone: zone, season: season)
    }

    private static func bands(_ entry: inout Entry, voice: Voice?) -> [AgeBand]? {
        guard let voice else { return nil }
        guard voice == .together else {
            if entry.has("bands") {
                entry.fault(
                    entry.line(of: "bands"), "bands in a prompt for the caregiver alone",
                    "leave bands out, or write for: together")
            }
            return []
        }
        guard let bands = entry.choices("bands", AgeBand.self) else { return nil }
        let areNeighbours = bands.count == 2 && bands[1].order == bands[0].order + 1
        guard bands.count == 1 || areNeighbours else {
            entry.fault(
                entry.line(of: "bands"), "bands \(bands.map(\.rawValue).joined(separator: ", ")) are not neighbours",
                "write one band, or two neighbours with the younger first: [toddler, preschool]")
            return nil
        }
        return bands
    }

    private static func theme(_ entry: inout Entry, voice: Voice?) -> String? {
        guard let voice else { return nil }
        let names = Themes.names(voice)
        guard entry.has("theme") else {
            entry.missing("theme", "write theme: and one of \(names.joined(separator: ", "))")
            return nil
        }
        guard let theme = entry.scalar("theme", like: names[0]) else { return nil }
        if names.contains(theme) { return theme }
        entry.unknown(theme, "theme", among: names, line: entry.line(of: "theme"))
        return nil
    }

    static func reflection(_ entry: inout Entry) -> Reflection? {
        let id = entry.id("reflection.")
        let title = entry.text("title")
        let minutes = entry.int("minutes", 1...60)
        let tips = entry.has("tips") ? entry.ints("tips", 1...7, count: 0...7) : []
        let roadblock = entry.choiceIfAny("roadblock", Roadblock.self)
        let kind = entry.choiceIfAny("kind", Rupture.Kind.self)
        let intro = entry.text("intro")
        let questions = entry.texts("questions", count: 1...10)
        if roadblock != nil, kind != nil {
            entry.fault(entry.line(of: "kind"), "kind and roadblock in one reflection", "keep one of them")
        }
        guard let id, let title, let minutes, let tips, let intro, let questions else { return nil }
        return Reflection(
            id: id, title: title, minutes: minutes, tips: tips, roadblock: roadblock, kind: kind, intro: intro,
            questions: questions)
    }

    static func reading(_ entry: inout Entry) -> Reading? {
        let id = entry.id("reading.")
        let title = entry.text("title")
        let minutes = entry.int("minutes", 1...60)
        let tips = entry.ints("tips", 1...7, count: 1...7)
        let shelf = entry.has("shelf") ? entry.texts("shelf", count: 0...10) : []
        let text = entry.text("text")
        guard let id, let title, let minutes, let tips, let shelf, let text else { return nil }
        return Reading(id: id, title: title, minutes: minutes, tips: tips, shelf: shelf, text: text)
    }

    static func practice(_ entry: inout Entry) -> Practice? {
        let id = entry.id("practice.")
        let tip = entry.int("tip", 1...7)
        let title = entry.text("title")
        let alone = entry.text("alone")
        let together = entry.text("together")
        guard let id, let tip, let title, let alone, let together else { return nil }
        return Practice(id: id, tip: tip, title: title, alone: alone, together: together)
    }

    static func milestone(_ entry: inout Entry) -> Milestone? {
        let from = entry.choice("from", AgeBand.self)
        let to = entry.choice("to", AgeBand.self)
        var prefix: String?
        if let from, let to {
            prefix = "milestone.\(from.rawValue)-\(to.rawValue)."
            if to.order != from.order + 1 {
                entry.fault(
                    entry.line(of: "to"), "\(from.rawValue) and \(to.rawValue) are not neighbours",
                    "write the band that comes next in to")
            }
        }
        let id = entry.id(prefix, .number)
        let title = entry.text("title")
        let text = entry.text("text")
        guard let from, let to, let id, let title, let text else { return nil }
        return Milestone(id: id, from: from, to: to, title: title, text: text)
    }

    static func discreetTitle(_ entry: inout Entry) -> Note? {
        let id = entry.id("discreet.")
        let text = entry.text("text")
        guard let id, let text else { return nil }
        return Note(id: id, text: text)
    }

    static func shelf(_ entry: inout Entry) -> Shelf? {
        let id = entry.id("shelf.")
        let title = entry.text("title")
        guard let items = entry.list("books") else {
            if !entry.has("books") { entry.missing("books", "write books: and a list of them") }
            return nil
        }
        var books: [Shelf.Book] = []
        for item in items {
            var part = Entry(
                path: entry.path, name: "book", node: item, keys: ["id", "author", "title", "year", "mark", "note"])
            if let book = book(&part) { books.append(book) }
            entry.faults += part.faults
        }
        guard let id, let title else { return nil }
        return Shelf(id: id, title: title, books: books)
    }

    private static func book(_ entry: inout Entry) -> Shelf.Book? {
        let id = entry.scalar("id", like: "the-kissing-hand")
        if let id, !Entry.isKebab(id) {
            entry.fault(
                entry.line(of: "id"), "id \"\(id.short)\" has the wrong shape", "write small letters and hyphens")
        }
        let author = entry.text("author")
        let title = entry.text("title")
        let year = entry.int("year", 1000...2199)
        // What confirmed the year: p publisher, library, trade or university page, a the author's own page, r reviews.
        if let mark = entry.scalar("mark", like: "p"),
            !mark.split(separator: " ", omittingEmptySubsequences: false).allSatisfy({ ["p", "a", "r"].contains($0) })
        {
            entry.fault(
                entry.line(of: "mark"), "unknown mark \"\(mark.short)\"", "write p, a or r, or two of them: a r")
        }
        let note = entry.textIfAny("note")
        guard let id, let author, let title, let year else { return nil }
        return Shelf.Book(id: id, author: author, title: title, year: year, note: note)
    }
}
