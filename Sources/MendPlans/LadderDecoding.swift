import MendCore

/// The figures of the repair ladder.
enum LadderDecoding {
    static func ladder(_ entry: inout Entry, base: LadderFigures?) -> LadderFigures? {
        let keys = [
            "minutes", "calm", "after-calm", "after-reflect", "without-reflect", "small", "space", "spacing", "limits",
            "silence", "roadblocks-before", "roadblock-ahead", "rest-after", "refusal", "after-partial", "red-hold",
            "hours", "search",
        ]
        return entry.part("ladder", keys: keys) { ladder in
            let minutes = minutes(&ladder, base?.minutes)
            let calm = ladder.table(
                "calm", inherited: base?.calm, like: "{green: 5 min, yellow: 10 min, red: 20 min}", read: calmDelays)
            let afterCalm = ladder.table("after-calm", inherited: base?.afterCalm, like: "15 min") {
                $0.durationOrNone($1)
            }
            let afterReflect = ladder.table("after-reflect", inherited: base?.afterReflect, like: "10 min") {
                $0.duration($1)
            }
            let withoutReflect = duration(&ladder, "without-reflect", base?.withoutReflect, like: "5 min")
            let small = choices(&ladder, "small", base?.smallKinds)
            let space = space(&ladder, base?.space)
            let spacing = ladder.value("spacing", inherited: base?.spacing, like: "[1 d, 2 d, 4 d]", read: spacing)
            let limits = limitTable(&ladder, "limits", base?.limits)
            let silence = limitTable(&ladder, "silence", base?.silence)
            let before =
                ladder.has("roadblocks-before") || base == nil
                ? ladder.ints("roadblocks-before", 1...100, count: 0...100)?.sorted() : base?.roadblocksBefore
            let ahead = duration(&ladder, "roadblock-ahead", base?.roadblockAhead, like: "1 h")
            let rest = days(&ladder, "rest-after", base?.restAfterDays, like: "7 d")
            let refusal = refusal(&ladder, base?.refusal)
            let partial = days(&ladder, "after-partial", base?.partialDays, like: "1 d")
            let redHold = redHold(&ladder, base?.redHold)
            let hours = hours(&ladder, base?.hours)
            let search = search(&ladder, base?.search)
            if let minutes, let ahead, ahead < minutes.roadblock * 60 {
                ladder.fault(
                    ladder.line(of: "roadblock-ahead"), "roadblock-ahead is shorter than the roadblock itself",
                    "write at least \(minutes.roadblock) min")
            }
            guard let minutes, let calm, let afterCalm, let afterReflect, let withoutReflect, let small, let space,
                let spacing, let limits, let silence, let before, let ahead, let rest, let refusal, let partial,
                let redHold, let hours, let search
            else { return nil }
            checkSilence(silence, limits, &ladder)
            return LadderFigures(
                minutes: minutes, calm: calm, afterCalm: afterCalm, afterReflect: afterReflect,
                withoutReflect: withoutReflect, smallKinds: small, space: space, spacing: spacing, limits: limits,
                silence: silence, roadblocksBefore: before, roadblockAhead: ahead, restAfterDays: rest,
                refusal: refusal,
                partialDays: partial, redHold: redHold, hours: hours, search: search)
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
            let table = part.table("base", inherited: base?.base, like: "1 h") { $0.duration($1) }
            let red = choices(&part, "doubled-when-red", base?.doubledWhenRed)
            let oscillating = choices(&part, "doubled-when-oscillating", base?.doubledWhenOscillating)
            let longest = part.table("longest", inherited: base?.longest, like: "none") { $0.durationOrNone($1) }
            let waived = choices(&part, "waived-before-sleep", base?.waivedBeforeSleep)
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

    private static func limitTable(
        _ ladder: inout Entry, _ key: String, _ base: LadderFigures.Limits?
    ) -> LadderFigures.Limits? {
        ladder.part(key, keys: ["kinds", "bands"]) { part in
            let kinds = part.part("kinds", keys: Rupture.Kind.allCases.map(\.rawValue)) { kinds in
                kindTable(&kinds, base?.kinds)
            }
            let bands = part.table("bands", inherited: base?.bands, like: "none", read: numberOrNone)
            if let bands { checkBands(bands, &part) }
            return kinds.flatMap { kinds in bands.map { .init(kinds: kinds, bands: $0) } }
        }
    }

    private static func kindTable(_ part: inout Entry, _ base: LadderFigures.KindTable?) -> LadderFigures.KindTable? {
        func number(_ kind: Rupture.Kind) -> Int? {
            part.has(kind.rawValue) || base == nil ? part.int(kind.rawValue, 0...100) : base?[kind]
        }
        let (benign, oscillating) = (number(.benign), number(.oscillating))
        let (limitSetting, toxic) = (number(.limitSetting), number(.toxic))
        guard let benign, let oscillating, let limitSetting, let toxic else { return nil }
        return .init(benign: benign, oscillating: oscillating, limitSetting: limitSetting, toxic: toxic)
    }

    private static func numberOrNone(_ entry: inout Entry, _ node: DocumentNode) -> Int?? {
        if case .text("none") = node.content { return .some(nil) }
        guard let text = entry.scalar(node, "bands", like: "2, or none") else { return nil }
        return entry.int(text, "number", 0...100, line: node.line).map(Optional.some)
    }

    /// With somebody younger there are never more.
    private static func checkBands(_ bands: BandTable<Int?>, _ part: inout Entry) {
        for (younger, older) in zip(AgeBand.allCases, AgeBand.allCases.dropFirst()) {
            guard let most = bands[older], bands[younger] ?? .max > most else { continue }
            part.fault(
                part.line(of: "bands", younger),
                "\(part.name) gives \(younger.rawValue) \(bands[younger].map(String.init) ?? "none"), more than "
                    + "\(older.rawValue) with \(most)", "write \(younger.rawValue): \(orLess(most))")
        }
    }

    /// Who answers nothing is asked no more often than the limit allows.
    private static func checkSilence(
        _ silence: LadderFigures.Limits, _ limits: LadderFigures.Limits, _ ladder: inout Entry
    ) {
        func fault(_ line: Int, _ name: String, _ number: String, _ most: Int) {
            ladder.fault(
                line, "silence gives \(name) \(number), more than its limit of \(most)",
                "write \(name): \(orLess(most)) under silence, or a higher one under limits")
        }
        let line = ladder.line(of: ladder.has("silence") ? "silence" : "limits")
        for kind in Rupture.Kind.allCases where silence.kinds[kind] > limits.kinds[kind] {
            fault(line, kind.rawValue, String(silence.kinds[kind]), limits.kinds[kind])
        }
        for band in AgeBand.allCases {
            guard let most = limits.bands[band], silence.bands[band] ?? .max > most else { continue }
            fault(line, band.rawValue, silence.bands[band].map(String.init) ?? "none", most)
        }
    }

    /// `2 or less`, `0`
    private static func orLess(_ most: Int) -> String { most == 0 ? "0" : "\(most) or less" }

    private static func refusal(
        _ ladder: inout Entry, _ base: LadderFigures.RefusalFigures?
    ) -> LadderFigures.RefusalFigures? {
        ladder.part("refusal", keys: ["at-least", "spaces", "at-most", "only-delays"]) { part in
            let least = duration(&part, "at-least", base?.atLeast, like: "1 h")
            let spaces = part.has("spaces") || base == nil ? part.int("spaces", 1...100) : base?.spaces
            let most = days(&part, "at-most", base?.atMostDays, like: "7 d")
            if least == 0 { part.fault(part.line(of: "at-least"), "at-least is 0", "write 10 min or more") }
            let bands = choices(&part, "only-delays", base?.onlyDelays)
            guard let least, let spaces, let most, let bands else { return nil }
            return .init(atLeast: least, spaces: spaces, atMostDays: most, onlyDelays: bands)
        }
    }

    private static func redHold(_ ladder: inout Entry, _ base: LadderFigures.RedHold?) -> LadderFigures.RedHold? {
        ladder.part("red-hold", keys: ["check-in", "moment"]) { part in
            let checkIn = duration(&part, "check-in", base?.checkIn, like: "20 min")
            let moment = part.table("moment", inherited: base?.rupture, like: "20 min") { $0.duration($1) }
            return checkIn.flatMap { checkIn in moment.map { .init(checkIn: checkIn, rupture: $0) } }
        }
    }

    private static func hours(_ ladder: inout Entry, _ base: LadderFigures.HourFigures?) -> LadderFigures.HourFigures? {
        ladder.part("hours", keys: ["reconnect", "after-sleep", "rest"]) { part in
            let reconnect = part.table("reconnect", inherited: base?.reconnect, like: "good-time") {
                $0.choice($1, "reconnect", LadderFigures.ReconnectHour.self)
            }
            let afterSleep = duration(&part, "after-sleep", base?.afterSleep, like: "30 min")
            let rest = part.value("rest", inherited: base?.rest, like: "20:00") { $0.time($1) }
            guard let reconnect, let afterSleep, let rest else { return nil }
            return .init(reconnect: reconnect, afterSleep: afterSleep, rest: rest)
        }
    }

    private static func search(
        _ ladder: inout Entry, _ base: LadderFigures.SearchFigures?
    ) -> LadderFigures.SearchFigures? {
        ladder.part("search", keys: ["days", "at-most"]) { part in
            let counted = days(&part, "days", base?.days, like: "60 d")
            let most = days(&part, "at-most", base?.atMost, like: "366 d")
            guard let counted, let most else { return nil }
            if most < counted {
                part.fault(
                    part.line(of: "at-most"), "at-most \(most) d is less than days \(counted) d",
                    "write at least \(counted) d")
            }
            return .init(days: counted, atMost: most)
        }
    }

    private static func choices<Choice>(_ entry: inout Entry, _ key: String, _ base: [Choice]?) -> [Choice]?
    where Choice: RawRepresentable & CaseIterable & Equatable, Choice.RawValue == String {
        entry.has(key) || base == nil ? entry.choices(key, Choice.self) : base
    }

    private static func duration(_ entry: inout Entry, _ key: String, _ base: Int?, like example: String) -> Int? {
        entry.value(key, inherited: base, like: example) { $0.duration($1) }
    }

    private static func days(_ entry: inout Entry, _ key: String, _ base: Int?, like example: String) -> Int? {
        entry.value(key, inherited: base, like: example) { $0.days($1) }
    }
}
