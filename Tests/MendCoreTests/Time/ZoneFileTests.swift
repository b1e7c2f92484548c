import Testing

@testable import MendCore

@Suite struct ZoneFileTests {
    @Test func refusesWhatIsNoZoneFile() {
        #expect(throws: ZoneFile.Fault.notTZif) { try ZoneFile(Array("not a zone file at all, but long enough".utf8)) }
        #expect(throws: ZoneFile.Fault.cutOff) { try ZoneFile([]) }
        #expect(throws: ZoneFile.Fault.cutOff) { try ZoneFile(Array("TZif2".utf8)) }
    }

    @Test func noticesEveryCut() throws {
        let bytes = try Zones.bytes("Europe/London")
        for length in 0..<bytes.count {
            #expect(throws: ZoneFile.Fault.self, "cut to \(length)") { try ZoneFile(Array(bytes[..<length])) }
        }
    }

    @Test func refusesCountsThatNoFileHas() {
        let header = Array("TZif2".utf8) + Array(repeating: 0, count: 15) + Array(repeating: 0xff, count: 24)
        #expect(throws: ZoneFile.Fault.notTZif) { try ZoneFile(header) }
    }

    @Test func refusesAKindThatTheFileLacks() {
        let file = TestFile(version: "2", offsets: [3600], changes: [(0, 1)], footer: "CET-1")
        #expect(throws: ZoneFile.Fault.cutOff) { try ZoneFile(file.bytes) }
    }

    @Test(arguments: [
        ([0, 3600], [100, 50]), ([0, 3600], [100, 100]), ([26 * 3600, 3600], [100]), ([-25 * 3600, 3600], [100]),
        ([Int(Int32.min), 3600], [100]),
    ])
    func refusesChangesOutOfOrderAndOffsetsOfNoClock(_ offsets: [Int], _ instants: [Int]) {
        let file = TestFile(version: "2", offsets: offsets, changes: instants.map { ($0, 1) })
        #expect(throws: ZoneFile.Fault.disordered) { try ZoneFile(file.bytes) }
    }

    @Test(arguments: ["A<+1>25", "AAA25", "AAA-25BBB,0,1", "AAA0BBB25,0,1"])
    func refusesARuleWithAnOffsetOfNoClock(_ footer: String) {
        let file = TestFile(version: "2", offsets: [0], changes: [], footer: footer)
        #expect(throws: ZoneFile.Fault.badRule(footer)) { try ZoneFile(file.bytes) }
    }

    @Test func readsTheOldFormatOfThirtyTwoBits() throws {
        let file = try ZoneFile(
            TestFile(version: "\0", offsets: [-18_000, -14_400], changes: [(-100, 1), (100, 0)]).bytes)
        let zone = file.zone("Old/One")
        #expect(zone.identifier == "Old/One")
        #expect(
            [-101, -100, 99, 100].map { zone.offset(at: Instant(seconds: $0)) } == [-18_000, -14_400, -14_400, -18_000])
        #expect(zone.nextChange(after: Instant(seconds: 100)) == nil)
    }

    @Test func takesTheSixtyFourBitsOfANewerFile() throws {
        let changes = [(-1 << 40, 1), (5_000_000_000, 0)]
        let zone = try ZoneFile(TestFile(version: "3", offsets: [0, 3600], changes: changes, footer: "WET0").bytes)
            .zone("New/One")
        #expect(zone.offset(at: Instant(seconds: -1 << 41)) == 0)
        #expect(zone.offset(at: Instant(seconds: 0)) == 3600)
        #expect(zone.offset(at: Instant(seconds: 5_000_000_000)) == 0)
    }

    @Test func goesOnWithTheFootersRuleAfterTheTable() throws {
        let file = TestFile(
            version: "2", offsets: [0], changes: [(1_767_225_600, 0)], footer: "GMT0BST,M3.5.0/1,M10.5.0")
        let zone = try ZoneFile(file.bytes).zone("Test/London")
        #expect(zone.nextChange(after: Instant(seconds: 1_767_225_600)) == Instant(seconds: 1_774_746_000))
        #expect(zone.offset(at: Instant(seconds: 1_774_746_000)) == 3600)
        #expect(zone.offset(at: Instant(seconds: 1_792_890_000)) == 0)
    }

    @Test func saysWhichRuleItCannotRead() {
        let file = TestFile(version: "2", offsets: [0], changes: [], footer: "GMT0BST")
        #expect(throws: ZoneFile.Fault.badRule("GMT0BST")) { try ZoneFile(file.bytes) }
    }
}

/// A zone file, written by RFC 9636.
private struct TestFile {
    let version: Character
    let offsets: [Int]
    let changes: [(at: Int, kind: Int)]
    var footer = ""

    var bytes: [UInt8] {
        if version == "\0" { return block(size: 4) }
        return block(size: 4, isEmpty: true) + block(size: 8) + Array("\n\(footer)\n".utf8)
    }

    private func block(size: Int, isEmpty: Bool = false) -> [UInt8] {
        let offsets = isEmpty ? [0] : offsets
        let changes = isEmpty ? [] : changes
        var bytes = Array("TZif\(version)".utf8) + Array(repeating: 0, count: 15)
        for count in [0, 0, 0, changes.count, offsets.count, 4] { bytes += bigEndian(count, size: 4) }
        for change in changes { bytes += bigEndian(change.at, size: size) }
        for change in changes { bytes.append(UInt8(change.kind)) }
        for offset in offsets { bytes += bigEndian(offset, size: 4) + [0, 0] }
        return bytes + Array("ABC\0".utf8)
    }

    private func bigEndian(_ value: Int, size: Int) -> [UInt8] {
        (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
