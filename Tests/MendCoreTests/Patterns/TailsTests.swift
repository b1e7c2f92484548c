import Testing

@testable import MendCore

@Suite struct TailsTests {
    @Test(
        arguments: [
            (0, 5, 0.5, 1.0), (2, 3, 0.5, 0.5), (3, 3, 0.5, 0.125), (8, 8, 1.0 / 7, 1.7346652555743034e-07),
            (6, 12, 1.0 / 7, 0.0036095071), (5, 4, 0.5, 0.0), (3, 10, 1.0, 1.0), (1, 10, 0.0, 0.0),
        ])
    func binomialIsExact(hits: Int, draws: Int, share: Double, chance: Double) {
        #expect(abs(Tails.binomial(hits: hits, draws: draws, share: share) - chance) < 1e-6)
    }

    /// 0.99 to the 2,000th, and half of so many draws: neither runs out of the numbers that a Double has.
    @Test func binomialHoldsForManyDraws() {
        #expect(abs(Tails.binomial(hits: 2000, draws: 2000, share: 0.99) / 1.8637e-9 - 1) < 1e-3)
        #expect(abs(Tails.binomial(hits: 1000, draws: 2000, share: 0.5) - 0.50892) < 1e-4)
    }

    @Test(
        arguments: [
            (3, 3, 3, 6, 0.05), (2, 3, 3, 6, 0.5), (0, 3, 3, 6, 1.0), (4, 3, 3, 6, 0.0), (8, 8, 20, 40, 0.001638002),
        ])
    func hypergeometricIsExact(hits: Int, draws: Int, marked: Int, all: Int, chance: Double) {
        #expect(abs(Tails.hypergeometric(hits: hits, draws: draws, marked: marked, all: all) - chance) < 1e-6)
    }

    @Test func hypergeometricHoldsForManyDraws() {
        #expect(abs(Tails.hypergeometric(hits: 500, draws: 1000, marked: 1000, all: 2000) - 0.51784) < 1e-4)
    }
}
