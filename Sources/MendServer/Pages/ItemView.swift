import MendCore
import MendExport
import MendPlatform
import MendText

/// An entry of the agenda on a page.
struct ItemView: Sendable {
    let href: String
    let time: String
    let title: String
    let minutes: Int
    let kind: String
    let html: String
    let isGrave: Bool
    let hasBegun: Bool

    init(_ item: Item, _ household: CurrentHousehold) {
        let text = AgendaText(zone: household.zone)
        href = "/i/\(PercentEncoding.path(item.id))"
        time = text.clock(item.start)
        title = item.title
        minutes = item.minutes
        kind = PageText.name(of: item.kind)
        html = PageText.html(item.text)
        isGrave = item.isGrave
        hasBegun = item.start <= household.now
    }
}

/// A rupture that is not mended yet, on a page.
struct OpenRuptureView: Sendable {
    let id: String
    let name: String
    let when: String
    let outlook: String?
    let isGrave: Bool

    init(_ rupture: Rupture, _ household: CurrentHousehold, _ builder: AgendaBuilder) {
        id = rupture.id
        name = household.history.person(rupture.with)?.name ?? rupture.with
        when = AgendaText(zone: household.zone).moment(rupture.at)
        outlook = PageText.line(builder.outlook(ofRupture: rupture.id), household.zone)
        isGrave = rupture.kind == .toxic
    }
}
