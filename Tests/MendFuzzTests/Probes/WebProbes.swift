import Foundation
import MendPlatform

@testable import MendCore
@testable import MendExport
@testable import MendServer

/// What a browser or a feed reader sends, and addresses.
enum WebProbes {
    private static let scopes = [nil, nil] + Subscription.Scope.allCases.map(Optional.some)

    static func address(_ text: String) throws(Broken) {
        if let base = BaseURL(text) {
            try require(BaseURL(base.text) == base, "another address")
            try require(URL(string: base.text)?.scheme?.hasPrefix("http") == true, "no address")
        }
        let segment = PercentEncoding.segment(text)
        // Foundation's own decoder drops a byte order mark. A plus sign would be a space to a form; none is left bare.
        try require(isSame(Form(encoded: "a=\(segment)".utf8)?.whole("a"), text), "another segment")
        try require(!segment.utf8.contains(UInt8(ascii: "+")), "a bare plus sign")
        try require(!segment.utf8.contains(UInt8(ascii: "/")), "two segments")
        let scope = scopes[text.utf8.count % scopes.count]
        if let document = ExportDocument(path: text, only: scope), !text.hasPrefix("Mend.") {
            try require(isSame(document.path, text), "another document")
        }
        if let month = Month(text) { try require(Month(month.description) == month, "another month") }
        if let local = PathText.local(text) {
            let url = URL(string: local, relativeTo: URL(string: "http://mend.invalid/"))
            try require(url.map { $0.host() == "mend.invalid" } ?? true, "a path that leads elsewhere")
        }
    }

    static func form(_ bytes: [UInt8]) throws(Broken) {
        guard let form = Form(encoded: bytes) else { return }
        for field in form.fields {
            _ = form[field.name]
            _ = form.all(field.name)
        }
        let encoded = form.fields.map { "\(PercentEncoding.segment($0.name))=\(PercentEncoding.segment($0.value))" }
        guard let again = Form(encoded: Array(encoded.joined(separator: "&").utf8)) else { throw Broken("no form") }
        let isEqual = form.fields.elementsEqual(again.fields) { isSame($0.name, $1.name) && isSame($0.value, $1.value) }
        try require(isEqual, "another form")
    }

    static func header(_ text: String) throws(Broken) {
        if let date = HTTPDate.instant(text) {
            try require(HTTPDate.instant(TimeText.rfc822(date)) == date, "another date")
        }
        _ = EntityTag.matches(text, "\"tag\"")
        try require(EntityTag.matches(text + ", W/\"tag\"", "\"tag\""), "a tag that is not found")
        _ = AcceptEncoding.takesGzip(text)
        let cookie = CookieHeader.value("mend", in: [text])
        try require(cookie.map { !$0.utf8.contains(UInt8(ascii: ";")) } ?? true, "two cookies")
        if let origin = try? ServerOrigin(listen: text, base: nil, isInsecure: true) {
            let again = try? ServerOrigin(listen: text, base: origin.base, isInsecure: true)
            try require(again?.base == origin.base, "another origin")
            try require(origin.isLocal || !origin.accepts(host: "localhost.example"), "a name of somebody else")
        }
        try require(
            origin?.accepts(host: text) == false || own.contains { isSame($0, text.lowercased()) },
            "a host of somebody else")
    }

    private static let origin = try? ServerOrigin(listen: "127.0.0.1:8420", base: nil, isInsecure: false)
    private static let own = ["127.0.0.1:8420", "localhost:8420", "[::1]:8420"]
}
