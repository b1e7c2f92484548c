import HTTPTypes
import Hummingbird
import MendExport
import Mustache
import NIOCore

/// Turns what a page shows into HTML.
struct PageRenderer: Sendable {
    private let library: MustacheLibrary
    private let random: @Sendable () -> String

    /// - Parameter random: makes a word that no form before has had.
    init(random: @escaping @Sendable () -> String) throws {
        MustacheContentTypes.register(EscapedByBytes(), named: EscapedByBytes.name)
        var library = MustacheLibrary()
        for (name, bytes) in Templates.all {
            try library.register(
                "{{% CONTENT_TYPE:\(EscapedByBytes.name)}}\(String(decoding: bytes, as: UTF8.self))", named: name)
        }
        self.library = library
        self.random = random
    }

    /// A page of somebody who is signed in.
    /// - Parameters:
    ///   - place: the address in the navigation to which the page belongs; empty: none.
    ///   - notice: what is said above the page; nil: nothing.
    func page(
        _ template: String, title: String, place: String, _ view: some Sendable, _ request: AuthenticatedRequest,
        status: HTTPResponse.Status = .ok, notice: String? = nil
    ) -> Response {
        let frame = Frame(
            title: title, signedIn: true, nav: NavLink.all(at: place), csrf: request.csrf, once: random(),
            notice: notice,
            page: view)
        return render(template, frame, status)
    }

    /// A page for anybody.
    func plain(
        _ template: String, title: String, _ view: some Sendable, status: HTTPResponse.Status = .ok,
        notice: String? = nil
    ) -> Response {
        let frame = Frame(
            title: title, signedIn: false, nav: [], csrf: "", once: "", notice: notice, page: view)
        return render(template, frame, status)
    }

    func page(_ error: PageError) -> Response {
        var response = plain("error", title: error.title, ErrorView(text: error.text), status: error.status)
        response.headers.append(contentsOf: error.headers)
        return response
    }

    /// Gives back what was typed, to be sent again with a tap.
    func resend(
        _ form: Form, to path: String, _ request: AuthenticatedRequest, _ status: HTTPResponse.Status, _ text: String
    )
        -> Response
    {
        page(
            "resend", title: "Send it again?", place: "",
            ResendView(held: HeldForm(form, path: path), text: text), request, status: status)
    }

    /// Gives back what was typed before it is known who asks.
    func resend(_ held: HeldForm, csrf: String, status: HTTPResponse.Status, text: String) -> Response {
        let frame = Frame(
            title: "Send it now?", signedIn: true, nav: NavLink.all(at: ""), csrf: csrf, once: random(), notice: nil,
            page: ResendView(held: held, text: text))
        return render("resend", frame, status)
    }

    private func render(_ template: String, _ frame: Frame, _ status: HTTPResponse.Status) -> Response {
        let text = library.render(frame, withTemplate: template) ?? ""
        return Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

/// What stands around every page.
private struct Frame {
    let title: String
    let signedIn: Bool
    let nav: [NavLink]
    let csrf: String
    let once: String
    let notice: String?
    let page: Any
}

struct NavLink {
    let href: String
    let label: String
    let current: Bool

    static func all(at place: String) -> [NavLink] {
        [
            ("/", "Today"), ("/record", "Record"), ("/calm", "Calm"), ("/plan", "Plan"), ("/look-back", "Look back"),
            ("/subscribe", "Subscribe"), ("/settings", "Settings"),
        ].map { NavLink(href: $0.0, label: $0.1, current: $0.0 == place) }
    }
}

/// Escapes by bytes: to Swift, a quote and a combining mark are one character that is no quote.
private struct EscapedByBytes: MustacheContentType {
    static let name = "HTML-BY-BYTES"

    func escapeText(_ text: String) -> String {
        HTMLText.escaped(PlainText(text))
    }
}

extension Response {
    static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }
}
