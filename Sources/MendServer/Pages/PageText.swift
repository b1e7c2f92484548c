import MendCore
import MendExport
import MendText

/// Texts that several pages share.
enum PageText {
    /// What a page says after something was done.
    /// - Parameter word: from the address; nil for none and for unknown ones.
    static func notice(_ word: String?) -> PageNotice? {
        switch word {
        case "recorded": .recorded
        case "removed": .removed
        case "saved": .saved
        case "added": .added
        case "begun": .begun
        case "undone": .undone
        case "put-back": .putBack
        case "too-late": .tooLateToPutBack
        case "ended": .signedOut
        case "login-ended": .loginEnded
        case "rings": .rings
        case "paused": .paused
        case "resumed": .resumed
        case "person-ended": .personEnded
        case "person-begun": .personBegun
        case "revoked": .revoked
        case "checked-in": .checkedIn
        case "offer-taken": .offerTaken
        case "offer-declined": .offerDeclined
        case "check-in-ended": .checkInEnded
        case "brought-back": .offerIsBack
        default: word.flatMap(Attempt.Outcome.init(rawValue:)).map { .noted($0) }
        }
    }

    static func html(_ text: String) -> String {
        HTMLText.rendering(of: PlainText(text))
    }

    /// How a rupture stands, in a line; nil for one that is closed.
    static func line(_ outlook: Outlook, _ household: CurrentHousehold) -> String? {
        switch outlook {
        case .next(let item):
            household.text(
                PagePhrase.next(
                    moment: household.dates.moment(item.start), kind: household.text(ChoicePhrase.item(item.kind))))
        case .atRest: household.text(PagePhrase.atRest)
        case .onHold, .noPlace:
            OutlookText(dates: household.dateContext, on: .page, in: household.catalogue).line(outlook)
        case .closed: nil
        }
    }
}
