import MendCore

/// What is said by and of what goes out by itself: mails, samples, units, and whether a channel still runs.
public enum DeliveryPhrase: Phrase {
    /// The subject of a mail with several items, by the title of the first.
    case digestSubject(String, more: Int)
    /// The last line of a mail.
    case mailFooter(channel: String)
    /// Below an item: which rupture it is about, with whom, and the address to write down how it went.
    case howItWent(rupture: String, with: [String], place: String)
    /// The same with the command that says that it is mended.
    case howItWentTyped(rupture: String, with: [String], command: String)
    /// Below an item that is about no rupture, or does not say so: the address of its page.
    case onThePage(String)
    /// The same where no address is known.
    case onYourMachine
    case sampleTitle
    case sampleText
    /// The description of the service's unit, of its timer's, and of the page's.
    case unit
    case timerUnit
    case pageUnit
    case neverRan(channel: String)
    /// When it ran and delivered; nil: it has delivered nothing.
    case ranLast(channel: String, DatePhrase, deliveredLast: DatePhrase?)
    /// Its beginning is later than now.
    /// - Parameter isAnew: whether it is so far ahead that the next run begins anew; before a nearer one nothing goes out.
    case beginsAhead(channel: String, DatePhrase, isAnew: Bool)
    /// Its last run is later than now.
    case ranAhead
    case hasStopped
    case lastRunFailed(channel: String)
}

/// Why a channel has not taken what was due.
public struct DeliveryFailurePhrase: Phrase {
    let channel: String
    let failure: DeliveryFailure
    let isTest: Bool

    /// - Parameter isTest: whether it was a sample, so that nothing is still due.
    public init(_ failure: DeliveryFailure, of channel: String, isTest: Bool) {
        self.channel = channel
        self.failure = failure
        self.isTest = isTest
    }
}
