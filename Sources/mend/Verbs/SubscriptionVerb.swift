import ArgumentParser
import MendCore
import MendExport
import MendServer
import MendText

struct SubscriptionVerb: ParsableCommand {
    static let configuration = CommandConfiguration(.subscription, subcommands: [Add.self, List.self, Revoke.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(.subscriptionAdd)

        @OptionGroup var common: Common
        @Argument(help: ArgumentHelp(.subscriptionName)) var name: String
        @Option(help: ArgumentHelp(.scope)) var only: Subscription.Scope?
        @Flag(help: ArgumentHelp(.openFeeds)) var open = false
        @Option(help: ArgumentHelp(.serverAddress, valueName: "url"))
        var baseURL = ShownOnce.ownMachine

        func run() throws {
            let base = try Export.checkedURL(baseURL)
            let journal = try common.journal()
            let now = try common.instant()
            let secret = SubscriptionAddress.secret(RandomBytes.make(SubscriptionAddress.secretBytes))
            let notebook = Notebook(journal: journal, plan: try common.thePlan(), now: now)
            try notebook.add(
                Subscription(
                    name: name, only: only, open: open, secretHash: SubscriptionAddress.hash(ofSecret: secret),
                    created: now))
            let address = SubscriptionAddress(
                base: base, household: try journal.household().id, secret: secret)
            let lines = address.all(only: only).map { "\(Speech.text(WayOutPhrase.addressOf($0))) \($1)" }
            try ShownOnce.print(lines, at: baseURL) { _ = try notebook.revokeSubscription(named: name) }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(.subscriptionList)

        @OptionGroup var common: Common

        func run() throws {
            let subscriptions = try common.journal().history(of: [.subscription]).subscriptions
            if subscriptions.isEmpty { Terminal.note(WayOutPhrase.noSubscriptionYet) }
            for subscription in subscriptions {
                Terminal.say(
                    WayOutPhrase.subscription(
                        subscription.name, .scope(subscription.only), isOpen: subscription.open,
                        used: subscription.used))
            }
        }
    }

    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(.subscriptionRevoke)

        @OptionGroup var common: Common
        @Argument(help: ArgumentHelp(.itsName)) var name: String

        func run() throws {
            try Notebook(journal: common.journal(), plan: common.thePlan(), now: common.instant())
                .revokeSubscription(named: name)
            Terminal.keep()
            Terminal.say(WayOutPhrase.subscriptionRevoked)
        }
    }
}

extension Subscription.Scope: Choice {}
