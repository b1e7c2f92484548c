import ArgumentParser
import MendCore
import MendServer
import MendText

struct TasksVerb: ParsableCommand {
    static let configuration = CommandConfiguration(.tasks, subcommands: [Add.self, List.self, Revoke.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(.tasksAdd)

        @OptionGroup var common: Common
        @Argument(help: ArgumentHelp(.taskListName)) var name: String
        @Flag(help: ArgumentHelp(.promptTasks)) var prompts = false
        @Flag(help: ArgumentHelp(.openFeeds)) var open = false
        @Option(help: ArgumentHelp(.serverAddress, valueName: "url"))
        var baseURL = ShownOnce.ownMachine

        func run() throws {
            let base = try Export.checkedURL(baseURL)
            let journal = try common.journal()
            let secret = SubscriptionAddress.secret(RandomBytes.make(SubscriptionAddress.secretBytes))
            let list = TaskList(
                name: name, user: TaskList.user(for: name, besides: try journal.taskLists()),
                secretHash: SubscriptionAddress.hash(ofSecret: secret),
                prompts: prompts, open: open, created: try common.instant())
            try journal.add(list)
            let parts = TaskListAddress(base: base).parts(of: list, secret: secret)
            let lines = parts.map { "\(Speech.text(WayOutPhrase.partOfTaskList($0.name))) \($0.value)" }
            try ShownOnce.print(lines, at: baseURL) { try journal.revokeTaskList(named: name) }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(.tasksList)

        @OptionGroup var common: Common

        func run() throws {
            let lists = try common.journal().taskLists()
            if lists.isEmpty { Terminal.note(WayOutPhrase.noTaskListYet) }
            for list in lists {
                Terminal.say(
                    WayOutPhrase.taskList(
                        list.name, user: list.user, isOpen: list.open, prompts: list.prompts, used: list.used))
            }
        }
    }

    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(.tasksRevoke)

        @OptionGroup var common: Common
        @Argument(help: ArgumentHelp(.itsName)) var name: String

        func run() throws {
            try common.journal().revokeTaskList(named: name)
            Terminal.keep()
            Terminal.say(WayOutPhrase.taskListRevoked)
        }
    }
}
