import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import MendCore
import NIOCore

/// The page, the calendars and the feeds, as one application.
public enum ServerApplication {
    /// - Parameter onRunning: called with the port once it can be reached.
    public static func make(
        _ setup: ServerSetup, onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws -> some ApplicationProtocol {
        let look = try Look(random: { setup.token(bytes: 12) })
        let desk = Desk(setup: setup)
        let doorkeeper = Doorkeeper(desk: desk, look: look)
        var routes = Routes(doorkeeper: doorkeeper, origin: setup.origin, look: look)
        AssetRoutes.add(to: &routes)
        doorkeeper.addRoutes(to: &routes)
        TodayPage(desk: desk, look: look).addRoutes(to: &routes)
        RecordPage(desk: desk, look: look).addRoutes(to: &routes)
        RepairPage(desk: desk, look: look).addRoutes(to: &routes)
        CalmPage(desk: desk, look: look).addRoutes(to: &routes)
        PlanPage(desk: desk, look: look).addRoutes(to: &routes)
        LookBackPage(desk: desk, look: look).addRoutes(to: &routes)
        ItemPage(desk: desk, look: look).addRoutes(to: &routes)
        SubscribePage(desk: desk, look: look).addRoutes(to: &routes)
        SettingsPage(desk: desk, look: look, doorkeeper: doorkeeper).addRoutes(to: &routes)
        SettingsPeople(desk: desk, look: look).addRoutes(to: &routes)
        let safe = SafeHeaders(isSecure: setup.origin.isSecure)
        let polls = KnownAnswers(setup)
        FeedRoutes(renderings: Renderings(desk: desk), polls: polls, desk: desk, safe: safe).addRoutes(to: &routes)

        let door = FrontDoor(
            inner: routes.router.buildResponder(), table: routes.table, origin: setup.origin, look: look,
            safe: safe)
        var configuration = ApplicationConfiguration(
            address: .hostname(setup.origin.host, port: setup.origin.port), serverName: nil)
        configuration.availableConnectionsDelegate = MaximumAvailableConnections(connectionLimit)
        return Application(
            responder: door,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [
                        IdleStateHandler(allTimeout: .seconds(30)), ConnectionGuard(), PollHandler(polls),
                    ],
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100))),
            configuration: configuration,
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? setup.origin.port) },
            logger: setup.logger)
    }

    /// More wait until one is free.
    private static let connectionLimit = 200
}
