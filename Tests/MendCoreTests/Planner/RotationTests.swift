import Testing

@testable import MendCore

@Suite struct RotationTests {
    private func rotation(_ themes: [String], ring: Int = 100) -> Rotation {
        Rotation(
            seed: "seed", texts: themes.enumerated().map { .init(id: "\($1).\($0)", theme: $1) }, ring: ring,
            order: ThemeOrder.inTurn)
    }

    private func draw(_ rotation: inout Rotation, days: Range<Int>) -> [Int] {
        days.compactMap { rotation.draw(at: $0, on: LocalDay(number: $0)) }
    }

    @Test func drawsNothingFromAnEmptyPool() {
        var rotation = rotation([])
        #expect(rotation.draw(at: 1, on: LocalDay(number: 1)) == nil)
    }

    @Test func drawsEachOnceBeforeAnyTwice() {
        var rotation = rotation(["a", "a", "a", "b", "b", "c"])
        #expect(Set(draw(&rotation, days: 0..<6)) == Set(0..<6))
    }

    /// Used up: what was seen longest ago comes next.
    @Test func repeatsInTheOrderInWhichTheyWereSeen() {
        var rotation = rotation(["a", "a", "b", "b", "c"])
        let first = draw(&rotation, days: 0..<5)
        #expect(draw(&rotation, days: 5..<10) == first)
    }

    @Test func takesThemesInTurn() {
        var rotation = rotation(Array(repeating: "a", count: 10) + Array(repeating: "b", count: 10))
        let themes = draw(&rotation, days: 0..<6).map { $0 < 10 ? "a" : "b" }
        #expect(themes == ["a", "b", "a", "b", "a", "b"] || themes == ["b", "a", "b", "a", "b", "a"])
    }

    /// Each text comes at home, year after year.
    @Test func drawsTheSameTextInAPlaceOfEachRound() {
        var rotation = rotation(Array(repeating: "a", count: 400), ring: 366)
        let first = draw(&rotation, days: 0..<366)
        #expect(Set(first).count == 366)
        let second = draw(&rotation, days: 366..<732)
        // 32 places have several, which take turns.
        #expect(zip(first, second).filter { $0 != $1 }.count == 32)
        let third = draw(&rotation, days: 732..<1098)
        #expect(zip(first, third).filter { $0 != $1 }.count == 2)
    }

    /// What an older plan has shown elsewhere waits a year; in its home comes the last one that was passed over.
    @Test func drawsWhatWasPassedOverInsteadOfWhatWasJustSeen() {
        var rotation = rotation(Array(repeating: "a", count: 10), ring: 10)
        var plain = rotation
        let due = draw(&plain, days: 0..<10)
        rotation.show(due[5], on: LocalDay(number: 1))
        // Of the places before the fifth, the fourth alone has not come.
        #expect(draw(&rotation, days: 2..<4) == [due[2], due[3]])
        #expect(rotation.draw(at: 5, on: LocalDay(number: 5)) == due[4])
    }

    @Test func prefersWhatIsAskedFor() {
        var rotation = Rotation(
            seed: "seed", texts: ["a", "a", "a", "b", "b", "b"].enumerated().map { .init(id: "\($1).\($0)", theme: $1) },
            ring: 100, preferred: [3, 4, 5], order: ThemeOrder.inTurn)
        let drawn = (0..<4).compactMap { rotation.draw(at: $0, on: LocalDay(number: $0), isPicky: true) }
        #expect(Set(drawn.prefix(3)) == [3, 4, 5])
        #expect(drawn.count == 4 && drawn[3] == drawn[0])
    }

    /// Seen on day 0 and again at home in place 365: one day too early would be another one.
    @Test func isFreshAgainAfterAYear() {
        var rotation = rotation(["a", "a"])
        rotation.show(0, on: LocalDay(number: 0))
        rotation.show(1, on: LocalDay(number: 1))
        var early = rotation
        #expect(early.draw(at: 364, on: LocalDay(number: 364)) == 0)
        // Only the first is fresh, wherever it is at home.
        #expect(rotation.draw(at: 0, on: LocalDay(number: 365)) == 0)
        #expect(rotation.draw(at: 0, on: LocalDay(number: 366)) == 1)
        #expect(Rotation.freshAfterDays == 365)
    }

    @Test func keepsATextToItsMonths() {
        var rotation = Rotation(
            seed: "seed",
            texts: (0..<5).map { .init(id: "\($0)", theme: "a") } + [.init(id: "snow", theme: "a", season: [1, 12])],
            ring: 5, order: ThemeOrder.inTurn)
        let days = (0..<730).map { LocalDay(number: 20_454 + $0) }
        let snow = days.filter { rotation.draw(at: $0.number, on: $0) == 5 }
        #expect(snow.count >= 2)
        #expect(snow.allSatisfy { [1, 12].contains($0.date.month) })
    }

    @Test func findsOnlyWhatThePlanHas() {
        let rotation = rotation(["a"])
        let found = [rotation.position(of: "a.0"), rotation.position(of: "gone")]
        #expect(found == [0, nil])
    }

    @Test func drawsAnotherOrderForAnotherSeed() {
        let texts = (0..<40).map { Rotation.Text(id: "\($0)", theme: "a") }
        var one = Rotation(seed: "one", texts: texts, ring: 40, order: ThemeOrder.inTurn)
        var two = Rotation(seed: "two", texts: texts, ring: 40, order: ThemeOrder.inTurn)
        #expect(draw(&one, days: 0..<40) != draw(&two, days: 0..<40))
    }
}
