import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import MendCore
import NIOCore

/// The pages, the calendars and the feeds, as one application.
public enum ServerApplication {
    /// - Parameter onRunning: called with the port once the server can be reached.
    /// - Throws: when a template is broken, which is a mistake of ours.
    public static func make(
        _ setup: ServerSetup, onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws -> some ApplicationProtocol {
        let executor = JournalExecutor(
            journal: setup.journal, plan: setup.plan, clock: setup.clock, recorded: setup.recorded)
        let feeds = FeedCache(executor: executor, base: setup.origin.base, answers: setup.answers)
        return try make(setup, executor, feeds, onRunning: onRunning)
    }

    static func make(
        _ setup: ServerSetup, _ executor: JournalExecutor, _ feeds: FeedCache,
        onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws -> some ApplicationProtocol {
        let renderer = try PageRenderer(language: executor.language, random: { setup.token(bytes: 12) })
        let signIn = SignInController(setup: setup, executor: executor, renderer: renderer)
        var routes = Routes(signIn: signIn, origin: setup.origin, renderer: renderer)
        AssetRoutes.add(to: &routes, renderer)
        HealthRoute.add(to: &routes, executor)
        signIn.addRoutes(to: &routes)
        TodayPage(executor: executor, renderer: renderer).addRoutes(to: &routes)
        RecordPage(executor: executor, renderer: renderer).addRoutes(to: &routes)
        RepairPage(executor: executor, renderer: renderer).addRoutes(to: &routes)
        CalmPage(executor: executor, renderer: renderer).addRoutes(to: &routes)
        PlacePage(executor: executor, renderer: renderer).addRoutes(to: &routes)
        AheadPage(executor: executor, renderer: renderer).addRoutes(to: &routes)
        PrintPage(executor: executor, renderer: renderer).addRoutes(to: &routes)
        MorePage(renderer: renderer).addRoutes(to: &routes)
        CorrectionPages(executor: executor, renderer: renderer).addRoutes(to: &routes)
        PlanPage(executor: executor, renderer: renderer).addRoutes(to: &routes)
        LookBackPage(executor: executor, renderer: renderer).addRoutes(to: &routes)
        ItemPage(executor: executor, renderer: renderer).addRoutes(to: &routes)
        let removals = RecentRemovals(setup: setup, executor: executor)
        removals.addRoutes(to: &routes)
        SubscribePage(setup: setup, executor: executor, renderer: renderer, removals: removals).addRoutes(to: &routes)
        SettingsPage(setup: setup, executor: executor, renderer: renderer).addRoutes(to: &routes)
        let household = HouseholdPages(setup: setup, executor: executor, renderer: renderer)
        household.addRoutes(to: &routes)
        ReachPages(setup: setup, executor: executor, renderer: renderer, signIn: signIn, removals: removals)
            .addRoutes(to: &routes)
        AdultsPage(setup: setup, executor: executor, renderer: renderer).addRoutes(to: &routes)
        let people = PeoplePage(executor: executor, renderer: renderer)
        people.addRoutes(to: &routes)
        WelcomePages(household: household, people: people, executor: executor, renderer: renderer)
            .addRoutes(to: &routes)
        if let push = setup.push {
            RingRoutes(push: push, setup: setup, executor: executor).addRoutes(to: &routes)
            NoticePage(push: push, setup: setup, executor: executor, renderer: renderer).addRoutes(to: &routes)
        }
        if let tasks = setup.tasks {
            TaskRoutes(setup: setup, executor: executor, store: tasks).addRoutes(to: &routes)
            TasksPage(setup: setup, executor: executor, renderer: renderer, store: tasks).addRoutes(to: &routes)
        }
        FeedRoutes(cache: feeds, executor: executor).addRoutes(to: &routes)

        let responder = GuardedResponder(
            inner: routes.router.buildResponder(), table: routes.table, origin: setup.origin, renderer: renderer,
            security: SecurityHeaders(isSecure: setup.origin.isSecure))
        let connections = OpenConnections(limits: setup.limits)
        return Application(
            responder: responder,
            server: HTTPServerBuilder { responder in
                HTTPConnection(
                    responder: responder, connections: connections, limits: setup.limits, language: executor.language)
            },
            configuration: ApplicationConfiguration(
                address: .hostname(setup.origin.host, port: setup.origin.port), serverName: nil, backlog: backlog),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? setup.origin.port) },
            logger: setup.logger)
    }

    /// So many connections may wait until they are taken.
    private static let backlog = 1_024
}
