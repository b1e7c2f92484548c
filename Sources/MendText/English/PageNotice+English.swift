extension PageNotice {
    public var english: String {
        switch self {
        case .recorded: "Written down. That is a first step."
        case .checkedIn: "Noted. Every zone may be here."
        case .noted(let outcome): DailyPhrase.attempted(outcome).english
        case .added: "Added."
        case .saved: "Saved."
        case .rings: "This phone rings from now on. The channel can be taken away here at any time."
        case .noticeIsOver: "That is taken care of already."
        case .begun: "That is all mend needs. Welcome."
        case .undone: "Taken back."
        case .putBack: "It is back, as it was."
        case .tooLateToPutBack: "That was a while ago, so it can't be put back from here. You can add it anew."
        case .paused: "Paused. It goes on by itself afterwards."
        case .resumed: "The pause is over."
        case .personEnded: "Nothing more comes with them. What you wrote down stays."
        case .personBegun: "Reminders and prompts with them may come again."
        case .offerTaken: "A short check-in comes ahead of those hours from now on."
        case .offerDeclined:
            "Fine. It won't be offered again. If you change your mind, it waits under Ahead of the red."
        case .checkInEnded: "It has ended. What has come stays in the calendar."
        case .offerIsBack: "It's back."
        case .removed: "Gone from the list."
        case .revoked: "Revoked. Its address leads nowhere now."
        case .signedOut: "That device is signed out."
        case .loginEnded:
            "It has ended. What was written stays, and so do addresses and phones that they added: take those away on Subscribe and in Settings, Channels."
        case .signInAgain: "You have been signed out meanwhile, and nothing was changed. Sign in, and do it again."
        case .planHasAFault:
            "Your own plan has a fault just now, so the last one that was good goes on. This names the fault: mend plan check"
        case .signInToSend: "You have been signed out meanwhile. What you typed is kept: sign in, and send it."
        }
    }
}
