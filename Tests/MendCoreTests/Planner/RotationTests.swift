import Testing

@testable import MendCore

@Suite struct RotationTests {
    private func rotation(_ themes: [String]) -> Rotation {
        Rotation(seed: "seed", texts: themes.enumerated().map { .init(id: "\($1).\($0)", theme: $1) })
    }

    private func draw(_ rotation: inout Rotation, days: Range<Int>) -> [Int] {
        let pool = rotation.pool { _ in true }
        return days.compactMap { rotation.draw(from: pool, on: LocalDay(number: $0)) }
    }

    @Test func drawsNothingFromAnEmptyPool() {
        var rotation = rotation(["a", "b"])
        let pool = rotation.pool { _ in false }
        #expect(pool.isEmpty)
        #expect(rotation.draw(from: pool, on: LocalDay(number: 1)) == nil)
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
        var rotation = rotation(Array(repeating: "a", count: 10) + Array(repeating: "b", count: 10) + ["c"])
        let drawn = draw(&rotation, days: 0..<6)
        let themes = drawn.map { $0 < 10 ? "a" : $0 < 20 ? "b" : "c" }
        #expect(Set(themes.prefix(3)) == ["a", "b", "c"])
        #expect(zip(themes, themes.dropFirst()).allSatisfy { $0 != $1 })
    }

    /// Seen on days 0 to 9: on day 366 the first alone is fresh again.
    @Test func isFreshAgainAfterAYear() {
        var rotation = rotation(Array(repeating: "a", count: 10))
        for day in 0..<10 { rotation.show("a.\(day)", on: LocalDay(number: day)) }
        #expect(draw(&rotation, days: 366..<367) == [0])
        #expect(Rotation.freshAfterDays == 366)
    }

    @Test func forgets() {
        var rotation = rotation(["a", "a", "b", "b", "c"])
        let first = draw(&rotation, days: 0..<3)
        rotation.forget()
        #expect(draw(&rotation, days: 0..<3) == first)
    }

    @Test func showsOnlyWhatThePlanHas() {
        var rotation = rotation(["a"])
        #expect(rotation.show("a.0", on: LocalDay(number: 0)) == 0)
        #expect(rotation.show("gone", on: LocalDay(number: 0)) == nil)
    }

    @Test func drawsAnotherOrderForAnotherSeed() {
        let texts = (0..<40).map { Rotation.Text(id: "\($0)", theme: "a") }
        var one = Rotation(seed: "one", texts: texts)
        var two = Rotation(seed: "two", texts: texts)
        #expect(draw(&one, days: 0..<40) != draw(&two, days: 0..<40))
    }
}
