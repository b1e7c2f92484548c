import MendCore

/// What the documents hold, as far as it has been read.
struct PlanCollector {
    private(set) var faults: [PlanFault] = []
    private(set) var places: [String: Place] = [:]
    private var sections: [SectionKey: (path: String, pair: DocumentNode.Pair)] = [:]
    private var firstPath: String?
    private var prompts: [Prompt] = []
    private var reflections: [Reflection] = []
    private var readings: [Reading] = []
    private var milestones: [Milestone] = []
    private var words = RepairWords()
    private var discreetTitles: [Note] = []
    private var contacts: [CountryContacts] = []
    private var shelves: [Shelf] = []
    private var practices: [Practice] = []

    // MARK: One document

    mutating func read(_ document: PlanDocument) {
        firstPath = firstPath ?? document.path
        guard let root = DocumentReader.root(of: document, faults: &faults) else { return }
        guard case .mapping(let pairs) = root.content else {
            fault(document.path, root.line, "the file is \(root.kind)", "begin with a list key, as in prompts:")
            return
        }
        let lists = pairs.compactMap { pair in ListKey(rawValue: pair.key).map { (key: $0, pair: pair) } }
        let heads = pairs.filter { ListKey(rawValue: $0.key) == nil && SectionKey(rawValue: $0.key) == nil }
        for pair in pairs {
            if let key = SectionKey(rawValue: pair.key) { take(key, pair, document.path) }
        }
        let shared = lists.flatMap { $0.key.sharedKeys + $0.key.headKeys }
        for head in heads where !shared.contains(head.key) {
            let known = ListKey.allCases.map(\.rawValue) + SectionKey.allCases.map(\.rawValue)
            let near = Nearest.choice(for: head.key, among: shared + known)
            fault(
                document.path, head.line, "unknown key \"\(head.key.short)\" at the head of the file",
                near.map { "did you mean \"\($0)\"?" } ?? "write one of \((shared + known).joined(separator: ", "))")
        }
        for (key, pair) in lists {
            read(key, pair.value, heads: heads, path: document.path)
        }
    }

    private mutating func take(_ key: SectionKey, _ pair: DocumentNode.Pair, _ path: String) {
        if let other = sections[key] {
            fault(path, pair.line, "\(key.rawValue) is also at \(other.path):\(other.pair.line)", "keep one of them")
        } else {
            sections[key] = (path, pair)
        }
    }

    private mutating func read(_ key: ListKey, _ list: DocumentNode, heads: [DocumentNode.Pair], path: String) {
        let nodes: [DocumentNode]
        switch list.content {
        case .list(let items): nodes = items
        case .nothing: nodes = []
        case .text, .mapping:
            fault(path, list.line, "\(key.rawValue) is \(list.kind)", "begin each entry with \"- \"")
            return
        }
        let shared = heads.filter { key.sharedKeys.contains($0.key) }
        var entries = nodes.map {
            Entry(path: path, name: key.entryName, node: $0, keys: key.entryKeys, heads: shared)
        }
        if entries.isEmpty {
            let suggestion = "write one, or leave \(key.rawValue) out"
            warn(path, list.line, "\(key.rawValue) has no entries", suggestion)
        }
        decode(key, &entries, heads: heads, line: list.line, path: path)
        for entry in entries {
            faults += entry.faults
            if key != .contacts, case .text(let id) = entry.node("id")?.content { register(id, entry) }
        }
    }

    private mutating func decode(
        _ key: ListKey, _ entries: inout [Entry], heads: [DocumentNode.Pair], line: Int, path: String
    ) {
        func all<Value>(_ read: (inout Entry) -> Value?) -> [Value] {
            entries.indices.compactMap { read(&entries[$0]) }
        }
        switch key {
        case .prompts: prompts += all(TextDecoding.prompt)
        case .reflections: reflections += all(TextDecoding.reflection)
        case .readings: readings += all(TextDecoding.reading)
        case .milestones: milestones += all(TextDecoding.milestone)
        case .discreetTitles: discreetTitles += all(TextDecoding.discreetTitle)
        case .shelves: shelves += all(TextDecoding.shelf)
        case .practices: practices += all(TextDecoding.practice)
        case .scripts: words.scripts += all(WordDecoding.script)
        case .replies: words.replies += all(WordDecoding.reply)
        case .leadIns: words.leadIns += all(WordDecoding.leadIn)
        case .roadblocks: words.roadblocks += all(WordDecoding.roadblock)
        case .calm: words.calm += all(WordDecoding.calm)
        case .tools: words.tools += all(WordDecoding.tool)
        case .signs: words.signs += all(WordDecoding.sign)
        case .cues: words.cues += all(WordDecoding.cue)
        case .ahead: words.ahead += all(WordDecoding.ahead)
        case .safety: words.safety += all(WordDecoding.safety)
        case .contacts:
            let lines = all(ContactDecoding.line)
            let head = DocumentNode(content: .mapping(heads.filter { key.headKeys.contains($0.key) }), line: line)
            var entry = Entry(path: path, name: "country", node: head, keys: key.headKeys)
            if let country = ContactDecoding.country(&entry, lines: lines) {
                contacts.append(country)
                if register(country.country, entry) {
                    for (index, line) in entries.enumerated() { register("\(country.country).\(index + 1)", line) }
                }
            }
            faults += entry.faults
        }
    }

    /// Whether the id is new.
    @discardableResult
    private mutating func register(_ id: String, _ entry: Entry) -> Bool {
        if let other = places[id] {
            let line = entry.line(of: entry.has("id") ? "id" : "country")
            fault(entry.path, line, "\"\(id.short)\" is also at \(other.path):\(other.line)", "choose another id")
            return false
        }
        places[id] = Place(
            path: entry.path, line: entry.line,
            lines: entry.fields.mapValues { .init(number: $0.value.line, isLiteral: $0.value.isLiteral) })
        return true
    }

    // MARK: The whole

    /// Checks what the documents say of one another. Nil when `faults` tell why there is no plan.
    mutating func plan(base: Plan?) -> Plan? {
        checkShelves()
        checkPools()
        let id = section(.id, base: base?.id, like: "my-plan") { entry in
            guard let id = entry.scalar("id", like: "my-plan") else { return nil }
            if !Entry.isKebab(id) {
                entry.fault(entry.line(of: "id"), "id \"\(id.short)\" has the wrong shape", "write id: my-plan")
            }
            return id
        }
        let title = section(.title, base: base?.title, like: "A plan for two") { $0.text("title") }
        let slots = section(.slots, base: base?.slots, like: "and the times") {
            FigureDecoding.slots(&$0, base: base?.slots)
        }
        let ladder = section(.ladder, base: base?.ladder, like: "and the figures") {
            LadderDecoding.ladder(&$0, base: base?.ladder)
        }
        let lengths = ladder?.minutes ?? base?.ladder.minutes
        let minutes = max(lengths?.reconnect ?? 1, lengths?.tryAgain ?? 1)
        let sleep = section(.sleep, base: base?.sleep, like: "and a window for each band") {
            FigureDecoding.sleep(&$0, base: base?.sleep, minutes: minutes)
        }
        let good = section(.goodTimes, base: base?.good, like: "and a time for each band") {
            FigureDecoding.goodTimes(&$0, base: base?.good)
        }
        let language = language(base: base)
        let phrases = section(.phrases, base: base?.phrases, like: "and each of the sentences") {
            PhraseDecoding.phrases(&$0)
        }
        guard let id, let title, let language, let slots, let ladder, let sleep, let good, let phrases else {
            return nil
        }
        checkGoodTimes(good, sleep)
        var plan = Plan(id: id, title: title, slots: slots, ladder: ladder, sleep: sleep, good: good, phrases: phrases)
        plan.language = language
        plan.prompts = prompts
        plan.reflections = reflections
        plan.readings = readings
        plan.milestones = milestones
        plan.words = words
        plan.shelves = shelves
        // A small plan need not repeat what keeps people safe, and what goes with every repair.
        if words.safety.isEmpty { plan.words.safety = base?.words.safety ?? [] }
        if words.ahead.isEmpty { plan.words.ahead = base?.words.ahead ?? [] }
        plan.contacts = contacts.isEmpty ? base?.contacts ?? [] : contacts
        plan.practices = practices.isEmpty ? base?.practices ?? [] : practices.sorted { $0.tip < $1.tip }
        plan.discreetTitles = discreetTitles.isEmpty ? base?.discreetTitles ?? [] : discreetTitles
        return plan
    }

    private mutating func language(base: Plan?) -> Language? {
        guard sections[.language] != nil else { return base?.language ?? .english }
        return section(.language, base: nil, like: "en") { PhraseDecoding.language(&$0) }
    }

    private mutating func section<Value>(
        _ key: SectionKey, base: Value?, like example: String, read: (inout Entry) -> Value?
    ) -> Value? {
        guard let (path, pair) = sections[key] else {
            if base == nil {
                let suggestion = "write \(key.rawValue): \(example)"
                fault(planPath, 1, "missing \(key.rawValue) of the plan", suggestion)
            }
            return base
        }
        var entry = Entry(
            path: path, name: "plan", node: DocumentNode(content: .mapping([pair]), line: pair.line),
            keys: [key.rawValue])
        let value = read(&entry)
        faults += entry.faults
        return value
    }

    /// Where what is missing should be written.
    private var planPath: String {
        SectionKey.allCases.lazy.compactMap { sections[$0]?.path }.first ?? firstPath ?? "plan.yaml"
    }

    private mutating func checkShelves() {
        var books: [String: String] = [:]
        for shelf in shelves {
            for book in shelf.books {
                if let other = books[book.id], let place = places[shelf.id] {
                    fault(
                        place.path, place.lines["books"]?.number ?? place.line,
                        "book \"\(book.id.short)\" is also on \(other)", "keep one of them")
                }
                books[book.id] = shelf.id
            }
        }
        for reading in readings {
            for id in reading.shelf where books[id] == nil {
                guard let place = places[reading.id] else { continue }
                let near = Nearest.choice(for: id, among: books.keys.sorted())
                fault(
                    place.path, place.lines["shelf"]?.number ?? place.line, "no shelf has a book \"\(id.short)\"",
                    near.map { "did you mean \"\($0)\"?" } ?? "write the id of a book in shelves, or add it there")
            }
        }
    }

    private mutating func checkPools() {
        if !prompts.contains(where: { $0.voice == .own }), !faults.contains(where: { $0.severity == .fault }) {
            fault(
                planPath, 1, "no prompt for the caregiver alone",
                "write at least one: prompts: with for: self, theme: rest")
        }
        let pools: [(ListKey, Bool)] = [
            (.leadIns, words.leadIns.isEmpty), (.scripts, words.scripts.isEmpty), (.calm, words.calm.isEmpty),
            (.safety, words.safety.isEmpty),
        ]
        let empty = pools.filter(\.1).map(\.0.rawValue)
        if !empty.isEmpty {
            warn(
                planPath, 1, "no \(empty.joined(separator: ", ")): reminders after a hard moment will say less",
                "copy them from the shipped plan, or write your own")
        }
    }

    private mutating func checkGoodTimes(_ good: BandTable<LocalTime>, _ sleep: BandTable<Window?>) {
        guard let (path, pair) = sections[.goodTimes] ?? sections[.sleep] else { return }
        for band in AgeBand.allCases {
            guard let window = sleep[band], window.covers(good[band].minutes) else { continue }
            warn(
                path, pair.line, "the good time of \(band.rawValue), \(good[band]), is in their sleep \(window)",
                "write an earlier or a later one")
        }
    }

    private mutating func fault(_ path: String, _ line: Int, _ message: String, _ suggestion: String) {
        faults.append(PlanFault(path: path, line: line, message: message, suggestion: suggestion))
    }

    private mutating func warn(_ path: String, _ line: Int, _ message: String, _ suggestion: String) {
        faults.append(
            PlanFault(path: path, line: line, message: message, suggestion: suggestion, severity: .warning))
    }
}
