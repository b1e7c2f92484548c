import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import MendCore
import MendExport
import MendPlatform
import MendText
import NIOCore

/// The page "Print", and the cards for the wall that it leads to.
struct PrintPage: Sendable {
    let executor: JournalExecutor
    let renderer: PageRenderer

    struct View: Sendable {
        let about: String
        let people: [FaceView]
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/print", for: .both) { request in
            let people = try await executor.read { FaceView.all($0.history.people, chosen: nil) }
            return renderer.page(
                "print", title: renderer.text(CardPhrase.title), place: "/print",
                View(about: renderer.text(CardPhrase.howToPrint), people: people), request)
        }
        routes.get("/print/cards", for: .both) { request in
            let with = request.query["with"]
            let bytes = try await executor.read { household in
                let person = try with.map { id in
                    guard let person = household.history.person(id) else { throw PageError.notFound }
                    return person
                }
                return CardsDocument(
                    history: household.history, plan: household.plan, only: person, today: household.today,
                    in: household.catalogue
                ).bytes(backTo: "/print")
            }
            return Response(
                status: .ok, headers: [.contentType: "text/html; charset=utf-8", .contentSecurityPolicy: Self.policy],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        }
    }

    /// The cards are one file with its style sheet in it, so that they can be kept; no other style or script is taken.
    private static let policy: String = {
        let hash = SHA256.hash(data: Array(CardStyle.text.utf8))
        let digest = Data(hash).base64EncodedString()
        return
            "default-src 'none'; style-src 'sha256-\(digest)'; script-src \(CardsDocument.scriptSource); base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'"
    }()
}
