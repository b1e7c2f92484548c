import Hummingbird
import MendCore
import MendExport
import MendText

/// The page "Today": what is now, whom to record something with, and what is open.
struct TodayPage: Sendable {
    let executor: JournalExecutor
    let renderer: PageRenderer

    struct View: Sendable {
        /// The day as it is read, above the title.
        let day: String
        let people: [FaceView]
        let hasPeople: Bool
        /// That everything is paused, and until when; nil: it is not.
        let paused: String?
        // What is now: one of these, or neither.
        let repair: DueView?
        let prompt: ItemView?
        let isQuiet: Bool
        let waits: [OptionView]
        let open: [PersonCardView]
        let hasOpen: Bool
        let later: [ItemView]
        let hasLater: Bool
        let earlier: [ItemView]
        let hasEarlier: Bool
        /// A check-in ahead of hard hours; nil: none is offered.
        let offer: OfferView?
        /// Whether anything comes to the caregiver by itself: a channel, or a calendar.
        let isReached: Bool
        /// Whether the page offers that: the beginning is just over.
        var offersToReach = false

        func said(_ word: String?) -> View {
            var view = self
            view.offersToReach = word == "begun" && !isReached
            return view
        }
    }

    /// Of several the first: the next comes when this one is answered.
    struct OfferView: Sendable {
        let text: String
        let offer: String
        /// Names the hours in the form.
        let key: String
    }

    /// Something of a ladder whose time has come.
    struct DueView: Sendable {
        let person: String
        let initial: String
        let tint: String
        let title: String
        let time: String
        let length: String
        /// What it is about.
        let line: String
        /// The address of the words to say; nil for what is for the caregiver alone.
        let words: String?
        /// The address of what is for the caregiver alone.
        let look: String?
        /// The address at which it is told how it went.
        let done: String?
        /// What "Not now" is about, for who hears it.
        let notNowOf: String
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/", for: .both) { request in
            let reader = request.reader
            let view = try await executor.read(as: reader) { try Self.view($0, reader) }
            return renderer.page(
                "today", title: renderer.text(PageTitle.today), over: view.day, place: "/",
                view.said(request.query["said"]), request,
                notice: PageText.notice(request.query["said"]),
                undo: UndoView(request.query["undo"], hasDetails: request.query["undo"]?.first == "t"))
        }
    }

    private static func view(_ household: CurrentHousehold, _ reader: Reader) throws -> View {
        let builder = try household.builder(since: household.today)
        let items = builder.agenda(from: household.today, through: household.today).items
        // What is at rest with somebody is left to the weekly reflection.
        let open = builder.people.filter { !$0.open.isEmpty }
        let (now, due) = due(items, open, household)
        let prompt = due == nil ? prompt(items, household) : nil
        let others = items.filter { $0.id != (now ?? prompt)?.id }
        // Calm is never held back, but who paused everything is told that nothing comes.
        let isPaused = household.everythingPaused != nil
        let later = others.filter { $0.start > household.now && !(isPaused && $0.kind == .rung(.calm)) }
            .map { ItemView($0, household) }
        let earlier = others.filter { $0.start <= household.now }.map { ItemView($0, household) }
        let people = household.history.people
        return View(
            day: household.dates.dayName(household.today), people: FaceView.all(people, chosen: nil),
            hasPeople: !people.isEmpty, paused: household.everythingPaused, repair: due,
            prompt: prompt.map { ItemView($0, household) }, isQuiet: due == nil && prompt == nil && !people.isEmpty,
            waits: WaitView.all(household), open: open.map { PersonCardView($0, household) }, hasOpen: !open.isEmpty,
            later: later, hasLater: !later.isEmpty, earlier: earlier, hasEarlier: !earlier.isEmpty,
            offer: offer(household, reader),
            isReached: !household.history.channels.isEmpty || !household.history.subscriptions.isEmpty)
    }

    /// What is offered is the caregiver's to answer.
    private static func offer(_ household: CurrentHousehold, _ reader: Reader) -> OfferView? {
        guard !reader.isSecond, household.everythingPaused == nil else { return nil }
        let patterns = HouseholdPatterns(household.history, plan: household.plan, now: household.now)
        return patterns.offered.first.map { hours in
            OfferView(
                text: household.text(PatternPhrase.hours(hours, of: patterns.name(hours.with))),
                offer: household.text(PatternPhrase.offer(hours, household.dateContext.style)), key: hours.key)
        }
    }

    /// What of the ladders has begun last today and was not answered yet; calm has its own page.
    private static func due(
        _ items: [Item], _ open: [PersonOutlook], _ household: CurrentHousehold
    ) -> (Item?, DueView?) {
        let history = household.history
        guard history.pause(with: nil, at: household.now) == nil else { return (nil, nil) }
        for item in items.reversed() where item.kind.isRepair && item.kind != .rung(.calm) {
            guard item.start <= household.now, let person = item.person.flatMap(history.person),
                history.pause(with: person.id, at: household.now) == nil,
                let rupture = open.first(where: { $0.person.id == person.id })?.open
                    .first(where: { item.ruptures.contains($0.id) }),
                !history.attempts.contains(where: { item.ruptures.contains($0.rupture) && $0.recorded >= item.start })
            else { continue }
            return (item, view(item, person, rupture, household))
        }
        return (nil, nil)
    }

    private static func view(
        _ item: Item, _ person: Person, _ rupture: Rupture, _ household: CurrentHousehold
    ) -> DueView {
        let face = FaceView(person, among: household.history.people)
        let isTogether = item.kind == .rung(.reconnect) || item.kind == .rung(.tryAgain)
        let view = ItemView(item, household)
        let kind = household.text(NamePhrase.crack(rupture.kind))
        return DueView(
            person: face.value, initial: face.initial, tint: face.tint, title: item.title, time: view.time,
            length: view.length,
            line: household.text(PagePhrase.openSince(moment: household.dates.moment(rupture.at), kind: kind)),
            words: isTogether ? "/repair/\(rupture.id)" : nil, look: isTogether ? nil : view.href,
            done: isTogether ? "/repair/\(rupture.id)#outcome" : nil,
            notNowOf: household.text(PagePhrase.notNow(with: face.label)))
    }

    /// The day's prompt, or what else there is for the day. What is still to come is shown too: nothing waits for its hour.
    private static func prompt(_ items: [Item], _ household: CurrentHousehold) -> Item? {
        let others = items.filter { !$0.kind.isRepair }
        let begun = others.last { $0.start <= household.now && $0.kind != .prompt }
        return begun ?? others.first { $0.kind == .prompt } ?? others.first
    }
}
