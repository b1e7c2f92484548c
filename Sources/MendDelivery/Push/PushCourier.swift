import MendCore
import MendExport
import MendPush
import MendText

/// Brings items to phones, one message an item.
struct PushCourier: Sendable {
    let means: PushMeans
    let sender: PushSender
    let household: Household
    let neutral: NeutralTitles
    /// Nil: not known.
    let openTags: OpenTags?
    let catalogue: Catalogue
    let now: Instant
    /// The ids of ruptures that are kept to the caregiver: no phone of the second adult's hears of them.
    let kept: Set<String>

    /// For how long after a notice made sense its buttons still do.
    private static let tokenLife = 24.hours
    /// After refusals that no waiting mends.
    private static let refusalPause = 1.hours

    init(
        means: PushMeans, sender: PushSender, household: Household, plan: Plan, openTags: OpenTags?,
        kept: Set<String>, in catalogue: Catalogue, now: Instant
    ) {
        self.kept = kept
        self.means = means
        self.sender = sender
        self.household = household
        neutral = NeutralTitles(household: household, plan: plan)
        self.openTags = openTags
        self.catalogue = catalogue
        self.now = now
    }

    /// What goes to one phone.
    struct Load: Sendable {
        let device: PushDevice
        let items: [Item]
        /// What is kept from whoever has the phone: it goes nowhere, and is over.
        let kept: [Item]
        /// One for each item; empty where its address is none that is asked.
        let messages: [PushMessage]
        /// What must be remembered before anything goes out.
        let tokens: [NoticeToken]
    }

    /// What became of it.
    struct Result: Sendable {
        let device: PushDevice
        let sent: [Item]
        let failed: [Item]
        let isGone: Bool
        /// Nil: all of it was taken.
        let failure: DeliveryFailure?
    }

    func load(_ all: [Item], for device: PushDevice, isOpen: Bool) -> Load {
        // What is planned ahead is the caregiver's, too.
        let kept = device.login == nil ? [] : all.filter { $0.kind == .checkIn || $0.isAbout(anyOf: self.kept) }
        let items = all.filter { !kept.contains($0) }
        guard let endpoint = PushEndpoint(device.endpoint, among: means.services),
            let keys = PushKeys(publicKey: device.publicKey, secret: device.secret)
        else { return Load(device: device, items: items, kept: kept, messages: [], tokens: []) }
        let notice = PushNotice(
            household: household, neutral: neutral, isOpen: isOpen || household.shared == false, base: device.base,
            openTags: device.login == nil ? openTags?.all : openTags?.shown, catalogue: catalogue)
        var tokens: [NoticeToken] = []
        let messages = items.map { item in
            let ends = item.senseEnds(from: now, in: household.zone)
            let token = token(of: item, on: device, until: ends + Self.tokenLife, &tokens)
            return PushMessage(
                item: item, endpoint: endpoint, keys: keys,
                notice: notice.bytes(of: item, token: token, isShort: false),
                shortNotice: notice.bytes(of: item, token: token, isShort: true), timeToLive: ends - now,
                topic: topic(of: item, for: device), isUrgent: now - item.start < 1.hours,
                contact: Self.contact(device.base))
        }
        return Load(device: device, items: items, kept: kept, messages: messages, tokens: tokens)
    }

    private func token(
        of item: Item, on device: PushDevice, until ends: Instant, _ tokens: inout [NoticeToken]
    ) -> String? {
        // What is kept is closed by no tap: a notice lies where others see it.
        guard item.kind.isRepair, !item.isAbout(anyOf: kept), let key = item.key else { return nil }
        let token = NoticeSecret.text(means.random(NoticeSecret.length))
        tokens.append(
            NoticeToken(hash: NoticeSecret.hash(token), item: key, channel: device.channel, expires: ends))
        return token
    }

    /// Another one for each phone: services cannot tell that two phones hear of the same.
    private func topic(of item: Item, for device: PushDevice) -> String {
        NoticeSecret.topic(NoticeTags(household: household).tag(of: item), for: device.secret)
    }

    /// Whom services may turn to. Apple takes no address that is not out on the internet; a page that is reached by no such
    /// one names nobody.
    static func contact(_ base: String) -> String {
        let host = base.hasPrefix("https://") ? base.dropFirst(8).prefix { $0 != ":" && $0 != "/" } : ""
        return host.contains(".") && host.last?.isLetter == true ? base : "mailto:nobody@example.org"
    }

    /// Sends one after the other, until one is not taken.
    func deliver(_ load: Load) async -> Result {
        guard !load.items.isEmpty else {
            return Result(device: load.device, sent: load.kept, failed: [], isGone: false, failure: nil)
        }
        var sent: [Item] = []
        var answer = PushAnswer.forbidden
        for message in load.messages {
            answer = await sender.send(message, now: now)
            guard case .taken = answer else { break }
            sent.append(message.item)
        }
        let failed = Array(load.items.dropFirst(sent.count))
        return result(answer, load, sent: sent, failed: failed)
    }

    private func result(_ answer: PushAnswer, _ load: Load, sent: [Item], failed: [Item]) -> Result {
        var device = load.device
        device.failures += 1
        var (failure, isGone) = (DeliveryFailure?.none, false)
        switch answer {
        case .taken(let status): (device.answer, device.failures, device.retryAt) = (status, 0, nil)
        case .gone(let status): (device.answer, failure, isGone) = (status, .noPhone, true)
        case .refused(let status):
            (device.answer, device.retryAt) = (status, now + Self.refusalPause)
            failure = .pushRefused(status)
        case .forbidden:
            (device.answer, device.retryAt) = (nil, now + Self.refusalPause)
            failure = .strangePushService
        case .later(let status, let asked):
            let pause = Self.pause(failures: device.failures, asked: asked)
            (device.answer, device.retryAt, failure) = (status, now + pause, .pushLater(seconds: pause))
        case .silent:
            let pause = Self.pause(failures: device.failures, asked: nil)
            (device.answer, device.retryAt, failure) = (0, now + pause, .pushLater(seconds: pause))
        }
        return Result(device: device, sent: sent + load.kept, failed: failed, isGone: isGone, failure: failure)
    }

    /// A minute, then two, four and so on to about an hour, unless the service asks for more; a day at most.
    static func pause(failures: Int, asked: Int?) -> Int {
        min(max(1.minutes << min(max(failures - 1, 0), 6), asked ?? 0), PushDevice.longestWait)
    }

    /// Keeps what services said; of those that are gone nothing is kept.
    func note(_ results: [Result]) throws {
        try means.store.note(results.filter { !$0.isGone }.map(\.device))
        for result in results where result.isGone {
            try means.store.removePushDevice(ofChannel: result.device.channel, endpoint: result.device.endpoint)
        }
    }
}

/// Tags of what is still open.
struct OpenTags: Sendable {
    let all: [String]
    /// Without what is kept from the second adult: their phones hear of these.
    let shown: [String]
}
