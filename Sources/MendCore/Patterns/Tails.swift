/// Exact upper tails of two distributions, for small samples.
enum Tails {
    /// The chance of `hits` or more in `draws` independent draws, each of which hits with a chance of `share`.
    static func binomial(hits: Int, draws: Int, share: Double) -> Double {
        guard hits > 0, share < 1 else { return 1 }
        guard share > 0, hits <= draws else { return 0 }
        // C(n, k) p^k q^(n-k), its factors taken in an order that keeps the product near 1.
        var term = 1.0
        var misses = draws - hits
        for number in 0..<hits {
            term *= Double(draws - number) / Double(hits - number) * share
            while term > 1, misses > 0 {
                term *= 1 - share
                misses -= 1
            }
        }
        for _ in 0..<misses { term *= 1 - share }
        var sum = term
        for number in hits..<draws {
            term *= Double(draws - number) / Double(number + 1) * share / (1 - share)
            sum += term
        }
        return min(sum, 1)
    }

    /// The chance of `hits` or more marked ones among `draws` that are drawn from `all`, of which `marked` are (Fisher's exact
    /// test, one-sided).
    static func hypergeometric(hits: Int, draws: Int, marked: Int, all: Int) -> Double {
        let most = min(draws, marked)
        guard hits <= most else { return 0 }
        return min((hits...most).reduce(0) { $0 + chance(of: $1, draws: draws, marked: marked, all: all) }, 1)
    }

    private static func chance(of hits: Int, draws: Int, marked: Int, all: Int) -> Double {
        guard draws - hits <= all - marked else { return 0 }
        var term = 1.0
        var misses = 0
        func miss() {
            term *= Double(all - marked - misses) / Double(all - hits - misses)
            misses += 1
        }
        for number in 0..<hits {
            term *= Double(draws - number) / Double(hits - number) * Double(marked - number) / Double(all - number)
            while term > 1, misses < draws - hits { miss() }
        }
        while misses < draws - hits { miss() }
        return term
    }
}
