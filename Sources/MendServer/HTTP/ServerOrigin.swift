import MendExport

/// Where the server listens, and under which address browsers and calendar programs reach it.
public struct ServerOrigin: Sendable {
    /// The name or number to listen at, without brackets.
    public let host: String
    /// The port to listen at; 0: any that is free.
    public let port: Int
    /// The address from outside, without a path.
    public let base: BaseURL
    private let isInsecure: Bool
    /// The host and port of `base`, in lower case.
    private let authority: String

    /// What is wrong with the addresses that were given; `CommandFaultPhrase` in MendText has the words.
    public enum Fault: Error, Equatable {
        /// Not a host and a port.
        case listen
        /// The address from outside has a path.
        case path
        /// Other machines could reach it over plain http, and nobody has said that this is wanted.
        case exposed
    }

    /// - Parameters:
    ///   - listen: `127.0.0.1:8420`, `[::1]:8420`, `localhost:8420`, `0.0.0.0:8420`.
    ///   - base: the address from outside; nil: made of the host and the port.
    ///   - isInsecure: whether plain http may leave this machine.
    ///   - machine: the machine's own name, under which it is reached when it listens everywhere.
    public init(listen: String, base: BaseURL?, isInsecure: Bool, machine: String? = nil) throws(Fault) {
        guard let colon = listen.lastIndex(of: ":"), let port = Self.number(listen[listen.index(after: colon)...]),
            (0...65_535).contains(port)
        else { throw .listen }
        var host = String(listen[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        guard !host.isEmpty, host.utf8.allSatisfy(Self.isHostByte) else { throw .listen }
        self.host = host
        self.port = port
        self.isInsecure = isInsecure
        var shown = host.contains(":") ? "[\(host)]" : host
        if ["0.0.0.0", "::"].contains(host), let machine { shown = machine }
        guard let base = base ?? BaseURL("http://\(shown):\(port)") else { throw .listen }
        authority = base.text.drop { $0 != "/" }.drop { $0 == "/" }.lowercased()
        if authority.contains("/") { throw .path }
        self.base = base
        if !Self.isLoopback(host), !isInsecure, !base.text.hasPrefix("https://") { throw .exposed }
    }

    /// Whether browsers come by https, so that cookies can be for https only.
    public var isSecure: Bool { base.text.hasPrefix("https://") }

    /// Whether only this machine can reach it.
    var isLocal: Bool {
        Self.isLoopback(Self.split(authority).name)
    }

    /// Whether a request's Host header means this server: another name may belong to a page that tries to reach it through
    /// the browser of somebody who is signed in.
    func accepts(host header: String?) -> Bool {
        guard let header = header?.lowercased(), header.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            return false
        }
        if header == authority || header == "\(authority):\(isSecure ? 443 : 80)" { return true }
        let (name, port) = Self.split(header)
        guard port == self.port || self.port == 0 else { return false }
        if ["localhost", "127.0.0.1", "::1"].contains(name) { return Self.isLoopback(host) || isInsecure }
        // In a trusted network people type the machine's number; a name could be anybody's.
        return isInsecure && Self.isNumber(name)
    }

    /// Whether a request was made to the address from outside, and not to this machine itself: a web server passed it on.
    func isOutside(host header: String?) -> Bool {
        guard !isLocal, let header = header?.lowercased() else { return false }
        return header == authority || header == "\(authority):\(isSecure ? 443 : 80)"
    }

    /// Whether a form comes from one of this server's own pages.
    func accepts(origin header: String, host: String?) -> Bool {
        guard let host else { return false }
        let lowered = header.lowercased()
        return lowered == base.text.lowercased() || lowered == "http://\(host.lowercased())"
            || lowered == "https://\(host.lowercased())"
    }

    /// The part of an address up to its path: `https://mend.example.org`.
    static func origin(ofReferrer address: String) -> String {
        let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        return parts.prefix(3).joined(separator: "/")
    }

    private static func split(_ header: String) -> (name: String, port: Int?) {
        if header.hasPrefix("["), let end = header.firstIndex(of: "]") {
            let name = header[..<end].dropFirst()
            let rest = header[end...].dropFirst()
            guard name.contains(":"), rest.isEmpty || rest.hasPrefix(":") else { return ("", nil) }
            return (String(name), rest.isEmpty ? 80 : number(rest.dropFirst()))
        }
        let parts = header.split(separator: ":", omittingEmptySubsequences: false)
        return (String(parts.first ?? ""), parts.count == 1 ? 80 : parts.count == 2 ? number(parts[1]) : nil)
    }

    /// A number as it is written: without a sign or zeros before it.
    private static func number(_ text: Substring) -> Int? {
        Int(text).flatMap { String($0) == text ? $0 : nil }
    }

    static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || (host.hasPrefix("127.") && isNumber(host))
    }

    private static func isNumber(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        let isFour = parts.count == 4 && parts.allSatisfy { number($0).map((0...255).contains) == true }
        return isFour || (name.contains(":") && name.utf8.allSatisfy { "0123456789abcdef:.".utf8.contains($0) })
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || ".-:".utf8.contains(byte)
    }
}
