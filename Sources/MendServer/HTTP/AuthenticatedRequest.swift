import Hummingbird
import MendCore
import MendPlatform

/// A request of somebody who is signed in.
struct AuthenticatedRequest: Sendable {
    let parameters: Parameters
    let query: Form
    let session: WebSession
    /// A word that stands in every form of the session's pages, and in no other.
    let csrf: String
    /// Checked; empty for anything but a POST.
    let form: Form

    /// A part of the path, decoded.
    func parameter(_ name: String) -> String {
        let text = parameters.get(name) ?? ""
        return PercentEncoding.decoded(text.utf8).flatMap { String(validating: $0, as: UTF8.self) } ?? text
    }
}
