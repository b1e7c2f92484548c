import MendCore
import MendPlatform
import MendText

/// Somebody with whom something is open, on a page: how things stand with them, and what can be done.
struct PersonCardView: Sendable {
    struct RuptureView: Sendable {
        let id: String
        /// When it was, and what; nil where it is the only one.
        let openSince: String?
        // What the buttons do, for who hears them.
        let words: String
        /// Nil after a frightening moment, which is not closed with a tap.
        let mended: String?
        let went: String
    }

    /// Their id.
    let person: String
    let name: String
    let initial: String
    let tint: String
    /// When something comes next, in a few words; nil: nothing does.
    let next: String?
    /// How things stand, in a few sentences.
    let outlook: String
    /// The newest few.
    let ruptures: [RuptureView]
    /// Where the others are; nil: there are none.
    let olderHref: String?
    /// What "Not now" is about, for who hears it.
    let notNowOf: String

    private static let most = 3

    init(_ outlook: PersonOutlook, _ household: CurrentHousehold) {
        let face = FaceView(outlook.person, among: household.history.people)
        (person, name, initial, tint) = (face.value, face.label, face.initial, face.tint)
        let text = PersonOutlookText(dates: household.dateContext, on: .page, in: household.catalogue)
        next = text.next(outlook.outlook, with: name).map { household.text($0) }
        self.outlook = text.sentences(outlook)
        let isOne = outlook.open.count == 1
        ruptures = outlook.open.prefix(Self.most).map { Self.view($0, isOne: isOne, household) }
        olderHref = outlook.open.count > Self.most ? "/look-back?with=\(PercentEncoding.path(person))" : nil
        notNowOf = household.text(PagePhrase.notNow(with: name))
    }

    private static func view(_ rupture: Rupture, isOne: Bool, _ household: CurrentHousehold) -> RuptureView {
        let kind = household.text(NamePhrase.crack(rupture.kind))
        let moment = household.dates.moment(rupture.at)
        func label(_ button: PageLabel) -> String {
            household.text(PagePhrase.about(button: household.text(button), kind: kind, moment: moment))
        }
        return RuptureView(
            id: rupture.id,
            openSince: isOne ? nil : household.text(PagePhrase.openSince(moment: moment, kind: kind)),
            words: label(.todayWords), mended: rupture.kind.isFrightening ? nil : label(.todayMended),
            went: label(.howDidItGo))
    }
}
