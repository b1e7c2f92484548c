import MendCore
import MendExport
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

    init(_ item: Item, _ journal: OpenJournal) {
        let text = AgendaText(zone: journal.zone)
        href = "/i/\(PathText.escaped(item.id))"
        time = text.clock(item.start)
        title = item.title
        minutes = item.minutes
        kind = PageWords.name(of: item.kind)
        html = PageWords.html(item.text)
        isGrave = item.isGrave
        hasBegun = item.start <= journal.now
    }
}

/// Something that is not mended yet.
struct OpenRuptureView: Sendable {
    let id: String
    let name: String
    let when: String
    let outlook: String?
    let isGrave: Bool

    init(_ rupture: Rupture, _ journal: OpenJournal, _ builder: AgendaBuilder) {
        id = rupture.id
        name = journal.history.person(rupture.with)?.name ?? rupture.with
        when = AgendaText(zone: journal.zone).moment(rupture.at)
        outlook = PageWords.line(builder.outlook(ofRupture: rupture.id), journal.zone)
        isGrave = rupture.kind == .toxic
    }
}
