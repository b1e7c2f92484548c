import Foundation

/// The Accept-Encoding header (RFC 9110 §12.5.3).
enum AcceptEncoding {
    /// Whether the client takes gzip; the first entry that means it decides.
    static func takesGzip(_ header: String?) -> Bool {
        guard let header else { return false }
        for part in header.lowercased().split(separator: ",") {
            let words = part.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            guard let name = words.first, ["gzip", "x-gzip", "*"].contains(name) else { continue }
            let quality = words.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return quality > 0
        }
        return false
    }
}
