import MendCore
import MendDelivery
import MendJournal
import MendPush
import MendServer

/// What makes phones ring, put together of the environment and the household's journal.
enum Phones {
    /// The services that browsers have, and those that MEND_PUSH_SERVICES names (hosts, with commas between). For tests of
    /// mend itself, MEND_PUSH_TEST_PORT names one on this machine.
    static var services: PushEndpoint.Services {
        let more = Environment.value("MEND_PUSH_SERVICES")?.split { $0 == "," || $0 == " " }.map(String.init) ?? []
        let port = Environment.value("MEND_PUSH_TEST_PORT").flatMap { Int($0) }
        return PushEndpoint.Services(more: more, testPort: port)
    }

    static func means(_ journal: SQLiteJournal) -> PushMeans {
        PushMeans(store: journal, services: services, random: RandomBytes.make)
    }

    static func setup(_ means: PushMeans) -> PushSetup {
        PushSetup(store: means.store, services: means.services, key: { try means.key() })
    }
}
