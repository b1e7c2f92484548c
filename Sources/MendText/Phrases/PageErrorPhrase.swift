/// Why a request cannot be answered as asked: a heading, and what a person can do.
public enum PageErrorPhrase: Phrase {
    // Headings
    case nothingHere, didNotComeThrough, isTooLong, tookTooLong, otherAddress, isTheCaregivers, oneMoment
    case shortPause, wentWrong

    // Texts
    /// What the second adult does not change.
    case caregiversSet
    case noSuchPage, methodNotTaken, shorten, tooSlow, notOurForm, damagedForm, otherName, otherSite, journalIsBusy
    /// - Parameter seconds: until the next try.
    case tooManyTries(seconds: Int)
    case notWrittenDown
    /// The form was made before somebody signed in anew.
    case oldForm
    /// The same of a form that is not given back.
    case oldPage
    case cannotWrite
    case signedInAgain
    /// To a client whose headers are too long, without a page around it.
    case tooManyHeaders
    /// To a client that sends what is no proper request, without a page around it.
    case damagedRequest
}
