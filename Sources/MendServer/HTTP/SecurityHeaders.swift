import HTTPTypes

/// The headers that keep a page to itself. Those that a response has already stay.
struct SecurityHeaders: Sendable {
    /// Whether browsers are to come by https only.
    let isSecure: Bool

    func add(to headers: inout HTTPFields) {
        func add(_ name: HTTPField.Name, _ value: String) {
            if headers[name] == nil { headers[name] = value }
        }
        add(.contentSecurityPolicy, Self.policy)
        add(.xContentTypeOptions, "nosniff")
        add(.frameOptions, "DENY")
        // Not `no-referrer`: browsers would then send forms without their origin.
        add(.referrerPolicy, "same-origin")
        add(.permissionsPolicy, "camera=(), geolocation=(), microphone=(), interest-cohort=()")
        add(.openerPolicy, "same-origin")
        add(.resourcePolicy, "same-origin")
        add(.robotsTag, "noindex, nofollow")
        add(.cacheControl, "no-store")
        if isSecure { add(.strictTransportSecurity, "max-age=31536000") }
    }

    private static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        + "worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'"
}
