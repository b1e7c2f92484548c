/// What the server has met and its owner should know: `mend doctor` tells.
public enum ServerNote: Hashable, Sendable {
    /// Whether the web server before this one says who asks (`X-Forwarded-For`). Without that all strangers are one to the
    /// limit of wrong passphrases.
    case proxyNames(Bool)
}
