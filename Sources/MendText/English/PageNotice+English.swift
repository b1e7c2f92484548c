extension PageNotice {
    public var english: String {
        switch self {
        case .recorded: "Written down. That is a first step."
        case .checkedIn: "Noted. Every zone may be here."
        case .noted(.repaired): "Noted, and closed. You came back."
        case .noted(.partial): "Noted. A part is mended; the rest may take its time."
        case .noted(.declined), .noted(.notReady): "Noted. A no today is not a no for good."
        case .noted(.letGo): "Noted, and let go with kindness. You can begin again whenever you like."
        case .noted(.again): "Noted. A fresh start."
        case .added: "Added."
        case .saved: "Saved."
        case .removed: "Gone from the list."
        case .revoked: "Revoked. Its address leads nowhere now."
        case .signedOut: "That device is signed out."
        case .signInToSend: "You have been signed out meanwhile. What you typed is kept: sign in, and send it."
        }
    }
}
