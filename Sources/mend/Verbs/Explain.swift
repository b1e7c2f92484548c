import ArgumentParser
import MendCore
import MendText

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(.explain)

    @OptionGroup var common: Common
    @Argument(help: ArgumentHelp(.itemID)) var item: String?

    func run() throws {
        let household = try common.household()
        let explanation = Explanation(
            household: household, history: household.history.known(by: household.now),
            builder: try household.agendaBuilder())
        if let item, let found = explanation.builder.item(item) { return explanation.show(found) }
        let meant: Meant
        do {
            meant = try explanation.history.meant(by: item)
        } catch is RecordFault {
            throw CommandFault(.notFound, .noItem)
        }
        switch meant {
        case .person(let person): explanation.show(person)
        case .rupture(let rupture): explanation.show(rupture)
        case .anybody:
            guard let rupture = explanation.builder.openRupture(meant) else {
                return Terminal.say(DailyPhrase.nothingOpen)
            }
            explanation.show(rupture)
        }
    }
}

/// Why something comes when it comes, or does not come.
private struct Explanation {
    let household: OpenHousehold
    /// What is known by now.
    let history: History
    let builder: AgendaBuilder

    private var outlookText: PersonOutlookText {
        PersonOutlookText(dates: household.dates, in: Speech.catalogue)
    }

    func show(_ person: Person) {
        guard let outlook = builder.outlook(ofPerson: person.id) else {
            return person.hasEnded(by: household.now)
                ? showEnd(of: person) : Terminal.say(OutlookPhrase.nothingOpen(with: person.name))
        }
        Terminal.show(outlookText.sentences(outlook), indent: 0)
        if outlook.open.isEmpty, let rupture = outlook.resting.first {
            Terminal.say(ExplainPhrase.toBeginAgain(rupture.id), indent: 0)
        }
        if let item = outlook.outlook.item {
            Terminal.show()
            show(item)
        }
    }

    func show(_ rupture: Rupture) {
        guard let person = history.person(rupture.with) else { return }
        let outlook = builder.outlook(ofRupture: rupture.id)
        switch outlook {
        case .next(let item): show(item)
        case .onHold, .noPlace:
            if let phrase = outlookText.next(outlook, with: person.name) { Terminal.say(phrase, indent: 0) }
            if let item = outlook.item {
                Terminal.show()
                show(item)
            }
        case .atRest:
            if person.hasEnded(by: household.now) { return showEnd(of: person) }
            let isMentioned = builder.isMentioned(rupture: rupture.id)
            Terminal.say(ExplainPhrase.atRest(rupture.id, isMentioned: isMentioned), indent: 0)
            Terminal.say(ExplainPhrase.toBeginAgain(rupture.id), indent: 0)
        case .closed: showEnd(of: rupture)
        }
    }

    private func showEnd(of person: Person) {
        Terminal.say(OutlookPhrase.ended(with: person.name), indent: 0)
        Terminal.say(ExplainPhrase.toBeginPerson(with: person.name), indent: 0)
    }

    private func showEnd(of rupture: Rupture) {
        let last = history.attempts.filter { $0.rupture == rupture.id }
            .max { ($0.at, $0.recorded, $0.id) < ($1.at, $1.recorded, $1.id) }
        let isLetGo = last?.outcome == .letGo
        Terminal.say(isLetGo ? ExplainPhrase.letGo(rupture.id) : ExplainPhrase.mended(rupture.id))
        Terminal.say(ExplainPhrase.toBeginAgain(rupture.id), indent: 0)
    }

    func show(_ item: Item) {
        let text = AgendaText(dates: household.dates, in: Speech.catalogue)
        Terminal.showHeading("\(item.title), \(text.moment(item.start))")
        if item.kind.isRepair { showPast(of: item) }
        let sentences = ReasonSentences(dates: household.dates, in: Speech.catalogue)
            .sentences(of: item, from: builder.origin(of: item))
        Terminal.show(sentences[0], indent: 2)
        for sentence in sentences.dropFirst() { Terminal.show("- \(sentence)", indent: 2) }
        Terminal.show()
        if item.start > household.now { showWhatBringsEarlier(item) }
        showWhatEnds(item)
    }

    /// What happened before it and was recorded or shown, in order of time; also what the newest attempt was about, which may
    /// be closed.
    private func showPast(of item: Item) {
        let end = min(item.start, household.now)
        let newest = item.key?.attempt.flatMap { id in history.attempts.first { $0.id == id } }
        let about = Set(item.ruptures + [newest?.rupture].compactMap(\.self))
        var past: [(at: Instant, phrase: ExplainPhrase)] = []
        func moment(_ instant: Instant) -> DatePhrase { .moment(instant, household.dates) }
        for rupture in history.ruptures where about.contains(rupture.id) {
            past.append((rupture.at, .happened(moment(rupture.at), .crack(rupture.kind))))
        }
        for attempt in history.attempts where about.contains(attempt.rupture) && attempt.at <= end {
            past.append((attempt.at, .answered(moment(attempt.at), attempt.outcome)))
        }
        var shown: Set<String> = [item.id]
        for came in item.ruptures.flatMap(builder.items(ofRupture:)) where came.start < end {
            if shown.insert(came.id).inserted {
                past.append((came.start, .came(moment(came.start), .item(came.kind))))
            }
        }
        Terminal.say(ExplainPhrase.soFar, indent: 2)
        // What happened comes before what it brought.
        let order = past.indices.sorted { (past[$0].at, $0) < (past[$1].at, $1) }
        for index in order { Terminal.show("- " + Speech.text(past[index].phrase), indent: 2) }
    }

    private func showWhatBringsEarlier(_ item: Item) {
        let causes = item.because.filter { $0.moved != 0 }.map(\.cause)
        let name = item.with.first
        if isHeld(item) { showHold(of: item) }
        let isOwn = causes.contains { [.closed, .away, .quietHours].contains($0) || $0.rule == .dailyCap }
        let isTheirs = causes.contains { $0.isTheirs || ($0 == .goodTime && item.voice == .together) }
        if isOwn || isTheirs {
            Terminal.say(ExplainPhrase.otherTimes(own: isOwn, with: isTheirs ? name : nil), indent: 0)
        }
        if builder.mayComeSooner(item), let name { Terminal.say(ExplainPhrase.needNotWait(with: name), indent: 0) }
    }

    /// Whether a hold that moved it is not over yet.
    private func isHeld(_ item: Item) -> Bool {
        guard let last = item.because.lastIndex(where: { $0.cause.rule == .hold && $0.moved != 0 }) else {
            return false
        }
        let later = item.because[(last + 1)...].reduce(0) { $0 + $1.moved }
        return item.start - later > household.now
    }

    private func showHold(of item: Item) {
        let name = item.with.first
        if let pause = history.pause(with: nil, at: household.now) {
            Terminal.say(ExplainPhrase.pauseHolds(until: .moment(pause.until, household.dates), with: nil), indent: 0)
        }
        guard let person = item.person, let name else { return }
        if let pause = history.pause(with: person, at: household.now) {
            Terminal.say(ExplainPhrase.pauseHolds(until: .moment(pause.until, household.dates), with: name), indent: 0)
        } else if history.pause(with: nil, at: household.now) == nil {
            Terminal.say(ExplainPhrase.redHolds(with: name), indent: 0)
        }
    }

    private func showWhatEnds(_ item: Item) {
        switch item.kind {
        case .rung(let rung):
            let open = item.ruptures.filter { builder.outlook(ofRupture: $0) != .closed }
            guard !open.isEmpty else { return }
            Terminal.say(ExplainPhrase.endsWhenMended(ruptures: open), indent: 0)
            if rung != .rest { Terminal.say(ExplainPhrase.endsWithoutAnswer, indent: 0) }
        case .milestone:
            if let name = item.with.first { Terminal.say(ExplainPhrase.birthdaysEnd(with: name), indent: 0) }
        case .checkIn: Terminal.say(ExplainPhrase.checkInsEnd, indent: 0)
        case .prompt, .reflection, .reading: Terminal.say(ExplainPhrase.asksForNoAnswer, indent: 0)
        }
    }
}
