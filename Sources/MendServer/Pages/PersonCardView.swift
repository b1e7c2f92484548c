import MendCore
import MendText

/// Somebody with whom something is open, on a page: how things stand with them, and what can be done.
struct PersonCardView: Sendable {
    struct RuptureView: Sendable {
        let id: String
        /// When it was, and what; nil where it is the only one.
        let openSince: String?
        // What the buttons do, for who hears them.
        let words: String
        let mended: String
    }

    let name: String
    /// How things stand, in a few sentences.
    let outlook: String
    let ruptures: [RuptureView]

    init(_ outlook: PersonOutlook, _ household: CurrentHousehold) {
        name = outlook.person.name
        self.outlook = PersonOutlookText(dates: household.dateContext, on: .page, in: household.catalogue)
            .sentences(outlook)
        let isOne = outlook.open.count == 1
        ruptures = outlook.open.map { rupture in
            let kind = household.text(NamePhrase.crack(rupture.kind))
            let moment = household.dates.moment(rupture.at)
            func label(_ button: PageLabel) -> String {
                household.text(PagePhrase.about(button: household.text(button), kind: kind, moment: moment))
            }
            return RuptureView(
                id: rupture.id,
                openSince: isOne ? nil : household.text(PagePhrase.openSince(moment: moment, kind: kind)),
                words: label(.todayWords), mended: label(.todayMended))
        }
    }
}
