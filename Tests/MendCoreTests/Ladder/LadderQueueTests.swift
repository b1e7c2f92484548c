import Testing

@testable import MendCore

@Suite struct LadderQueueTests {
    /// Three adults; what is due first comes first, and a turn that is put anew takes its new place.
    @Test func keepsItsTurnsInTheirOrder() throws {
        let story = try Story().person("bo", .adult).person("sam", .adult).person("kim", .adult)
        let clock = LadderClock(plan: story.plan, household: story.history.household)
        var placer = RungPlacer(clock: clock, people: 3)
        var queue = LadderQueue()
        func turn(_ ladder: Int, _ at: String, _ kind: Rupture.Kind) throws -> LadderQueue.Turn {
            let rupture = Rupture(id: "r", with: "", kind: kind, at: try story.instant(at))
            var open = Ladder(ladder, story.history.people[ladder])
            open.take(rupture, Climb.Member(rupture, number: 0, rank: 0), &placer)
            return try #require(LadderQueue.Turn(open, &placer))
        }
        func order() -> [Int] { queue.all.map(\.ladder) }

        queue.put(try turn(0, "2026-01-05 12:00", .limitSetting), of: 0)
        queue.put(try turn(1, "2026-01-05 11:00", .limitSetting), of: 1)
        queue.put(try turn(2, "2026-01-05 11:00", .toxic), of: 2)
        // Toxic counts as red: calm comes ten minutes later.
        #expect(order() == [1, 2, 0])
        queue.putOff(2, to: try .written("2026-01-06"))
        #expect(order() == [1, 2, 0])
        var position = LadderQueue.Position()
        let monday = try LocalDay.written("2026-01-05")
        #expect(queue.first(from: &position) { $0.firstDay <= monday }?.ladder == 1)
        position.pass()
        #expect(queue.first(from: &position) { $0.firstDay <= monday }?.ladder == 0)
        queue.put(try turn(1, "2026-01-05 13:00", .benign), of: 1)
        #expect(order() == [2, 0, 1])
        queue.put(nil, of: 0)
        #expect(queue.removeFirst()?.ladder == 2)
        #expect(order() == [1])
    }

    @Test(arguments: [(0, 0), (3, 1), (4, 1), (9, 3), (10, 4)])
    func findsThePlaceInWhatIsSorted(number: Int, place: Int) {
        #expect([2, 5, 8, 9].firstPlace { $0 >= number } == place)
    }
}
