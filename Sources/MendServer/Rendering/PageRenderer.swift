import HTTPTypes
import Hummingbird
import MendCore
import MendExport
import MendPlatform
import MendText
import Mustache
import NIOCore

/// Turns what a page shows into HTML, in the language of the household.
struct PageRenderer: Sendable {
    private let libraries: [Language: MustacheLibrary]
    private let language: PageLanguage
    private let random: @Sendable () -> String

    /// - Parameter random: makes a word that no form before has had.
    /// - Throws: when a template is broken, or names a label that there is not.
    init(language: PageLanguage, random: @escaping @Sendable () -> String) throws {
        MustacheContentTypes.register(EscapedByBytes(), named: EscapedByBytes.name)
        var libraries: [Language: MustacheLibrary] = [:]
        for language in Language.allCases { libraries[language] = try Self.library(Catalogue(language)) }
        self.libraries = libraries
        self.language = language
        self.random = random
    }

    private static func library(_ catalogue: Catalogue) throws -> MustacheLibrary {
        var library = MustacheLibrary()
        for (name, bytes) in Templates.all {
            let template = try LabelledTemplate.text(String(decoding: bytes, as: UTF8.self), catalogue: catalogue)
            try library.register("{{% CONTENT_TYPE:\(EscapedByBytes.name)}}\(template)", named: name)
        }
        for icon in IconSheet.templates(String(decoding: PackageResources.icons_svg, as: UTF8.self)) {
            try library.register(icon.text, named: icon.name)
        }
        return library
    }

    /// What a page says, in its language.
    func text(_ phrase: some Phrase) -> String {
        language.catalogue.text(phrase)
    }

    /// What is wrong with something that was typed; nil for errors that are not about that.
    func problem(_ error: any Error) -> String? {
        FaultText.problem(error, language.catalogue)
    }

    /// The same, with the field that it is about.
    /// - Parameter hours: the field that holds two times.
    func fieldProblem(_ error: any Error, hours: String) -> FieldProblem? {
        FieldProblem(error, hours: hours, language.catalogue)
    }

    /// A page of somebody who is signed in.
    /// - Parameters:
    ///   - place: the address in the navigation to which the page belongs; empty: none.
    ///   - over: a line above the title; nil: none.
    ///   - notice: what is said above the page; nil: nothing.
    func page(
        _ template: String, title: String, over: String? = nil, place: String, _ view: some Sendable,
        _ request: AuthenticatedRequest, status: HTTPResponse.Status = .ok, notice: PageNotice? = nil,
        undo: UndoView? = nil
    ) -> Response {
        signedIn(
            template, title: title, over: over, place: place, view, csrf: request.csrf, status,
            notice: notice.map { NoticeView(text: text($0), undo: undo) }, reader: request.reader)
    }

    private func signedIn(
        _ template: String, title: String, over: String? = nil, place: String, _ view: some Sendable, csrf: String,
        _ status: HTTPResponse.Status, notice: NoticeView? = nil, reader: Reader? = nil
    ) -> Response {
        let catalogue = language.catalogue
        let second = reader?.second
        let frame = Frame(
            language: catalogue.language.rawValue, title: title, over: over, signedIn: true,
            nav: NavLink.all(at: place, isSecond: reader?.isSecond == true, catalogue: catalogue), csrf: csrf,
            once: random(), login: reader?.login ?? "",
            notice: notice,
            whose: second.map { text(PagePhrase.itemIsFor(name: $0.caregiver)) },
            guest: reader?.isSecond == true
                ? second.map { text(PagePhrase.hereAs(name: $0.name, with: $0.caregiver)) } : nil,
            page: view)
        return render(template, frame, status, catalogue.language)
    }

    /// A page for anybody.
    func plain(
        _ template: String, title: PageTitle, _ view: some Sendable, status: HTTPResponse.Status = .ok,
        notice: PageNotice? = nil
    ) -> Response {
        plain(template, title: text(title), view, status, notice: notice.map { text($0) })
    }

    private func plain(
        _ template: String, title: String, _ view: some Sendable, _ status: HTTPResponse.Status, notice: String? = nil
    ) -> Response {
        let language = language.catalogue.language
        let frame = Frame(
            language: language.rawValue, title: title, over: nil, signedIn: false, nav: [], csrf: "", once: "",
            login: "",
            notice: notice.map { NoticeView(text: $0, undo: nil) }, whose: nil, guest: nil, page: view)
        return render(template, frame, status, language)
    }

    func page(_ error: PageError) -> Response {
        var response = plain("error", title: text(error.title), ErrorView(text: text(error.text)), error.status)
        response.headers.append(contentsOf: error.headers)
        return response
    }

    /// What was typed into a form; nil for one that is not kept.
    func held(_ form: Form, path: String) -> HeldForm? {
        HeldForm(form, path: path, catalogue: language.catalogue)
    }

    /// What a sign-in form carried; nil for nothing, or what is not kept.
    func heldForm(carriedBy form: Form) -> HeldForm? {
        form["held-path"].flatMap(PathText.local).flatMap {
            HeldForm(unpacking: form, path: $0, catalogue: language.catalogue)
        }
    }

    /// Gives back what was typed, to be sent again with a tap.
    func resend(
        _ held: HeldForm, _ request: AuthenticatedRequest, _ status: HTTPResponse.Status, _ reason: PageErrorPhrase
    ) -> Response {
        page(
            "resend", title: text(PageTitle.sendAgain), place: "", ResendView(held: held, text: text(reason)), request,
            status: status)
    }

    /// Gives back what was typed before it is known who asks.
    func resend(
        _ held: HeldForm, csrf: String, status: HTTPResponse.Status, _ reason: PageErrorPhrase
    ) -> Response {
        signedIn(
            "resend", title: text(PageTitle.sendNow), place: "", ResendView(held: held, text: text(reason)), csrf: csrf,
            status)
    }

    private func render(
        _ template: String, _ frame: Frame, _ status: HTTPResponse.Status, _ language: Language
    ) -> Response {
        let text = libraries[language]?.render(frame, withTemplate: template) ?? ""
        return Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

/// What stands around every page.
private struct Frame {
    /// As BCP 47 names it.
    let language: String
    let title: String
    let over: String?
    let signedIn: Bool
    let nav: [NavLink]
    let csrf: String
    let once: String
    /// Whose forms these are; see `Reader.login`.
    let login: String
    let notice: NoticeView?
    /// Whose the items of the page are; nil: there is one adult.
    let whose: String?
    /// That it is the second adult who looks; nil: it is the caregiver.
    let guest: String?
    let page: Any
}

/// What is said above a page after something was done.
struct NoticeView: Sendable {
    let text: String
    /// Nil: it is not to be undone from here.
    let undo: UndoView?
}

/// What was just done, which can be undone: a record that can be told more of, too, or something that was taken away.
struct UndoView: Sendable {
    let id: String
    /// The address to which the button leads.
    let action: String
    /// The address of the page on which more is told; nil: there is none.
    let details: String?

    /// Nil without an id.
    init?(_ id: String?, hasDetails: Bool) {
        guard let id else { return nil }
        self.id = id
        action = "/undo"
        details = hasDetails ? "/records/\(PercentEncoding.path(id))" : nil
    }

    /// - Parameter removal: the word by which `RecentRemovals` knows it; nil without one.
    init?(removal: String?) {
        guard let removal else { return nil }
        id = removal
        action = "/put-back"
        details = nil
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
