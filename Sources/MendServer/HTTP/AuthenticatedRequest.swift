import Hummingbird
import MendCore
import MendPlatform

/// Somebody who is signed in.
struct SignedIn: Sendable {
    let session: WebSession
    let reader: Reader
    /// A word that stands in every form of the session's pages, and in no other.
    let csrf: String
}

/// A request of somebody who is signed in.
struct AuthenticatedRequest: Sendable {
    let parameters: Parameters
    let query: Form
    let signedIn: SignedIn
    /// Checked; empty for anything but a POST.
    let form: Form

    var session: WebSession { signedIn.session }
    var reader: Reader { signedIn.reader }
    var csrf: String { signedIn.csrf }

    /// A part of the path, decoded.
    func parameter(_ name: String) -> String {
        let text = parameters.get(name) ?? ""
        return PercentEncoding.decoded(text.utf8).flatMap { String(validating: $0, as: UTF8.self) } ?? text
    }
}
