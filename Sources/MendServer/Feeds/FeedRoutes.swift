import Hummingbird
import MendCore
import MendExport

/// Calendars and feeds at the addresses of subscriptions. Whoever has an address may read what is behind it; nothing else.
struct FeedRoutes: Sendable {
    let cache: FeedCache
    let executor: JournalExecutor

    func addRoutes(to routes: inout Routes) {
        routes.open(.get, "/h/:household/:secret/**") { request, context in
            let (household, secret) = try (
                context.parameters.require("household"), context.parameters.require("secret")
            )
            let path = context.parameters.getCatchAll().joined(separator: "/")
            let snapshot = try await cache.snapshot()
            // The router takes two slashes for one.
            guard request.uri.path == "/h/\(household)/\(secret)/\(path)",
                let subscription = snapshot.subscription(household: household, secret: secret),
                let document = ExportDocument(path: path, only: subscription.only),
                let rendered = try await cache.document(document, of: subscription, secret: secret, in: snapshot)
            else { throw PageError.notFound }
            if subscription.used.map({ $0 < snapshot.today }) ?? true { await noteUse(of: subscription) }
            return rendered.response(to: request.headers)
        }
    }

    /// Notes the day, which is enough to see what is still in use. The reader gets an answer in any case.
    private func noteUse(of subscription: Subscription) async {
        let (name, hash) = (subscription.name, subscription.secretHash)
        try? await executor.run { [executor] in
            try executor.notebook().noteUse(ofSubscription: name, secretHash: hash)
        }
    }
}
