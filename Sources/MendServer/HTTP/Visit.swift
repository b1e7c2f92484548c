import Foundation
import HTTPTypes
import Hummingbird
import MendCore

/// A request of somebody who is signed in.
struct Visit: Sendable {
    let request: Request
    let parameters: Parameters
    let query: Form
    let session: WebSession
    /// Goes into every form.
    let csrf: String
    /// Of a POST, checked; of others empty.
    let form: Form

    func parameter(_ name: String) -> String {
        let text = parameters.get(name) ?? ""
        return text.removingPercentEncoding ?? text
    }
}
