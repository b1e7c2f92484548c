import MendCore

/// What a page says after something was done.
public enum PageNotice: Phrase {
    case recorded, checkedIn
    case noted(Attempt.Outcome)
    case added, saved, removed
    /// Of a phone.
    case rings
    /// What a notice asked about is not open any more, or its buttons have been used.
    case noticeIsOver
    /// The three steps are done.
    case begun
    /// A record was taken back.
    case undone
    /// What was taken away is there again, or cannot be put back any more.
    case putBack, tooLateToPutBack
    case paused, resumed
    /// Of what comes with a person.
    case personEnded, personBegun
    /// Of a check-in ahead of hard hours.
    case offerTaken, offerDeclined, checkInEnded, offerIsBack
    /// Of an address.
    case revoked
    /// Of a device.
    case signedOut
    /// Of the second adult.
    case loginEnded
    /// What was typed waits until somebody has signed in.
    case signInToSend
    /// What was pressed is not kept until then.
    case signInAgain
    /// The household's own plan cannot be read as it is now.
    case planHasAFault
}
