extension PageErrorPhrase {
    public var english: String {
        switch self {
        case .nothingHere: "Nothing here"
        case .didNotComeThrough: "That did not come through"
        case .isTooLong: "That is too long to send at once"
        case .tookTooLong: "That took too long"
        case .otherAddress: "Another address"
        case .isTheCaregivers: "For the other adult to set"
        case .oneMoment: "One moment"
        case .shortPause: "A short pause"
        case .wentWrong: "Something went wrong inside mend"
        case .noSuchPage:
            "There is no page at this address. It may have been mistyped, or what it showed is no longer there."
        case .methodNotTaken: "This address does not take that kind of request. Nothing was changed."
        case .shorten:
            "Nothing was written down. Go back with your browser: your words should still be there. Shorten them, or send them in parts."
        case .tooSlow:
            "The connection was too slow, and nothing was written down. Go back with your browser and send it again."
        case .notOurForm: "mend takes forms from its own pages only. Nothing was changed."
        case .damagedForm:
            "The form arrived damaged, so nothing was written down. Go back with your browser and send it again."
        case .otherName:
            "mend does not answer under this name. Open it under the address that it printed when it was started."
        case .otherSite: "That form came from another site, so nothing was written down. Open mend and try there."
        case .caregiversSet:
            "The household's settings are changed by whoever began it. Nothing was changed; what you write down stays yours to change."
        case .journalIsBusy:
            "Something else is writing to your journal just now. Nothing is lost: try again in a moment."
        case .tooManyTries(let seconds):
            "There were several tries with another passphrase. Wait \(Self.duration(seconds)) and try again."
        case .notWrittenDown:
            "Nothing was written down. Try again; if it stays, the terminal where mend runs may say more."
        case .oldForm:
            "This page was open for a long time, or you signed in anew since. Nothing was written down yet; what you typed is here."
        case .oldPage:
            "This page was open for a long time, or you signed in anew since. Nothing was changed: open it again, and try once more."
        case .cannotWrite:
            "This machine takes nothing more just now. Nothing was written down yet; what you typed is here. Look at its space and permissions, then send it again."
        case .signedInAgain: "You are signed in again. What you typed is here; nothing was written down yet."
        case .tooManyHeaders:
            "That request has more headers than mend reads. Clear this site's cookies and try again."
        case .damagedRequest: "That request arrived damaged, so nothing was written down. Send it again."
        }
    }

    private static func duration(_ seconds: Int) -> String {
        seconds < 90 ? "\(seconds) seconds" : "\((seconds + 59) / 60) minutes"
    }
}
