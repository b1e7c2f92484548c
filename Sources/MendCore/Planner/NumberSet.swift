/// Numbers from 0 to 63, as bits: pools, months, weekdays. Others are never in it.
struct NumberSet: Equatable, ExpressibleByArrayLiteral {
    private var bits: UInt64 = 0

    init(_ numbers: some Sequence<Int>) {
        for number in numbers { insert(number) }
    }

    init(arrayLiteral numbers: Int...) {
        self.init(numbers)
    }

    var isEmpty: Bool { bits == 0 }

    var count: Int { bits.nonzeroBitCount }

    func contains(_ number: Int) -> Bool { bits & 1 << number != 0 }

    func isDisjoint(with other: NumberSet) -> Bool { bits & other.bits == 0 }

    mutating func insert(_ number: Int) {
        bits |= 1 << number
    }

    mutating func formUnion(_ other: NumberSet) { bits |= other.bits }
}
