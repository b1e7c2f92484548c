import MendCore

/// The figures of the repair ladder.
enum LadderDecoding {
    static func ladder(_ entry: inout Entry, base: LadderFigures?) -> LadderFigures? {
        let keys = [
            "minutes", "calm", "after-calm", "after-reflect", "space", "spacing", "limits", "band-limits",
            "roadblocks-before", "roadblock-ahead", "rest-after", "refusal", "after-partial", "attempt-after-reflect",
            "merge-within", "search",
        ]
        return entry.part("ladder", keys: keys) { ladder in
            let minutes = minutes(&ladder, base?.minutes)
            let calm = ladder.table(
                "calm", inherited: base?.calm, like: "{green: 5 min, yellow: 10 min, red: 20 min}", read: calmDelays)
            let afterCalm = ladder.table("after-calm", inherited: base?.afterCalm, like: "15 min") { $0.duration($1) }
            let afterReflect = ladder.table("after-reflect", inherited: base?.afterReflect, like: "10 min") {
                $0.duration($1)
            }
            let space = space(&ladder, base?.space)
            let spacing = ladder.value("spacing", inherited: base?.spacing, like: "[4 h, 1 d, 2 d]", read: spacing)
            let limits = limits(&ladder, base?.limits)
            let bandLimits = ladder.table("band-limits", inherited: base?.bandLimits, like: "none", read: bandLimit)
            let before =
                ladder.has("roadblocks-before") || base == nil
                ? ladder.ints("roadblocks-before", 1...100, count: 0...100)?.sorted() : base?.roadblocksBefore
            let ahead = duration(&ladder, "roadblock-ahead", base?.roadblockAhead, like: "1 h")
            let rest = days(&ladder, "rest-after", base?.restAfterDays, like: "7 d")
            let refusal = refusal(&ladder, base?.refusal)
            let partial = days(&ladder, "after-partial", base?.partialDays, like: "1 d")
            let attempt = duration(&ladder, "attempt-after-reflect", base?.attemptAfterReflect, like: "10 min")
            let merge = duration(&ladder, "merge-within", base?.mergeWithin, like: "30 min")
            let search = days(&ladder, "search", base?.searchDays, like: "60 d")
            if let minutes, let ahead, ahead < minutes.roadblock * 60 {
                ladder.fault(
                    ladder.line(of: "roadblock-ahead"), "roadblock-ahead is shorter than the roadblock itself",
                    "write at least \(minutes.roadblock) min")
            }
            guard let minutes, let calm, let afterCalm, let afterReflect, let space, let spacing, let limits,
                let bandLimits, let before, let ahead, let rest, let refusal, let partial, let attempt, let merge,
                let search
            else { return nil }
            return LadderFigures(
                minutes: minutes, calm: calm, afterCalm: afterCalm, afterReflect: afterReflect, space: space,
                spacing: spacing, limits: limits, bandLimits: bandLimits, roadblocksBefore: before,
                roadblockAhead: ahead, restAfterDays: rest, refusal: refusal, partialDays: partial,
                attemptAfterReflect: attempt, mergeWithin: merge, searchDays: search)
        }
    }

    private static func minutes(
        _ ladder: inout Entry, _ base: LadderFigures.RungMinutes?
    ) -> LadderFigures.RungMinutes? {
        ladder.part("minutes", keys: Rung.allCases.map(\.rawValue)) { part in
            func length(_ rung: Rung, _ base: Int?) -> Int? {
                part.value(rung.rawValue, inherited: base, like: "10 min") { part, node in
                    guard let seconds = part.duration(node) else { return nil }
                    return part.int(String(seconds / 60), "minutes", 1...180, line: node.line)
                }
            }
            let calm = length(.calm, base?.calm)
            let reflect = length(.reflect, base?.reflect)
            let reconnect = length(.reconnect, base?.reconnect)
            let tryAgain = length(.tryAgain, base?.tryAgain)
            let roadblock = length(.roadblock, base?.roadblock)
            let rest = length(.rest, base?.rest)
            guard let calm, let reflect, let reconnect, let tryAgain, let roadblock, let rest else { return nil }
            return .init(
                calm: calm, reflect: reflect, reconnect: reconnect, tryAgain: tryAgain, roadblock: roadblock,
                rest: rest)
        }
    }

    private static func calmDelays(_ entry: inout Entry, _ node: DocumentNode) -> LadderFigures.CalmDelays? {
        var part = Entry(path: entry.path, name: "calm", node: node, keys: FeelingZone.allCases.map(\.rawValue))
        let delays = FeelingZone.allCases.map { duration(&part, $0.rawValue, nil, like: "10 min") }
        entry.faults += part.faults
        guard let green = delays[0], let yellow = delays[1], let red = delays[2] else { return nil }
        return .init(green: green, yellow: yellow, red: red)
    }

    private static func space(
        _ ladder: inout Entry, _ base: LadderFigures.SpaceFigures?
    ) -> LadderFigures.SpaceFigures? {
        let keys = ["base", "doubled-when-red", "doubled-when-oscillating", "longest", "waived-before-sleep"]
        return ladder.part("space", keys: keys) { part in
            func bands(_ key: String, _ base: [AgeBand]?) -> [AgeBand]? {
                part.has(key) || base == nil ? part.choices(key, AgeBand.self) : base
            }
            let table = part.table("base", inherited: base?.base, like: "1 h") { $0.duration($1) }
            let red = bands("doubled-when-red", base?.doubledWhenRed)
            let oscillating = bands("doubled-when-oscillating", base?.doubledWhenOscillating)
            let longest = part.table("longest", inherited: base?.longest, like: "none") { $0.durationOrNone($1) }
            let waived = bands("waived-before-sleep", base?.waivedBeforeSleep)
            guard let table, let red, let oscillating, let longest, let waived else { return nil }
            return .init(
                base: table, doubledWhenRed: red, doubledWhenOscillating: oscillating, longest: longest,
                waivedBeforeSleep: waived)
        }
    }

    private static func spacing(_ entry: inout Entry, _ node: DocumentNode) -> [LadderFigures.Delay]? {
        guard let items = entry.list("spacing") else { return nil }
        let delays = items.compactMap { item -> LadderFigures.Delay? in
            let delay = entry.delay(item)
            guard case .elapsed(..<600) = delay else { return delay }
            entry.fault(item.line, "less than 10 min between two tries", "write 10 min or more")
            return nil
        }
        guard delays.count == items.count else { return nil }
        guard (1...100).contains(delays.count) else {
            entry.fault(node.line, "spacing holds \(delays.count) durations", "write 1 to 100")
            return nil
        }
        return delays
    }

    private static func limits(
        _ ladder: inout Entry, _ base: LadderFigures.KindLimits?
    ) -> LadderFigures.KindLimits? {
        ladder.part("limits", keys: Rupture.Kind.allCases.map(\.rawValue)) { part in
            func limit(_ kind: Rupture.Kind, _ base: Int?) -> Int? {
                part.has(kind.rawValue) || base == nil ? part.int(kind.rawValue, 0...100) : base
            }
            let benign = limit(.benign, base?.benign)
            let oscillating = limit(.oscillating, base?.oscillating)
            let limitSetting = limit(.limitSetting, base?.limitSetting)
            let toxic = limit(.toxic, base?.toxic)
            guard let benign, let oscillating, let limitSetting, let toxic else { return nil }
            return .init(benign: benign, oscillating: oscillating, limitSetting: limitSetting, toxic: toxic)
        }
    }

    private static func bandLimit(_ entry: inout Entry, _ node: DocumentNode) -> Int?? {
        if case .text("none") = node.content { return .some(nil) }
        guard let text = entry.scalar(node, "band-limits", like: "2, or none") else { return nil }
        return entry.int(text, "limit", 0...100, line: node.line).map(Optional.some)
    }

    private static func refusal(
        _ ladder: inout Entry, _ base: LadderFigures.RefusalFigures?
    ) -> LadderFigures.RefusalFigures? {
        ladder.part("refusal", keys: ["at-least", "spaces", "at-most"]) { part in
            let least = duration(&part, "at-least", base?.atLeast, like: "1 h")
            let spaces = part.has("spaces") || base == nil ? part.int("spaces", 1...100) : base?.spaces
            let most = days(&part, "at-most", base?.atMostDays, like: "7 d")
            if least == 0 { part.fault(part.line(of: "at-least"), "at-least is 0", "write 10 min or more") }
            guard let least, let spaces, let most else { return nil }
            return .init(atLeast: least, spaces: spaces, atMostDays: most)
        }
    }

    private static func duration(_ entry: inout Entry, _ key: String, _ base: Int?, like example: String) -> Int? {
        entry.value(key, inherited: base, like: example) { $0.duration($1) }
    }

    private static func days(_ entry: inout Entry, _ key: String, _ base: Int?, like example: String) -> Int? {
        entry.value(key, inherited: base, like: example) { $0.days($1) }
    }
}
