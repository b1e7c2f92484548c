import Hummingbird
import MendCore
import MendExport

/// Calendars and feeds at the addresses of subscriptions. Who has an address may read what is behind it; nothing else.
struct FeedRoutes: Sendable {
    let renderings: Renderings
    let polls: KnownAnswers
    let desk: Desk
    let safe: SafeHeaders

    func addRoutes(to routes: inout Routes) {
        routes.open(.get, "/h/:household/:secret/**") { request, context in
            guard let household = context.parameters.get("household"), let secret = context.parameters.get("secret"),
                let (subscription, zone) = try await renderings.subscription(household: household, secret: secret)
            else { throw PageError.notFound }
            let path = context.parameters.getCatchAll().joined(separator: "/")
            // The router takes two slashes for one.
            guard request.uri.path == "/h/\(household)/\(secret)/\(path)",
                let document = ExportDocument(path: path, only: subscription.only),
                let rendering = try await renderings.rendering(of: document, for: subscription, secret: secret)
            else { throw PageError.notFound }
            let answer = FeedAnswer(rendering, document, safe)
            if subscription.used == zone.day(of: desk.setup.clock()) {
                polls.keep(answer, for: request.head, while: rendering.validity)
            } else {
                await noteUse(of: subscription, zone)
            }
            return answer.response(to: request.headers)
        }
    }

    /// A day is enough to see what is still in use; whether it can be noted is no matter for the reader.
    private func noteUse(of subscription: Subscription, _ zone: Zone) async {
        let today = zone.day(of: desk.setup.clock())
        guard subscription.used.map({ $0 < today }) ?? true else { return }
        let (name, hash) = (subscription.name, subscription.secretHash)
        try? await desk.write { try $0.noteUse(ofSubscription: name, secretHash: hash) }
    }
}
