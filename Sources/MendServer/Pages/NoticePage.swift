import HTTPTypes
import Hummingbird
import MendCore
import MendExport
import MendPush
import MendText

/// Where a notice's buttons lead: they work from the lock screen, by a token that is good for one item, once. To open the
/// address writes nothing down; it shows the same buttons, and no word of the household.
struct NoticePage: Sendable {
    let push: PushSetup
    let setup: ServerSetup
    let executor: JournalExecutor
    let renderer: PageRenderer

    struct View: Sendable {
        /// Nil: it is good for nothing any more.
        let token: String?
        let said: String?
    }

    func addRoutes(to routes: inout Routes) {
        routes.open(.get, "/notice/:token") { _, context in
            let token = context.parameters.get("token") ?? ""
            let isGood = try await executor.run { try self.token(token) != nil }
            return isGood ? page(token: token) : over
        }
        routes.open(.post, "/notice/:token") { request, context in
            let form = try await FormReader.form(from: request, origin: setup.origin)
            guard let outcome = Self.outcome(form["do"]) else { throw PageError.brokenForm }
            let token = context.parameters.get("token") ?? ""
            guard let attempts = try await executor.run({ try answer(token, outcome) }) else { return over }
            // Nothing was open any more: that is as good.
            let said: PageNotice = attempts.isEmpty ? .noticeIsOver : .noted(outcome)
            return renderer.plain("notice", title: .notice, View(token: nil, said: renderer.text(said)))
        }
    }

    private func page(token: String) -> Response {
        renderer.plain("notice", title: .notice, View(token: token, said: nil))
    }

    private var over: Response {
        renderer.plain(
            "notice", title: .notice, View(token: nil, said: renderer.text(PageNotice.noticeIsOver)), status: .gone)
    }

    private static func outcome(_ word: String?) -> Attempt.Outcome? {
        switch word {
        case "mended": .repaired
        case "not-now": .notReady
        default: nil
        }
    }

    /// Nil for one that is unknown, was used, or is too old.
    private func token(_ text: String) throws -> NoticeToken? {
        guard text.utf8.count <= 64, let token = try push.store.noticeToken(hash: NoticeSecret.hash(text)),
            token.expires > setup.clock()
        else { return nil }
        return token
    }

    /// Whose phone it is; nil: the caregiver's.
    private func writer(on channel: String) throws -> String? {
        let login = try push.store.pushDevices().first { $0.channel == channel }?.login
        guard let login, let second = try setup.signIns.joinedAdult(), second.id == login else { return nil }
        return second.name
    }

    /// - Returns: what was written down; nil for a token that is good for nothing.
    private func answer(_ text: String, _ outcome: Attempt.Outcome) throws -> [Attempt]? {
        guard let known = try token(text), let token = try push.store.spendNoticeToken(hash: known.hash) else {
            return nil
        }
        do {
            return try executor.notebook(of: writer(on: token.channel)).answer(token.item, outcome)
        } catch {
            // It was not written down, so the button still works.
            try? push.store.put([token], forgettingBefore: setup.clock())
            throw error
        }
    }
}
