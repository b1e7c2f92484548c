import HTTPTypes
import Hummingbird

/// The cookies: one that signs in, one that ties the sign-in form to the browser that asked for it, and one that stays with a
/// device that was signed in.
struct SignInCookie: Sendable {
    let isSecure: Bool

    /// Behind https the name's prefix makes browsers refuse it from anywhere else.
    private var name: String { isSecure ? "__Host-mend" : "mend" }
    private var formName: String { isSecure ? "__Host-mend-form" : "mend-form" }
    private var deviceName: String { isSecure ? "__Host-mend-device" : "mend-device" }

    func token(in request: Request) -> String? { value(name, in: request) }

    func formToken(in request: Request) -> String? { value(formName, in: request) }

    func device(in request: Request) -> String? { value(deviceName, in: request) }

    func setting(_ token: String) -> String {
        cookie(name, token, "SameSite=Lax; Max-Age=\(Sessions.idle * 6)")
    }

    func clearing() -> String {
        cookie(name, "", "SameSite=Lax; Max-Age=0")
    }

    func settingForm(_ token: String) -> String {
        cookie(formName, token, "SameSite=Lax; Max-Age=86400")
    }

    func settingDevice(_ word: String) -> String {
        cookie(deviceName, word, "SameSite=Lax; Max-Age=31536000")
    }

    private func cookie(_ name: String, _ value: String, _ rest: String) -> String {
        "\(name)=\(value); Path=/; HttpOnly; \(rest)\(isSecure ? "; Secure" : "")"
    }

    private func value(_ name: String, in request: Request) -> String? {
        CookieHeader.value(name, in: request.headers[values: .cookie])
    }
}
