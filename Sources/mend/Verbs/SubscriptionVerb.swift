import ArgumentParser
import MendCore
import MendExport
import MendServer

struct SubscriptionVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subscription", abstract: "Addresses for calendar apps and feed readers.",
        subcommands: [Add.self, List.self, Revoke.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Make an address; it is printed once.",
            discussion: """
                Discreet (neutral titles, no names) unless --open is given. The page of mend serve shows a code for a camera.

                EXAMPLE
                  mend subscription add phone --only repairs --base-url https://mend.example.org
                """)

        @OptionGroup var common: Common
        @Argument(help: "A name for it, such as phone.") var name: String
        @Option(help: "prompts, repairs or reflections; everything unless told.") var only: Subscription.Scope?
        @Flag(help: "With titles, names and words: for your eyes only.") var open = false
        @Option(help: ArgumentHelp("The address under which mend serve is reached.", valueName: "url"))
        var baseURL = "http://127.0.0.1:8420"

        func run() throws {
            let base = try Export.checkedURL(baseURL)
            let journal = try common.journal()
            let now = try common.instant()
            let secret = SubscriptionAddress.secret(RandomBytes.make(SubscriptionAddress.secretBytes))
            try Notebook(journal: journal, plan: common.thePlan(), now: now).add(
                Subscription(
                    name: name, only: only, open: open, secretHash: SubscriptionAddress.hash(ofSecret: secret),
                    created: now))
            let address = SubscriptionAddress(
                base: base, household: try journal.history().household.id, secret: secret)
            for (name, address) in address.all(only: only) { Terminal.say("\(name) \(address)") }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Show all subscriptions.", discussion: "EXAMPLE\n  mend subscription list")

        @OptionGroup var common: Common

        func run() throws {
            let subscriptions = try common.journal().history().subscriptions
            if subscriptions.isEmpty { Terminal.note("None yet: mend subscription add NAME") }
            for subscription in subscriptions {
                let scope = subscription.only?.rawValue ?? "everything"
                let used = subscription.used.map { "last fetched \($0)" } ?? "not fetched yet"
                Terminal.say("\(subscription.name)  \(scope), \(subscription.open ? "open" : "discreet"), \(used)")
            }
        }
    }

    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "revoke",
            abstract: "Take an address back: it leads nowhere from now on.",
            discussion: "EXAMPLE\n  mend subscription revoke phone")

        @OptionGroup var common: Common
        @Argument(help: "Its name.") var name: String

        func run() throws {
            try Notebook(journal: common.journal(), plan: common.thePlan(), now: common.instant())
                .revokeSubscription(named: name)
            Terminal.say("Its address leads nowhere now.")
        }
    }
}

extension Subscription.Scope: Choice {}
