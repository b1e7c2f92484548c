import MendCore
import MendExport
import MendPlatform
import MendText

/// An entry of the agenda on a page.
struct ItemView: Sendable {
    let href: String
    let time: String
    /// Whether a household's times are as long as `12:30 PM`, for the column in which they stand.
    let hasLongTime: Bool
    let title: String
    let length: String
    let kind: String
    let html: String
    let isGrave: Bool
    let hasBegun: Bool
    /// Of a check-in: the zones, each of which answers it with one tap; nil of all others.
    let checkIn: CheckInView?
    // Of the person it is with; nil for the caregiver alone.
    let initial: String?
    let tint: String?

    struct CheckInView: Sendable {
        let with: String?
        let zones: [OptionView]
    }

    init(_ item: Item, _ household: CurrentHousehold) {
        href = "/i/\(PercentEncoding.path(item.id))"
        time = household.dates.clock(item.start)
        hasLongTime = time.count > "17:40".count
        title = item.title
        length = household.text(PagePhrase.minutes(item.minutes))
        kind = household.text(ChoicePhrase.item(item.kind))
        html = PageText.html(item.text)
        isGrave = item.isGrave
        hasBegun = item.start <= household.now
        checkIn =
            item.kind == .checkIn
            ? CheckInView(with: item.person, zones: OptionView.zones(chosen: nil, household.catalogue)) : nil
        let face = item.person.flatMap(household.history.person).map { FaceView($0, among: household.history.people) }
        initial = face?.initial
        tint = face?.tint
    }
}
