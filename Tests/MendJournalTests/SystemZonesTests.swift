import MendCore
import MendJournal
import Testing

/// The zones of this machine, by name.
@Suite struct SystemZonesTests {
    @Test(arguments: [
        ("America/New_York", 1_767_652_800, -18_000), ("America/New_York", 1_782_900_000, -14_400),
        ("Europe/London", 1_782_900_000, 3600),
        ("Asia/Kathmandu", 1_767_652_800, 20_700), ("UTC", 1_767_652_800, 0),
        ("America/Argentina/Buenos_Aires", 1_767_652_800, -10_800),
        ("Etc/GMT+5", 1_767_652_800, -18_000), ("EST5EDT", 1_782_900_000, -14_400),
    ])
    func findsAZoneByItsName(_ name: String, at seconds: Int, offset: Int) throws {
        let zone = try #require(SystemZones.find(name))
        #expect(zone.identifier == name)
        #expect(zone.offset(at: Instant(seconds: seconds)) == offset)
    }

    /// Names that are none, files that are no zones, and ways out of the directory.
    @Test(arguments: [
        "", " ", "Mars/Olympus", "America", "America/", "America/New York", "America/New_York\u{0}", "tzdata.zi",
        "zone.tab", "leapseconds",
        "leap-seconds.list", "/usr/share/zoneinfo/UTC", "../zoneinfo/UTC", "./UTC", "America/../UTC",
        "../../../etc/passwd", "/etc/localtime",
        "Amérique/New_York", String(repeating: "A/", count: 5000),
    ])
    func findsNothingElse(_ name: String) {
        #expect(SystemZones.find(name) == nil)
    }

    /// It is whatever zone the machine is set to, so a household that moved with its dump would change its hours.
    @Test func theMachinesOwnZoneIsNoName() {
        #expect(SystemZones.find("localtime") == nil)
    }

    @Test func everyNameOfTheListIsAZone() {
        let names = SystemZones.names
        #expect(names.count > 400)
        #expect(names == names.sorted())
        #expect(names.contains("America/New_York"))
        #expect(names.filter { SystemZones.find($0) == nil } == [])
    }

    @Test func knowsThatTheyAreInstalled() {
        #expect(SystemZones.areInstalled)
    }
}
